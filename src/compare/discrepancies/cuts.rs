//! Quotations that end early or begin late, as if they were whole.
//!
//! What is missing must be missing: told in other words beside the quotation, or quoted anywhere else, it is no loss.

use std::ops::Range;

use super::quotations::discrepancy;
use super::variants::is_change;
use crate::language;
use crate::model::{Difference, Discrepancy, Pairings, Quoted, SentenceId, Word, WordChange};
use crate::span::Span;

/// Words that must be gone for a sentence to be cut, and telling words among them; fewer are a turn of phrase.
pub const LOST: usize = 5;
const TELLING: usize = 2;

/// Telling words among them outside running copy: with fewer most cuts that readers judged lost a flourish.
const TELLING_APART: usize = 4;

/// Words that must be left; two are a turn of phrase.
const LEFT: usize = 3;

/// Share of the words left that the longer sentence must have.
const KEPT: f64 = 0.9;

/// The most words that a sentence loses; what is longer stands between two sentences that an article runs into one.
const MOST_LOST: usize = 40;

/// A sentence that one article prints as if it were whole and that goes on, or begins earlier, in the other.
pub fn cut(
    pairings: &Pairings,
    x: &Quoted,
    y: &Quoted,
    difference: &Difference,
) -> Option<Discrepancy> {
    let telling: Vec<&WordChange> = difference
        .changes
        .iter()
        .filter(|c| is_change(x, y, c))
        .collect();
    let (change, before) = telling.split_last()?;
    let (short, long, kept, gone) = match (change.ours.is_empty(), change.theirs.is_empty()) {
        (true, false) => (x, y, &change.ours, &change.theirs),
        (false, true) => (y, x, &change.theirs, &change.ours),
        _ => return None,
    };
    let at_end = kept.start == short.words.len() && gone.end == long.words.len();
    let at_start = kept.end == 0 && gone.start == 0;
    // Of a speech each outlet quotes what it needs: where a quotation begins says something in running copy only.
    let running = pairings.are_running(x.sentence, y.sentence);
    let counts = match running {
        true => at_end || (at_start && difference.is_of_one_text(&x.words, &y.words)),
        false => at_end && short.is_of_same_speaker(long),
    };
    let begins = |c: &&WordChange| c.ours.start == 0 && c.theirs.start == 0;
    if !before.iter().all(|c| at_end && begins(c)) {
        return None;
    }
    let lost = long.words_in(gone);
    let telling = lost.iter().filter(|w| w.is_telling()).count();
    let much = match running {
        true => lost.len() >= LOST && telling >= TELLING,
        false => telling >= TELLING_APART,
    };
    let told = is_told_beside(pairings, short, lost, |_| None);
    if !(short.is_whole() && counts && much) || told {
        return None;
    }
    ends_early(pairings, short, long, gone)
}

/// Whether words that a quotation lost are quoted of the same person elsewhere in the article, or those next to the cut
/// stand there.
fn is_quoted_elsewhere(pairings: &Pairings, short: &Quoted, lost: &[Word], at_end: bool) -> bool {
    let article = short.sentence.article;
    let others = pairings.quoted.iter().filter(|q| {
        q.sentence.article == article
            && q.sentence != short.sentence
            && q.may_be_of_one_speaker(short)
    });
    let next = match at_end {
        true => lost.get(..NEXT),
        false => lost.get(lost.len().saturating_sub(NEXT)..),
    };
    tells_any(pairings, short, lost, others.map(|q| q.sentence), |_| None)
        || next.is_some_and(|next| prints(pairings, short, next))
}

/// Words next to a cut that show, where they stand in a row, that it is none.
const NEXT: usize = 3;

/// Whether an article has some words in a row in any sentence, a quotation in it aside.
fn prints(pairings: &Pairings, quoted: &Quoted, wanted: &[Word]) -> bool {
    let count = quoted.document.sentences.len() as u32;
    let mut sentences = (0..count).map(|index| SentenceId {
        index,
        ..quoted.sentence
    });
    sentences.any(|sentence| {
        let words = pairings.words(sentence).iter();
        let around: Vec<&str> = words
            .filter(|w| !quoted.span.contains(w.span))
            .map(|w| w.key.as_str())
            .collect();
        let mut runs = around.windows(wanted.len().max(1));
        runs.any(|run| {
            run.iter()
                .zip(wanted)
                .all(|(word, wanted)| **word == wanted.key)
        })
    })
}

/// That a quoted ends early, or begins late, without some words of another; none where they need not be one sentence, or
/// what is missing is quoted elsewhere.
pub fn ends_early(
    pairings: &Pairings,
    short: &Quoted,
    long: &Quoted,
    gone: &Range<usize>,
) -> Option<Discrepancy> {
    let lost = long.words_in(gone);
    let at_end = gone.end == long.words.len();
    let left = short.words.iter();
    let same = left.filter(|w| long.words.iter().any(|l| l.key == w.key));
    let one_sentence = same.count() as f64 >= KEPT * short.words.len() as f64
        && short.words.len() >= LEFT
        && lost.len() <= MOST_LOST
        && !has_pause(long, gone)
        && !trails_off(short);
    if !one_sentence || is_quoted_elsewhere(pairings, short, lost, at_end) {
        return None;
    }
    let all = short.span_of(&(0..short.words.len()))?;
    Some(discrepancy(
        short,
        all,
        long,
        long.span_of(gone)?,
        "quotation-cut",
    ))
}

/// Whether an ellipsis stands before, in or after some words, or one half of a pair of brackets: what the outlet put
/// together need not have been one sentence.
fn has_pause(quoted: &Quoted, range: &Range<usize>) -> bool {
    let words = quoted.span_of(&quoted.with_neighbours(range));
    words.is_some_and(|words| {
        let text = quoted.document.text(words);
        pauses(text) || text.matches('[').count() != text.matches(']').count()
    })
}

fn pauses(text: &str) -> bool {
    ["…", "..", ". ."].iter().any(|mark| text.contains(mark))
}

/// Whether a quotation begins or ends with an ellipsis.
fn trails_off(quoted: &Quoted) -> bool {
    let text = quoted.document.text(quoted.span);
    let inner = quoted.span_of(&(0..quoted.words.len()));
    let around = inner.map(|inner| {
        let (from, to) = (
            inner.start - quoted.span.start,
            inner.end - quoted.span.start,
        );
        (
            text.get(..from).unwrap_or_default(),
            text.get(to..).unwrap_or_default(),
        )
    });
    around.is_some_and(|(before, after)| pauses(before) || pauses(after))
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
    let from = quoted.sentence.index.saturating_sub(BESIDE);
    let last = (quoted.document.sentences.len() as u32).min(from + 2 * BESIDE + 1);
    let near = (from..last).map(|index| SentenceId {
        index,
        ..quoted.sentence
    });
    tells_any(pairings, quoted, lost, near, counterpart)
}

fn tells_any(
    pairings: &Pairings,
    quoted: &Quoted,
    lost: &[Word],
    mut places: impl Iterator<Item = SentenceId>,
    counterpart: impl Fn(SentenceId) -> Option<SentenceId>,
) -> bool {
    let stem = |w: &Word| w.is_telling().then(|| language::stem(&w.key));
    let lost: Vec<String> = lost.iter().filter_map(stem).collect();
    let told = |here: &[String]| {
        let told = lost.iter().filter(|l| here.contains(l)).count();
        told as f64 >= TOLD * lost.len() as f64
    };
    let stems = |sentence: SentenceId, but: Option<Span>| -> Vec<String> {
        let words = pairings.words(sentence).iter();
        let around = words.filter(|w| !but.is_some_and(|but| but.contains(w.span)));
        around.filter_map(stem).collect()
    };
    // Two sentences in a row may tell what the other article tells in one.
    let mut before: Vec<String> = Vec::new();
    places.any(|sentence| {
        let here = stems(sentence, Some(quoted.span));
        let alone =
            told(&here) && !counterpart(sentence).is_some_and(|there| told(&stems(there, None)));
        let both = [before.as_slice(), &here].concat();
        let together = counterpart(sentence).is_none() && told(&both);
        before = here;
        alone || together
    })
}
