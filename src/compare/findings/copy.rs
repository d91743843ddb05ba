//! Origins → findings: who carries the same copy.

use crate::compare::phrases::{list, named};
use crate::model::{
    Alignment, ArticleId, Event, Excerpt, Finding, FindingKind, Origin, Reference, SentenceId,
};
use crate::span::Span;

/// That articles share copy; none for an article on its own.
pub fn shared(
    event: &Event,
    alignment: &Alignment,
    index: usize,
    origin: &Origin,
) -> Option<Finding> {
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
        evidence: longest_runs(event, alignment, origin),
        salience: 0.5,
        rule: "shared-copy",
        ..Finding::default()
    })
}

/// The longest run of words that each article has in common with another one of the origin, where it stands in both.
fn longest_runs(event: &Event, alignment: &Alignment, origin: &Origin) -> Vec<Excerpt> {
    let inside = |id: &ArticleId| origin.articles.contains(id);
    let within = alignment.reuse.iter();
    let mut pairs: Vec<_> = within.filter(|r| inside(&r.a) && inside(&r.b)).collect();
    pairs.sort_by_key(|r| std::cmp::Reverse(r.longest.len()));
    let of = |id: &ArticleId| pairs.iter().find(|r| r.a == *id || r.b == *id);
    let mut runs: Vec<Excerpt> = Vec::new();
    for pair in origin.articles.iter().filter_map(of) {
        for (article, place) in [pair.a, pair.b].into_iter().zip(pair.places) {
            if let Some(part) = longest_part(event, article, place)
                && !runs.contains(&part)
            {
                runs.push(part);
            }
        }
    }
    runs
}

/// The part of a run of words that stands in one sentence, the longest.
fn longest_part(event: &Event, article: ArticleId, run: Span) -> Option<Excerpt> {
    let sentences = event.document(article)?.sentences.iter().enumerate();
    let parts = sentences.filter(|(_, s)| s.span.overlaps(run));
    let parts = parts.map(|(index, s)| Excerpt {
        sentence: SentenceId {
            article,
            index: index as u32,
        },
        span: Span::new(s.span.start.max(run.start), s.span.end.min(run.end)),
    });
    parts.max_by_key(|part| (part.span.len(), std::cmp::Reverse(part.sentence.index)))
}
