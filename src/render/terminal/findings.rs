//! Findings, each with the words that prove it.

use super::paint::{Paint, Style, width, wrap};
use crate::model::FindingKind;
use crate::render::view::View;
use crate::render::{openings, partly, plain};
use crate::report::{ExcerptEntry, FindingEntry};

/// Most lines of evidence under one finding.
const EVIDENCE: usize = 4;
/// Columns before what is below a finding.
const INDENT: &str = "    ";

/// Lines for one finding after its id and its rule; on the first screen, where not `all` is wanted, as few as will do.
pub fn lines(
    view: &View,
    finding: &FindingEntry,
    columns: usize,
    paint: Paint,
    all: bool,
) -> Vec<String> {
    let tag = format!("[{} {}]", finding.id, plain::line(&finding.rule));
    let claim = openings::claim(view, finding);
    let compared = openings::of(view, finding);
    let proves = matches!(
        finding.kind,
        FindingKind::Discrepancy | FindingKind::Quote | FindingKind::Framing
    );
    // The summary quotes the words already; a framing names single words, which need their sentences.
    let shows_words = compared.is_none()
        && proves
        && (all || finding.kind == FindingKind::Framing)
        && !finding.evidence.iter().all(|e| is_whole(view, e));
    let places = view.places(&finding.evidence);
    let shares_copy = finding.kind == FindingKind::Reuse;
    let inline = if all || shows_words || shares_copy || compared.is_some() || places.is_empty() {
        String::new()
    } else {
        format!(" ({places})")
    };
    let mut out = wrap(&format!("{tag} {claim}{inline}"), columns, "", "    ");
    if let Some(first) = out.first_mut() {
        *first = first.replacen(&tag, &paint.paint(Style::Dim, &tag), 1);
    }
    if let Some(compared) = compared {
        out.extend(super::openings::lines(view, &compared, columns, paint, all));
    } else if shows_words || all && shares_copy {
        let shown = finding.evidence.iter().take(EVIDENCE);
        out.extend(shown.flat_map(|e| proof(view, e, columns, paint)));
    } else if all {
        let places = match partly::line(view, finding) {
            Some(partly) => format!("{places}; {partly}"),
            None => places,
        };
        let lines = wrap(&places, columns, INDENT, INDENT).into_iter();
        let lines = lines.filter(|l| !l.trim().is_empty());
        out.extend(lines.map(|l| paint.paint(Style::Dim, &l)));
    }
    out
}

/// Lines for one finding alone, with every sentence that proves it in full.
pub fn alone(view: &View, finding: &FindingEntry, columns: usize, paint: Paint) -> Vec<String> {
    if openings::of(view, finding).is_some() {
        return lines(view, finding, columns, paint, true);
    }
    let tag = format!("[{} {}]", finding.id, plain::line(&finding.rule));
    let claim = plain::line(&finding.summary);
    let mut out = wrap(&format!("{tag} {claim}"), columns, "", INDENT);
    if let Some(first) = out.first_mut() {
        *first = first.replacen(&tag, &paint.paint(Style::Dim, &tag), 1);
    }
    for excerpt in &finding.evidence {
        let (before, inside, after) = view.around(excerpt);
        let whole = before.is_empty() && after.is_empty();
        let words = match whole {
            true => inside,
            false => format!(
                "{}[{inside}]{}",
                plain::inline(&before),
                plain::inline(&after)
            ),
        };
        let line = format!("{}  {words}", view.place(&excerpt.sentence));
        out.extend(wrap(&line, columns, INDENT, "      "));
    }
    let partly = partly::line(view, finding);
    out.extend(partly.iter().flat_map(|p| wrap(p, columns, INDENT, INDENT)));
    out
}

/// Whether an excerpt is all of its sentence, a dateline before it aside.
fn is_whole(view: &View, excerpt: &ExcerptEntry) -> bool {
    let (before, _, after) = view.around(excerpt);
    after.is_empty() && before.len() < excerpt.text.len() / 2
}

/// One excerpt with some of the sentence around it, the words themselves in brackets.
fn proof(view: &View, excerpt: &ExcerptEntry, columns: usize, paint: Paint) -> Vec<String> {
    let place = view.place(&excerpt.sentence);
    let room = columns
        .saturating_sub(INDENT.len() + width(&place) + 2)
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
    let mut lines = wrap(&line, columns, INDENT, &format!("{INDENT}  "));
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
pub fn head_words(words: &str, columns: usize) -> String {
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
    let mut used = 1;
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
