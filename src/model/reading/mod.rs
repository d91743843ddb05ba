//! A sentence that was read: its words, their tree, the names in it, and who does what.

mod act;
mod clause;
mod phrase;
mod quotation;
mod token;
mod tree;

pub use act::{Act, Certainty};
pub use clause::{Clause, ClauseKind};
pub use phrase::Phrase;
pub use token::{EntityPart, EntitySpan, Token};

use crate::model::grammar::EntityType;
use crate::span::Span;

/// A sentence that was read.
///
/// Tokens are pointed at by their index among the sentence's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    /// Its entities in order; they do not overlap.
    pub entities: Vec<EntitySpan>,
    /// Its noun phrases in the order of their heads.
    pub phrases: Vec<Phrase>,
    /// Its acts in the order of their verbs.
    pub acts: Vec<Act>,
    /// Its finite clauses in the order of their verbs.
    pub clauses: Vec<Clause>,
}

impl Reading {
    /// Whether a token is a name or part of one.
    pub fn is_name(&self, token: u32) -> bool {
        self.token(token).is_some_and(Token::is_name)
    }

    /// Whether a verb carries a clause, by itself or with its auxiliaries.
    pub fn is_finite(&self, verb: u32) -> bool {
        self.clause_of(verb).is_some()
    }

    /// The clause that a verb carries.
    pub fn clause_of(&self, verb: u32) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.verb == verb)
    }

    /// The act of a verb or of one of its auxiliaries.
    pub fn act_of(&self, token: u32) -> Option<&Act> {
        self.acts
            .iter()
            .find(|act| act.verb == token || act.auxiliaries.contains(&token))
    }

    /// The smallest phrase that a token is part of.
    pub fn phrase_of(&self, token: u32) -> Option<&Phrase> {
        self.phrases
            .iter()
            .filter(|phrase| phrase.tokens.contains(&token))
            .min_by_key(|phrase| phrase.tokens.len())
    }

    /// The phrase with this head.
    pub fn phrase_headed(&self, head: u32) -> Option<&Phrase> {
        self.phrases.iter().find(|phrase| phrase.head == head)
    }

    /// The entity that a token is part of.
    pub fn entity_of(&self, token: u32) -> Option<&EntitySpan> {
        self.entities
            .iter()
            .find(|entity| entity.tokens.contains(&token))
    }

    /// What kind of thing the words of a span name.
    pub fn type_of(&self, span: Span) -> Option<EntityType> {
        self.head_of(span)
            .and_then(|head| self.token(head)?.entity)
            .map(|part| part.kind)
    }

    /// Those who act in the act of a verb: the agent and those joined to it by "and".
    pub fn who_acts(&self, verb: u32) -> Vec<u32> {
        self.act_of(verb)
            .and_then(|act| act.agent)
            .map(|agent| self.joined(agent))
            .unwrap_or_default()
    }

    /// The acts that are said not to be so.
    pub fn denied(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|act| act.negated)
    }
}
