//! Framings → findings: the contrast in one sentence.

use crate::compare::framings;
use crate::model::{Dimension, Event, Finding, FindingKind, Framing, Reference};

/// How much a reader would want to know a contrast, by its rule, in the order of a reader's questions: what was asked for,
/// how is it headed, who is believed; and by how many articles it shows.
fn salience(rule: &str, articles: usize) -> f64 {
    let own = match rule {
        "user-category" => 0.7,
        OPENINGS => 0.68,
        "headlines" => 0.66,
        "leads" => 0.64,
        _ => 0.55,
    };
    own + SOURCE * (articles.clamp(2, 6) - 2) as f64
}

/// Words of a source that prove a contrast: of a lead both sentences.
const LEAD: usize = 2;

/// Each source beyond two that a contrast shows makes it this much more telling.
const SOURCE: f64 = 0.02;

/// The contrasts in how the same thing is presented, one finding each; headlines and first sentences are one.
pub fn all(event: &Event, framings: &[Framing]) -> Vec<Finding> {
    let of = |dimension| {
        let mut numbered = framings.iter().enumerate();
        numbered.find(|(_, f)| f.dimension == dimension)
    };
    let both = of(Dimension::Headline).zip(of(Dimension::Lead));
    let opens = |f: &Framing| matches!(f.dimension, Dimension::Headline | Dimension::Lead);
    let numbered = framings.iter().enumerate();
    let others = numbered.filter(|(_, f)| both.is_none() || !opens(f));
    let mut found: Vec<Finding> = others
        .map(|(index, framing)| finding(index, framing))
        .collect();
    found.extend(both.map(|(headlines, leads)| openings(event, headlines, leads)));
    found
}

/// Headlines and first sentences side by side.
fn openings(
    event: &Event,
    (i, headlines): (usize, &Framing),
    (j, leads): (usize, &Framing),
) -> Finding {
    let (first, second) = (finding(i, headlines), finding(j, leads));
    let mut evidence = [first.evidence, second.evidence].concat();
    evidence.sort();
    let mut articles = [first.articles, second.articles].concat();
    articles.sort();
    articles.dedup();
    Finding {
        summary: framings::together(event, headlines, leads),
        salience: salience(OPENINGS, articles.len()),
        articles,
        about: [first.about, second.about].concat(),
        evidence,
        rule: OPENINGS,
        ..first
    }
}

/// The rule of headlines and first sentences together.
const OPENINGS: &str = "openings";

/// The note of a framing with its evidence.
fn finding(index: usize, framing: &Framing) -> Finding {
    let shown = if framing.dimension == Dimension::Lead {
        LEAD
    } else {
        1
    };
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
        salience: salience(framing.rule, framing.per_source.len()),
        rule: framing.rule,
        ..Finding::default()
    }
}
