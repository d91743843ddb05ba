//! Dates that mean a day only beside the day on which they were written.
//!
//! Conventions follow the usage notes of agency style books: a bare weekday is the nearest one within seven days, here
//! on the side the caller names; "last"/"next" before a month skip the current month. "This", "last" and "next" week
//! run from Monday to Sunday.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Days, Direction};
use crate::language::{PATTERNS, calendar, numbers};
use crate::span::Span;

/// Where relative dates stand; a lower-case "may" or "march" is a verb and left out.
pub fn spans(text: &str) -> Vec<Span> {
    let forms = [&PATTERNS.relative_date, &PATTERNS.month_alone];
    let found = forms
        .into_iter()
        .flat_map(|form| form.find_iter(text))
        .filter(|m| !is_plain_word(m.as_str()))
        .filter(|m| !ends_in_number(text, m.end()));
    found.map(|m| Span::new(m.start(), m.end())).collect()
}

/// Whether the month of a phrase is written small, as in "in march step".
fn is_plain_word(phrase: &str) -> bool {
    phrase
        .split_whitespace()
        .any(|w| ["may", "march", "august", "mar", "sun"].contains(&w))
}

/// Whether a longer number follows, as in "May 12,000".
fn ends_in_number(text: &str, end: usize) -> bool {
    let mut rest = text.get(end..).unwrap_or("").chars();
    matches!(rest.next(), Some(',' | '.' | '%' | ':'))
        && rest.next().is_some_and(|c| c.is_ascii_digit())
}

/// The days of a lower-case phrase beside its anchor.
pub fn resolve(phrase: &str, anchor: Date, direction: Direction) -> Option<Days> {
    let phrase = phrase
        .split_whitespace()
        .filter(|w| !["on", "the", "over", "at", "in"].contains(w));
    let phrase = phrase.collect::<Vec<_>>().join(" ");
    near(&phrase, anchor)
        .or_else(|| weekday(&phrase, anchor, direction))
        .or_else(|| ago(&phrase, anchor))
        .or_else(|| unit(&phrase, anchor))
        .or_else(|| month(&phrase, anchor, direction))
        .or_else(|| day_and_month(&phrase, anchor))
}

fn shift(anchor: Date, days: i64) -> Option<Date> {
    anchor.checked_add(days.days()).ok()
}

fn near(phrase: &str, anchor: Date) -> Option<Days> {
    shift(anchor, calendar::days_from_now(phrase)?).map(Days::day)
}

fn weekday(phrase: &str, anchor: Date, direction: Direction) -> Option<Days> {
    let mut words: Vec<&str> = phrase.split(' ').collect();
    let week = match words.as_slice() {
        [.., which @ ("last" | "next"), "week"] => Some(*which),
        _ => None,
    };
    if week.is_some() {
        words.truncate(words.len() - 2);
    }
    if words.len() > 1
        && ["morning", "afternoon", "evening", "night"]
            .iter()
            .any(|p| words.last() == Some(p))
    {
        words.pop();
    }
    let (before, name) = match words.as_slice() {
        [name] => ("", *name),
        [before, name] => (*before, *name),
        _ => return None,
    };
    let day = calendar::weekday(name).filter(|_| name.ends_with("day"))?;
    if let Some(which) = week {
        let monday = monday_of(anchor)?;
        let shift_weeks = if which == "last" { -7 } else { 7 };
        return shift(monday, shift_weeks + i64::from(day.since(Weekday::Monday))).map(Days::day);
    }
    let back = i64::from(anchor.weekday().since(day));
    let ahead = i64::from(day.since(anchor.weekday()));
    let days = match (before, direction) {
        ("last", _) => -(if back == 0 { 7 } else { back }),
        ("next", _) => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        ("this", _) => return None,
        ("" | "early" | "late", Direction::Past) => -back,
        ("" | "early" | "late", Direction::Future) => ahead,
        _ => return None,
    };
    shift(anchor, days).map(Days::day)
}

fn monday_of(day: Date) -> Option<Date> {
    shift(day, -i64::from(day.weekday().since(Weekday::Monday)))
}

fn ago(phrase: &str, anchor: Date) -> Option<Days> {
    let captures = PATTERNS.ago.captures(phrase)?;
    let n = numbers::count(captures.name("n")?.as_str())?;
    match captures.name("unit")?.as_str() {
        "day" => shift(anchor, -n).map(Days::day),
        "week" => shift(anchor, -7 * n).map(Days::day),
        "month" => {
            let then = anchor.checked_sub(n.months()).ok()?;
            Days::month(then.year(), then.month())
        }
        _ => Days::year(anchor.checked_sub(n.years()).ok()?.year()),
    }
}

fn unit(phrase: &str, anchor: Date) -> Option<Days> {
    let phrase = phrase
        .trim_start_matches("earlier ")
        .trim_start_matches("later ");
    if phrase == "weekend" || phrase == "last weekend" {
        let monday = monday_of(anchor)?;
        return Some(Days {
            first: shift(monday, -2)?,
            last: shift(monday, -1)?,
        });
    }
    let (which, unit) = phrase.split_once(' ')?;
    let step: i64 = match which {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    match unit {
        "week" => {
            let first = shift(monday_of(anchor)?, 7 * step)?;
            Some(Days {
                first,
                last: shift(first, 6)?,
            })
        }
        "month" => {
            let then = anchor.checked_add(step.months()).ok()?;
            Days::month(then.year(), then.month())
        }
        "year" => Days::year(anchor.checked_add(step.years()).ok()?.year()),
        _ => None,
    }
}

fn month(phrase: &str, anchor: Date, direction: Direction) -> Option<Days> {
    let words: Vec<&str> = phrase
        .split(' ')
        .filter(|w| !["of", "since", "until", "by", "during"].contains(w))
        .collect();
    let named = |word: &str| {
        calendar::month(word)
            .filter(|_| word.len() > 4 || word == "may" || word == "june" || word == "july")
    };
    match words.as_slice() {
        [name, which @ ("last" | "this" | "next"), "year"] => {
            let step = match *which {
                "last" => -1,
                "next" => 1,
                _ => 0,
            };
            Days::month(anchor.year() + step, named(name)?)
        }
        ["last", name] => {
            let month = named(name)?;
            Days::month(anchor.year() - i16::from(month >= anchor.month()), month)
        }
        ["next", name] => {
            let month = named(name)?;
            Days::month(anchor.year() + i16::from(month <= anchor.month()), month)
        }
        ["this", name] => Days::month(anchor.year(), named(name)?),
        [name] => {
            let month = named(name)?;
            let year = match direction {
                Direction::Past => anchor.year() - i16::from(month > anchor.month()),
                Direction::Future => anchor.year() + i16::from(month < anchor.month()),
            };
            Days::month(year, month)
        }
        _ => None,
    }
}

/// "March 12" without a year is the one nearest to the anchor.
fn day_and_month(phrase: &str, anchor: Date) -> Option<Days> {
    let captures = PATTERNS.day_and_month.captures(phrase)?;
    let part = |a: &str, b: &str| {
        captures
            .name(a)
            .or_else(|| captures.name(b))
            .map(|m| m.as_str())
    };
    let month = calendar::month(part("m1", "m2")?)?;
    let day: i8 = part("d1", "d2")?.parse().ok()?;
    let years = [anchor.year() - 1, anchor.year(), anchor.year() + 1];
    let candidates = years
        .into_iter()
        .filter_map(|y| Date::new(y, month, day).ok());
    let distance = |d: &Date| d.since(anchor).map_or(i32::MAX, |s| s.get_days().abs());
    candidates.min_by_key(distance).map(Days::day)
}
