//! The names of one article → the entities they lead to.

use super::merge::key;
use super::names::Registry;
use crate::language::{self, Gender, StateWord};
use crate::model::{Document, EntityId, EntityKind, Mention, MentionKind};
use crate::span::Span;

/// The entity that each mention of a document names; none for descriptions and pronouns, and where nobody sure is named.
pub fn named(document: &Document, registry: &Registry) -> Vec<Option<EntityId>> {
    let mut seen = Seen {
        registry,
        places: Vec::new(),
    };
    document
        .mentions
        .iter()
        .map(|mention| seen.name(document, mention))
        .collect()
}

/// What was mentioned so far in one article.
struct Seen<'a> {
    registry: &'a Registry,
    /// Sentence and entity, in the order of reading.
    places: Vec<(u32, EntityId)>,
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
        self.places.extend(found.map(|id| (mention.sentence, id)));
        found
    }

    /// Of several people of one surname this article has named so far, a bare surname or one with "Mr" means the one it
    /// spoke of last, of the gender that the title tells; nobody sure where it named both in one breath or behind "the
    /// younger". None where it is no such surname.
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
        let mut bearers: Vec<(u32, EntityId)> = self
            .places
            .iter()
            .copied()
            .filter(|(_, id)| bears(id))
            .collect();
        let called = match title {
            "Mr" => Gender::Male,
            "Ms" | "Mrs" | "Miss" => Gender::Female,
            _ => Gender::Unsaid,
        };
        let of_gender = |(_, id): &(u32, EntityId)| {
            called != Gender::Unsaid && self.registry.get(*id).is_some_and(|k| k.gender == called)
        };
        let is_told = bearers.iter().any(of_gender);
        if is_told {
            bearers.retain(of_gender);
        }
        let (sentence, last) = bearers.last().copied()?;
        if bearers.iter().all(|(_, b)| *b == last) {
            return is_told.then_some(Some(last));
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
}

/// Whether a mention of a seat of government only tells where something happens: "in Tarnow".
pub fn is_location(document: &Document, mention: &Mention) -> bool {
    let seat =
        language::state(document.text(mention.core)).is_some_and(|(_, k)| k == StateWord::Seat);
    seat && document
        .article
        .text
        .get(..mention.span.start)
        .is_some_and(|before| {
            let word = before.trim_end().rsplit(' ').next().unwrap_or("");
            matches!(
                word.to_lowercase().as_str(),
                "in" | "at" | "near" | "outside" | "to" | "from" | "visited"
            )
        })
}
