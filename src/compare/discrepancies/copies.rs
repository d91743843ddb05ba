//! The sentences that two articles share, and with them what a change in one of them can be held against.

use std::collections::{BTreeMap, BTreeSet};

use super::sentences::{Pair, Side, pairs};
use crate::compare::changes;
use crate::model::{Alignment, ArticleId, BlockKind, Document, Event, SentenceId};

/// Pairs of sentences that are the same but for a few words, and which sentence stands for which.
///
/// What an article prints in a sentence that the other article prints too says nothing about a change in another
/// sentence: both had it before the change.
#[derive(Default)]
pub struct Copies<'a> {
    pairs: Vec<Pair<'a>>,
    counterparts: BTreeMap<(SentenceId, ArticleId), SentenceId>,
}

/// Sentences on each side of one that show whether it stands in running copy: between it and the next that is the same, one
/// may be changed or missing.
const NEAR: u32 = 2;

/// Words of a sentence that must be the same for two sentences without a link to be one.
const SHORTEST: usize = 4;

impl<'a> Copies<'a> {
    /// The copied sentences of an event.
    pub fn of(event: &'a Event, alignment: &Alignment) -> Self {
        let pairs = pairs(event, alignment);
        let mut counterparts = equal(event);
        for (a, b) in pairs.iter().map(|pair| (pair.a.id, pair.b.id)) {
            counterparts.entry((a, b.article)).or_insert(b);
            counterparts.entry((b, a.article)).or_insert(a);
        }
        Self {
            pairs,
            counterparts,
        }
    }

    /// The pairs, in the order of their first sentence.
    pub fn pairs(&self) -> &[Pair<'a>] {
        &self.pairs
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

    /// Whether two sentences stand in running copy: one just before or after each is the same too.
    pub fn is_running(&self, a: SentenceId, b: SentenceId) -> bool {
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
    pub fn prints(&self, side: &Side, other: &Side, wanted: &[&str]) -> bool {
        let has = |document: &Document, index: u32| {
            let sentence = document.sentences.get(index as usize);
            let words = sentence.map(|s| changes::of_span(document, s.span));
            let words = words.unwrap_or_default();
            let keys: Vec<&str> = words.iter().map(|w| w.key.as_str()).collect();
            keys.windows(wanted.len().max(1)).any(|run| run == wanted)
        };
        let mut others = (0..side.document.sentences.len() as u32).filter(|i| *i != side.id.index);
        let in_both = |index: u32| {
            let here = SentenceId { index, ..side.id };
            let there = self.counterpart(here, other.id.article);
            there.is_some_and(|there| has(other.document, there.index))
        };
        others.any(|index| has(side.document, index) && !in_both(index))
    }
}

/// Sentences that are the same word for word and stand once in each of two articles.
fn equal(event: &Event) -> BTreeMap<(SentenceId, ArticleId), SentenceId> {
    let mut places: BTreeMap<String, BTreeMap<ArticleId, Vec<SentenceId>>> = BTreeMap::new();
    for (article, document) in event.articles() {
        for (id, text) in texts(article, document) {
            let here = places.entry(text).or_default();
            here.entry(article).or_default().push(id);
        }
    }
    let mut found = BTreeMap::new();
    for articles in places.values() {
        let once = || {
            articles.values().filter_map(|ids| match ids.as_slice() {
                [id] => Some(*id),
                _ => None,
            })
        };
        for a in once() {
            for b in once().filter(|b| b.article != a.article) {
                found.insert((a, b.article), b);
            }
        }
    }
    found
}

fn texts(
    article: ArticleId,
    document: &Document,
) -> impl Iterator<Item = (SentenceId, String)> + '_ {
    let body = document
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, s)| s.kind == BlockKind::Body && s.words.len() >= SHORTEST);
    body.map(move |(index, sentence)| {
        let words = changes::of_span(document, sentence.span);
        let keys: Vec<&str> = words.iter().map(|w| w.key.as_str()).collect();
        let index = index as u32;
        (SentenceId { article, index }, keys.join(" "))
    })
}
