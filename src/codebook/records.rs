//! The record of each rule: how many of its findings careful readers judged, and how many of these were right.
//!
//! The counts stand in `records.tsv`, one line a rule and event; `examples/records` writes it from files of verdicts.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use crate::language::built_in;

/// The share of findings judged true from which a rule is fit for the first screen: nine in ten.
const FIRST_SCREEN: f64 = 0.9;

/// And the share that must be worth a reader's while as well: four in five.
const WORTH: f64 = 0.8;

/// The share below which the findings of a rule are not told at all: seven in ten.
const TOLD: f64 = 0.7;

/// The fewest judged findings for the first screen. Of a rule that is right two times in three, six findings are all
/// right one time in eleven; with fewer, luck would say as much as the rule.
const FEWEST: u32 = 6;

/// The fewest judged findings for a rule to be told at all.
const FEWEST_TOLD: u32 = 3;

/// Counts of judged findings of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Findings that a careful reader agrees with and that are worth saying.
    pub right: u32,
    /// Findings that are true, but that nobody would care for.
    pub trivial: u32,
    /// All judged findings, the misleading and the false ones included.
    pub of: u32,
    /// The events they were judged on.
    pub events: u32,
}

impl Record {
    /// The share of judged findings that were true, 0 to 1; 0 where none was judged, since what was never measured has
    /// nothing to be trusted for.
    pub fn confidence(&self) -> f64 {
        if self.of == 0 {
            0.0
        } else {
            f64::from(self.right + self.trivial) / f64::from(self.of)
        }
    }

    /// Whether nine in ten of its findings were true and four in five worth saying, of at least six.
    pub fn is_first_screen_worthy(&self) -> bool {
        self.of >= FEWEST
            && self.confidence() >= FIRST_SCREEN
            && f64::from(self.right) >= WORTH * f64::from(self.of)
    }

    /// Whether seven in ten of its findings were true, of at least three.
    pub fn may_be_told(&self) -> bool {
        self.of >= FEWEST_TOLD && self.confidence() >= TOLD
    }

    /// Both records together, of different events.
    fn and(self, other: Record) -> Record {
        Record {
            right: self.right + other.right,
            trivial: self.trivial + other.trivial,
            of: self.of + other.of,
            events: self.events + other.events,
        }
    }
}

/// Records by rule and event.
pub type Records = BTreeMap<(String, String), Record>;

/// A line that is no record.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: {fault}")]
pub struct RecordError {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: String,
}

/// The records that come with the program, as written.
const TEXT: &str = include_str!("records.tsv");

static RECORDS: LazyLock<Records> = LazyLock::new(|| built_in::whole("records.tsv", read(TEXT)));

/// The record of a rule over all events; empty where no finding of it was judged.
pub fn record(rule: &str) -> Record {
    of_rule(&RECORDS, rule, |_| true)
}

/// The part of a rule's record that rests on differences put into articles on purpose.
pub fn planted(rule: &str) -> Record {
    of_rule(&RECORDS, rule, |event| event.starts_with(PLANTED))
}

/// How events are named whose differences were put there.
const PLANTED: &str = "planted-";

fn of_rule(records: &Records, rule: &str, of_event: impl Fn(&str) -> bool) -> Record {
    records
        .iter()
        .filter(|((name, event), _)| name == rule && of_event(event))
        .fold(Record::default(), |sum, (_, one)| sum.and(*one))
}

/// Records from a text: lines of rule, event, right, trivial and of, divided by tabs and sorted; `#` opens a comment.
///
/// # Errors
/// At the first line of another form, with counts that cannot be, or out of order.
pub fn read(text: &str) -> Result<Records, RecordError> {
    let mut records = Records::new();
    for (at, line) in text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.starts_with('#'))
    {
        let wrong = |fault: String| RecordError {
            line: at + 1,
            fault,
        };
        let (key, record) = entry(line).map_err(wrong)?;
        if records
            .last_key_value()
            .is_some_and(|(last, _)| *last >= key)
        {
            return Err(wrong(format!(
                "{} on {} is listed twice or out of order",
                key.0, key.1
            )));
        }
        records.insert(key, record);
    }
    Ok(records)
}

fn entry(line: &str) -> Result<((String, String), Record), String> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [rule, event, right, trivial, of] = fields[..] else {
        return Err(format!(
            "expected rule, event, right, trivial and of, separated by tabs, not {line:?}"
        ));
    };
    if rule.is_empty() || event.is_empty() {
        return Err("the rule or the event has no name".to_string());
    }
    let count = |field: &str| {
        field
            .parse::<u32>()
            .map_err(|_| format!("{field:?} is not a count"))
    };
    let (right, trivial, of) = (count(right)?, count(trivial)?, count(of)?);
    if of == 0 || right.checked_add(trivial).is_none_or(|n| n > of) {
        return Err(format!(
            "of {of} findings, {right} cannot be right and {trivial} trivial"
        ));
    }
    Ok((
        (rule.to_string(), event.to_string()),
        Record {
            right,
            trivial,
            of,
            events: 1,
        },
    ))
}

/// The lines of records, as [`read`] takes them.
pub fn lines(records: &Records) -> String {
    let mut out = String::new();
    for (
        (rule, event),
        Record {
            right, trivial, of, ..
        },
    ) in records
    {
        let _ = writeln!(out, "{rule}\t{event}\t{right}\t{trivial}\t{of}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_records_of_the_program_are_of_its_rules() {
        let records = read(TEXT).unwrap();
        assert!(!records.is_empty());
        for (rule, event) in records.keys() {
            let known = crate::codebook::rules().iter().any(|r| r.name == *rule);
            assert!(
                known,
                "no rule is called {rule} (on {event}): `cargo run --example records` leaves it out"
            );
        }
    }

    #[test]
    fn a_record_is_the_sum_over_events() {
        let text = "# Comment.\na\tone\t3\t1\t5\na\ttwo\t2\t0\t2\nab\tone\t0\t0\t4\n";
        let records = read(text).unwrap();
        assert_eq!(
            of_rule(&records, "a", |_| true),
            Record {
                right: 5,
                trivial: 1,
                of: 7,
                events: 2
            }
        );
        assert_eq!(
            of_rule(&records, "ab", |_| true),
            Record {
                right: 0,
                trivial: 0,
                of: 4,
                events: 1
            }
        );
        assert_eq!(of_rule(&records, "b", |_| true), Record::default());
        assert_eq!(format!("# Comment.\n{}", lines(&records)), text);
    }

    #[test]
    fn what_is_true_counts_and_what_nobody_judged_does_not() {
        let of = |right, trivial, of| Record {
            right,
            trivial,
            of,
            events: 1,
        };
        assert!((of(7, 1, 10).confidence() - 0.8).abs() < 1e-9);
        assert!(of(0, 0, 0).confidence() == 0.0 && !of(0, 0, 0).may_be_told());
        assert!(
            of(6, 1, 10).may_be_told() && !of(6, 0, 10).may_be_told() && !of(2, 0, 2).may_be_told()
        );
        assert!(of(8, 1, 10).is_first_screen_worthy() && !of(8, 0, 10).is_first_screen_worthy());
        assert!(!of(7, 3, 10).is_first_screen_worthy());
        assert!(of(6, 0, 6).is_first_screen_worthy() && !of(5, 0, 5).is_first_screen_worthy());
    }

    #[test]
    fn a_malformed_line_is_refused_with_its_number_and_reason() {
        let refused = |line: &str| {
            read(&format!("# Comment.\na\tone\t1\t0\t2\n{line}\n"))
                .unwrap_err()
                .to_string()
        };
        for (line, reason) in [
            ("b\tone\t1\t0", "separated by tabs"),
            ("b one 1 0 2", "separated by tabs"),
            ("", "separated by tabs"),
            ("b\tone\t1\t0\t2\t3", "separated by tabs"),
            ("b\t\t1\t0\t2", "no name"),
            ("b\tone\t-1\t0\t2", "\"-1\" is not a count"),
            ("b\tone\t1.5\t0\t2", "\"1.5\" is not a count"),
            ("b\tone\t2\t1\t2", "cannot be right"),
            ("b\tone\t4294967295\t1\t4294967295", "cannot be right"),
            ("b\tone\t0\t0\t0", "cannot be right"),
            ("a\tone\t1\t0\t2", "listed twice"),
            ("a\tevent\t1\t0\t2", "out of order"),
        ] {
            let told = refused(line);
            assert!(
                told.starts_with("line 3: ") && told.contains(reason),
                "{line:?}: {told}"
            );
        }
    }
}
