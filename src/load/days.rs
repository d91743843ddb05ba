//! Days and times that the user writes down: those that do not exist are refused.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Deserializer, de::Error};

/// Reads a day or time, ISO 8601.
///
/// # Errors
/// When there is no such day or time; the nearest day is named where there is one.
pub fn existing<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if exists(&text) {
        return Ok(Some(text));
    }
    let advice = match nearest(&text) {
        Some(day) => format!("; did you mean {day}?"),
        None => "; write a date as 2031-03-12 or a time as 2031-03-12T08:30:00Z".to_string(),
    };
    Err(D::Error::custom(format!(
        "{text:?} is not a valid date or time{advice}"
    )))
}

fn exists(text: &str) -> bool {
    let is_day = text.parse::<Date>().is_ok() && text.len() == "2031-03-12".len();
    is_day || text.parse::<Timestamp>().is_ok() || text.parse::<DateTime>().is_ok()
}

/// The last month of a year for a month that is none, and the last day of a month for a day that is none; none for what has
/// not the form of a day, or is one and has another flaw.
fn nearest(text: &str) -> Option<Date> {
    let mut parts = text.get(..10)?.split('-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: i8 = parts.next()?.parse().ok()?;
    let day: i8 = parts.next()?.parse().ok()?;
    let first = Date::new(year, month.clamp(1, 12), 1).ok()?;
    let found = Date::new(year, first.month(), day.clamp(1, first.days_in_month())).ok()?;
    (found.month() != month || found.day() != day).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_exists_is_told_from_what_does_not() {
        for text in [
            "2031-03-12",
            "2031-03-12T08:30:00Z",
            "2031-03-12T08:30",
            "2031-03-12 08:30:00+02:00",
        ] {
            assert!(exists(text), "{text}");
        }
        for text in [
            "2024-13-10",
            "2023-02-29",
            "yesterday",
            "",
            "2031-03-12T99:30:00Z",
        ] {
            assert!(!exists(text), "{text}");
        }
    }

    #[test]
    fn the_nearest_day_is_found() {
        let found = |text| nearest(text).map(|d| d.to_string());
        assert_eq!(found("2024-13-10").as_deref(), Some("2024-12-10"));
        assert_eq!(found("2023-02-29").as_deref(), Some("2023-02-28"));
        assert_eq!(found("2023-00-00").as_deref(), Some("2023-01-01"));
        assert_eq!(found("yesterday"), None);
        assert_eq!(found("2031-03-12T99:30:00Z"), None);
    }
}
