//! Date phrases of one sentence → calendar days, by the article's own date.

use jiff::civil::Date;

use crate::dates::{self, Days, Direction};
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

/// Years that stand alone ("since 1978"): a number of four digits behind a word that makes it a year.
pub fn years(document: &Document, index: usize, sentence: &Sentence) -> Vec<Value> {
    let words = || sentence.words.iter().map(|&w| document.text(w));
    let pairs = words().zip(words().skip(1)).zip(sentence.words.iter().skip(1));
    let found = pairs.filter_map(|((before, year), &span)| {
        let lead = ["by", "from", "in", "of", "since", "until"].contains(&before.to_lowercase().as_str());
        let number: i16 = year.parse().ok().filter(|y| lead && year.len() == 4 && (1800..2100).contains(y))?;
        let days = Days::year(number)?;
        let period = Some(Period { first: days.first.to_string(), last: days.last.to_string() });
        Some(Value {
            sentence: index as u32,
            span,
            kind: ValueKind::Date,
            normal: days.to_string(),
            quantity: None,
            period,
        })
    });
    found.collect()
}
