//! Dates that carry their year.

use jiff::civil::Date;
use regex::Captures;

use super::Days;
use crate::language::{PATTERNS, calendar};
use crate::span::Span;

/// Where dates with a year stand.
pub fn spans(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    if !has_year(text) {
        return found;
    }
    for form in &PATTERNS.full_date {
        for captures in form.captures_iter(text) {
            let Some(whole) = captures.get(0) else {
                continue;
            };
            let span = Span::new(whole.start(), whole.end());
            if days(&captures).is_some() && !found.iter().any(|f| f.overlaps(span)) {
                found.push(span);
            }
        }
    }
    found.sort();
    found
}

/// The days of a lower-case phrase that is a date with a year and nothing else.
pub fn full(phrase: &str) -> Option<Days> {
    if !has_year(phrase) {
        return None;
    }
    PATTERNS.full_date.iter().find_map(|form| {
        let captures = form.captures(phrase)?;
        let whole = captures.get(0)?;
        (whole.len() == phrase.len())
            .then(|| days(&captures))
            .flatten()
    })
}

/// Whether four digits stand in a row, as in every year the forms read; most text has none and needs no closer look.
fn has_year(text: &str) -> bool {
    text.as_bytes()
        .windows(4)
        .any(|w| w.iter().all(u8::is_ascii_digit))
}

fn days(captures: &Captures) -> Option<Days> {
    let year: i16 = captures.name("y")?.as_str().parse().ok()?;
    let month = match captures.name("m") {
        Some(name) => calendar::month(name.as_str())?,
        None => captures.name("n")?.as_str().parse().ok()?,
    };
    match captures.name("d") {
        Some(day) => Date::new(year, month, day.as_str().parse().ok()?)
            .ok()
            .map(Days::day),
        None => Days::month(year, month),
    }
}
