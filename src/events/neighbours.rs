//! Which articles are near which, by an inverted index: every article asks those before it, so that the cost grows with the
//! articles of some weeks and not with all pairs.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::rarity::Vector;

/// Two articles further apart in days tell two events, whatever their words; what is this near may be related.
pub(super) const WINDOW: i32 = 30;

/// Cosines below it tell nothing and are left out: a third of what two articles of one event need.
const FLOOR: f32 = 0.04;

/// Neighbours of an article that are kept, the nearest.
const MOST_NEIGHBOURS: usize = 100;

/// Articles of one term that one article is held against, the latest of those before it. Terms of more articles are as
/// good as common.
const MOST_POSTINGS: usize = 1_500;

/// How near two articles are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edge {
    /// The cosine of their words.
    pub(super) words: f32,
    /// The same where the days between them count against it.
    pub(super) both: f32,
}

/// For each article its neighbours among those before it.
pub(super) fn neighbours(
    vectors: &[Vector],
    days: &[Option<i32>],
    terms: usize,
) -> Vec<BTreeMap<usize, Edge>> {
    let mut index: Vec<Vec<(u32, f32)>> = vec![Vec::new(); terms];
    for (article, vector) in vectors.iter().enumerate() {
        for (term, weight) in vector {
            if let Some(list) = index.get_mut(*term as usize) {
                list.push((article as u32, *weight));
            }
        }
    }
    let asked = |sums: &mut Vec<f32>, (article, vector): (usize, &Vector)| {
        gather(&index, days, article, vector, sums)
    };
    vectors
        .par_iter()
        .enumerate()
        .map_init(|| vec![0.0; vectors.len()], asked)
        .collect()
}

/// The neighbours of one article before it; `sums` is all zeros before and after.
fn gather(
    index: &[Vec<(u32, f32)>],
    days: &[Option<i32>],
    article: usize,
    vector: &Vector,
    sums: &mut [f32],
) -> BTreeMap<usize, Edge> {
    let day = days.get(article).copied().flatten();
    let mut touched: Vec<u32> = Vec::new();
    for (term, weight) in vector {
        let list = index.get(*term as usize).map_or(&[][..], Vec::as_slice);
        let before = list.partition_point(|(other, _)| (*other as usize) < article);
        let recent = list.get(..before).unwrap_or_default().iter().rev();
        for (other, theirs) in recent.take(MOST_POSTINGS) {
            let gap = gap(day, days.get(*other as usize).copied().flatten());
            if gap.is_some_and(|gap| gap > WINDOW) {
                break;
            }
            if let Some(sum) = sums.get_mut(*other as usize) {
                if *sum == 0.0 {
                    touched.push(*other);
                }
                *sum += weight * theirs;
            }
        }
    }
    nearest(touched, days, day, sums)
}

fn nearest(
    touched: Vec<u32>,
    days: &[Option<i32>],
    day: Option<i32>,
    sums: &mut [f32],
) -> BTreeMap<usize, Edge> {
    let mut found: Vec<(usize, Edge)> = Vec::new();
    for other in touched {
        let other = other as usize;
        let words = sums.get_mut(other).map_or(0.0, std::mem::take);
        if words >= FLOOR {
            let gap = gap(day, days.get(other).copied().flatten());
            let both = words * freshness(gap);
            found.push((other, Edge { words, both }));
        }
    }
    found.sort_by(|a, b| b.1.both.total_cmp(&a.1.both).then(a.0.cmp(&b.0)));
    found.truncate(MOST_NEIGHBOURS);
    found.into_iter().collect()
}

/// Days between two articles, where both are known.
fn gap(one: Option<i32>, other: Option<i32>) -> Option<i32> {
    Some((one? - other?).abs())
}

/// Days within which outlets tell one event as it is told on its first day: the next day's papers, and a zone of time.
const FRESH: i32 = 1;

/// Days after which nearness counts for 1/e, the first aside. With 3, 5 and 8 the known events score .997, 1 and 1.
const FADING: f32 = 5.0;

/// What nearness counts for where a day is not known: the quotient of what served best with days and without, so that one bound
/// serves both.
const UNDATED: f32 = 0.83;

/// What nearness of words counts for, by the days between.
fn freshness(gap: Option<i32>) -> f32 {
    gap.map_or(UNDATED, |gap| {
        (-((gap - FRESH).max(0) as f32) / FADING).exp()
    })
}
