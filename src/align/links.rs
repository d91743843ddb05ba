//! Pairs → links: those above the threshold, many to many.

use super::pairs::Pairs;
use super::relation;
use crate::model::{Event, Link, SentenceId};

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

/// All pairs, the one whose score lies nearest to the least score of a link first.
pub fn doubtful(pairs: &Pairs, chances: &[f32]) -> Vec<(SentenceId, SentenceId, f64)> {
    let mut scored: Vec<(SentenceId, SentenceId, f64)> =
        pairs.sentences().zip(chances).map(|((a, b), &chance)| (a, b, f64::from(chance))).collect();
    scored.sort_by(|x, y| (x.2 - SHOWN).abs().total_cmp(&(y.2 - SHOWN).abs()).then((x.0, x.1).cmp(&(y.0, y.1))));
    scored
}
