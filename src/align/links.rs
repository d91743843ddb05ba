//! Pairs → links: those above the threshold, many to many.

use super::relation;
use super::rows::Rows;
use super::signals::Pair;
use crate::model::{Event, Link};

/// Least score of a link: the best balance of right and missed links over the measured events.
const SHOWN: f64 = 0.2;

/// The links of an event, sorted by their ends.
pub fn of(event: &Event, rows: &Rows, pairs: &[Pair]) -> Vec<Link> {
    let scored = pairs.iter().map(|p| (p, score(p))).filter(|(_, s)| *s >= SHOWN);
    let mut links: Vec<Link> = scored.filter_map(|(p, s)| relation::link(event, rows, p, s)).collect();
    links.sort_by_key(|l| (l.a, l.b));
    links
}

/// Chance that two readers would link the pair.
fn score(p: &Pair) -> f64 {
    let sum = 0.61 * p.lex + 0.25 * p.grams - 0.085 * p.apart + 0.045 * p.mutual;
    1.0 / (1.0 + (-(f64::from(sum) - 0.2) / 0.04).exp())
}
