//! Discrepancies → findings: who says what.

use std::collections::BTreeMap;

use crate::compare::discrepancies::by_value;
use crate::compare::phrases::{list, named, quoted};
use crate::model::{ArticleId, Discrepancy, Event, Finding, FindingKind, Reference};

/// Both sides of a contradiction with who says them.
pub fn finding(event: &Event, index: usize, found: &Discrepancy) -> Finding {
    let mut sides: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for ((side, _), values) in by_value(found) {
        let who = named(event, values.iter().map(|v| v.excerpt.sentence.article));
        let text = values.first().and_then(|v| Some(event.document(v.excerpt.sentence.article)?.text(v.excerpt.span)));
        sides.entry(side).or_default().push(format!("{} in {}", quoted(text.unwrap_or("")), list(&who)));
    }
    let sides: Vec<String> = sides.into_values().map(|s| list(&s)).collect();
    let about = if found.about.is_empty() { String::new() } else { format!(" ({})", found.about) };
    let mut articles: Vec<ArticleId> = found.values.iter().map(|v| v.excerpt.sentence.article).collect();
    articles.sort();
    articles.dedup();
    Finding {
        kind: FindingKind::Discrepancy,
        summary: format!("Sources disagree{about}: {}.", sides.join("; but ")),
        salience: 0.75 + 0.05 * articles.len().min(5) as f64,
        articles,
        about: vec![Reference::Discrepancy(index)],
        evidence: found.values.iter().map(|v| v.excerpt).collect(),
        confidence: 0.6,
        rule: found.rule,
    }
}
