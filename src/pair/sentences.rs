//! Links → pairings, and which of them are copies of one sentence.

use std::collections::{BTreeMap, HashMap};

use super::{difference, slots};
use crate::model::{Alignment, ArticleId, BlockKind, End, Event, Pairing, SentenceId, Word};

/// A pairing for each link. A copy is the same sentence but for a few words; of several in one article only the one most
/// alike.
pub fn paired<'a>(
    event: &'a Event,
    alignment: &Alignment,
    words: &HashMap<SentenceId, Vec<Word>>,
) -> Vec<Pairing<'a>> {
    let links = alignment.links.iter();
    let mut pairings: Vec<Pairing> = links
        .filter_map(|link| pairing(end(event, words, link.a)?, end(event, words, link.b)?))
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

fn end<'a>(
    event: &'a Event,
    words: &HashMap<SentenceId, Vec<Word>>,
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
