//! Quoted sentences that are the same but for a few words.
//!
//! What one article prints in both forms was said twice, and is no difference.

use std::collections::BTreeSet;
use std::ops::Range;

use super::copied;
use crate::language;
use crate::model::{
    Agreement, ArticleId, Difference, Discrepancy, DiscrepancyKind, DisputedValue, Excerpt,
    Pairings, Quoted, SentenceId, Value, Word, WordChange, are_alike,
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

/// Whether a change is more than spelling, and not one number or day printed in two ways.
pub fn is_change(x: &Quoted, y: &Quoted, change: &WordChange) -> bool {
    let (ours, theirs) = (x.words_in(&change.ours), y.words_in(&change.theirs));
    !are_alike(ours, theirs)
        && !is_same_value(x, ours, y, theirs)
        && !is_one_state(x, y, change)
        && !is_moved(x, y, change)
        && !is_written_otherwise(x, y, change)
}

/// Whether one writes short what the other writes out, hides letters of a word, or says by "un-" what the other denies:
/// "Adm." and "Admiral", "s***" and the word, "unhappy" and "not happy".
fn is_written_otherwise(x: &Quoted, y: &Quoted, change: &WordChange) -> bool {
    let text = |quoted: &Quoted<'_>, range: &Range<usize>| {
        let words = (!range.is_empty()).then(|| quoted.span_of(range)).flatten();
        // The dot or the asterisks behind the last word belong to it.
        let end = words.map(|w| Span::new(w.start, (w.end + 3).min(quoted.span.end)));
        let whole = end.filter(|w| quoted.document.article.text.is_char_boundary(w.end));
        let shown = whole.or(words).map(|w| quoted.document.text(w));
        shown.unwrap_or_default().to_lowercase()
    };
    let (ours, theirs) = (text(x, &change.ours), text(y, &change.theirs));
    let hidden = |t: &str| t.contains('*') || t.contains("--");
    let short = |one: &str, other: &str| {
        let (bare, rest) = one.split_once('.').unwrap_or_default();
        bare.len() > 1 && rest.len() < 3 && other.starts_with(bare)
    };
    let keys = |quoted: &Quoted<'_>, range| {
        let words = quoted.words_in(range).iter();
        words
            .map(|w| w.key.as_str())
            .collect::<Vec<&str>>()
            .join(" ")
    };
    let (one, other) = (keys(x, &change.ours), keys(y, &change.theirs));
    let denied = |plain: &str, joined: &str| {
        plain
            .strip_prefix("not ")
            .is_some_and(|w| joined == format!("un{w}"))
    };
    hidden(&ours)
        || hidden(&theirs)
        || short(&ours, &theirs)
        || short(&theirs, &ours)
        || denied(&one, &other)
        || denied(&other, &one)
}

/// Whether the words of both stand for one state: "Chinese" and "China", "the UK's" and "the United Kingdom's".
fn is_one_state(x: &Quoted, y: &Quoted, change: &WordChange) -> bool {
    let state = |quoted: &Quoted<'_>, range: &Range<usize>| {
        let words = (!range.is_empty()).then(|| quoted.span_of(range))??;
        let text = quoted.document.text(words);
        let bare = text.trim_start_matches("the ").trim_end_matches("’s");
        let bare = bare.trim_end_matches("'s");
        let (name, _) =
            language::state(bare).or_else(|| language::state(&bare.replace('.', "")))?;
        Some(name)
    };
    let found = state(x, &change.ours);
    found.is_some() && found == state(y, &change.theirs)
}

fn is_same_value(x: &Quoted, ours: &[Word], y: &Quoted, theirs: &[Word]) -> bool {
    let value = |quoted: &Quoted<'_>, words: &[Word]| -> Option<Value> {
        let first = words.first()?.span;
        let mut here = quoted.document.values_in(quoted.sentence.index).iter();
        here.find(|v| v.span.overlaps(first)).cloned()
    };
    let Some((p, q)) = value(x, ours).zip(value(y, theirs)) else {
        return false;
    };
    let same_number = p.quantity.zip(q.quantity);
    let same_day = p.period.is_some() && p.period == q.period;
    same_day || same_number.is_some_and(|(p, q)| p.agreement(&q) == Agreement::Same)
}

/// Whether what one side has here the other has in another place of the sentence.
fn is_moved(x: &Quoted, y: &Quoted, change: &WordChange) -> bool {
    let elsewhere = |here: &[Word], there: &Quoted| {
        let mut telling = here.iter().filter(|w| w.is_telling()).peekable();
        telling.peek().is_some() && telling.all(|w| there.words.iter().any(|t| t.key == w.key))
    };
    let (ours, theirs) = (x.words_in(&change.ours), y.words_in(&change.theirs));
    match (
        ours.iter().any(Word::is_telling),
        theirs.iter().any(Word::is_telling),
    ) {
        (true, false) => elsewhere(ours, y),
        (false, true) => elsewhere(theirs, x),
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
fn cut(
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
    let counts = match pairings.are_running(x.sentence, y.sentence) {
        true => at_end || (at_start && difference.is_of_one_text(&x.words, &y.words)),
        false => at_end && short.is_of_same_speaker(long),
    };
    let begins = |c: &&WordChange| c.ours.start == 0 && c.theirs.start == 0;
    if !before.iter().all(|c| at_end && begins(c)) {
        return None;
    }
    let lost = long.words_in(gone);
    let running = pairings.are_running(x.sentence, y.sentence);
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
