//! Which articles are near which, by an inverted index: every article asks those before it, so that the cost grows with the
//! articles of some weeks and not with all pairs.

use rayon::prelude::*;

use super::rarity::Vector;
use super::signals::freshness;

/// Two articles further apart in days tell two events, whatever their words; what is this near may be related.
pub(super) const WINDOW: i32 = 30;

/// Cosines below it tell nothing and are left out: 685 of 717 judged pairs of one event have as much.
const FLOOR: f32 = 0.04;

/// Neighbours of an article that are kept, the nearest.
const MOST_NEIGHBOURS: usize = 100;

/// Articles of one term that one article is held against, the latest of those before it. Terms of more articles are as
/// good as common.
const MOST_POSTINGS: usize = 1_500;

/// Days apart from which the nearness of two articles tells of a matter and not of an event.
const APART: i32 = 3;

/// Neighbours at other days that are kept of an article.
const MOST_APART: usize = 20;

/// The neighbours of an article among those before it, with the cosines of their words.
#[derive(Clone, Debug, Default)]
pub(super) struct Near {
    /// Those that may tell the same event, the nearest.
    pub(super) all: Vec<(usize, f32)>,
    /// Those of clearly other days, the nearest.
    pub(super) apart: Vec<(usize, f32)>,
}

/// The neighbours of each article.
pub(super) fn neighbours(vectors: &[Vector], days: &[Option<i32>], terms: usize) -> Vec<Near> {
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
) -> Near {
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

fn nearest(touched: Vec<u32>, days: &[Option<i32>], day: Option<i32>, sums: &mut [f32]) -> Near {
    let mut found: Vec<(usize, f32, f32)> = Vec::new();
    let mut apart: Vec<(usize, f32)> = Vec::new();
    for other in touched {
        let other = other as usize;
        let words = sums.get_mut(other).map_or(0.0, std::mem::take);
        if words >= FLOOR {
            let gap = gap(day, days.get(other).copied().flatten());
            found.push((other, words, words * freshness(gap)));
            if gap.is_some_and(|gap| gap >= APART) {
                apart.push((other, words));
            }
        }
    }
    found.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
    found.truncate(MOST_NEIGHBOURS);
    apart.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    apart.truncate(MOST_APART);
    let all = found.into_iter().map(|(other, words, _)| (other, words));
    Near {
        all: all.collect(),
        apart,
    }
}

/// Days between two articles, where both are known.
pub(super) fn gap(one: Option<i32>, other: Option<i32>) -> Option<i32> {
    Some((one? - other?).abs())
}
