//! Whether figures are within their limits.

use super::super::figures::{Figure, Part, Score};
use super::super::limits::{Limit, Limits};
use super::super::verdict::{Outcome, State};
use super::Files;

pub(super) fn outcomes(score: &Score, limits: &Limits, files: &Files) -> Vec<Outcome> {
    let tables = [("at least", &limits.minimum), ("at most", &limits.maximum)];
    let mut outcomes = Vec::new();
    for (how, name, limit) in tables
        .iter()
        .flat_map(|(how, t)| t.iter().map(move |(n, l)| (*how, n, l)))
    {
        outcomes.extend(limit_holds(score.figure(name), how, name, limit, files));
    }
    outcomes
}

/// Limits of a fixture that has no gold: nobody can tell whether they hold.
pub(super) fn unmeasured(limits: &Limits, files: &Files) -> Option<Outcome> {
    let name = limits.minimum.keys().chain(limits.maximum.keys()).next()?;
    Some(Outcome {
        name: "gold".to_string(),
        state: State::Unusable,
        message: format!(
            "coverage.toml sets a threshold for {name}, but there is no gold.json to measure against"
        ),
        lines: Vec::new(),
        place: Some(files.setting(name)),
    })
}

/// Figures are compared as they are printed: with three digits.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

fn limit_holds(
    figure: Option<&Figure>,
    how: &str,
    name: &str,
    limit: &Limit,
    files: &Files,
) -> Vec<Outcome> {
    let outcome = |(part, limit): (Part, f64)| {
        let called = match part {
            Part::Precision => format!("{name} precision"),
            Part::Recall => format!("{name} recall"),
            Part::Main if figure.is_some_and(|f| f.f1.is_some()) => format!("{name} F1"),
            Part::Main => name.to_string(),
        };
        let value = figure.and_then(|f| f.part(part)).map(rounded);
        let holds = value.is_some_and(|v| {
            if how == "at least" {
                v >= limit
            } else {
                v <= limit
            }
        });
        let message = match value {
            _ if holds => String::new(),
            Some(v) => format!("{called} is {v:.3} but must be {how} {limit:.3}"),
            None => format!(
                "{called} must be {how} {limit:.3}, but gold.json has no answers to measure it with"
            ),
        };
        let state = match value {
            None => State::Unusable,
            Some(_) if holds => State::Holds,
            Some(_) => State::Fails,
        };
        let place = Some(files.setting(name));
        Outcome {
            name: format!("{called} {how} {limit:.3}"),
            state,
            message,
            lines: Vec::new(),
            place,
        }
    };
    limit.parts().map(outcome).collect()
}
