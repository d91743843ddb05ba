//! Sayings → groups that are one utterance.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::sayings::{Saying, SpeakerRelation};
use crate::model::{Alignment, ArticleId, SentenceId};

/// From what likeness on two sayings of one speaker are the same. This and the next two were chosen together on five real
/// events with hand-made answers; 0.30 to 0.40 with 0.10 to 0.20 and 0.25 to 0.45 score within two points of each other.
const SAME: f64 = 0.35;

/// What is asked beyond that when one of the speakers is not known by name.
const UNSURE: f64 = 0.10;

/// What an aligned pair of sentences adds.
const ALIGNED: f64 = 0.35;

/// A stem that more sayings than this share says nothing about which of them are the same.
const COMMON: usize = 60;

/// The sayings that are one utterance, by index; every saying is in exactly one group.
pub fn find(sayings: &[Saying], alignment: &Alignment) -> Vec<Vec<usize>> {
    let linked: HashMap<(SentenceId, SentenceId), f64> =
        alignment.links.iter().map(|l| ((l.a, l.b), l.score)).collect();
    let mut pairs: Vec<(f64, usize, usize)> = candidates(sayings)
        .into_iter()
        .filter_map(|(a, b)| {
            let score = likeness(sayings.get(a)?, sayings.get(b)?, &linked);
            (score >= SAME).then_some((score, a, b))
        })
        .collect();
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    merge(sayings, &pairs)
}

/// Pairs of different articles that share a telling word.
fn candidates(sayings: &[Saying]) -> BTreeSet<(usize, usize)> {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, saying) in sayings.iter().enumerate() {
        for stem in saying.words.keys() {
            holders.entry(stem).or_default().push(i);
        }
    }
    let mut found = BTreeSet::new();
    for here in holders.values().filter(|h| h.len() <= COMMON) {
        for (k, a) in here.iter().enumerate() {
            for b in here.iter().skip(k + 1) {
                if article(sayings, *a) != article(sayings, *b) {
                    found.insert((*a, *b));
                }
            }
        }
    }
    found
}

fn article(sayings: &[Saying], i: usize) -> Option<ArticleId> {
    sayings.get(i).map(|s| s.sentence.article)
}

/// How surely two sayings are the same utterance: the mean of what the smaller has in common with the larger and what
/// both have in common, by weight of words; nothing where two known speakers differ.
fn likeness(a: &Saying, b: &Saying, linked: &HashMap<(SentenceId, SentenceId), f64>) -> f64 {
    let shared: f64 = a.words.iter().filter(|(stem, _)| b.words.contains_key(*stem)).map(|(_, w)| w).sum();
    let (of_a, of_b): (f64, f64) = (a.words.values().sum(), b.words.values().sum());
    if shared == 0.0 {
        return 0.0;
    }
    let contained = shared / of_a.min(of_b);
    let common = shared / (of_a + of_b - shared);
    let link = linked.get(&(a.sentence, b.sentence)).or_else(|| linked.get(&(b.sentence, a.sentence)));
    let aligned = link.map_or(0.0, |score| ALIGNED * score.max(0.5));
    let same = (contained + common) / 2.0 + aligned;
    let same_words = common >= 0.8 && a.length.min(b.length) >= 5;
    match a.speaker.relation(&b.speaker) {
        SpeakerRelation::Same => same,
        SpeakerRelation::Other if same_words => same,
        SpeakerRelation::Other => 0.0,
        SpeakerRelation::Unsure => same - UNSURE,
    }
}

/// Joins the most alike first; two groups join only when most of their cross pairs are alike, so that a chain of
/// half-alike sayings never ties two different utterances.
fn merge(sayings: &[Saying], pairs: &[(f64, usize, usize)]) -> Vec<Vec<usize>> {
    let alike: BTreeSet<(usize, usize)> = pairs.iter().map(|(_, a, b)| (*a, *b)).collect();
    let count = sayings.len();
    let mut group_of: Vec<usize> = (0..count).collect();
    let mut groups: Vec<Vec<usize>> = (0..count).map(|i| vec![i]).collect();
    for (_, a, b) in pairs {
        let (Some(&ga), Some(&gb)) = (group_of.get(*a), group_of.get(*b)) else { continue };
        if ga == gb {
            continue;
        }
        let (Some(left), Some(right)) = (groups.get(ga), groups.get(gb)) else { continue };
        let cross = left.iter().flat_map(|x| right.iter().map(move |y| (*x.min(y), *x.max(y))));
        let cross = cross.filter(|(x, y)| article(sayings, *x) != article(sayings, *y));
        let (mut hits, mut total) = (0, 0);
        for pair in cross {
            hits += usize::from(alike.contains(&pair));
            total += 1;
        }
        if 2 * hits < total {
            continue;
        }
        let moved = groups.get_mut(gb).map(std::mem::take).unwrap_or_default();
        moved.iter().for_each(|i| group_of.iter_mut().skip(*i).take(1).for_each(|g| *g = ga));
        if let Some(left) = groups.get_mut(ga) {
            left.extend(moved);
            left.sort_unstable();
        }
    }
    groups.retain(|g| !g.is_empty());
    groups
}
