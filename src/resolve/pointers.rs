//! Names → the entities they lead to, and offices → those who hold them.

use std::borrow::Cow;

use super::chains::Opening;
use super::merge::key;
use super::names::{Registry, is_location};
use super::offices::Office;
use crate::model::{BlockKind, Document, EntityId, EntityKind, Mention, MentionKind};
use crate::span::Span;

/// The entity that each mention of a document names; none for descriptions and pronouns, and where nobody sure is named.
pub fn named(document: &Document, registry: &Registry) -> Vec<Option<EntityId>> {
    let mut seen = Seen {
        registry,
        places: Cow::Owned(Vec::new()),
    };
    document
        .mentions
        .iter()
        .map(|mention| seen.name(document, mention))
        .collect()
}

/// The holder of the office that a description names: the last one this article named; `anywhere`, else the only one in
/// the event. `places` are the sentences and entities of what the article mentioned before.
pub fn holder(
    document: &Document,
    registry: &Registry,
    places: &[(u32, EntityId)],
    mention: &Mention,
    anywhere: bool,
) -> Option<EntityId> {
    let office = Office::of(document, mention).filter(|_| is_definite(document, mention))?;
    let seen = Seen {
        registry,
        places: Cow::Borrowed(places),
    };
    seen.holder(&office, document.text(mention.core), anywhere)
}

/// Whether a description means somebody known. Headlines leave out articles: there "Minister" is "the minister".
fn is_definite(document: &Document, mention: &Mention) -> bool {
    let sentence = document.sentences.get(mention.sentence as usize);
    sentence.is_some_and(|sentence| {
        let opening = Opening::of(&sentence.reading, mention.head);
        let is_headline = sentence.kind == BlockKind::Headline;
        opening.is_definite() || is_headline && opening == Opening::Bare
    })
}

/// What was mentioned so far in one article.
struct Seen<'a> {
    registry: &'a Registry,
    /// Sentence and entity, in the order of reading.
    places: Cow<'a, [(u32, EntityId)]>,
}

impl Seen<'_> {
    /// Whom a name leads to.
    fn name(&mut self, document: &Document, mention: &Mention) -> Option<EntityId> {
        if mention.kind != MentionKind::Name || is_location(document, mention) {
            return None;
        }
        let words = document.text(mention.core);
        let found = match self.shared_surname(document, mention) {
            Some(bearer) => bearer,
            None => self.registry.named(words).or_else(|| self.surname(words)),
        };
        self.places
            .to_mut()
            .extend(found.map(|id| (mention.sentence, id)));
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
            known.is_some_and(|k| {
                matches!(k.kind, EntityKind::Person | EntityKind::Unknown)
                    && k.name.contains(' ')
                    && key(&k.name).last() == Some(&surname)
            })
        };
        let bearers: Vec<(u32, EntityId)> = self
            .places
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
        let mut bearers: Vec<EntityId> = self
            .places
            .iter()
            .map(|(_, id)| *id)
            .filter(bears)
            .collect();
        bearers.sort();
        bearers.dedup();
        match bearers.as_slice() {
            [id] => Some(*id),
            _ => None,
        }
    }

    /// The last holder of such an office this article named, else the only one in the event. Holders known to be of
    /// the same state go first.
    fn holder(&self, office: &Office, words: &str, anywhere: bool) -> Option<EntityId> {
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
        self.last_or_only(same_state, anywhere)
            .or_else(|| self.last_or_only(|id| self.fits(office, id), anywhere))
    }

    fn last_or_only(&self, fits: impl Fn(EntityId) -> bool, anywhere: bool) -> Option<EntityId> {
        if let Some(id) = self
            .places
            .iter()
            .rev()
            .map(|(_, id)| *id)
            .find(|&id| fits(id))
        {
            return Some(self.topical(id, &fits));
        }
        if !anywhere {
            return None;
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
            .places
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
}
