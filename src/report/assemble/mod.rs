//! Event, alignment and comparison to report: ids become strings, byte spans become code points, order is kept.

mod alignment;
mod articles;
mod edits;
mod facts;
mod occasion;
mod telling;

pub use edits::edits;

use super::entities;
use super::offsets::Offsets;
use super::schema::{DiagnosticEntry, ExcerptEntry, Generator, Report, SCHEMA_VERSION};
use super::wording;
use crate::model::{
    Alignment, ArticleId, Comparison, Diagnostic, EntityId, Event, Excerpt, QuoteId, Reference,
    SentenceId,
};
use crate::span::Span;

/// The report of one run.
pub fn assemble(
    event: &Event,
    alignment: &Alignment,
    comparison: &Comparison,
    diagnostics: &[Diagnostic],
) -> Report {
    let border = Border::new(event);
    Report {
        schema_version: SCHEMA_VERSION.to_string(),
        generator: generator(),
        event: border.occasion(),
        base: comparison.base.map(|id| border.key(id)),
        selection: None,
        articles: event
            .articles()
            .map(|(id, d)| border.article(id, d))
            .collect(),
        entities: entities::entries(&border),
        origins: border.origins(alignment),
        reuse: border.reuse(alignment),
        alignment_method: alignment.method.clone(),
        alignments: alignment.links.iter().map(|l| border.link(l)).collect(),
        passages: border.passages(alignment),
        facts: comparison
            .facts
            .iter()
            .enumerate()
            .map(|(i, f)| border.fact(i, f))
            .collect(),
        discrepancies: border.discrepancies(comparison),
        quotes: border.quotes(),
        utterances: comparison
            .utterances
            .iter()
            .enumerate()
            .map(|(i, u)| border.utterance(i, u))
            .collect(),
        framings: comparison
            .framings
            .iter()
            .enumerate()
            .map(|(i, f)| border.framing(i, f))
            .collect(),
        vocabulary: wording::vocabulary(&border, comparison),
        space: wording::space(&border, comparison),
        categories: wording::categories(&border, comparison),
        findings: comparison
            .findings
            .iter()
            .enumerate()
            .map(|(i, f)| border.finding(i, f))
            .collect(),
        rejected: comparison
            .rejected
            .iter()
            .map(|r| border.rejection(r))
            .collect(),
        diagnostics: diagnostics.iter().map(DiagnosticEntry::from).collect(),
    }
}

/// This program.
fn generator() -> Generator {
    Generator {
        name: "coverage".to_string(),
        version: env!("CARGO_PKG_VERSION").to_string(),
    }
}

/// Three decimals, so that the last bits of a sum never show.
pub(in crate::report) fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// What turns ids and spans of one event into those of the report.
pub(in crate::report) struct Border<'a> {
    pub(in crate::report) event: &'a Event,
    offsets: Vec<Offsets<'a>>,
    first_quote: Vec<usize>,
}

impl<'a> Border<'a> {
    fn new(event: &'a Event) -> Self {
        let mut first_quote = Vec::with_capacity(event.documents.len());
        let mut seen = 0;
        for document in &event.documents {
            first_quote.push(seen);
            seen += document.quotes.len();
        }
        let offsets = event
            .documents
            .iter()
            .map(|d| Offsets::new(&d.article.text))
            .collect();
        Self {
            event,
            offsets,
            first_quote,
        }
    }

    pub(in crate::report) fn key(&self, id: ArticleId) -> String {
        self.event
            .document(id)
            .map(|d| d.article.key.clone())
            .unwrap_or_default()
    }

    fn keys(&self, ids: impl IntoIterator<Item = ArticleId>) -> Vec<String> {
        ids.into_iter().map(|id| self.key(id)).collect()
    }

    pub(in crate::report) fn sentence_id(&self, id: SentenceId) -> String {
        format!("{}:{}", self.key(id.article), id.index)
    }

    fn quote_id(&self, id: QuoteId) -> String {
        let first = self
            .first_quote
            .get(id.article.0 as usize)
            .copied()
            .unwrap_or(0);
        format!("q{}", first + id.index as usize + 1)
    }

    pub(in crate::report) fn range(&self, article: ArticleId, span: Span) -> (usize, usize) {
        self.offsets
            .get(article.0 as usize)
            .map(|o| o.range(span))
            .unwrap_or((0, 0))
    }

    fn words(&self, article: ArticleId, span: Span) -> String {
        self.event
            .document(article)
            .map(|d| d.text(span).to_string())
            .unwrap_or_default()
    }

    /// The fullest name of an entity.
    pub(in crate::report) fn entity_name(&self, id: EntityId) -> String {
        self.event
            .entities
            .get(id.0 as usize)
            .map(|e| e.name.clone())
            .unwrap_or_default()
    }

    pub(in crate::report) fn excerpt(&self, e: &Excerpt) -> ExcerptEntry {
        let (start, end) = self.range(e.sentence.article, e.span);
        let text = self.words(e.sentence.article, e.span);
        ExcerptEntry {
            sentence: self.sentence_id(e.sentence),
            start,
            end,
            text,
        }
    }
}

fn reference(reference: Reference) -> String {
    match reference {
        Reference::Fact(i) => format!("f{}", i + 1),
        Reference::Discrepancy(i) => format!("d{}", i + 1),
        Reference::Utterance(i) => format!("u{}", i + 1),
        Reference::Framing(i) => format!("r{}", i + 1),
        Reference::Origin(i) => format!("o{}", i + 1),
    }
}
