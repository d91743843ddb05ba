//! Dates that carry their year.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use super::Days;
use super::words::{self, MONTH, WEEKDAY};
use crate::span::Span;

/// A full date in each order that news uses; figures with slashes are left out where day and month can be swapped.
static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?";
    let weekday = format!(r"(?:{WEEKDAY},?\s+)?");
    let year = r"(?P<y>(?:1[5-9]|20)\d\d)";
    let forms = [
        format!(r"(?i)\b{weekday}(?P<m>{MONTH})\s+{day},?\s+{year}\b"),
        format!(r"(?i)\b{weekday}(?:the\s+)?{day}[\s-]+(?:of\s+)?(?P<m>{MONTH}),?[\s-]+{year}\b"),
        r"\b(?P<y>(?:1[5-9]|20)\d\d)-(?P<n>[01]\d)-(?P<d>[0-3]\d)\b".to_string(),
        r"\b(?P<y>(?:1[5-9]|20)\d\d)/(?P<n>[01]?\d)/(?P<d>[0-3]?\d)\b".to_string(),
        format!(r"(?i)\b(?P<m>{MONTH}),?\s+(?:of\s+)?{year}\b"),
    ];
    forms.iter().filter_map(|f| Regex::new(f).ok()).collect()
});

/// Where dates with a year stand.
pub fn spans(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    if !has_year(text) {
        return found;
    }
    for form in FORMS.iter() {
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
    FORMS.iter().find_map(|form| {
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
        Some(name) => words::month(name.as_str())?,
        None => captures.name("n")?.as_str().parse().ok()?,
    };
    match captures.name("d") {
        Some(day) => Date::new(year, month, day.as_str().parse().ok()?)
            .ok()
            .map(Days::day),
        None => Days::month(year, month),
    }
}
