//! Pairs → links: those above the threshold, many to many.

use rayon::prelude::*;

use super::pairs::{Chances, Pairs};
use super::relation::{self, Scored, Shown};
use crate::model::{Event, Link, SentenceId};

/// Least score of a link. Over 60 events, each scored without its own answers, F1 grows from .63 at 0.18 to .65 at 0.35
/// (.64 to .67 with all-MiniLM-L6-v2); average precision and the share of the right links grow the more is shown. 0.18
/// gives up two hundredths of F1 for a tenth more of the right links, since what is said to be missing must not be in a
/// link: the score says how far each can be trusted, and what asks for more certainty asks for a higher one.
const SHOWN: f64 = 0.18;

/// Least score of a pair of which nobody may say that one side lacks what only the other says. Readers judged 313 statements that
/// an article was said to lack, 24 events that nothing was fitted to: 275 were lacking. Without those that come so near to a
/// sentence of the article, 227 of 245; bounds of .03, .1 and .15 leave .935, .919 and .898.
const NEAR: f64 = 0.05;

/// The pairs of an event that are near and not linked, sorted.
pub fn near(pairs: &Pairs, chances: &Chances) -> Vec<(SentenceId, SentenceId)> {
    let scored = pairs.sentences().zip(&chances.linked);
    let mut near: Vec<(SentenceId, SentenceId)> = scored
        .filter(|(_, chance)| (NEAR..SHOWN).contains(&f64::from(**chance)))
        .map(|(ends, _)| ends)
        .collect();
    near.sort_unstable();
    near
}

/// The links of an event, sorted by their ends.
pub fn likely_links(event: &Event, pairs: &Pairs, chances: &Chances) -> Vec<Link> {
    let shown = Shown::of(event, pairs);
    let scored = pairs
        .ends
        .par_iter()
        .zip(&pairs.first)
        .zip(chances.linked.par_iter().zip(&chances.same));
    let scored = scored.map(|((&ends, signals), (&linked, &same))| Scored {
        ends,
        signals,
        score: linked.into(),
        same,
    });
    let sure = scored.filter(|s| s.score >= SHOWN);
    let mut links: Vec<Link> = sure
        .filter_map(|scored| relation::link(event, pairs, &shown, &scored))
        .collect();
    links.sort_by_key(|l| (l.a, l.b));
    links
}

/// All pairs, the one whose score lies nearest to the least score of a link first.
pub fn doubtful(pairs: &Pairs, chances: &Chances) -> Vec<(SentenceId, SentenceId, f64)> {
    let mut scored: Vec<(SentenceId, SentenceId, f64)> = pairs
        .sentences()
        .zip(&chances.linked)
        .map(|((a, b), &chance)| (a, b, f64::from(chance)))
        .collect();
    scored.sort_by(|x, y| {
        (x.2 - SHOWN)
            .abs()
            .total_cmp(&(y.2 - SHOWN).abs())
            .then((x.0, x.1).cmp(&(y.0, y.1)))
    });
    scored
}
