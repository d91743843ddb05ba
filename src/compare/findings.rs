//! Everything found → findings: one plain sentence each, most important first.

use std::collections::BTreeMap;

use super::discrepancies::by_value;
use super::phrases::{list, named, quoted};
use crate::model::{
    Alignment, ArticleId, ChangeKind, Comparison, Discrepancy, Event, Excerpt, Fact, Finding, FindingKind, Framing,
    Grade, Origin, Reference, Utterance, UtteranceRelation,
};

/// What a reader should know, most important first, no kind twice in a row while another is as telling.
pub fn rank(event: &Event, alignment: &Alignment, found: &Comparison) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    all.extend(alignment.origins.iter().enumerate().filter_map(|(i, o)| shared_copy(event, i, o)));
    all.extend(found.discrepancies.iter().enumerate().map(|(i, d)| discrepancy(event, i, d)));
    all.extend(found.facts.iter().enumerate().filter_map(|(i, f)| omission(event, i, f)));
    all.extend(found.facts.iter().enumerate().filter_map(|(i, f)| addition(event, i, f)));
    all.extend(found.utterances.iter().enumerate().filter_map(|(i, u)| quote(event, i, u)));
    all.extend(found.framings.iter().enumerate().map(|(i, f)| framing(i, f)));
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

fn shared_copy(event: &Event, index: usize, origin: &Origin) -> Option<Finding> {
    if origin.articles.len() < 2 {
        return None;
    }
    let who = named(event, origin.articles.iter().copied());
    let why = origin.evidence.first().map(|e| format!(": {}", e.trim_end_matches('.'))).unwrap_or_default();
    Some(Finding {
        kind: FindingKind::Reuse,
        summary: format!("{} carry the same copy{why}.", list(&who)),
        articles: origin.articles.clone(),
        about: vec![Reference::Origin(index)],
        evidence: Vec::new(),
        salience: 0.5,
        confidence: 0.9,
        rule: "shared-copy",
    })
}

fn discrepancy(event: &Event, index: usize, found: &Discrepancy) -> Finding {
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

/// Origins that must carry a fact before its absence elsewhere tells something.
const CARRIED: usize = 2;

fn omission(event: &Event, index: usize, fact: &Fact) -> Option<Finding> {
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

fn addition(event: &Event, index: usize, fact: &Fact) -> Option<Finding> {
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

fn quote(event: &Event, index: usize, utterance: &Utterance) -> Option<Finding> {
    let excerpt = |m: &crate::model::UtteranceMember| {
        let quote = event.document(m.quote.article)?.quotes.get(m.quote.index as usize)?;
        let sentence = crate::model::SentenceId { article: m.quote.article, index: quote.sentence };
        Some(Excerpt { sentence, span: quote.span })
    };
    let fullest = utterance.members.first()?;
    let changed = utterance.members.iter().skip(1).filter(|m| m.quote.article != fullest.quote.article).find(|m| {
        matches!(m.relation, UtteranceRelation::Truncated | UtteranceRelation::Reworded | UtteranceRelation::Edited)
    })?;
    let speaker = utterance.speaker.as_deref().unwrap_or("an unnamed speaker");
    let who = list(&named(event, [changed.quote.article]));
    let full = list(&named(event, [fullest.quote.article]));
    let lost = changed.changes.iter().filter(|c| c.kind == ChangeKind::Delete).max_by_key(|c| c.text.len());
    let summary = match (changed.relation, lost) {
        (UtteranceRelation::Truncated, Some(lost)) => {
            format!("{who} cuts a quote of {speaker}; {full} has {} too.", quoted(&lost.text))
        }
        (UtteranceRelation::Reworded, _) => {
            format!(
                "{who} and {full} print the same utterance of {speaker} in other words (reworded, possible translation)."
            )
        }
        _ => format!("{who} and {full} print a quote of {speaker} differently."),
    };
    Some(Finding {
        kind: FindingKind::Quote,
        summary,
        articles: vec![changed.quote.article],
        about: vec![Reference::Utterance(index)],
        evidence: [fullest, changed].into_iter().filter_map(excerpt).collect(),
        salience: 0.6 + 0.02 * utterance.members.len().min(10) as f64,
        confidence: 0.8,
        rule: "quote-changed",
    })
}

fn framing(index: usize, framing: &Framing) -> Finding {
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
