//! Discrepancies → findings: who says what.

use crate::compare::phrases::{list, named, quoted};
use crate::compare::standing;
use crate::model::{
    Discrepancy, DiscrepancyKind, DisputedValue, Event, Finding, FindingKind, Reference, SentenceId,
};
use crate::span::Span;

/// How much a reader wants to know a discrepancy at the top of all articles: facts that exclude each other, then who is
/// answerable for them, then how sure they are.
fn salience(kind: DiscrepancyKind) -> f64 {
    match kind {
        DiscrepancyKind::Number | DiscrepancyKind::Polarity => 0.85,
        DiscrepancyKind::Date | DiscrepancyKind::Attribution => 0.8,
        DiscrepancyKind::Name => 0.75,
        _ => 0.6,
    }
}

/// Both sides of a discrepancy with who says them; none of a quotation, which has sentences of its own.
pub fn finding(event: &Event, index: usize, found: &Discrepancy) -> Option<Finding> {
    if found.kind == DiscrepancyKind::Quote {
        return None;
    }
    Some(Finding {
        kind: FindingKind::Discrepancy,
        summary: summary(event, found),
        salience: salience(found.kind) * (0.8 + 0.2 * height(event, found)),
        articles: found.articles(),
        about: vec![Reference::Discrepancy(index)],
        evidence: found.values.iter().map(|v| v.excerpt).collect(),
        rule: found.rule,
        ..Finding::default()
    })
}

/// How early the discrepancy appears in the article that has it earliest: 1 first word, 0 last.
fn height(event: &Event, found: &Discrepancy) -> f64 {
    let places = found.values.iter().filter_map(|v| {
        let document = event.document(v.excerpt.sentence.article)?;
        Some(standing::position(document, v.excerpt.sentence.index))
    });
    1.0 - places.fold(1.0, f64::min)
}

fn summary(event: &Event, found: &Discrepancy) -> String {
    let opening = match found.kind {
        DiscrepancyKind::Number => "Figures differ",
        DiscrepancyKind::Date => "Dates or times differ",
        DiscrepancyKind::Name => "Names differ",
        DiscrepancyKind::Attribution if found.values.iter().any(|v| is_unnamed(event, v)) => {
            "One names the source, the other only describes it"
        }
        DiscrepancyKind::Attribution => "Attribution differs",
        DiscrepancyKind::Polarity => "One denies what the other states",
        _ => "One hedges what the other states",
    };
    format!("{opening}: {}.", sides(event, &found.values).join("; "))
}

/// Whether a source is only described where it stands: it may be the one that another article names.
fn is_unnamed(event: &Event, value: &DisputedValue) -> bool {
    let document = event.document(value.excerpt.sentence.article);
    let mut quotes = document.into_iter().flat_map(|d| &d.quotes);
    let source = quotes.find(|q| q.speaker_mention == Some(value.excerpt.span));
    source.is_some_and(|quote| quote.entity.is_none())
}

/// Each side once: its first words with those around them, and everybody who prints it.
fn sides(event: &Event, values: &[DisputedValue]) -> Vec<String> {
    let last = values.iter().map(|v| v.side).max().unwrap_or(0);
    let side = |number: usize| {
        let mut here = values.iter().filter(|v| v.side == number).peekable();
        let first = here.peek()?.excerpt;
        let outlets = named(event, here.map(|v| v.excerpt.sentence.article));
        let says = if outlets.len() == 1 { "says" } else { "say" };
        let words = quoted(&with_context(event, first.sentence, first.span));
        Some(format!("{} {says} {words}", list(&outlets)))
    };
    (0..=last).filter_map(side).collect()
}

/// Words shown on each side of a value, so that a reader sees what it is said of.
const SHOWN: usize = 4;

/// The words of a span with those around it in the sentence, and an ellipsis where the sentence goes on.
pub fn with_context(event: &Event, id: SentenceId, span: Span) -> String {
    let (Some(document), Some(sentence)) = (event.document(id.article), event.sentence(id)) else {
        return String::new();
    };
    let words = &sentence.words;
    let first = words.iter().position(|w| w.end > span.start).unwrap_or(0);
    let last = words
        .iter()
        .rposition(|w| w.start < span.end)
        .unwrap_or(first);
    let start = words
        .get(first.saturating_sub(SHOWN))
        .map_or(span.start, |w| w.start.min(span.start));
    let end = words
        .get((last + SHOWN).min(words.len().saturating_sub(1)))
        .map_or(span.end, |w| w.end.max(span.end));
    let before = words.iter().any(|w| w.end <= start);
    let after = words.iter().any(|w| w.start >= end);
    format!(
        "{}{}{}",
        if before { "… " } else { "" },
        document.text(Span::new(start, end)),
        if after { " …" } else { "" }
    )
}
