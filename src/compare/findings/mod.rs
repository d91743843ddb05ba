//! Everything found → findings: one plain sentence each, most important first.

mod copy;
mod discrepancies;
mod facts;
mod framings;
mod quotes;

use std::collections::BTreeMap;

use crate::model::{Alignment, Comparison, Event, Finding, FindingKind};

/// What a reader should know, most important first, no kind twice in a row while another is as telling.
pub fn rank(event: &Event, alignment: &Alignment, found: &Comparison) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    all.extend(alignment.origins.iter().enumerate().filter_map(|(i, o)| copy::shared(event, i, o)));
    all.extend(found.discrepancies.iter().enumerate().map(|(i, d)| discrepancies::finding(event, i, d)));
    all.extend(facts::omissions(event, &found.facts));
    all.extend(facts::additions(event, &found.facts));
    all.extend(found.utterances.iter().enumerate().filter_map(|(i, u)| quotes::finding(event, i, u)));
    all.extend(found.framings.iter().enumerate().map(|(i, f)| framings::finding(i, f)));
    vary(all)
}

/// Each further finding of a kind counts this much less, so that the first lines show what kinds of differences there
/// are; set so that four of a kind in a row need clearly higher salience than the first of another.
const REPEAT: f64 = 0.85;

fn vary(mut all: Vec<Finding>) -> Vec<Finding> {
    all.sort_by(|a, b| b.salience.total_cmp(&a.salience).then_with(|| a.summary.cmp(&b.summary)));
    let mut seen: BTreeMap<FindingKind, i32> = BTreeMap::new();
    let mut weighed: Vec<(f64, Finding)> = Vec::new();
    for finding in all {
        let count = seen.entry(finding.kind).or_default();
        weighed.push((finding.salience * REPEAT.powi(*count), finding));
        *count += 1;
    }
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    weighed.into_iter().map(|(_, f)| f).collect()
}
