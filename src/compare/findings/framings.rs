//! Framings → findings: the contrast in one sentence.

use crate::model::{Dimension, Finding, FindingKind, Framing, Reference};

/// How much a reader would want to know a contrast, by its rule, in the order of a reader's questions: what was asked for,
/// how is it headed, who is believed.
fn salience(rule: &str) -> f64 {
    match rule {
        "user-category" => 0.7,
        "headlines" => 0.66,
        "leads" => 0.64,
        _ => 0.55,
    }
}

/// Words of a source that prove a contrast: of a lead both sentences.
const LEAD: usize = 2;

/// Each source beyond two that a contrast shows makes it this much more telling.
const SOURCE: f64 = 0.02;

/// The note of a framing with its evidence.
pub fn finding(index: usize, framing: &Framing) -> Finding {
    let shown = if framing.dimension == Dimension::Lead {
        LEAD
    } else {
        1
    };
    let sources = framing.per_source.len().clamp(2, 6) - 2;
    Finding {
        kind: FindingKind::Framing,
        summary: framing.note.clone(),
        articles: framing.per_source.keys().copied().collect(),
        about: vec![Reference::Framing(index)],
        evidence: framing
            .per_source
            .values()
            .flat_map(|terms| terms.iter().take(shown))
            .map(|t| t.excerpt)
            .collect(),
        salience: salience(framing.rule) + SOURCE * sources as f64,
        rule: framing.rule,
        ..Finding::default()
    }
}
