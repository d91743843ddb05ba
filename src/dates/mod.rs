//! Dates in English news prose: where they stand, and which calendar day they mean.
//!
//! A full date ("April 9, 2031") means the same everywhere. A relative one ("Tuesday", "yesterday", "last October",
//! "two days ago") means a day only beside an anchor, the day on which the article was written. Without the anchor, or
//! where a phrase can mean two days, it stays unresolved.

mod absolute;
mod relative;

use std::fmt;

use jiff::civil::Date;

use crate::span::Span;

/// Days from `first` to `last`, both inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

impl Days {
    /// One day.
    pub fn day(day: Date) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// A whole month; none outside the calendar.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self {
            first,
            last: first.last_of_month(),
        })
    }

    /// A whole year; none outside the calendar.
    pub fn year(year: i16) -> Option<Self> {
        Some(Self {
            first: Date::new(year, 1, 1).ok()?,
            last: Date::new(year, 12, 31).ok()?,
        })
    }

    /// The day, where it is one day only.
    pub fn single(self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }
}

impl fmt::Display for Days {
    /// ISO 8601: "2031-03-12", "2031-03" for a whole month, "2031" for a whole year, else "first/last".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.single() {
            return write!(f, "{day}");
        }
        if Days::month(self.first.year(), self.first.month()) == Some(*self) {
            return write!(f, "{:04}-{:02}", self.first.year(), self.first.month());
        }
        if Days::year(self.first.year()) == Some(*self) {
            return write!(f, "{:04}", self.first.year());
        }
        write!(f, "{}/{}", self.first, self.last)
    }
}

/// Where a date phrase points when it names a weekday or month without a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Back from the anchor, as in a report of what happened: the usual case.
    #[default]
    Past,
    /// Forward, as in an announcement ("will meet Tuesday").
    Future,
}

/// Places in `text` that name a day, month or span of days, in order, without overlap. Which days they mean is
/// [`resolve`]'s matter; bare years and bare month names that are no dates ("May") are left out.
pub fn phrases(text: &str) -> Vec<Span> {
    let all: Vec<Span> = absolute::spans(text)
        .into_iter()
        .chain(relative::spans(text))
        .collect();
    // "in March 2019" is a month of that year, not the last March; "until December 1" is a day.
    let goes_on = |s: &Span| {
        all.iter()
            .any(|a| a.overlaps(*s) && a.start > s.start && a.end > s.end)
    };
    let mut found: Vec<Span> = all.iter().copied().filter(|s| !goes_on(s)).collect();
    found.sort_by_key(|s| (s.start, std::cmp::Reverse(s.end)));
    let mut kept: Vec<Span> = Vec::new();
    for span in found {
        if kept.last().is_none_or(|k| k.end <= span.start) {
            kept.push(span);
        }
    }
    kept
}

/// The days that `phrase` means when written on `anchor`, looking back; none where it cannot be told.
pub fn resolve(phrase: &str, anchor: Option<Date>) -> Option<Days> {
    resolve_toward(phrase, anchor, Direction::Past)
}

/// The days that `phrase` means when written on `anchor`; weekdays and months without a year point to `direction`.
pub fn resolve_toward(phrase: &str, anchor: Option<Date>, direction: Direction) -> Option<Days> {
    let phrase = phrase.trim().trim_end_matches(',').to_lowercase();
    absolute::full(&phrase).or_else(|| relative::resolve(&phrase, anchor?, direction))
}

/// The first full date (day, month and year) in `text` and where it stands.
pub fn first_full(text: &str) -> Option<(Span, Date)> {
    absolute::spans(text)
        .into_iter()
        .find_map(|span| Some((span, full_day(span.of(text))?)))
}

/// The calendar day of a text that is a full date and nothing else.
pub fn full_day(text: &str) -> Option<Date> {
    absolute::full(&text.trim().to_lowercase())?.single()
}
