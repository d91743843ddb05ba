//! What of one article answers what of another: linked sentences word by word, the values that fill one place in both, and
//! quotations that are one saying.
//!
//! Every question whether a part of one sentence is about the same thing as a part of another is asked here.

mod change;
mod end;
mod quoted;
mod word;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::agreement::Agreement;
use super::comparison::Excerpt;
use super::document::{ArticleId, SentenceId};
use crate::span::Span;
pub use change::{Difference, WordChange};
pub use end::End;
pub use quoted::{Quoted, QuotedPair};
pub use word::{Word, are_alike};

/// Two linked sentences of two articles, part by part. Which of the two is `a` decides nothing.
pub struct Pairing<'a> {
    /// The sentence of the article that comes first.
    pub a: End<'a>,
    /// The sentence of the article that comes later.
    pub b: End<'a>,
    /// How they differ, word by word.
    pub difference: Difference,
    /// Whether they are one sentence that somebody changed here and there, and no other sentence of the two articles is
    /// more alike.
    pub is_copy: bool,
    /// The values that fill one place in both.
    pub slots: Vec<Slot>,
}

/// A place that both sentences fill with a value: what is counted or measured in it is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The value of the first sentence, as an index among those of the sentence.
    pub a: usize,
    /// The value of the second sentence.
    pub b: usize,
    /// Whether both can be true.
    pub agreement: Agreement,
    /// Whether both belong to acts of one verb, or of two that stand for one another.
    pub same_act: bool,
}

impl Pairing<'_> {
    /// The short changes with the same words around them.
    pub fn held(&self) -> impl Iterator<Item = &WordChange> {
        self.difference.held(&self.a.words, &self.b.words)
    }

    /// What was changed, outside quotation marks.
    pub fn changes(&self) -> impl Iterator<Item = &WordChange> {
        self.held()
            .filter(|c| !self.a.is_quoted(&c.ours) && !self.b.is_quoted(&c.theirs))
    }

    /// Whether some words of the first sentence and some of the second give one act two values that cannot both be true.
    fn clashes(&self, in_a: Span, in_b: Span) -> bool {
        let mut conflicts = self
            .slots
            .iter()
            .filter(|slot| slot.same_act && slot.agreement == Agreement::Conflict);
        conflicts.any(|slot| self.a.holds(slot.a, in_a) && self.b.holds(slot.b, in_b))
    }
}

/// The pairings of an event, and which sentence stands for which.
///
/// What an article prints in a sentence that the other article prints too says nothing about a change in another
/// sentence: both had it before the change.
#[derive(Default)]
pub struct Pairings<'a> {
    /// One for each link and each copy, in the order of their ends.
    pub pairings: Vec<Pairing<'a>>,
    /// What lies of each direct quotation in each sentence, in the order of their place.
    pub quoted: Vec<Quoted<'a>>,
    /// Those of two articles that are one saying, in other words here and there.
    pub quotations: Vec<QuotedPair>,
    /// For a sentence and another article the sentence there that is the same, or the same but for a few words.
    pub counterparts: BTreeMap<(SentenceId, ArticleId), SentenceId>,
    /// The words of each sentence.
    pub words: HashMap<SentenceId, Arc<[Word]>>,
}

/// Sentences on each side of one that show whether it stands in running copy: between it and the next that is the same, one
/// may be changed or missing.
const NEAR: u32 = 2;

impl<'a> Pairings<'a> {
    /// The sentences that are the same but for a few words.
    pub fn copies(&self) -> impl Iterator<Item = &Pairing<'a>> {
        self.pairings.iter().filter(|pairing| pairing.is_copy)
    }

    /// Whether two places give one act two values that cannot both be true, as far as their sentences are linked.
    pub fn clash(&self, one: &Excerpt, other: &Excerpt) -> bool {
        let (a, b) = (one.min(other), one.max(other));
        let ends = |pairing: &Pairing| (pairing.a.sentence, pairing.b.sentence);
        let found = self
            .pairings
            .binary_search_by_key(&(a.sentence, b.sentence), ends);
        let pairing = found.ok().and_then(|at| self.pairings.get(at));
        pairing.is_some_and(|pairing| pairing.clashes(a.span, b.span))
    }

    /// Articles that have a sentence in common, each before the other.
    pub fn articles(&self) -> BTreeSet<(ArticleId, ArticleId)> {
        let ends = self.counterparts.keys();
        ends.map(|(sentence, other)| (sentence.article, *other))
            .collect()
    }

    /// The sentence of an article that is the same as a sentence of another.
    pub fn counterpart(&self, sentence: SentenceId, article: ArticleId) -> Option<SentenceId> {
        self.counterparts.get(&(sentence, article)).copied()
    }

    /// The words of a sentence.
    pub fn words(&self, sentence: SentenceId) -> &[Word] {
        self.words.get(&sentence).map_or(&[], |words| words)
    }

    /// What lies of direct quotations in a sentence.
    pub fn quoted_in(&self, sentence: SentenceId) -> impl Iterator<Item = &Quoted<'a>> {
        let from = self.quoted.partition_point(|q| q.sentence < sentence);
        let near = self.quoted.iter().skip(from);
        near.take_while(move |q| q.sentence == sentence)
    }

    /// Whether two sentences stand in running copy: one just before or after each is the same too.
    pub fn are_running(&self, a: SentenceId, b: SentenceId) -> bool {
        let near = |id: SentenceId| {
            let before = (1..=NEAR).filter_map(move |n| id.index.checked_sub(n));
            let after = (1..=NEAR).map(move |n| id.index + n);
            before
                .chain(after)
                .map(move |index| SentenceId { index, ..id })
        };
        near(a).any(|beside| {
            let there = self.counterpart(beside, b.article);
            there.is_some_and(|there| there != b && near(b).any(|id| id == there))
        })
    }

    /// Whether the article of `side` has some words in a row in another sentence, and not only where the article of `other`
    /// has them too.
    pub fn prints(&self, side: &End, other: &End, wanted: &[&str]) -> bool {
        let has = |id: SentenceId| {
            let keys: Vec<&str> = self.words(id).iter().map(|w| w.key.as_str()).collect();
            keys.windows(wanted.len().max(1)).any(|run| run == wanted)
        };
        let in_both = |id: SentenceId| {
            self.counterpart(id, other.sentence.article)
                .is_some_and(has)
        };
        side.other_sentences().any(|id| has(id) && !in_both(id))
    }
}
