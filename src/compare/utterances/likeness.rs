//! Two sayings of two articles → how likely they are one utterance.
//!
//! A logistic regression over what the sayings share. Its weights were fitted on the 3,209 pairs of sayings that have a
//! content word in common in thirteen events with hand-made answers (five real ones, the eight stories of the fixtures);
//! with the event in question left out, the mean F1 of sentence pairs so joined is .65 on the real and .74 on the own
//! events, against .57 and .69 of a threshold on shared weight.

use std::collections::{BTreeMap, HashMap};

use super::sayings::{Saying, SpeakerRelation};
use crate::model::{Alignment, ArticleId, SentenceId};

/// What a pair has in common, and the weight of each in the sum.
const BIAS: f64 = -5.14;
const CONTAINED: f64 = 0.71;
const COMMON: f64 = 0.95;
const LINK: f64 = 3.61;
const SAME_SPEAKER: f64 = 0.96;
const OTHER_SPEAKER: f64 = -0.46;
const RUN: f64 = 0.89;
const BOTH_DIRECT: f64 = -0.23;
const MUTUAL: f64 = 2.97;
const SLIGHT: f64 = -0.75;
const SHARED: f64 = -0.67;

/// A run of this many common words in a row counts one; two such runs are as much as counts.
const RUN_UNIT: f64 = 5.0;

/// Content words up to which reported words without quotation marks say little: "her sister's remarks".
const FEW: usize = 4;

/// From which share of common weight and how many words on two quotations are the same words, whoever is said to have
/// said them; set so that a changed word in a sentence of six is still the same words.
const SAME_WORDS: (f64, usize) = (0.8, 5);

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
        (self.contained + self.common) / 2.0 + 0.3 * self.link + 0.1 * (self.run as f64 / RUN_UNIT).min(1.0)
    }
}

/// The probability that the sayings of each pair, by index, are one utterance.
pub fn all(sayings: &[Saying], pairs: &[(usize, usize)], alignment: &Alignment) -> BTreeMap<(usize, usize), f64> {
    let links: HashMap<(SentenceId, SentenceId), f64> = alignment.links.iter().map(|l| ((l.a, l.b), l.score)).collect();
    let measured: Vec<((usize, usize), Common)> =
        pairs.iter().filter_map(|&(a, b)| Some(((a, b), common(sayings.get(a)?, sayings.get(b)?, &links)?))).collect();
    let nearest = nearest(sayings, &measured);
    let found = measured.iter().filter_map(|&((a, b), ref c)| {
        let (x, y) = (sayings.get(a)?, sayings.get(b)?);
        let best = |own: usize, other: &Saying| nearest.get(&(own, other.sentence.article)).copied().unwrap_or(1.0);
        let mutual = (c.near() / best(a, y)).min(c.near() / best(b, x));
        Some(((a, b), probability(x, y, c, mutual)))
    });
    found.collect()
}

/// How near the nearest saying of each other article comes to each saying.
fn nearest(sayings: &[Saying], measured: &[((usize, usize), Common)]) -> BTreeMap<(usize, ArticleId), f64> {
    let mut best: BTreeMap<(usize, ArticleId), f64> = BTreeMap::new();
    for ((a, b), common) in measured {
        for (own, other) in [(*a, *b), (*b, *a)] {
            let Some(article) = sayings.get(other).map(|s| s.sentence.article) else { continue };
            let here = best.entry((own, article)).or_default();
            *here = here.max(common.near());
        }
    }
    best
}

fn probability(a: &Saying, b: &Saying, c: &Common, mutual: f64) -> f64 {
    let relation = a.speaker.relation(&b.speaker);
    let same_words = c.common >= SAME_WORDS.0 && a.length.min(b.length) >= SAME_WORDS.1;
    if relation == SpeakerRelation::Other && !same_words {
        return 0.0;
    }
    let is = |yes: bool, weight: f64| if yes { weight } else { 0.0 };
    let slight = |s: &Saying| !s.direct && s.words.len() <= FEW && s.quotes.len() == 1;
    let sum = BIAS
        + CONTAINED * c.contained
        + COMMON * c.common
        + LINK * c.link
        + RUN * (c.run as f64 / RUN_UNIT).min(2.0)
        + MUTUAL * mutual
        + SHARED * (c.shared as f64 / 3.0).min(2.0)
        + is(relation == SpeakerRelation::Same, SAME_SPEAKER)
        + is(relation != SpeakerRelation::Same && a.speaker.name.is_some() && b.speaker.name.is_some(), OTHER_SPEAKER)
        + is(a.direct && b.direct, BOTH_DIRECT)
        + is(slight(a) || slight(b), SLIGHT);
    1.0 / (1.0 + (-sum).exp())
}

fn common(a: &Saying, b: &Saying, links: &HashMap<(SentenceId, SentenceId), f64>) -> Option<Common> {
    let both: Vec<f64> = a.words.iter().filter(|(stem, _)| b.words.contains_key(*stem)).map(|(_, w)| *w).collect();
    let (of_a, of_b): (f64, f64) = (a.words.values().sum(), b.words.values().sum());
    let weight: f64 = both.iter().sum();
    if weight == 0.0 {
        return None;
    }
    let link = links.get(&(a.sentence, b.sentence)).or_else(|| links.get(&(b.sentence, a.sentence)));
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
            let run = if word == other { before.get(j).map_or(0, |n| n + 1) } else { 0 };
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
    fn the_longest_run_is_found_anywhere() {
        let words = |s: &str| s.split(' ').map(str::to_string).collect::<Vec<_>>();
        assert_eq!(longest_run(&words("we will not go home"), &words("they say we will not go")), 4);
        assert_eq!(longest_run(&words("a"), &words("b")), 0);
    }
}
