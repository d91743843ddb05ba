//! One sentence quoted in two parts ("…," she said, "…") → the part that another outlet leaves out.

use std::collections::BTreeSet;

use super::losses::{content, nearby};
use crate::model::{Event, QuoteKind, UtteranceMember};

/// From which share of its content words on a part counts as gone: some of them can stand nearby by chance.
const GONE: f64 = 0.6;

/// The part of an interrupted sentence that an outlet which prints the other part does not have.
pub struct Missing {
    /// Its words.
    pub text: String,
    /// Whether it goes before the part that both print.
    pub at_start: bool,
    /// Its content words that stand nowhere near in the other article.
    pub content: usize,
}

/// What `member`'s article lacks of the sentence that `fullest` is a part of; none where it is whole there or something
/// of it stands nearby.
pub fn missing(event: &Event, fullest: &UtteranceMember, member: &UtteranceMember) -> Option<Missing> {
    let document = event.document(fullest.quote.article)?;
    let own = document.quotes.get(fullest.quote.index as usize)?;
    let same = |k: QuoteKind| k == QuoteKind::Direct && own.kind == QuoteKind::Direct;
    let other = document.quotes.iter().find(|q| {
        same(q.kind)
            && q.sentence == own.sentence
            && q.cue == own.cue
            && own.cue.is_some()
            && !q.span.overlaps(own.span)
    })?;
    let between = |cue: crate::span::Span| {
        own.span.start.min(other.span.start) < cue.start && cue.end < own.span.end.max(other.span.end)
    };
    let wanted = content(document.text(other.span));
    let there = nearby(event, member)?;
    let lost: BTreeSet<&String> = wanted.difference(&there).collect();
    (own.cue.is_some_and(between) && lost.len() as f64 >= GONE * wanted.len() as f64).then(|| Missing {
        text: document.text(other.span).to_string(),
        at_start: other.span.start < own.span.start,
        content: lost.len(),
    })
}
