//! Mentions of one and the same.

use std::collections::BTreeSet;

use super::view::{Number, View};
use crate::language::Gender;
use crate::model::{EntityId, EntityKind};

/// What one article says of one and the same.
#[derive(Debug, Default)]
pub struct Chain {
    /// Its mentions, by their index among the document's, in order.
    pub members: Vec<usize>,
    /// The entity of the event that its names lead to.
    pub entity: Option<EntityId>,
    /// Its names as printed, small.
    pub names: BTreeSet<String>,
    /// The nouns it is described by, in dictionary form.
    pub nouns: BTreeSet<String>,
    /// The other words of its descriptions and names.
    pub others: BTreeSet<String>,
    /// What it is, as far as that is known.
    pub kind: Option<EntityKind>,
    /// Whom it is said of, as far as that is known.
    pub gender: Option<Gender>,
    /// Whether more than pronouns tells that: a title, a given name, a noun.
    pub is_gender_told: bool,
    /// One or several, as far as that is known.
    pub number: Option<Number>,
    /// Whether it is more than an "I" or a "we" whose speaker is not known yet.
    pub is_told: bool,
    /// Sentence of its first mention.
    pub first: u32,
}

impl Chain {
    /// Adds a mention.
    pub fn add(&mut self, at: usize, view: &View) {
        if self.members.is_empty() {
            self.first = view.sentence;
        }
        let place = self.members.partition_point(|m| *m < at);
        self.members.insert(place, at);
        self.is_told |= !view.is_of_the_speech();
        if view.is_name {
            self.names.insert(view.words.clone());
        }
        self.nouns.extend(view.noun.clone());
        self.others.extend(view.others.iter().cloned());
        let kind = Some(view.kind).filter(|kind| *kind != EntityKind::Unknown);
        if view.is_name {
            self.kind = kind.or(self.kind);
        } else {
            self.kind = self.kind.or(kind);
        }
        self.gender = self
            .gender
            .or(Some(view.gender).filter(|gender| *gender != Gender::Unsaid));
        self.is_gender_told |= view.gender != Gender::Unsaid && view.pronoun.is_none();
        self.number = self.number.or(view.number);
    }

    /// Its last mention.
    pub fn last(&self) -> Option<usize> {
        self.members.last().copied()
    }
}
