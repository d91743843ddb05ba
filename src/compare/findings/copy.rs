//! Origins → findings: who carries the same copy.

use crate::compare::phrases::{list, named};
use crate::model::{Event, Finding, FindingKind, Origin, Reference};

/// That articles share copy; none for an article on its own.
pub fn shared(event: &Event, index: usize, origin: &Origin) -> Option<Finding> {
    if origin.articles.len() < 2 {
        return None;
    }
    let who = named(event, origin.articles.iter().copied());
    let why = origin
        .evidence
        .first()
        .map(|e| format!(": {}", e.trim_end_matches('.')))
        .unwrap_or_default();
    Some(Finding {
        kind: FindingKind::Reuse,
        summary: format!("{} share copy{why}.", list(&who)),
        articles: origin.articles.clone(),
        about: vec![Reference::Origin(index)],
        salience: 0.5,
        rule: "shared-copy",
        ..Finding::default()
    })
}
