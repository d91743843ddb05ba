//! Quoted sentences that are the same but for a few words.
//!
//! What one article prints in both forms was said twice, and is no difference.

use std::collections::BTreeSet;
use std::ops::Range;

use super::copied;
use crate::language;
use crate::model::{
    Agreement, ArticleId, Difference, Discrepancy, DiscrepancyKind, DisputedValue, Excerpt,
    Pairings, Quoted, SentenceId, Word, WordChange, are_alike,
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
    if pairings.are_running(x.sentence, y.sentence) {
        // Elsewhere each outlet quotes of a speech what it needs.
        if let Some(cut) = cut(pairings, x, y, difference) {
            return vec![cut];
        }
    }
    if (difference.equal as f64) < MOST * x.words.len().max(y.words.len()) as f64 {
        return Vec::new();
    }
    let short = |c: &&WordChange| c.ours.len() <= INSIDE && c.theirs.len() <= INSIDE;
    let held = difference.held(&x.words, &y.words).filter(short);
    let held = held.filter(|c| is_inside(c, x, y));
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

/// Whether a change is more than spelling, and not one number printed in two ways.
pub fn is_change(x: &Quoted, y: &Quoted, change: &WordChange) -> bool {
    let (ours, theirs) = (x.words_in(&change.ours), y.words_in(&change.theirs));
    !are_alike(ours, theirs) && !is_same_number(x, ours, y, theirs)
}

fn is_same_number(x: &Quoted, ours: &[Word], y: &Quoted, theirs: &[Word]) -> bool {
    let quantity = |quoted: &Quoted, words: &[Word]| {
        let first = words.first()?.span;
        let here = quoted
            .document
            .values_in(quoted.sentence.index)
            .iter()
            .find(|v| v.span.overlaps(first))?;
        here.quantity.clone()
    };
    match (quantity(x, ours), quantity(y, theirs)) {
        (Some(p), Some(q)) => p.agreement(&q) == Agreement::Same,
        _ => false,
    }
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
    Some(discrepancy(
        x,
        a,
        y,
        b,
        if marked {
            "quotation-marked"
        } else {
            "quotation-differs"
        },
    ))
}

/// Whether the outlet owns up to a change: an ellipsis, brackets.
fn is_marked(words: &str) -> bool {
    ["…", "...", ". . .", "[", "]", "(", ")"]
        .iter()
        .any(|mark| words.contains(mark))
}

/// Words that must be gone for a sentence to be cut, and telling words among them; fewer are a turn of phrase.
pub const LOST: usize = 5;
const TELLING: usize = 2;

/// A sentence that one article prints as if it were whole and that goes on, or begins earlier, in the other.
fn cut(
    pairings: &Pairings,
    x: &Quoted,
    y: &Quoted,
    difference: &Difference,
) -> Option<Discrepancy> {
    let mut telling = difference.changes.iter().filter(|c| is_change(x, y, c));
    let change = telling.next().filter(|_| telling.next().is_none())?;
    let (short, long, kept, gone) = match (change.ours.is_empty(), change.theirs.is_empty()) {
        (true, false) => (x, y, &change.ours, &change.theirs),
        (false, true) => (y, x, &change.theirs, &change.ours),
        _ => return None,
    };
    let at_end = kept.start == short.words.len() && gone.end == long.words.len();
    let at_start = kept.end == 0 && gone.start == 0;
    let text = short.document.text(short.span);
    let whole = text.starts_with(char::is_uppercase) && text.ends_with(['.', ',', '!', '?']);
    let lost = long.words_in(gone);
    let much = lost.len() >= LOST && lost.iter().filter(|w| w.is_telling()).count() >= TELLING;
    if !(whole && much && (at_end || at_start)) || is_told_beside(pairings, short, lost, |_| None) {
        return None;
    }
    ends_early(short, long, gone)
}

/// That a quoted ends early, or begins late, without some words of another.
pub fn ends_early(short: &Quoted, long: &Quoted, gone: &Range<usize>) -> Option<Discrepancy> {
    let all = short.span_of(&(0..short.words.len()))?;
    Some(discrepancy(
        short,
        all,
        long,
        long.span_of(gone)?,
        "quotation-cut",
    ))
}

/// Sentences before and after a quotation in which the rest of it may be paraphrased or quoted apart.
const BESIDE: u32 = 3;

/// Share of the lost telling words that one nearby sentence must have to tell them.
const TOLD: f64 = 0.5;

/// Whether what a quotation lost is told beside it, in other words or as a quotation of its own. A sentence that is the same
/// as one of another article, by `counterpart`, does not count where that one tells it too: it tells another thing.
pub fn is_told_beside(
    pairings: &Pairings,
    quoted: &Quoted,
    lost: &[Word],
    counterpart: impl Fn(SentenceId) -> Option<SentenceId>,
) -> bool {
    let stem = |w: &Word| w.is_telling().then(|| language::stem(&w.key));
    let lost: Vec<String> = lost.iter().filter_map(stem).collect();
    let tells = |sentence: SentenceId, but: Option<Span>| {
        let words = pairings.words(sentence).iter();
        let around = words.filter(|w| !but.is_some_and(|but| but.contains(w.span)));
        let here: Vec<String> = around.filter_map(stem).collect();
        lost.iter().filter(|l| here.contains(l)).count() as f64 >= TOLD * lost.len() as f64
    };
    let from = quoted.sentence.index.saturating_sub(BESIDE);
    let last = (quoted.document.sentences.len() as u32).min(from + 2 * BESIDE + 1);
    let near = (from..last).map(|index| SentenceId {
        index,
        ..quoted.sentence
    });
    near.into_iter().any(|sentence| {
        tells(sentence, Some(quoted.span))
            && !counterpart(sentence).is_some_and(|there| tells(there, None))
    })
}

fn discrepancy(x: &Quoted, a: Span, y: &Quoted, b: Span, rule: &'static str) -> Discrepancy {
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
