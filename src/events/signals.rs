//! Two articles that share words → the chance that they tell one event.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::bursts;
use super::neighbours::{Near, gap};
use super::rarity::{Vectors, cosine};
use super::sketch::Sketch;
use crate::language::built_in;
use crate::regression::{Ready, Regression};

/// What the signals of a pair are called in the weights, in their order.
pub const NAMES: [&str; 9] = [
    "words",
    "bursts",
    "bursts faded",
    "bursts log",
    "crowd",
    "headline in lead",
    "headlines log",
    "leads log",
    "same outlet",
];

/// The signals of two articles, in the order of [`NAMES`].
pub type Signals = [f32; NAMES.len()];

/// What makes a chance of the signals of two articles.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Weights {
    /// Where the days of both are known.
    pub dated: Regression,
    /// Where they are not.
    pub undated: Regression,
}

/// The weights in the program; the file says how, on what and when they were fitted.
static FITTED: LazyLock<Weights> =
    LazyLock::new(|| built_in::table("weights.toml", include_str!("weights.toml")));

/// The weights in the program.
pub fn fitted() -> &'static Weights {
    &FITTED
}

/// Nearest articles of other days that make a crowd.
const CROWD: usize = 10;

/// Below it a cosine is as good as none; keeps logarithms finite.
const LEAST: f32 = 0.01;

/// Days within which outlets tell one event as it is told on its first day: the next day's papers, and a zone of time.
const FRESH: i32 = 1;

/// Days after which nearness counts for 1/e, the first aside.
const FADING: f32 = 5.0;

/// What nearness counts for where a day is not known.
const UNDATED: f32 = 0.83;

/// What nearness counts for, by the days between.
pub(super) fn freshness(gap: Option<i32>) -> f32 {
    gap.map_or(UNDATED, |gap| {
        (-((gap - FRESH).max(0) as f32) / FADING).exp()
    })
}

/// How near two articles are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edge {
    /// The cosine of their words.
    pub(super) words: f32,
    /// The chance that they tell one event.
    pub(super) same: f32,
}

/// What the pairs of a collection are judged by.
pub(super) struct Judge<'a> {
    sketches: &'a [&'a Sketch],
    vectors: &'a Vectors,
    bursts: Vec<Vec<(u32, f32)>>,
    /// How near each article is to those of other days: in a long affair much is near and tells little.
    crowds: Vec<f32>,
    dated: Ready,
    undated: Ready,
}

impl<'a> Judge<'a> {
    pub(super) fn new(
        sketches: &'a [&'a Sketch],
        vectors: &'a Vectors,
        near: &[Near],
        weights: &Weights,
    ) -> Self {
        let days: Vec<Option<i32>> = sketches.iter().map(|s| s.day).collect();
        Self {
            sketches,
            vectors,
            bursts: bursts::vectors(&vectors.whole, &days, vectors.terms),
            crowds: crowds(near),
            dated: weights.dated.ready(&NAMES),
            undated: weights.undated.ready(&NAMES),
        }
    }

    /// Each article's neighbours among those before it, judged.
    pub(super) fn edges(&self, near: &[Near]) -> Vec<BTreeMap<usize, Edge>> {
        let edge = |article: usize, other: usize, words: f32| {
            let signals = self.signals(article, other, words);
            let is_dated = gap(self.day(article), self.day(other)).is_some();
            let ready = if is_dated { &self.dated } else { &self.undated };
            let same = ready.chance(signals.into_iter());
            (other, Edge { words, same })
        };
        let of = |(article, near): (usize, &Near)| {
            let near = near.all.iter();
            near.map(|(other, words)| edge(article, *other, *words))
                .collect()
        };
        near.par_iter().enumerate().map(of).collect()
    }

    fn day(&self, article: usize) -> Option<i32> {
        self.sketches.get(article)?.day
    }

    /// The signals of two articles whose words are so near.
    pub(super) fn signals(&self, a: usize, b: usize, words: f32) -> Signals {
        let of = |vectors: &[Vec<(u32, f32)>], others: &[Vec<(u32, f32)>], a: usize, b: usize| {
            let both = vectors.get(a).zip(others.get(b));
            both.map_or(0.0, |(a, b)| cosine(a, b))
        };
        let Vectors { headline, lead, .. } = self.vectors;
        let outlet = |i: usize| self.sketches.get(i).and_then(|s| s.outlet);
        let crowd = |i: usize| self.crowds.get(i).copied().unwrap_or_default();
        let bursts = of(&self.bursts, &self.bursts, a, b);
        let is_same = outlet(a).is_some() && outlet(a) == outlet(b);
        let log = |cosine: f32| cosine.max(LEAST).ln();
        [
            words,
            bursts,
            bursts * freshness(gap(self.day(a), self.day(b))),
            log(bursts),
            crowd(a) + crowd(b),
            of(headline, lead, a, b).max(of(headline, lead, b, a)),
            log(of(headline, headline, a, b)),
            log(of(lead, lead, a, b)),
            f32::from(u8::from(is_same)),
        ]
    }
}

/// The mean cosine of each article to its nearest of other days.
fn crowds(near: &[Near]) -> Vec<f32> {
    let mut nearest: Vec<Vec<f32>> = vec![Vec::new(); near.len()];
    for (article, near) in near.iter().enumerate() {
        for (other, words) in &near.apart {
            for i in [article, *other] {
                if let Some(list) = nearest.get_mut(i) {
                    list.push(*words);
                }
            }
        }
    }
    let crowd = |mut list: Vec<f32>| {
        list.sort_by(|a, b| b.total_cmp(a));
        list.iter().take(CROWD).sum::<f32>() / CROWD as f32
    };
    nearest.into_iter().map(crowd).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_signal_has_a_weight_and_every_weight_a_signal() {
        let mut names = NAMES.map(str::to_string);
        names.sort();
        for weights in [&fitted().dated, &fitted().undated] {
            assert_eq!(weights.signals.keys().cloned().collect::<Vec<_>>(), names);
            let is_sound = |[low, high, weight]: &[f64; 3]| low <= high && weight.is_finite();
            assert!(weights.signals.values().all(is_sound));
        }
    }
}
