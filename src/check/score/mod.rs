//! Report + gold → figures: one file per thing that is measured.
//!
//! Sentences are matched by their words (`ties`), so that another segmentation is not punished twice. What the
//! gold does not code is not measured. A figure whose gold cannot be complete (contradictions and loaded words: a
//! careful reader never lists all) has a precision that is a floor: what is true but not listed counts as wrong.

mod agreement;
mod alignment;
mod articles;
mod calibration;
mod coders;
mod differences;
mod facts;
mod quotes;
mod utterances;

use super::figures::Score;
use super::gold::Gold;
use super::ties::Ties;
use crate::report::Report;

/// Names of all figures, in the order they are given.
pub const FIGURES: [&str; 22] = [
    "sentences",
    "text",
    "dates",
    "pairs",
    "equivalents",
    "ranking",
    "calibration_error",
    "direct_quotes",
    "indirect_quotes",
    "speakers",
    "via",
    "utterances",
    "versions",
    "facts",
    "cells",
    "discrepancies",
    "framings",
    "alpha",
    "coders_pairs_agreement",
    "coders_pairs_alpha",
    "coders_cells_agreement",
    "coders_cells_alpha",
];

/// How well a report agrees with the gold.
pub fn of(report: &Report, gold: &Gold) -> Score {
    let ties = Ties::of(report, gold);
    let mut score = articles::of(report, gold, &ties);
    if let Some(pairs) = &gold.alignment {
        score.add(alignment::of(report, gold, pairs, &ties));
    }
    let mut links = quotes::Links::default();
    if !gold.quotes.is_empty() {
        score.add(quotes::of(report, gold, &ties, &mut links));
    }
    if !gold.utterances.is_empty() {
        score.add(utterances::of(report, gold, &ties, &links));
    }
    if !gold.facts.is_empty() {
        score.add(facts::of(report, gold, &ties));
    }
    if !gold.discrepancies.is_empty() {
        score.add(differences::discrepancies(report, gold, &ties));
    }
    if !gold.framings.is_empty() {
        score.add(differences::framings(report, gold, &ties));
    }
    if let Some(pairs) = &gold.alignment {
        score.figures.push(coders::tool(report, gold, pairs, &ties));
    }
    score.add(coders::of(gold, &ties));
    score
}
