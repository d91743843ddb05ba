//! Event and alignment → comparison: what each source adds, omits or changes, ranked and worded.

mod discrepancies;
mod facts;
mod findings;
mod framings;
mod utterances;

use crate::model::{Alignment, Comparison, Event};

/// Facts, discrepancies, utterances, framings and findings of an event.
pub fn event(event: &Event, alignment: &Alignment) -> Comparison {
    let mut comparison = Comparison {
        facts: facts::find(event, alignment),
        discrepancies: discrepancies::find(event, alignment),
        utterances: utterances::find(event, alignment),
        framings: Vec::new(),
        findings: Vec::new(),
    };
    comparison.framings = framings::find(event, alignment, &comparison);
    comparison.findings = findings::rank(event, alignment, &comparison);
    comparison
}
