//! The words of the calendar: months, weekdays and the names of near days.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Weekday;
use serde::Deserialize;

use super::en;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Calendar {
    months: BTreeMap<String, i8>,
    short_months: BTreeMap<String, i8>,
    weekdays: BTreeMap<String, i8>,
    short_weekdays: BTreeMap<String, i8>,
    days: BTreeMap<String, i64>,
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| en::CALENDAR.table());

/// Number of the month that a word names, written out or shortened, with a dot or not.
pub fn month(word: &str) -> Option<i8> {
    number(word, &CALENDAR.months, &CALENDAR.short_months)
}

/// The weekday that a word names, written out or shortened, with a dot or not.
pub fn weekday(word: &str) -> Option<Weekday> {
    let number = number(word, &CALENDAR.weekdays, &CALENDAR.short_weekdays)?;
    Weekday::from_monday_one_offset(number).ok()
}

fn number(word: &str, whole: &BTreeMap<String, i8>, short: &BTreeMap<String, i8>) -> Option<i8> {
    let lower = word.trim_end_matches('.').to_lowercase();
    whole.get(&lower).or_else(|| short.get(&lower)).copied()
}

/// Whether a lower-case word is a weekday written out, or a month.
pub fn is_day_or_month(lower: &str) -> bool {
    CALENDAR.weekdays.contains_key(lower)
        || CALENDAR.months.contains_key(lower)
        || CALENDAR.short_months.contains_key(lower)
}

/// How many days after the day on which it is said a lower-case phrase means: "yesterday" → -1.
pub fn days_from_now(phrase: &str) -> Option<i64> {
    CALENDAR.days.get(phrase).copied()
}

/// Regular expressions of the words, by the names that `patterns.toml` has for them. Words that are also shortened
/// ones, as "sun" and "wed" are, stand apart from those written out.
pub(super) fn patterns() -> [(&'static str, String); 4] {
    let whole = |words: &BTreeMap<String, i8>| words.keys().cloned().collect::<Vec<_>>();
    let short = |words: &BTreeMap<String, i8>| {
        words
            .keys()
            .map(|word| format!(r"{word}\.?"))
            .collect::<Vec<_>>()
    };
    let one_of = |words: Vec<String>| format!("(?:{})", words.join("|"));
    let c = &*CALENDAR;
    [
        ("whole_month", one_of(whole(&c.months))),
        (
            "month",
            one_of([whole(&c.months), short(&c.short_months)].concat()),
        ),
        ("whole_weekday", one_of(whole(&c.weekdays))),
        (
            "weekday",
            one_of([whole(&c.weekdays), short(&c.short_weekdays)].concat()),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_calendar_are_read_in_every_form() {
        assert_eq!(month("Sept."), Some(9));
        assert_eq!(month("may"), Some(5));
        assert_eq!(month("marathon"), None);
        assert_eq!(weekday("Thurs."), Some(Weekday::Thursday));
        assert_eq!(days_from_now("last night"), Some(-1));
        assert!(is_day_or_month("sept") && !is_day_or_month("sun"));
    }
}
