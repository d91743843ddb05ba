//! The words of a document's running text, where a capital means something.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::names::Name;
use crate::language::{self, WORDS};
use crate::model::{BlockKind, Document, EntitySpan, EntityType, Pos, Reading, Sentence};

/// The words of names and the other words of the running text, in lower case.
#[derive(Default)]
pub struct Running {
    names: HashSet<Arc<str>>,
    others: HashSet<Arc<str>>,
    /// Full names of people as printed.
    people: HashSet<String>,
}

impl Running {
    /// The words of all sentences of running text; what only opens a sentence is none, unless it is part of an entity.
    pub fn words(document: &Document) -> Self {
        let mut words = Self::default();
        for sentence in document
            .sentences
            .iter()
            .filter(|sentence| sentence.kind == BlockKind::Body)
        {
            let opening = opening(&sentence.reading);
            let people = sentence
                .reading
                .entities
                .iter()
                .filter(|entity| is_full_name(entity));
            let printed = people.filter_map(|entity| sentence.reading.span(&entity.tokens));
            words
                .people
                .extend(printed.map(|span| document.text(span).to_string()));
            for (at, token) in sentence.reading.tokens.iter().enumerate() {
                if token.is_name() && (at > opening || token.entity.is_some()) {
                    words.names.insert(token.lower.clone());
                } else if !document.text(token.span).starts_with(char::is_uppercase) {
                    words.others.insert(token.lower.clone());
                }
            }
        }
        words
    }

    /// Whether a word is part of a name somewhere.
    pub fn has_name(&self, lower: &str) -> bool {
        self.names.contains(lower)
    }

    /// Whether a word is part of a name somewhere and nowhere written small.
    pub fn is_name(&self, lower: &str) -> bool {
        self.names.contains(lower) && !self.others.contains(lower)
    }

    /// Where a person's full name begins that ends a name, be it read as one here or elsewhere; what is in capitals
    /// before it is none of it. Particles begin a surname, and what is before them is the given name.
    pub fn person_in(&self, document: &Document, reading: &Reading, name: &Name) -> Option<u32> {
        let full = reading
            .entities
            .iter()
            .filter(|entity| is_full_name(entity))
            .map(|entity| entity.tokens.start);
        let begins = |at: u32| {
            full.clone().any(|start| start == at)
                || self.is_person(document, reading, at..name.tokens.end)
        };
        let is_particle = |at: u32| {
            let token = reading.token(at);
            token.is_some_and(|token| WORDS.name_particles.contains(&token.lower))
        };
        (name.tokens.start + 1..name.tokens.end).find(|&at| !is_particle(at) && begins(at))
    }

    fn is_person(&self, document: &Document, reading: &Reading, tokens: Range<u32>) -> bool {
        reading
            .span(&tokens)
            .is_some_and(|span| self.people.contains(document.text(span)))
    }

    /// Whether a name is borne out: in a heading, by the running text, since capitals mean little there; a single word
    /// that no entity was seen in, by standing elsewhere too and not being written small.
    pub fn bears(&self, document: &Document, sentence: &Sentence, name: &Name) -> bool {
        let reading = &sentence.reading;
        let mut words = name
            .tokens
            .clone()
            .filter_map(|at| reading.token(at))
            .map(|token| &token.lower);
        match sentence.kind {
            BlockKind::Headline | BlockKind::Subheading => {
                let printed = reading
                    .span(&name.tokens)
                    .map_or("", |span| document.text(span));
                language::state(printed).is_some() || words.all(|word| self.names.contains(word))
            }
            BlockKind::Body | BlockKind::Caption => {
                name.kind.is_some() || name.tokens.len() > 1 || words.all(|word| self.is_name(word))
            }
        }
    }
}

fn is_full_name(entity: &EntitySpan) -> bool {
    entity.kind == EntityType::Person && entity.tokens.len() > 1
}

/// The first token of a sentence that is a word.
fn opening(reading: &Reading) -> usize {
    reading
        .tokens
        .iter()
        .position(|token| token.pos != Pos::Punct)
        .unwrap_or_default()
}
