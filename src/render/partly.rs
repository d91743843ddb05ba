//! Who else says some of what a finding calls missing elsewhere: its sentence names only those that say most of it.

use std::collections::BTreeSet;

use super::view::View;
use crate::model::FindingKind;
use crate::report::FindingEntry;

/// Sentences of articles that say some of it without being named for it: the first one of each.
pub fn places<'a>(view: &View<'a>, finding: &FindingEntry) -> Vec<&'a str> {
    if !matches!(finding.kind, FindingKind::Omission | FindingKind::Addition) {
        return Vec::new();
    }
    let proving = finding.evidence.iter().map(|e| e.sentence.as_str());
    let mut known: BTreeSet<&str> = proving
        .filter_map(|sentence| Some(view.sentence(sentence)?.0.id.as_str()))
        .collect();
    let facts = view.report.facts.iter();
    let about = facts.filter(|f| finding.about.contains(&f.id));
    let told = about.flat_map(|f| &f.support);
    told.filter(|(article, _)| known.insert(article))
        .filter_map(|(_, told)| Some(told.first()?.sentence.as_str()))
        .collect()
}

/// The same in words: "partly also in Ledger ¶3, Tribune ¶2"; nothing where there is no such article.
pub fn line(view: &View, finding: &FindingEntry) -> Option<String> {
    let places = places(view, finding);
    let named: Vec<String> = places.into_iter().map(|s| view.place(s)).collect();
    (!named.is_empty()).then(|| format!("partly also in {}", named.join(", ")))
}
