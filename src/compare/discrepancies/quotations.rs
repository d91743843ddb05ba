//! Quoted sentences that are the same but for a few words.
//!
//! What one article prints in both forms was said twice, and is no difference.

use std::collections::BTreeSet;
use std::ops::Range;

use super::copied;
use super::cuts::cut;
use super::variants::is_change;
use crate::language;
use crate::model::{
    ArticleId, Difference, Discrepancy, DiscrepancyKind, DisputedValue, Excerpt, Pairings, Quoted,
    Word, WordChange,
};
use crate::span::Span;

/// Quoted sentences that two articles print with different words, or of which one ends early or begins late.
pub fn changed_quotations(pairings: &Pairings) -> Vec<Discrepancy> {
    let paired = pairings.quotations.iter().filter_map(|pair| {
        let (x, y) = (pairings.quoted.get(pair.a)?, pairings.quoted.get(pair.b)?);
        Some(differ(pairings, x, y, &pair.difference))
    });
    paired
        .flatten()
        .chain(copied::changed_quotations(pairings))
        .collect()
}

/// Words that a change inside a quotation may be long; what is longer is another saying.
pub const INSIDE: usize = 3;

/// Share of the longer quoted that must be in common, where the difference is inside: two sayings about one matter share a
/// phrase.
const MOST: f64 = 0.6;

fn differ(
    pairings: &Pairings,
    x: &Quoted,
    y: &Quoted,
    difference: &Difference,
) -> Vec<Discrepancy> {
    if let Some(cut) = cut(pairings, x, y, difference) {
        return vec![cut];
    }
    if (difference.equal as f64) < MOST * x.words.len().max(y.words.len()) as f64 {
        return Vec::new();
    }
    let short = |c: &&WordChange| c.ours.len() <= INSIDE && c.theirs.len() <= INSIDE;
    let held = difference.held(&x.words, &y.words).filter(short);
    let held = held.filter(|c| is_inside(c, x, y) || is_at_end(c, x, y));
    let held = held.filter(|c| is_change(x, y, c) && !is_said_twice(pairings, x, y, c));
    held.filter_map(|change| changed(x, y, change)).collect()
}

/// Whether a change has words of both pieces before and after it: one at an end may only be where a quotation begins later or
/// stops earlier.
fn is_inside(change: &WordChange, x: &Quoted, y: &Quoted) -> bool {
    let within =
        |range: &Range<usize>, quoted: &Quoted| range.start > 0 && range.end < quoted.words.len();
    within(&change.ours, x) && within(&change.theirs, y)
}

/// Whether a change is of the last words of both, and both sentences end there.
fn is_at_end(change: &WordChange, x: &Quoted, y: &Quoted) -> bool {
    let ends = |range: &Range<usize>, quoted: &Quoted| {
        !range.is_empty() && range.end == quoted.words.len() && quoted.is_ended()
    };
    ends(&change.ours, x) && ends(&change.theirs, y)
}

/// Whether one article prints both versions, each with the words beside it: two sayings of one speech.
fn is_said_twice(pairings: &Pairings, x: &Quoted, y: &Quoted, change: &WordChange) -> bool {
    let (ours, theirs) = (keys_around(x, &change.ours), keys_around(y, &change.theirs));
    let prints = |article: ArticleId, words: &[&str]| {
        let mut here = pairings
            .quoted
            .iter()
            .filter(|q| q.sentence.article == article);
        here.any(|q| {
            let keys: Vec<&str> = q.words.iter().map(|w| w.key.as_str()).collect();
            keys.windows(words.len().max(1)).any(|w| w == words)
        })
    };
    let articles: BTreeSet<ArticleId> =
        pairings.quoted.iter().map(|q| q.sentence.article).collect();
    articles
        .into_iter()
        .any(|article| prints(article, &ours) && prints(article, &theirs))
}

/// Some words of a quotation with the one on each side of them, as they are compared.
pub fn keys_around<'a>(quoted: &'a Quoted, range: &Range<usize>) -> Vec<&'a str> {
    let words = quoted.words_in(&quoted.with_neighbours(range));
    words.iter().map(|w| w.key.as_str()).collect()
}

/// A stretch that differs, with the word on each side of it.
pub fn changed(x: &Quoted, y: &Quoted, change: &WordChange) -> Option<Discrepancy> {
    let around = |quoted: &Quoted, range| quoted.span_of(&quoted.with_neighbours(range));
    let (a, b) = (around(x, &change.ours)?, around(y, &change.theirs)?);
    let marked = [(x, a), (y, b)]
        .iter()
        .any(|(quoted, span)| is_marked(quoted.document.text(*span)));
    let own = |here: &[Word], there: &[Word]| {
        let mut telling = here.iter().filter(|w| w.is_telling());
        telling.any(|w| !there.iter().any(|t| t.key == w.key))
    };
    let (ours, theirs) = (x.words_in(&change.ours), y.words_in(&change.theirs));
    let points = |words: &[Word]| {
        let mut keys = words.iter().map(|w| w.key.as_str());
        keys.any(|key| language::WORDS.definite.contains(key))
    };
    let replaced = match (own(ours, theirs), own(theirs, ours)) {
        (true, true) => true,
        (true, false) => ours.len() == theirs.len() && !points(theirs),
        (false, true) => ours.len() == theirs.len() && !points(ours),
        (false, false) => false,
    };
    let rule = match (marked, replaced) {
        (true, _) => "quotation-marked",
        (false, true) => "quotation-differs",
        (false, false) => "quotation-shortened",
    };
    Some(discrepancy(x, a, y, b, rule))
}

/// Whether the outlet owns up to a change: an ellipsis, brackets.
fn is_marked(words: &str) -> bool {
    ["…", "...", ". . .", "[", "]", "(", ")"]
        .iter()
        .any(|mark| words.contains(mark))
}

/// Words of both as the two sides of a discrepancy.
pub fn discrepancy(x: &Quoted, a: Span, y: &Quoted, b: Span, rule: &'static str) -> Discrepancy {
    let value = |quoted: &Quoted, span: Span, side| {
        let inside = quoted
            .words
            .iter()
            .filter(|w| span.contains(w.span))
            .map(|w| w.key.as_str());
        let value = inside.collect::<Vec<&str>>().join(" ");
        DisputedValue {
            excerpt: Excerpt {
                sentence: quoted.sentence,
                span,
            },
            value,
            side,
        }
    };
    let about = x
        .quote
        .speaker
        .as_ref()
        .or(y.quote.speaker.as_ref())
        .cloned()
        .unwrap_or_default();
    Discrepancy {
        kind: DiscrepancyKind::Quote,
        about,
        values: vec![value(x, a, 0), value(y, b, 1)],
        rule,
    }
}
