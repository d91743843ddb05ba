//! Links → pairings, and which of them are copies of one sentence.
//!
//! Copies are looked for without links too: whether two sentences are one text is seen word by word, whatever their
//! neighbours are.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::{difference, slots};
use crate::model::{Alignment, ArticleId, BlockKind, End, Event, Pairing, SentenceId, Word};

/// A pairing for each link and for each copy without one, in the order of their ends. A copy is the same sentence but for a
/// few words; of several in one article only the one most alike.
pub fn paired<'a>(
    event: &'a Event,
    alignment: &Alignment,
    words: &HashMap<SentenceId, Arc<[Word]>>,
) -> Vec<Pairing<'a>> {
    let linked: BTreeSet<(SentenceId, SentenceId)> = alignment
        .links
        .iter()
        .map(|link| (link.a, link.b))
        .collect();
    let near = sharing(event, words);
    let all: Vec<&(SentenceId, SentenceId)> = linked.union(&near).collect();
    let mut pairings: Vec<Pairing> = all
        .into_par_iter()
        .filter_map(|(a, b)| pairing(end(event, words, *a)?, end(event, words, *b)?))
        .filter(|p| p.is_copy || linked.contains(&(p.a.sentence, p.b.sentence)))
        .collect();
    let mut most: BTreeMap<(SentenceId, ArticleId), usize> = BTreeMap::new();
    for pairing in pairings.iter().filter(|pairing| pairing.is_copy) {
        for end in ends(pairing) {
            let best = most.entry(end).or_default();
            *best = pairing.difference.equal.max(*best);
        }
    }
    for pairing in &mut pairings {
        let is_most = |end| most.get(&end) == Some(&pairing.difference.equal);
        pairing.is_copy &= ends(pairing).into_iter().all(is_most);
    }
    pairings
}

/// Words in a row that two sentences have in common where one of them is a copy of the other.
const RUN: usize = 4;

/// Places of a run in more of which it is a turn of phrase.
const COMMON: usize = 12;

/// Pairs of sentences of two articles that have a run of words in common which stands in few places.
fn sharing(
    event: &Event,
    words: &HashMap<SentenceId, Arc<[Word]>>,
) -> BTreeSet<(SentenceId, SentenceId)> {
    let mut places: HashMap<[&str; RUN], Vec<SentenceId>> = HashMap::new();
    for (article, document) in event.articles() {
        for index in 0..document.sentences.len() as u32 {
            let id = SentenceId { article, index };
            for run in words.get(&id).into_iter().flat_map(|w| w.windows(RUN)) {
                let keys = std::array::from_fn(|i| run.get(i).map_or("", |w| w.key.as_str()));
                let here = places.entry(keys).or_default();
                if here.last() != Some(&id) {
                    here.push(id);
                }
            }
        }
    }
    let few = places.values().filter(|list| list.len() <= COMMON);
    few.flat_map(|list| {
        let pairs = list.iter().enumerate();
        pairs.flat_map(|(i, a)| list.iter().skip(i + 1).map(move |b| (*a, *b)))
    })
    .filter(|(a, b)| a.article != b.article)
    .collect()
}

fn end<'a>(
    event: &'a Event,
    words: &HashMap<SentenceId, Arc<[Word]>>,
    sentence: SentenceId,
) -> Option<End<'a>> {
    Some(End {
        sentence,
        document: event.document(sentence.article)?,
        words: words.get(&sentence)?.clone(),
    })
}

fn pairing<'a>(a: End<'a>, b: End<'a>) -> Option<Pairing<'a>> {
    let difference = difference::between(&a.words, &b.words);
    // What an outlet brought up to date is no change.
    let versions = a.document.article.is_version_of(&b.document.article);
    let is_copy =
        !versions && is_told(&a) && is_told(&b) && difference.is_of_one_text(&a.words, &b.words);
    let slots = slots::filled(&a, &b);
    Some(Pairing {
        a,
        b,
        difference,
        is_copy,
        slots,
    })
}

/// Whether a sentence is no caption and no heading between paragraphs.
fn is_told(end: &End) -> bool {
    let sentence = end.document.sentences.get(end.sentence.index as usize);
    sentence.is_some_and(|s| matches!(s.kind, BlockKind::Body | BlockKind::Headline))
}

fn ends(pairing: &Pairing) -> [(SentenceId, ArticleId); 2] {
    let (a, b) = (pairing.a.sentence, pairing.b.sentence);
    [(a, b.article), (b, a.article)]
}
