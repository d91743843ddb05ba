//! Utterances → findings: what an outlet did to a quote.

use crate::compare::phrases::{list, named, quoted};
use crate::model::{
    ChangeKind, Event, Excerpt, Finding, FindingKind, Reference, SentenceId, Utterance, UtteranceMember,
    UtteranceRelation,
};

/// The first changed version against the fullest; none where all print the same.
pub fn finding(event: &Event, index: usize, utterance: &Utterance) -> Option<Finding> {
    let excerpt = |m: &UtteranceMember| {
        let quote = event.document(m.quote.article)?.quotes.get(m.quote.index as usize)?;
        let sentence = SentenceId { article: m.quote.article, index: quote.sentence };
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
