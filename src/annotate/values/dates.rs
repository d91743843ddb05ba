//! Date phrases of one sentence → calendar days, by the article's own date.

use jiff::civil::Date;

use crate::dates::{self, Direction};
use crate::model::{Document, Period, Sentence, Value, ValueKind};
use crate::span::Span;

/// The dates of one sentence; one that cannot be told keeps its words.
pub fn find(document: &Document, index: usize, sentence: &Sentence) -> Vec<Value> {
    let text = document.text(sentence.span);
    let anchor = anchor(document);
    let direction = if looks_forward(text) { Direction::Future } else { Direction::Past };
    let phrases = dates::phrases(text).into_iter();
    let found = phrases.map(|at| {
        let span = Span::new(sentence.span.start + at.start, sentence.span.start + at.end);
        let days = dates::resolve_toward(at.of(text), anchor, direction);
        let period = days.map(|d| Period { first: d.first.to_string(), last: d.last.to_string() });
        let normal = days.map_or_else(|| at.of(text).to_string(), |d| d.to_string());
        Value { sentence: index as u32, span, kind: ValueKind::Date, normal, quantity: None, period }
    });
    found.collect()
}

/// The day the article was published.
fn anchor(document: &Document) -> Option<Date> {
    let published = document.article.published.as_deref()?;
    published.get(..10)?.parse().ok()
}

fn looks_forward(text: &str) -> bool {
    let words = text.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    words.into_iter().any(|w| matches!(w, "will" | "shall" | "due" | "scheduled" | "expected" | "plans" | "next"))
}
