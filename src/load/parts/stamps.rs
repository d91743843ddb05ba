//! Dates and times of metadata in one form, ISO 8601.

use std::sync::LazyLock;

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, Zoned, fmt::rfc2822};
use regex::Regex;

use super::foreign_dates;
use crate::dates;
use crate::language;
use crate::language::built_in::pattern;

static OFFSET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(?:([+-]\d\d):?(\d\d)|(Z|UTC|GMT))?$",
    )
});

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?P<h>[01]?\d|2[0-3])[:.h](?P<m>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[ap]\.?m\b\.?)?,?\s*\(?(?P<zone>[a-z]{3,4})?\b",
    )
});

static ADDRESS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let forms = [
        r"/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3})[/-]([0-3]?\d)(?:[/-]|$)",
        r"[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?:[/_.-]|$)",
    ];
    forms.into_iter().map(pattern).collect()
});

/// A date or time as metadata print it, in ISO 8601 with the zone it names; none where it is no date.
pub fn iso(printed: &str) -> Option<String> {
    let printed = printed.trim();
    if let Ok(date) = printed.parse::<Date>()
        && printed.len() == 10
    {
        return Some(date.to_string());
    }
    if let Some(captures) = OFFSET.captures(printed) {
        let part = |i: usize| captures.get(i).map_or("", |m| m.as_str());
        let time = if part(2).len() == 5 {
            format!("{}:00", part(2))
        } else {
            part(2).to_string()
        };
        let civil: DateTime = format!("{}T{time}", part(1)).parse().ok()?;
        let zone = match (part(3), part(5)) {
            ("", "") => String::new(),
            ("", _) => "Z".to_string(),
            (hours, _) => format!("{hours}:{}", part(4)),
        };
        return Some(format!("{civil}{zone}"));
    }
    if let Ok(zoned) = rfc2822::parse(printed) {
        return Some(with_offset(&zoned));
    }
    if let Ok(seconds) = printed.parse::<i64>()
        && matches!(printed.len(), 10 | 13)
    {
        let seconds = if printed.len() == 13 {
            seconds / 1000
        } else {
            seconds
        };
        return Timestamp::from_second(seconds).ok().map(|t| t.to_string());
    }
    let basic = printed
        .get(..8)
        .filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
    if let Some(date) = basic.and_then(|d| Date::strptime("%Y%m%d", d).ok()) {
        return Some(basic_time(date, printed));
    }
    let english = foreign_dates::english(printed);
    let printed = english.as_deref().unwrap_or(printed);
    dates::first_full(printed).map(|(span, day)| {
        let around = format!(
            "{} {}",
            printed.get(..span.start).unwrap_or_default(),
            printed.get(span.end..).unwrap_or_default()
        );
        at(day, &around)
    })
}

/// A day with the clock time and the zone that the words around it name: "2031-03-04T23:30:00-05:00".
pub fn at(day: Date, around: &str) -> String {
    let Some(captures) = CLOCK.captures(around) else {
        return day.to_string();
    };
    let part = |name: &str| captures.name(name).map_or("", |m| m.as_str());
    let (Ok(hour), Ok(minute)) = (part("h").parse::<i8>(), part("m").parse::<i8>()) else {
        return day.to_string();
    };
    let half = part("half").to_lowercase();
    let hour = match (half.starts_with('p'), half.starts_with('a'), hour) {
        (true, _, 1..12) => hour + 12,
        (_, true, 12) => 0,
        _ => hour,
    };
    let zone = language::zone(part("zone")).unwrap_or_default();
    let time = jiff::civil::Time::new(hour, minute, 0, 0);
    time.map_or(day.to_string(), |time| {
        format!("{}{zone}", day.to_datetime(time))
    })
}

/// The basic form of news formats: "20310312T101500Z", "20310312T101500+0100".
fn basic_time(date: Date, printed: &str) -> String {
    let rest = printed.get(8..).unwrap_or("").trim_start_matches('T');
    let Some(clock) = rest
        .get(..6)
        .filter(|c| c.bytes().all(|b| b.is_ascii_digit()))
    else {
        return date.to_string();
    };
    let (h, m, s) = (
        clock.get(..2).unwrap_or(""),
        clock.get(2..4).unwrap_or(""),
        clock.get(4..6).unwrap_or(""),
    );
    iso(&format!(
        "{date}T{h}:{m}:{s}{}",
        rest.get(6..).unwrap_or("")
    ))
    .unwrap_or_else(|| date.to_string())
}

fn with_offset(zoned: &Zoned) -> String {
    let offset = zoned.offset().seconds();
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.abs() / 60;
    format!(
        "{}{sign}{:02}:{:02}",
        zoned.datetime(),
        minutes / 60,
        minutes % 60
    )
}

/// The day in the path of an address ("/2031/03/12/", "-20310312."), or none.
pub fn in_address(url: &str) -> Option<String> {
    let path = url
        .split_once("://")
        .map_or(url, |(_, rest)| rest)
        .to_lowercase();
    for form in ADDRESS.iter() {
        let Some(captures) = form.captures(&path) else {
            continue;
        };
        let part = |i: usize| captures.get(i).map_or("", |m| m.as_str());
        let text = match part(2).parse::<i8>() {
            Ok(month) => format!("{}-{month:02}-{:0>2}", part(1), part(3)),
            Err(_) => format!("{} {} {}", part(3), part(2), part(1)),
        };
        if let Some(day) = dates::full_day(&text) {
            return Some(day.to_string());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_writing_a_time_becomes_iso() {
        let cases = [
            ("2031-03-12", "2031-03-12"),
            ("2031-03-12T10:15:00Z", "2031-03-12T10:15:00Z"),
            ("2031-03-12 10:15", "2031-03-12T10:15:00"),
            ("2031-03-12T10:15:00.123+0100", "2031-03-12T10:15:00+01:00"),
            (
                "Wed, 12 Mar 2031 10:15:00 +0100",
                "2031-03-12T10:15:00+01:00",
            ),
            ("1930990500", "2031-03-11T10:15:00Z"),
            ("20310312T101500Z", "2031-03-12T10:15:00Z"),
            ("20310312", "2031-03-12"),
            ("March 12, 2031 at 10:15 a.m.", "2031-03-12T10:15:00"),
            ("4:30 PM IST Mar 4, 2031", "2031-03-04T16:30:00+05:30"),
            (
                "Tuesday, 4 March 2031 18.20 CET",
                "2031-03-04T18:20:00+01:00",
            ),
            ("4 mars 2031 à 18h20", "2031-03-04T18:20:00"),
        ];
        for (printed, wanted) in cases {
            assert_eq!(iso(printed).as_deref(), Some(wanted), "{printed}");
        }
        assert_eq!(iso("soon"), None);
        assert_eq!(
            in_address("https://ledger.example/2031/03/12/deal").as_deref(),
            Some("2031-03-12")
        );
        assert_eq!(
            in_address("https://ledger.example/2031/mar/12/deal").as_deref(),
            Some("2031-03-12")
        );
        assert_eq!(in_address("https://ledger.example/a-deal-2031031"), None);
    }
}
