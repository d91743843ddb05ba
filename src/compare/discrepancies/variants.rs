//! Changes inside a quotation that are none: spelling, a number, a state or a title written in two ways, a word that moved.

use std::ops::Range;

use crate::language;
use crate::model::{Agreement, Quoted, Value, Word, WordChange, are_alike};
use crate::span::Span;

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
