//! Report + expectations → what holds and what does not: one file per kind of expectation.

mod drift;
mod figures;
mod files;
mod freshness;
mod pairs;

pub use files::Files;

use super::gold::{Gold, draft};
use super::limits::{Limits, TOLERANCE};
use super::score;
use super::snapshot::Snapshot;
use super::verdict::{Checked, State};
use crate::report::Report;

/// What is expected of a fixture.
#[derive(Clone, Debug, Default)]
pub struct Expectations {
    /// Hand-made answers.
    pub gold: Option<Gold>,
    /// What the report said once.
    pub snapshot: Option<Snapshot>,
    /// What must be reached.
    pub limits: Limits,
    /// How far a score may move; goes before what the limits say.
    pub tolerance: Option<f64>,
}

/// Checks one fixture.
pub fn checked(report: &Report, expected: &Expectations, files: &Files) -> Checked {
    let mut checked = Checked {
        path: files.folder.clone(),
        ..Checked::default()
    };
    if let Some(gold) = &expected.gold {
        checked
            .outcomes
            .extend(freshness::outcomes(report, gold, files));
        checked.notes.extend(freshness::strangers(report, gold));
        checked
            .notes
            .extend(draft::warning(report, gold).map(str::to_string));
        checked.notes.extend(unfinished(gold));
    }
    if let Some(stored) = &expected.snapshot {
        let tolerance = expected
            .tolerance
            .or(expected.limits.tolerance)
            .unwrap_or(TOLERANCE);
        drift::check(report, stored, tolerance, files, &mut checked);
    }
    checked
        .outcomes
        .extend(pairs::outcomes(report, &expected.limits, files));
    if expected.gold.is_none() {
        checked
            .outcomes
            .extend(figures::unmeasured(&expected.limits, files));
    }
    // Figures against a gold that was made from other texts would say nothing.
    if checked.state() < State::Unusable
        && let Some(gold) = &expected.gold
    {
        let score = score::of(report, gold);
        checked
            .outcomes
            .extend(figures::outcomes(&score, &expected.limits, files));
        checked.score = Some(score);
    }
    checked
}

/// Sheets on which labels are missing.
fn unfinished(gold: &Gold) -> impl Iterator<Item = String> {
    gold.coders.iter().filter_map(|(name, coding)| {
        let judged = coding.judged.as_ref().filter(|j| j.unlabeled > 0)?;
        Some(format!(
            "coder {name}: {} of {} rows have no label yet and are left out",
            judged.unlabeled, judged.rows
        ))
    })
}
