//! Lines that say when a page was published, updated or shown.

use super::{foreign_dates, stamps};
use crate::dates;
use crate::language::PATTERNS;

/// What a date line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateLine {
    /// Day of publication, with the time where the line tells it, ISO 8601.
    pub published: Option<String>,
    /// The same of the last update.
    pub updated: Option<String>,
    /// The line names a weekday, as page clocks do.
    pub has_weekday: bool,
}

/// The date line that a piece of text is, or none where it says anything else.
pub fn read(line: &str) -> Option<DateLine> {
    if line.split(' ').count() > 20 {
        return None;
    }
    let english = foreign_dates::english(line);
    let mut found = DateLine::default();
    let mut rest = english.unwrap_or_else(|| line.to_string());
    let mut cut = String::new();
    while let Some((span, day)) = dates::first_full(&rest) {
        let before = rest.get(..span.start).unwrap_or("").to_string();
        found.has_weekday |=
            PATTERNS.weekday.is_match(&before) || PATTERNS.weekday.is_match(span.of(&rest));
        let after = rest.get(span.end..).unwrap_or("");
        let own = match dates::first_full(after) {
            Some((next, _)) => after.get(..next.start).unwrap_or(""),
            None => after,
        };
        let mut stamp = stamps::at(day, own);
        if cut.is_empty() && !stamp.contains('T') {
            stamp = stamps::at(day, &before); // "4:30 PM IST Mar 4, 2031"
        }
        found.add(&before, stamp);
        cut.push_str(&before);
        cut.push(' ');
        rest = rest.get(span.end..).unwrap_or("").to_string();
    }
    cut.push_str(&rest);
    let left = PATTERNS.around_date.replace_all(&cut, "");
    let is_date_line = (found.published.is_some() || found.updated.is_some())
        && !left.chars().any(char::is_alphanumeric);
    is_date_line.then_some(found)
}

impl DateLine {
    /// The first date without another label is the publication, one after "updated" the update.
    fn add(&mut self, before: &str, stamp: String) {
        let is_update = PATTERNS.update.is_match(before);
        let place = if is_update {
            &mut self.updated
        } else {
            &mut self.published
        };
        place.get_or_insert(stamp);
    }
}
