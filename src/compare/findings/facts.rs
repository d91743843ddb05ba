//! Facts → findings: what an article leaves out, what only one tells.

use crate::compare::phrases::{list, named, quoted};
use crate::model::{ArticleId, Event, Excerpt, Fact, Finding, FindingKind, Grade, Reference};

/// Origins that must carry a fact before its absence elsewhere tells something.
const CARRIED: usize = 2;

/// That some articles lack what more of the others tell; none where it is not sure.
pub fn omission(event: &Event, index: usize, fact: &Fact) -> Option<Finding> {
    let absent = |(a, m): (&ArticleId, &crate::model::Missing)| (m.grade == Grade::Absent).then_some(*a);
    let lacking: Vec<ArticleId> = fact.missing.iter().filter_map(absent).collect();
    if fact.origins < CARRIED || lacking.is_empty() || fact.support.len() <= lacking.len() {
        return None;
    }
    let carrying = named(event, fact.support.keys().copied());
    let verb = if lacking.len() == 1 { "leaves" } else { "leave" };
    Some(Finding {
        kind: FindingKind::Omission,
        summary: format!(
            "{} {verb} out what {} {}: {}",
            list(&named(event, lacking.iter().copied())),
            list(&carrying),
            if carrying.len() == 1 { "tells" } else { "tell" },
            quoted(&fact.statement)
        ),
        articles: lacking,
        about: vec![Reference::Fact(index)],
        evidence: evidence(fact),
        salience: fact.salience * 0.9,
        confidence: 0.7,
        rule: "absent",
    })
}

/// That only one article tells it; none where another comes near.
pub fn addition(event: &Event, index: usize, fact: &Fact) -> Option<Finding> {
    let (&only, told) = fact.support.iter().next().filter(|_| fact.support.len() == 1)?;
    let everywhere_absent = fact.missing.values().all(|m| m.grade != Grade::NotFound);
    let attributed = told.first().and_then(|t| t.attributed_to.as_deref());
    let source = attributed.map(|s| format!(" (citing {s})")).unwrap_or_default();
    everywhere_absent.then(|| Finding {
        kind: FindingKind::Addition,
        summary: format!("Only {}{source}: {}", list(&named(event, [only])), quoted(&fact.statement)),
        articles: vec![only],
        about: vec![Reference::Fact(index)],
        evidence: evidence(fact),
        salience: fact.salience,
        confidence: 0.7,
        rule: "only-here",
    })
}

/// The first place in each article that tells a fact.
fn evidence(fact: &Fact) -> Vec<Excerpt> {
    fact.support.values().filter_map(|told| told.first().map(|s| s.excerpt)).collect()
}
