//! Framings → findings: the contrast in one sentence.

use crate::model::{Finding, FindingKind, Framing, Reference};

/// The note of a framing with its evidence.
pub fn finding(index: usize, framing: &Framing) -> Finding {
    Finding {
        kind: FindingKind::Framing,
        summary: framing.note.clone(),
        articles: framing.per_source.keys().copied().collect(),
        about: vec![Reference::Framing(index)],
        evidence: framing.per_source.values().filter_map(|terms| terms.first().map(|t| t.excerpt)).collect(),
        salience: 0.5,
        confidence: 0.5,
        rule: framing.rule,
    }
}
