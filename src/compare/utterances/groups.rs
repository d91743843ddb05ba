//! Sayings → groups that are one utterance.

use std::collections::{BTreeMap, BTreeSet};

use super::sayings::{Saying, SpeakerRelation};
use crate::model::ArticleId;

/// A stem that more sayings than this share says nothing about which of them are the same.
const COMMON: usize = 60;

/// The sayings that are one utterance, by index, from the chance of each pair and the mean chance that joins two groups;
/// every saying is in exactly one group.
pub fn joined_by_chance(
    sayings: &[Saying],
    likely: &BTreeMap<(usize, usize), f64>,
    same: f64,
) -> Vec<Vec<usize>> {
    let mut pairs: Vec<(f64, usize, usize)> = likely
        .iter()
        .filter(|(_, p)| **p >= same)
        .map(|(&(a, b), p)| (*p, a, b))
        .collect();
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    merge(sayings, &pairs, likely, same)
}

/// Pairs of different articles that share a telling word.
pub fn candidates(sayings: &[Saying]) -> Vec<(usize, usize)> {
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
    found.into_iter().collect()
}

fn article(sayings: &[Saying], i: usize) -> Option<ArticleId> {
    sayings.get(i).map(|s| s.sentence.article)
}

/// Joins the most alike first; two groups join only when their cross pairs are alike on the whole, so that a chain of
/// half-alike sayings never ties two different utterances.
fn merge(
    sayings: &[Saying],
    pairs: &[(f64, usize, usize)],
    likely: &BTreeMap<(usize, usize), f64>,
    same: f64,
) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..sayings.len()).collect();
    let mut groups: Vec<Vec<usize>> = (0..sayings.len()).map(|i| vec![i]).collect();
    for (_, a, b) in pairs {
        let (Some(&ga), Some(&gb)) = (group_of.get(*a), group_of.get(*b)) else {
            continue;
        };
        let (Some(left), Some(right)) = (groups.get(ga), groups.get(gb)) else {
            continue;
        };
        if ga == gb
            || mean(sayings, left, right, likely) < same
            || both_said_it(sayings, left, right)
        {
            continue;
        }
        let moved = groups.get_mut(gb).map(std::mem::take).unwrap_or_default();
        moved
            .iter()
            .for_each(|i| group_of.iter_mut().skip(*i).take(1).for_each(|g| *g = ga));
        if let Some(left) = groups.get_mut(ga) {
            left.extend(moved);
            left.sort_unstable();
        }
    }
    groups.retain(|g| !g.is_empty());
    groups
}

/// The mean probability of the pairs of different articles across two groups.
fn mean(
    sayings: &[Saying],
    left: &[usize],
    right: &[usize],
    likely: &BTreeMap<(usize, usize), f64>,
) -> f64 {
    let cross = left
        .iter()
        .flat_map(|x| right.iter().map(move |y| (*x.min(y), *x.max(y))));
    let cross = cross.filter(|(x, y)| article(sayings, *x) != article(sayings, *y));
    let found: Vec<f64> = cross
        .map(|pair| likely.get(&pair).copied().unwrap_or(0.0))
        .collect();
    if found.is_empty() {
        0.0
    } else {
        found.iter().sum::<f64>() / found.len() as f64
    }
}

/// Whether two known speakers would come together of whom one article has both say these words, each for himself: a
/// phrase that one took over from the other is two utterances, and no disagreement about who said it.
fn both_said_it(sayings: &[Saying], left: &[usize], right: &[usize]) -> bool {
    let other = |x: &usize, y: &usize| match (sayings.get(*x), sayings.get(*y)) {
        (Some(x), Some(y)) => x.speaker.relation(&y.speaker) == SpeakerRelation::Other,
        _ => false,
    };
    let conflict = left.iter().any(|x| right.iter().any(|y| other(x, y)));
    conflict
        && left.iter().chain(right).any(|x| {
            let Some(mine) = sayings.get(*x) else {
                return false;
            };
            sayings.iter().any(|s| {
                s.sentence.article == mine.sentence.article
                    && s.speaker.relation(&mine.speaker) == SpeakerRelation::Other
                    && s.has_words_of(mine)
            })
        })
}
