//! Times of day: "4:10 a.m.", "10.42pm", "six o'clock", "noon".

use super::sentence::Words;
use crate::language::numbers;
use crate::model::{Document, Sentence, Value, ValueKind};

/// The times of day of one sentence, normalized to "04:10" on the 24-hour clock; where neither "a.m." nor "p.m." nor a
/// part of the day says which half is meant, as printed ("10:42").
pub fn times_in(document: &Document, index: usize, sentence: &Sentence) -> Vec<Value> {
    let reader = Reader {
        words: Words::new(document, sentence),
    };
    let mut found: Vec<Value> = Vec::new();
    let mut at = 0;
    while at < reader.words.len() {
        match reader.time(at) {
            Some(time) => {
                found.extend(reader.value(index, at, &time));
                at = time.end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// A time of day that ends before word `end`.
struct Time {
    end: usize,
    hour: u32,
    minute: u32,
}

struct Reader<'a> {
    words: Words<'a>,
}

impl Reader<'_> {
    fn word(&self, i: usize) -> &str {
        self.words.word(i)
    }

    fn gap(&self, i: usize) -> &str {
        self.words.gap(i)
    }

    fn time(&self, at: usize) -> Option<Time> {
        let word = self.word(at);
        match word {
            "noon" | "midday" => {
                return Some(Time {
                    end: at + 1,
                    hour: 12,
                    minute: 0,
                });
            }
            "midnight" => {
                return Some(Time {
                    end: at + 1,
                    hour: 0,
                    minute: 0,
                });
            }
            _ => {}
        }
        let (hour, minute, joined, mut end) = self.clock(at, word)?;
        let next = self.word(end).replace('.', "");
        let half = joined.or_else(|| half(&next).inspect(|_| end += 1));
        let clock = matches!(next.as_str(), "o'clock" | "o’clock") && half.is_none();
        if clock {
            end += 1;
        }
        let written = word.contains(':') || self.gap(at + 1) == ":";
        if half.is_none() && !clock && !written
            || hour > 23
            || minute > 59
            || (half.is_some() && hour > 12)
        {
            return None;
        }
        let half = half.or_else(|| self.part_of_day(end));
        Some(Time {
            end,
            hour: on_24(hour, half),
            minute,
        })
    }

    /// Hour and minute at a word, the half of the day where it is joined to them ("6am"), and where they end.
    fn clock(&self, at: usize, word: &str) -> Option<(u32, u32, Option<bool>, usize)> {
        let joined = word
            .strip_suffix("am")
            .map(|w| (w, false))
            .or_else(|| word.strip_suffix("pm").map(|w| (w, true)));
        let (digits, half) = joined.map_or((word, None), |(w, pm)| (w, Some(pm)));
        if let Some((hour, minute)) = digits.split_once([':', '.']) {
            let two = minute.len() == 2;
            return Some((
                hour.parse().ok()?,
                minute.parse().ok().filter(|_| two)?,
                half,
                at + 1,
            ));
        }
        let hour = digits.parse().ok().filter(|h| *h <= 24);
        let hour = hour.or_else(|| {
            numbers::unit(digits)
                .filter(|h| (1.0..=12.0).contains(h))
                .map(|h| h as u32)
        })?;
        let next = self.word(at + 1);
        if self.gap(at + 1) == ":" && next.len() >= 2 {
            let tail = next
                .strip_suffix("am")
                .map(|w| (w, false))
                .or_else(|| next.strip_suffix("pm").map(|w| (w, true)));
            let (minute, half) = tail.map_or((next, half), |(w, pm)| (w, Some(pm)));
            return Some((hour, minute.parse().ok()?, half, at + 2));
        }
        Some((hour, 0, half, at + 1))
    }

    /// "in the morning", "at night" right after: whether it is the second half of the day.
    fn part_of_day(&self, end: usize) -> Option<bool> {
        match (self.word(end), self.word(end + 1), self.word(end + 2)) {
            ("in", "the", "morning") | ("this", "morning", _) => Some(false),
            ("in", "the", "afternoon" | "evening")
            | ("this" | "yesterday", "afternoon" | "evening", _) => Some(true),
            ("last" | "at", "night", _) => Some(true),
            _ => None,
        }
    }

    fn value(&self, index: usize, at: usize, time: &Time) -> Option<Value> {
        let normal = format!("{:02}:{:02}", time.hour, time.minute);
        let span = self.words.span(at, time.end)?;
        Some(Value {
            sentence: index as u32,
            span,
            kind: ValueKind::Date,
            normal,
            quantity: None,
            period: None,
        })
    }
}

fn half(word: &str) -> Option<bool> {
    match word {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    }
}

/// The hour on the 24-hour clock.
fn on_24(hour: u32, afternoon: Option<bool>) -> u32 {
    match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Article, ValueKind};

    #[test]
    fn the_case_table_holds() {
        let table = include_str!("../../../fixtures/cases/times.txt");
        let mut wrong = Vec::new();
        for line in table
            .lines()
            .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
        {
            let (text, want) = line
                .split_once(" => ")
                .unwrap_or_else(|| panic!("malformed case: {line}"));
            let article = Article::of_body(text);
            let values = crate::documented(article).values;
            let times = values
                .iter()
                .filter(|v| v.kind == ValueKind::Date && v.normal.contains(':'));
            let got: Vec<&str> = times.map(|v| v.normal.as_str()).collect();
            let got = if got.is_empty() {
                "-".to_string()
            } else {
                got.join("; ")
            };
            if got != want {
                wrong.push(format!("{text}\n  want {want}\n  got  {got}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
