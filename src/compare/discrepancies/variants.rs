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
    let (ours, theirs) = (printed(x, &change.ours), printed(y, &change.theirs));
    let one_way = |one: &str, other: &str| {
        let hidden = one.contains('*') || one.contains("--");
        let short = one
            .strip_suffix('.')
            .is_some_and(|bare| bare.len() > 1 && other != bare && other.starts_with(bare));
        let denied = one
            .strip_prefix("not ")
            .is_some_and(|word| other.strip_prefix("un") == Some(word));
        hidden || short || denied
    };
    one_way(&ours, &theirs) || one_way(&theirs, &ours)
}

/// Some words of a quotation in lower case as they are printed, with the asterisks or the dot that belong to the last of
/// them; what follows the last word of a sentence is its end.
fn printed(quoted: &Quoted, range: &Range<usize>) -> String {
    let Some(words) = (!range.is_empty()).then(|| quoted.span_of(range)).flatten() else {
        return String::new();
    };
    let text = quoted.document.text(words);
    let rest = quoted
        .document
        .text(Span::new(words.end, quoted.span.end.max(words.end)));
    let attached = match range.end < quoted.words.len() {
        true => rest.split(char::is_whitespace).next().unwrap_or_default(),
        false => "",
    };
    format!("{text}{}", attached.trim_end_matches([',', ';', ':'])).to_lowercase()
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
    let Some((p, q)) = value(x, ours).zip(value(y, theirs)) else {
        return false;
    };
    let same_number = p.quantity.as_ref().zip(q.quantity.as_ref());
    let same_day = p.period.is_some() && p.period == q.period;
    same_day || same_number.is_some_and(|(p, q)| p.agreement(q) == Agreement::Same)
}

/// The value that the first of some words is part of.
fn value<'a>(quoted: &Quoted<'a>, words: &[Word]) -> Option<&'a Value> {
    let first = words.first()?.span;
    let mut here = quoted.document.values_in(quoted.sentence.index).iter();
    here.find(|v| v.span.overlaps(first))
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
