//! Links → pairs of sentences that are the same but for a few words.

use std::collections::BTreeMap;

use crate::compare::changes::{self, Change, Comparison, Word};
use crate::model::{
    Alignment, ArticleId, BlockKind, Discrepancy, DiscrepancyKind, DisputedValue, Document, Event,
    Excerpt, QuoteKind, SentenceId,
};
use crate::span::Span;

/// One of two sentences.
pub struct Side<'a> {
    /// The sentence.
    pub id: SentenceId,
    /// The article it stands in.
    pub document: &'a Document,
    /// Its words in order.
    pub words: Vec<Word>,
}

/// Two sentences of two articles that are the same but for a few words.
pub struct Pair<'a> {
    /// The sentence of the article that comes first.
    pub a: Side<'a>,
    /// The sentence of the article that comes later.
    pub b: Side<'a>,
    comparison: Comparison,
}

/// Linked sentences that are the same but for a few words; of several in one article only the one most alike.
pub fn pairs<'a>(event: &'a Event, alignment: &Alignment) -> Vec<Pair<'a>> {
    let found: Vec<Pair> = alignment
        .links
        .iter()
        .filter_map(|link| pair(event, link.a, link.b))
        .collect();
    let mut most: BTreeMap<(SentenceId, ArticleId), usize> = BTreeMap::new();
    for pair in &found {
        for (id, article) in pair.ends() {
            let best = most.entry((id, article)).or_default();
            *best = pair.comparison.equal.max(*best);
        }
    }
    let best = |pair: &Pair| {
        pair.ends()
            .iter()
            .all(|end| most.get(end) == Some(&pair.comparison.equal))
    };
    found.into_iter().filter(best).collect()
}

fn pair(event: &Event, a: SentenceId, b: SentenceId) -> Option<Pair<'_>> {
    let (a, b) = (Side::of(event, a)?, Side::of(event, b)?);
    if a.document.article.is_version_of(&b.document.article) {
        return None; // what an outlet brought up to date
    }
    let comparison = changes::between(&a.words, &b.words);
    comparison
        .is_same_text(&a.words, &b.words)
        .then_some(Pair { a, b, comparison })
}

impl<'a> Side<'a> {
    /// A sentence with its words; none for a caption or a heading between paragraphs.
    fn of(event: &'a Event, id: SentenceId) -> Option<Self> {
        let (document, sentence) = (event.document(id.article)?, event.sentence(id)?);
        let told = matches!(sentence.kind, BlockKind::Body | BlockKind::Headline);
        told.then(|| Self {
            id,
            document,
            words: changes::of_span(document, sentence.span),
        })
    }

    /// Where some words stand; none where there are none.
    pub fn span(&self, range: &std::ops::Range<usize>) -> Option<Span> {
        let (first, last) = (
            self.words.get(range.start)?,
            self.words.get(range.end.checked_sub(1)?)?,
        );
        (!range.is_empty()).then(|| Span::new(first.span.start, last.span.end))
    }

    /// Some words of the sentence.
    pub fn words_in(&self, range: &std::ops::Range<usize>) -> &[Word] {
        self.words.get(range.clone()).unwrap_or_default()
    }

    /// Some words of the sentence as one side of a discrepancy.
    pub fn disputed(&self, span: Span, value: &str, side: usize) -> DisputedValue {
        DisputedValue {
            excerpt: Excerpt {
                sentence: self.id,
                span,
            },
            value: value.to_string(),
            side,
        }
    }

    /// Whether some words, or the place between two, lie between quotation marks.
    fn is_quoted(&self, range: &std::ops::Range<usize>) -> bool {
        let place = self
            .span(range)
            .or_else(|| self.words.get(range.start).map(|w| w.span));
        let inside = |span: Span| {
            self.document
                .quotes
                .iter()
                .any(|q| q.kind == QuoteKind::Direct && q.span.overlaps(span))
        };
        place.is_some_and(inside)
    }
}

impl Pair<'_> {
    fn ends(&self) -> [(SentenceId, ArticleId); 2] {
        [
            (self.a.id, self.b.id.article),
            (self.b.id, self.a.id.article),
        ]
    }

    /// Everything that differs, however long.
    pub fn everything(&self) -> &[Change] {
        &self.comparison.changes
    }

    /// The short changes with the same words around them.
    pub fn all_changes(&self) -> impl Iterator<Item = &Change> {
        self.comparison.held(&self.a.words, &self.b.words)
    }

    /// What was changed, outside quotation marks.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        let told = |c: &&Change| !self.a.is_quoted(&c.ours) && !self.b.is_quoted(&c.theirs);
        self.all_changes().filter(told)
    }

    /// A discrepancy between words of both.
    pub fn discrepancy(
        &self,
        kind: DiscrepancyKind,
        rule: &'static str,
        a: (Span, &str),
        b: (Span, &str),
    ) -> Discrepancy {
        let values = vec![self.a.disputed(a.0, a.1, 0), self.b.disputed(b.0, b.1, 1)];
        Discrepancy {
            kind,
            about: String::new(),
            values,
            rule,
        }
    }
}
