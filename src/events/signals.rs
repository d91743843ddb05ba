//! Two articles that share words → the chance that they tell one event.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::bursts;
use super::neighbours::{Near, gap};
use super::rarity::{Vectors, cosine};
use super::sketch::Sketch;
use super::standing;
use crate::language::built_in;
use crate::regression::{Ready, Regression};

/// What the signals of a pair are called in the weights, in their order.
pub const NAMES: [&str; 12] = [
    "bursts",
    "bursts faded",
    "bursts log",
    "crowd",
    "days between",
    "days told",
    "days told apart",
    "headlines log",
    "leads log",
    "names",
    "same day told",
    "same outlet",
];

/// The signals of two articles, in the order of [`NAMES`].
pub type Signals = [f32; NAMES.len()];

/// What makes a chance of the signals of two articles.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Weights {
    /// Where the days of both are known.
    pub dated: Rounds,
    /// Where they are not.
    pub undated: Rounds,
}

/// A pair is judged twice.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Rounds {
    /// By what the two articles have in common.
    pub first: Regression,
    /// By how the pair stands in the first round among the neighbours of both.
    pub second: Regression,
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
pub(super) const LEAST: f32 = 0.01;

/// Days within which outlets tell one event as it is told on its first day: the next day's papers, and a zone of time.
const FRESH: i32 = 1;

/// Days after which nearness counts for 1/e, the first aside.
const FADING: f32 = 5.0;

/// Days between two articles, or between the days they tell of, after which more make no difference.
const FAR: i32 = 7;

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
    weights: &'a Weights,
}

impl<'a> Judge<'a> {
    pub(super) fn new(
        sketches: &'a [&'a Sketch],
        vectors: &'a Vectors,
        near: &[Near],
        weights: &'a Weights,
    ) -> Self {
        let days: Vec<Option<i32>> = sketches.iter().map(|s| s.day).collect();
        Self {
            sketches,
            vectors,
            bursts: bursts::vectors(&vectors.whole, &days, vectors.terms),
            crowds: crowds(near),
            weights,
        }
    }

    /// Each article's neighbours among those before it, judged.
    pub(super) fn edges(&self, near: &[Near]) -> Vec<BTreeMap<usize, Edge>> {
        let pairs: Vec<(usize, usize, f32)> = near
            .iter()
            .enumerate()
            .flat_map(|(article, near)| {
                near.all.iter().map(move |(b, words)| (article, *b, *words))
            })
            .collect();
        let first = Chances::of(self.weights, |rounds| &rounds.first, &NAMES);
        let alone = |&(a, b, _): &(usize, usize, f32)| {
            let signals = self.signals(a, b);
            (a, b, first.chance(self.is_dated(a, b), &signals))
        };
        let alone: Vec<(usize, usize, f32)> = pairs.par_iter().map(alone).collect();
        let second = Chances::of(self.weights, |rounds| &rounds.second, &standing::NAMES);
        let stands = standing::signals(near.len(), &alone);
        let mut edges = vec![BTreeMap::new(); near.len()];
        for ((a, b, words), stands) in pairs.into_iter().zip(stands) {
            let same = second.chance(self.is_dated(a, b), &stands);
            if let Some(list) = edges.get_mut(a) {
                list.insert(b, Edge { words, same });
            }
        }
        edges
    }

    fn is_dated(&self, a: usize, b: usize) -> bool {
        gap(self.day(a), self.day(b)).is_some()
    }

    fn day(&self, article: usize) -> Option<i32> {
        self.sketches.get(article)?.day
    }

    /// What two articles have in common.
    pub(super) fn signals(&self, a: usize, b: usize) -> Signals {
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
        let names = self.vectors.names.get(a).zip(self.vectors.names.get(b));
        let between = gap(self.day(a), self.day(b));
        let told = self.days_told(a, b);
        let far = |days: Option<i32>| days.map_or(0.0, |days| days.min(FAR) as f32);
        let flag = |is: bool| f32::from(u8::from(is));
        [
            bursts,
            bursts * freshness(between),
            log(bursts),
            crowd(a) + crowd(b),
            far(between),
            flag(told.is_some()),
            far(told),
            log(of(headline, headline, a, b)),
            log(of(lead, lead, a, b)),
            names.map_or(0.0, |(a, b)| a.shared(b)),
            flag(told == Some(0)),
            flag(is_same),
        ]
    }

    /// Days between the first that each of two articles names; none where one names none, or they are counted differently.
    fn days_told(&self, a: usize, b: usize) -> Option<i32> {
        let (a, b) = (self.sketches.get(a)?, self.sketches.get(b)?);
        gap(a.told, b.told).filter(|_| a.day.is_some() == b.day.is_some())
    }
}

/// The regressions of one round, ready.
struct Chances {
    dated: Ready,
    undated: Ready,
}

impl Chances {
    fn of(weights: &Weights, round: fn(&Rounds) -> &Regression, names: &[&str]) -> Self {
        Self {
            dated: round(&weights.dated).ready(names),
            undated: round(&weights.undated).ready(names),
        }
    }

    fn chance(&self, is_dated: bool, signals: &[f32]) -> f32 {
        let ready = if is_dated { &self.dated } else { &self.undated };
        ready.chance(signals.iter().copied())
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
        let sorted = |names: &[&str]| {
            let mut names: Vec<String> = names.iter().map(|n| n.to_string()).collect();
            names.sort();
            names
        };
        let (first, second) = (sorted(&NAMES), sorted(&standing::NAMES));
        for rounds in [&fitted().dated, &fitted().undated] {
            for (weights, names) in [(&rounds.first, &first), (&rounds.second, &second)] {
                let weighed: Vec<String> = weights.signals.keys().cloned().collect();
                assert_eq!(weighed, *names);
                let is_sound = |[low, high, weight]: &[f64; 3]| low <= high && weight.is_finite();
                assert!(weights.signals.values().all(is_sound));
            }
        }
    }
}
