//! Verdict of a check → text: one file per format.

pub mod github;
pub mod human;
pub mod json;
pub mod junit;
pub mod markdown;

use crate::check::figures::Miss;
use crate::check::snapshot::{Change, Kind};
use crate::check::verdict::{Checked, Drift, Outcome, Place, State, Verdict};
use crate::render::plain;

/// What is printed besides what fails.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// What was missed and what is wrong, with the sentences.
    pub errors: bool,
    /// Whether escape codes for colour may be used.
    pub color: bool,
}

/// `7 fixtures: 5 passed, 1 failed, 1 error`.
fn summary(verdict: &Verdict) -> String {
    let of = |n: usize, one: &str, many: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    };
    let fixtures = verdict.fixtures.len();
    let counts = [
        of(verdict.count(State::Holds), "passed", "passed"),
        of(verdict.count(State::Fails), "failed", "failed"),
        of(verdict.count(State::Unusable), "error", "errors"),
        of(verdict.skipped.len(), "skipped", "skipped"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    format!(
        "{fixtures} fixture{}: {}",
        if fixtures == 1 { "" } else { "s" },
        counts.join(", ")
    )
}

fn state(state: State) -> &'static str {
    match state {
        State::Holds => "PASS",
        State::Fails => "FAIL",
        State::Unusable => "ERROR",
    }
}

/// `finding disappeared: Nobody knows who called.`; an edited sentence only says that, as its lines show both wordings.
fn head(change: &Change) -> String {
    let (section, became, subject) = (change.section, change.became(), change.head());
    if subject.is_empty() {
        format!("{section} {became}")
    } else {
        format!("{section} {became}: {}", plain::line(subject))
    }
}

/// The differences to show one by one: those that only follow from an edited sentence are counted elsewhere.
fn shown(checked: &Checked) -> impl Iterator<Item = &Drift> {
    checked.drift.iter().filter(|d| !d.change.follows)
}

fn sign(kind: Kind) -> char {
    match kind {
        Kind::Appeared => '+',
        Kind::Vanished => '-',
        Kind::Changed => '~',
    }
}

fn place(place: &Place) -> String {
    format!("{}:{}", place.path, place.line)
}

/// One line for what was missed: the note, then the sentences.
fn miss(miss: &Miss) -> String {
    let quoted = miss
        .sentences
        .iter()
        .map(|(id, text)| format!("{id} “{text}”"));
    let parts = (!miss.note.is_empty())
        .then(|| miss.note.clone())
        .into_iter()
        .chain(quoted);
    parts.collect::<Vec<_>>().join(" | ")
}

/// The outcomes that do not hold.
fn failures(outcomes: &[Outcome]) -> impl Iterator<Item = &Outcome> {
    outcomes.iter().filter(|o| o.state != State::Holds)
}

/// A number as figures are printed: three digits, a dash where there is none.
fn number(value: Option<f64>) -> String {
    value.map_or("–".to_string(), |v| format!("{v:.3}"))
}
