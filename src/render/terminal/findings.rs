//! Findings, each with the words that prove it.

use super::paint::{Paint, Style, width, wrap};
use crate::model::FindingKind;
use crate::render::plain;
use crate::render::view::View;
use crate::report::{ExcerptEntry, FindingEntry};

/// Most lines of evidence under one finding.
const EVIDENCE: usize = 4;

/// Lines for one finding with its number.
pub fn lines(
    view: &View,
    number: usize,
    finding: &FindingEntry,
    columns: usize,
    paint: Paint,
) -> Vec<String> {
    let first = format!("{number:>2}  ");
    let mut out = wrap(&plain::line(&finding.summary), columns, &first, "    ");
    match finding.kind {
        FindingKind::Omission | FindingKind::Addition => {
            out.extend(places(view, finding, columns, paint))
        }
        // Whole sentences side by side are in the summary, with whose they are.
        FindingKind::Framing if finding.evidence.iter().all(|e| is_whole(view, e)) => {}
        _ => out.extend(
            finding
                .evidence
                .iter()
                .take(EVIDENCE)
                .flat_map(|e| proof(view, e, columns, paint)),
        ),
    }
    out
}

/// Where the statement in the summary stands.
fn places(view: &View, finding: &FindingEntry, columns: usize, paint: Paint) -> Vec<String> {
    let places: Vec<String> = finding
        .evidence
        .iter()
        .map(|e| view.place(&e.sentence))
        .collect();
    let lines = wrap(&places.join(", "), columns, "      ", "      ");
    lines
        .into_iter()
        .map(|l| paint.paint(Style::Dim, &l))
        .collect()
}

/// Whether an excerpt is all of its sentence, a dateline before it aside.
fn is_whole(view: &View, excerpt: &ExcerptEntry) -> bool {
    let (before, _, after) = view.around(excerpt);
    after.is_empty() && before.len() < excerpt.text.len() / 2
}

/// One excerpt with some of the sentence around it, the words themselves in brackets.
fn proof(view: &View, excerpt: &ExcerptEntry, columns: usize, paint: Paint) -> Vec<String> {
    let place = view.place(&excerpt.sentence);
    let indent = "      ";
    let room = columns
        .saturating_sub(indent.len() + width(&place) + 2)
        .max(24);
    let (before, inside, after) = view.around(excerpt);
    let spare = room.saturating_sub(width(&inside) + 2);
    let head = tail_words(&plain::line(&before), spare / 2);
    let tail = head_words(&plain::line(&after), spare.saturating_sub(width(&head)));
    let gap = |spaced: bool, words: &str| if spaced && !words.is_empty() { " " } else { "" };
    let (left, right) = (
        gap(before.ends_with(' '), &head),
        gap(after.starts_with(' '), &tail),
    );
    let line = format!("{place}  {head}{left}[{inside}]{right}{tail}");
    let mut lines = wrap(&line, columns, indent, &format!("{indent}  "));
    if let Some(first) = lines.first_mut() {
        *first = first.replacen(&place, &paint.paint(Style::Dim, &place), 1);
    }
    lines
}

/// The last words that fit, after an ellipsis where some are left out.
fn tail_words(words: &str, columns: usize) -> String {
    cut(
        words.split(' ').rev(),
        width(words),
        columns,
        |kept| format!("… {}", kept.into_iter().rev().collect::<Vec<_>>().join(" ")),
        words,
    )
}

/// The first words that fit, before an ellipsis where some are left out.
fn head_words(words: &str, columns: usize) -> String {
    cut(
        words.split(' '),
        width(words),
        columns,
        |kept| format!("{} …", kept.join(" ")),
        words,
    )
}

fn cut<'a>(
    words: impl Iterator<Item = &'a str>,
    all: usize,
    columns: usize,
    shorten: impl Fn(Vec<&'a str>) -> String,
    whole: &str,
) -> String {
    if all <= columns {
        return whole.to_string();
    }
    let mut kept = Vec::new();
    let mut used = 2;
    for word in words {
        used += width(word) + 1;
        if used > columns {
            break;
        }
        kept.push(word);
    }
    if kept.is_empty() {
        String::new()
    } else {
        shorten(kept)
    }
}
