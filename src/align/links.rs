//! Pairs → links: those above the threshold, many to many.

use super::pairs::Pairs;
use super::relation;
use crate::model::{Event, Link};

/// Least score of a link. Over 36 events, each scored without its own answers, F1 is flat from 0.2 to 0.4 (0.64 to 0.66)
/// and the lower end keeps a tenth more of the right links; the score says how far each can be trusted.
const SHOWN: f64 = 0.2;

/// The links of an event, sorted by their ends.
pub fn of(event: &Event, pairs: &Pairs, chances: &[f32]) -> Vec<Link> {
    let scored = pairs.ends.iter().zip(&pairs.first).zip(chances);
    let scored = scored.map(|((&ends, signals), &chance)| (ends, f64::from(chance), signals));
    let shown = scored.filter(|(_, score, _)| *score >= SHOWN);
    let mut links: Vec<Link> =
        shown.filter_map(|(ends, score, signals)| relation::link(event, &pairs.rows, ends, signals, score)).collect();
    links.sort_by_key(|l| (l.a, l.b));
    links
}
