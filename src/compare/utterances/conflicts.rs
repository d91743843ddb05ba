//! Utterances → disagreements about where the words were said.

use std::collections::BTreeMap;

use crate::model::{
    Discrepancy, DiscrepancyKind, DisputedValue, Event, Excerpt, Quote, QuoteKind, SentenceId, Utterance,
    UtteranceRelation,
};

/// From how many words on the same words are sure to be the same saying.
const SURE: usize = 5;

/// Words quoted alike that two articles give to different occasions.
pub fn find(event: &Event, utterances: &[Utterance]) -> Vec<Discrepancy> {
    utterances.iter().filter_map(|u| venues(event, u)).collect()
}

/// The quotes of an utterance that have the same words in quotation marks, with their articles' sentence.
fn alike<'a>(event: &'a Event, utterance: &Utterance) -> Vec<(SentenceId, &'a Quote)> {
    let kept = utterance.members.iter().filter(|m| {
        matches!(m.relation, UtteranceRelation::Verbatim | UtteranceRelation::Truncated | UtteranceRelation::Edited)
    });
    kept.filter_map(|m| {
        let document = event.document(m.quote.article)?;
        let quote = document.quotes.get(m.quote.index as usize)?;
        let long = document.text(quote.span).split_whitespace().count() >= SURE;
        let sentence = SentenceId { article: m.quote.article, index: quote.sentence };
        (quote.kind == QuoteKind::Direct && long).then_some((sentence, quote))
    })
    .collect()
}

/// The same words said on two occasions that exclude each other: "told a news conference", "wrote in a letter".
fn venues(event: &Event, utterance: &Utterance) -> Option<Discrepancy> {
    let values = alike(event, utterance).into_iter().filter_map(|(sentence, quote)| {
        Some((sentence, quote.cue?, quote.venue.clone().filter(|v| EXCLUSIVE.contains(&v.as_str()))?))
    });
    disputed(event, utterance, values.collect())
}

/// Occasions that are not part of one another: a statement can be read at a briefing, a letter is no telephone call.
const EXCLUSIVE: [&str; 6] = ["email", "hearing", "interview", "letter", "news conference", "telephone call"];

/// A disagreement, when at least two articles give at least two values; an article that gives two takes no side.
fn disputed(
    event: &Event,
    utterance: &Utterance,
    values: Vec<(SentenceId, crate::span::Span, String)>,
) -> Option<Discrepancy> {
    let mut sides: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, value) in &values {
        let next = sides.len();
        sides.entry(value).or_insert(next);
    }
    let undecided = |article| {
        let mut own = values.iter().filter(|(s, _, _)| s.article == article).map(|(_, _, v)| v);
        let first = own.next();
        own.any(|v| Some(v) != first)
    };
    let decided = !values.iter().any(|(s, _, _)| undecided(s.article));
    let first = utterance.members.first()?.quote;
    let document = event.document(first.article)?;
    let words = document.text(document.quotes.get(first.index as usize)?.span);
    (sides.len() > 1 && decided).then(|| Discrepancy {
        kind: DiscrepancyKind::Attribution,
        about: crate::compare::phrases::quoted(words),
        values: values
            .iter()
            .map(|(sentence, span, value)| DisputedValue {
                excerpt: Excerpt { sentence: *sentence, span: *span },
                value: value.clone(),
                side: sides.get(value.as_str()).copied().unwrap_or(0),
            })
            .collect(),
        rule: "venue-conflict",
    })
}
