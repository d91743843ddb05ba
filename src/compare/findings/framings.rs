//! Framings → findings: the contrast in one sentence.

use crate::model::{Finding, FindingKind, Framing, Reference};

/// How much a reader would want to know a contrast, and how likely it is to be accepted, by its rule. The order of
/// salience is that of a reader's questions: how is it headed, what is it called, whose words are doubted, who acts.
/// Confidence rests on a reading, by the one who wrote the rules, of some eighty contrasts printed for five real events, of
/// which about nine in ten were accepted: rounded down by rule, and an estimate well below that where a rule printed fewer
/// than five. Elsewhere expect less.
const RULES: [(&str, f64, f64); 24] = [
    ("user-category", 0.70, 0.80),
    ("headlines", 0.66, 0.90),
    ("headline-verbs", 0.50, 0.80),
    ("label-counted", 0.52, 0.70),
    ("clause-beside", 0.46, 0.60),
    ("background", 0.44, 0.60),
    ("verbs-of-speaker", 0.42, 0.60),
    ("headline-body", 0.60, 0.70),
    ("act-as-noun", 0.52, 0.60),
    ("label-speaker", 0.50, 0.60),
    ("modifier", 0.44, 0.60),
    ("head-noun", 0.44, 0.60),
    ("act-verb", 0.42, 0.60),
    ("label-word", 0.64, 0.90),
    ("judging-word", 0.60, 0.80),
    ("voice-of-act", 0.58, 0.70),
    ("hedge-one-side", 0.58, 0.80),
    ("verb-swap", 0.54, 0.75),
    ("marks-one-side", 0.52, 0.80),
    ("label-role", 0.50, 0.75),
    ("circumstance", 0.50, 0.70),
    ("high-and-low", 0.48, 0.70),
    ("leads", 0.46, 0.60),
    ("sourcing", 0.40, 0.50),
];

/// Each source beyond two that a contrast shows makes it this much more telling.
const SOURCE: f64 = 0.02;

/// The note of a framing with its evidence.
pub fn finding(index: usize, framing: &Framing) -> Finding {
    let known = RULES.iter().find(|(rule, _, _)| *rule == framing.rule);
    let (salience, confidence) = known.map_or((0.4, 0.5), |(_, salience, confidence)| (*salience, *confidence));
    let sources = framing.per_source.len().clamp(2, 6) - 2;
    Finding {
        kind: FindingKind::Framing,
        summary: framing.note.clone(),
        articles: framing.per_source.keys().copied().collect(),
        about: vec![Reference::Framing(index)],
        evidence: framing.per_source.values().filter_map(|terms| terms.first().map(|t| t.excerpt)).collect(),
        salience: salience + SOURCE * sources as f64,
        confidence,
        rule: framing.rule,
    }
}
