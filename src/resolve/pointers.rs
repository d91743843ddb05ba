//! Names, roles and pronouns in the order of reading → entities.

use super::merge::key;
use super::names::{Registry, is_location};
use super::offices::Office;
use crate::language::Gender;
use crate::model::{Document, EntityId, EntityKind, Mention, MentionKind};
use crate::span::Span;

/// How many sentences back a pronoun may point; further back, writers repeat the name.
const PRONOUN_REACH: u32 = 3;

/// Gives every mention the entity it points at, where there is a clear one.
pub fn assign(documents: &mut [Document], registry: &mut Registry) {
    for document in documents.iter_mut() {
        let mut reader = Reader {
            registry,
            seen: Vec::new(),
        };
        let found: Vec<Option<EntityId>> = document
            .mentions
            .iter()
            .map(|m| reader.read(document, m))
            .collect();
        for (mention, entity) in document.mentions.iter_mut().zip(found) {
            mention.entity = entity;
        }
    }
}

/// What was mentioned so far in one article.
struct Reader<'a> {
    registry: &'a mut Registry,
    /// Sentence and entity, in the order of reading.
    seen: Vec<(u32, EntityId)>,
}

impl Reader<'_> {
    fn read(&mut self, document: &Document, mention: &Mention) -> Option<EntityId> {
        let words = document.text(mention.core);
        let found = match mention.kind {
            MentionKind::Name if is_location(document, mention) => None,
            MentionKind::Name => match self.shared_surname(document, mention) {
                Some(bearer) => bearer,
                None => self.registry.named(words).or_else(|| self.surname(words)),
            },
            MentionKind::Role => self.role(words),
            MentionKind::Pronoun => self.pronoun(document, mention),
        };
        if let Some(id) = found {
            if mention.kind != MentionKind::Pronoun {
                self.seen.push((mention.sentence, id));
            }
            if mention.kind == MentionKind::Role
                && let Some(known) = self.registry.get_mut(id)
            {
                known.aliases.insert(words.to_string());
            }
        }
        found
    }

    /// Of several people of one surname this article has named so far, a bare surname or one with "Mr" means the one it
    /// spoke of last; nobody sure where it named both in one breath or behind "the younger". None where it is no such surname.
    fn shared_surname(&self, document: &Document, mention: &Mention) -> Option<Option<EntityId>> {
        let surname = key(document.text(mention.core))
            .pop()
            .filter(|_| !document.text(mention.core).contains(' '))?;
        let title = document
            .text(Span::new(mention.span.start, mention.core.start))
            .trim()
            .trim_end_matches('.');
        if !["", "Mr", "Ms", "Mrs", "Miss"].contains(&title) {
            return None;
        }
        let bears = |id: &EntityId| {
            let known = self.registry.get(*id);
            known.is_some_and(|k| k.name.contains(' ') && key(&k.name).last() == Some(&surname))
        };
        let bearers: Vec<(u32, EntityId)> = self
            .seen
            .iter()
            .copied()
            .filter(|(_, id)| bears(id))
            .collect();
        let (sentence, last) = bearers.last().copied()?;
        if bearers.iter().all(|(_, b)| *b == last) {
            return None;
        }
        if bearers.iter().any(|(s, b)| *s == sentence && *b != last) {
            return Some(None);
        }
        let before = document
            .article
            .text
            .get(..mention.span.start)
            .unwrap_or("")
            .trim_end();
        let told_apart = ["younger", "elder", "older"]
            .iter()
            .any(|w| before.ends_with(w));
        Some((!told_apart).then_some(last))
    }

    /// A surname that several bear in the event, where this article named just one of them.
    fn surname(&self, word: &str) -> Option<EntityId> {
        let last = key(word).pop()?;
        let bears = |id: &EntityId| {
            self.registry
                .get(*id)
                .is_some_and(|k| key(&k.name).last() == Some(&last))
        };
        let mut bearers: Vec<EntityId> =
            self.seen.iter().map(|(_, id)| *id).filter(bears).collect();
        bearers.sort();
        bearers.dedup();
        match bearers.as_slice() {
            [id] => Some(*id),
            _ => None,
        }
    }

    /// The last holder of such an office this article named, else the only one in the event. Holders known to be of
    /// the same state go first.
    fn role(&mut self, words: &str) -> Option<EntityId> {
        let office = Office::read(words)?;
        let ours = words
            .get(..4)
            .is_some_and(|w| w.eq_ignore_ascii_case("our "));
        if office.kind == EntityKind::Group || office.is_relational() || ours {
            return None;
        }
        let same_state = |id: EntityId| {
            let known = self.registry.get(id);
            known.is_some_and(|k| {
                k.offices
                    .iter()
                    .any(|held| office.same_state(held) && office.points_at(held))
            })
        };
        self.last_or_only(same_state)
            .or_else(|| self.last_or_only(|id| self.fits(&office, id)))
    }

    fn last_or_only(&self, fits: impl Fn(EntityId) -> bool) -> Option<EntityId> {
        if let Some(id) = self
            .seen
            .iter()
            .rev()
            .map(|(_, id)| *id)
            .find(|&id| fits(id))
        {
            return Some(self.topical(id, &fits));
        }
        let mut fitting = (0..self.registry.entities.len() as u32)
            .map(EntityId)
            .filter(|&id| fits(id));
        match (fitting.next(), fitting.next()) {
            (Some(id), None) => Some(id),
            _ => None,
        }
    }

    /// Of holders of one office the one the event is about: a predecessor whom no other article names does not become
    /// "the governor" of an article that named the one whom several name.
    fn topical(&self, last: EntityId, fits: &impl Fn(EntityId) -> bool) -> EntityId {
        let articles = |id: EntityId| self.registry.get(id).map_or(0, |known| known.articles);
        if articles(last) > 1 {
            return last;
        }
        let others = self
            .seen
            .iter()
            .map(|(_, id)| *id)
            .filter(|id| *id != last && fits(*id));
        others
            .max_by_key(|id| articles(*id))
            .filter(|id| articles(*id) > 1)
            .unwrap_or(last)
    }

    fn fits(&self, office: &Office, id: EntityId) -> bool {
        let Some(known) = self.registry.get(id) else {
            return false;
        };
        let holds = known.offices.iter().any(|held| office.points_at(held));
        let named = office.kind == EntityKind::Organization
            && known.kind == EntityKind::Organization
            && known
                .name
                .to_lowercase()
                .split(' ')
                .any(|w| w == office.noun)
            && office
                .qualifiers
                .iter()
                .all(|q| known.name.to_lowercase().contains(q.as_str()));
        holds || named
    }

    /// The person a singular pronoun agrees with: the first named in this sentence before it, else in the nearest
    /// sentence that names one; none when that sentence names two it agrees with and neither opens it.
    fn pronoun(&self, document: &Document, mention: &Mention) -> Option<EntityId> {
        let gender = match document.text(mention.core).to_lowercase().as_str() {
            "he" | "him" | "his" | "himself" => Gender::Male,
            "she" | "her" | "hers" | "herself" => Gender::Female,
            _ => return None,
        };
        let agrees = |id: EntityId| {
            let known = self.registry.get(id);
            known.is_some_and(|k| {
                k.kind == EntityKind::Person && (k.gender == gender || k.gender == Gender::Unsaid)
            })
        };
        let last = self.seen.iter().rev().find(|(_, id)| agrees(*id))?.0;
        if mention.sentence.saturating_sub(last) > PRONOUN_REACH {
            return None;
        }
        self.seen
            .iter()
            .find(|(s, id)| *s == last && agrees(*id))
            .map(|(_, id)| *id)
    }
}
