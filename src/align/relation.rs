//! One pair → its link: how the two sentences relate and what shows it.

use super::rows::{Row, Rows};
use super::weighted::common;
use crate::model::{Event, Evidence, Link, Relation, Side};

/// Least share of a sentence's weight that the other must have for "says nothing more".
const COVERED: f32 = 0.6;
/// Least length, in words, of a common run worth showing.
const RUN: usize = 3;

/// The link of a pair.
pub fn link(event: &Event, rows: &Rows, ends: (u32, u32), signals: &[f32], score: f64) -> Option<Link> {
    let (a, b) = (rows.get(ends.0)?, rows.get(ends.1)?);
    let shared = common(&a.keys, &b.keys);
    let (a_within_b, b_within_a) = (shared >= COVERED * a.total, shared >= COVERED * b.total);
    let relation = if a_within_b && b_within_a { Relation::Equivalent } else { Relation::Partial };
    let contains = match (a_within_b, b_within_a) {
        (true, false) => Some(Side::B),
        (false, true) => Some(Side::A),
        _ => None,
    };
    Some(Link { a: a.id, b: b.id, relation, contains, score, evidence: evidence(event, a, b, signals) })
}

fn evidence(event: &Event, a: &Row, b: &Row, signals: &[f32]) -> Evidence {
    Evidence {
        names: Vec::new(),
        numbers: Vec::new(),
        shared_words: shared_words(event, a, b),
        parts: signals.iter().zip(["words", "letters"]).map(|(&s, name)| (name, f64::from(s))).collect(),
    }
}

/// The longest run of words both have, as `a` prints it, where it is long enough to show.
fn shared_words(event: &Event, a: &Row, b: &Row) -> Option<String> {
    let (end, length) = longest_run(&a.sequence, &b.sequence);
    if length < RUN {
        return None;
    }
    let (document, sentence) = (event.document(a.id.article)?, event.sentence(a.id)?);
    let (first, last) = (sentence.words.get(end - length)?, sentence.words.get(end - 1)?);
    document.article.text.get(first.start..last.end).map(str::to_string)
}

/// Where the longest common run of two sequences ends in the first, and its length.
fn longest_run(a: &[u32], b: &[u32]) -> (usize, usize) {
    let mut best = (0, 0);
    let mut above = vec![0_usize; b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![0_usize; b.len() + 1];
        for (j, y) in b.iter().enumerate() {
            let length = if x == y { above.get(j).copied().unwrap_or(0) + 1 } else { 0 };
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = length;
            }
            if length > best.1 {
                best = (i + 1, length);
            }
        }
        above = row;
    }
    best
}
