//! Two sayings of two articles → how likely they are one utterance.
//!
//! A logistic regression over what the sayings share. Its weights stand in `weights.toml`, which says how, on what and
//! when they were fitted; `examples/fit_utterances` makes that file.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::groups;
use super::sayings::{self, Saying, SpeakerRelation};
use crate::language::built_in;
use crate::model::{Alignment, ArticleId, Event, SentenceId};

/// What a pair is measured by, in the order of its signals.
pub const NAMES: [&str; 11] = [
    "contained",
    "common",
    "shared",
    "run",
    "link",
    "mutual",
    "same speaker",
    "other speaker",
    "both direct",
    "slight",
    "figures",
];

/// The weights in the program.
static FITTED: LazyLock<Weights> =
    LazyLock::new(|| built_in::table("weights.toml", include_str!("weights.toml")));

/// Weights of the signals.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Weights {
    /// From what mean chance on two groups of sayings are one.
    pub same: f64,
    /// Log odds of a pair whose signals are all zero.
    pub bias: f64,
    /// By name of signal: least and greatest value seen in fitting, and weight of one unit; a value outside the range
    /// counts as its nearest end.
    pub signals: BTreeMap<String, [f64; 3]>,
}

/// The weights in the program.
pub fn fitted() -> &'static Weights {
    &FITTED
}

/// A run of this many common words in a row counts one; two such runs are as much as counts.
const RUN_UNIT: f64 = 5.0;

/// Content words up to which reported words without quotation marks say little: "her sister's remarks".
const FEW: usize = 4;

/// From which share of common weight and how many words on two quotations are the same words, whoever is said to have
/// said them; set so that a changed word in a sentence of six is still the same words. A quotation that stands word for
/// word in a longer one is the same words, too.
const SAME_WORDS: (f64, usize) = (0.8, 5);

/// The sayings of an event with the pairs that can be one utterance.
pub struct Candidates {
    /// The sayings in order of their place.
    pub sayings: Vec<Saying>,
    /// Pairs of different articles, by index.
    pub pairs: Vec<(usize, usize)>,
    /// Per pair the signals in the order of [`NAMES`].
    pub signals: Vec<Vec<f32>>,
    /// Per pair whether two others than one said it: then it is no utterance.
    apart: Vec<bool>,
}

impl Candidates {
    /// The candidates of an event.
    pub fn of(event: &Event, alignment: &Alignment) -> Self {
        let sayings = sayings::read(event);
        let links: HashMap<(SentenceId, SentenceId), f64> = alignment
            .links
            .iter()
            .map(|l| ((l.a, l.b), l.score))
            .collect();
        let measured: Vec<((usize, usize), Common)> = groups::candidates(&sayings)
            .into_par_iter()
            .filter_map(|(a, b)| Some(((a, b), common(sayings.get(a)?, sayings.get(b)?, &links)?)))
            .collect();
        let context = Context::of(&sayings, &measured);
        let (mut pairs, mut signals, mut apart) = (Vec::new(), Vec::new(), Vec::new());
        for ((a, b), common) in &measured {
            let (Some(x), Some(y)) = (sayings.get(*a), sayings.get(*b)) else {
                continue;
            };
            pairs.push((*a, *b));
            signals.push(measure(x, y, common, &context, (*a, *b)));
            apart.push(is_apart(x, y, common));
        }
        Self {
            sayings,
            pairs,
            signals,
            apart,
        }
    }

    /// The chance of each pair to be one utterance.
    pub fn chances(&self, weights: &Weights) -> BTreeMap<(usize, usize), f64> {
        let own: Vec<[f64; 3]> = NAMES
            .iter()
            .map(|n| weights.signals.get(*n).copied().unwrap_or_default())
            .collect();
        let chance = |values: &Vec<f32>| {
            let parts = own.iter().zip(values);
            let sum: f64 = parts
                .map(|(&[low, high, weight], &v)| weight * f64::from(v).max(low).min(high))
                .sum();
            1.0 / (1.0 + (-(weights.bias + sum)).exp())
        };
        let judged = self.pairs.iter().zip(&self.signals).zip(&self.apart);
        judged
            .map(|((pair, values), apart)| (*pair, if *apart { 0.0 } else { chance(values) }))
            .collect()
    }

    /// The sayings that are one utterance, by index; every saying is in exactly one group.
    pub fn groups(&self, weights: &Weights) -> Vec<Vec<usize>> {
        groups::joined_by_chance(&self.sayings, &self.chances(weights), weights.same)
    }
}

/// What two sayings have in common, before they are weighed against their rivals.
#[derive(Clone, Copy, Debug)]
struct Common {
    contained: f64,
    common: f64,
    shared: usize,
    run: usize,
    link: f64,
}

impl Common {
    /// A plain measure, to tell which of several sayings of an article comes nearest.
    fn near(&self) -> f64 {
        (self.contained + self.common) / 2.0
            + 0.3 * self.link
            + 0.1 * (self.run as f64 / RUN_UNIT).min(1.0)
    }
}

/// What the rest of the two articles tells about a pair.
struct Context {
    /// How near the nearest saying of each other article comes to each saying.
    nearest: BTreeMap<(usize, ArticleId), f64>,
}

impl Context {
    fn of(sayings: &[Saying], measured: &[((usize, usize), Common)]) -> Self {
        Self {
            nearest: nearest(sayings, measured),
        }
    }

    /// How near this pair comes to the nearest that either has in the other's article, 0 to 1.
    fn mutual(&self, a: (usize, &Saying), b: (usize, &Saying), near: f64) -> f64 {
        let best = |own: usize, other: &Saying| {
            self.nearest
                .get(&(own, other.sentence.article))
                .copied()
                .unwrap_or(1.0)
        };
        (near / best(a.0, b.1)).min(near / best(b.0, a.1))
    }
}

fn measure(
    x: &Saying,
    y: &Saying,
    c: &Common,
    context: &Context,
    (a, b): (usize, usize),
) -> Vec<f32> {
    let relation = x.speaker.relation(&y.speaker);
    let is = |yes: bool| f64::from(u8::from(yes));
    let slight = |s: &Saying| !s.direct && s.words.len() <= FEW && s.quotes.len() == 1;
    let values = [
        c.contained,
        c.common,
        (c.shared as f64 / 3.0).min(2.0),
        (c.run as f64 / RUN_UNIT).min(2.0),
        c.link,
        context.mutual((a, x), (b, y), c.near()),
        is(relation == SpeakerRelation::Same),
        is(relation != SpeakerRelation::Same
            && x.speaker.name.is_some()
            && y.speaker.name.is_some()),
        is(x.direct && y.direct),
        is(slight(x) || slight(y)),
        is(!x.figures.is_disjoint(&y.figures))
            - is(!x.figures.is_empty()
                && !y.figures.is_empty()
                && x.figures.is_disjoint(&y.figures)),
    ];
    values.iter().map(|v| *v as f32).collect()
}

/// Whether two known speakers said what are not the same words.
fn is_apart(x: &Saying, y: &Saying, c: &Common) -> bool {
    let shorter = x.length.min(y.length);
    let whole = x.direct && y.direct && c.run >= shorter;
    let same_words = shorter >= SAME_WORDS.1 && (c.common >= SAME_WORDS.0 || whole);
    x.speaker.relation(&y.speaker) == SpeakerRelation::Other && !same_words
}

/// How near the nearest saying of each other article comes to each saying.
fn nearest(
    sayings: &[Saying],
    measured: &[((usize, usize), Common)],
) -> BTreeMap<(usize, ArticleId), f64> {
    let mut best: BTreeMap<(usize, ArticleId), f64> = BTreeMap::new();
    for ((a, b), common) in measured {
        for (own, other) in [(*a, *b), (*b, *a)] {
            let Some(article) = sayings.get(other).map(|s| s.sentence.article) else {
                continue;
            };
            let here = best.entry((own, article)).or_default();
            *here = here.max(common.near());
        }
    }
    best
}

fn common(
    a: &Saying,
    b: &Saying,
    links: &HashMap<(SentenceId, SentenceId), f64>,
) -> Option<Common> {
    let both: Vec<f64> = a
        .words
        .iter()
        .filter(|(stem, _)| b.words.contains_key(*stem))
        .map(|(_, w)| *w)
        .collect();
    let (of_a, of_b): (f64, f64) = (a.words.values().sum(), b.words.values().sum());
    let weight: f64 = both.iter().sum();
    if weight == 0.0 {
        return None;
    }
    let link = links
        .get(&(a.sentence, b.sentence))
        .or_else(|| links.get(&(b.sentence, a.sentence)));
    Some(Common {
        contained: weight / of_a.min(of_b),
        common: weight / (of_a + of_b - weight),
        shared: both.len(),
        run: longest_run(&a.sequence, &b.sequence),
        link: link.copied().unwrap_or(0.0),
    })
}

/// How many words in a row two sequences have in common at most.
pub fn longest_run(a: &[String], b: &[String]) -> usize {
    let mut best = 0;
    let mut before = vec![0usize; b.len() + 1];
    for word in a {
        let mut here = vec![0usize; b.len() + 1];
        for (j, other) in b.iter().enumerate() {
            let run = if word == other {
                before.get(j).map_or(0, |n| n + 1)
            } else {
                0
            };
            here.iter_mut().skip(j + 1).take(1).for_each(|n| *n = run);
            best = best.max(run);
        }
        before = here;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::longest_run;

    #[test]
    fn every_signal_has_a_weight_and_every_weight_a_signal() {
        let mut named: Vec<&str> = super::NAMES.to_vec();
        named.sort_unstable();
        assert_eq!(
            super::fitted()
                .signals
                .keys()
                .map(String::as_str)
                .collect::<Vec<_>>(),
            named
        );
    }

    #[test]
    fn the_longest_run_is_found_anywhere() {
        let words = |s: &str| s.split(' ').map(str::to_string).collect::<Vec<_>>();
        assert_eq!(
            longest_run(
                &words("we will not go home"),
                &words("they say we will not go")
            ),
            4
        );
        assert_eq!(longest_run(&words("a"), &words("b")), 0);
    }
}
