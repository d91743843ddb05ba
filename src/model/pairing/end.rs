//! One of two linked sentences.

use std::ops::Range;
use std::sync::Arc;

use super::word::Word;
use crate::model::document::{Document, QuoteKind, SentenceId};
use crate::span::Span;

/// One of two linked sentences.
pub struct End<'a> {
    /// The sentence.
    pub sentence: SentenceId,
    /// The article it stands in.
    pub document: &'a Document,
    /// Its words in order.
    pub words: Arc<[Word]>,
}

impl End<'_> {
    /// Where some words stand; none where there are none.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let (first, last) = (
            self.words.get(range.start)?,
            self.words.get(range.end.checked_sub(1)?)?,
        );
        (!range.is_empty()).then(|| Span::new(first.span.start, last.span.end))
    }

    /// Where some words stand, or where the next word stands that they would come before.
    pub fn place(&self, range: &Range<usize>) -> Option<Span> {
        self.span(range)
            .or_else(|| self.words.get(range.start).map(|w| w.span))
    }

    /// Some words of the sentence.
    pub fn words_in(&self, range: &Range<usize>) -> &[Word] {
        self.words.get(range.clone()).unwrap_or_default()
    }

    /// Whether some words, or the place between two, lie between quotation marks.
    pub fn is_quoted(&self, range: &Range<usize>) -> bool {
        let inside = |span: Span| {
            self.document
                .quotes
                .iter()
                .any(|q| q.kind == QuoteKind::Direct && q.span.overlaps(span))
        };
        self.place(range).is_some_and(inside)
    }

    /// Whether a value of the sentence, by its index, stands among some words.
    pub fn holds(&self, value: usize, words: Span) -> bool {
        let values = self.document.values_in(self.sentence.index);
        values.get(value).is_some_and(|v| words.contains(v.span))
    }

    /// The other sentences of its article.
    pub fn other_sentences(&self) -> impl Iterator<Item = SentenceId> {
        let home = self.sentence;
        let all = 0..self.document.sentences.len() as u32;
        all.filter(move |index| *index != home.index)
            .map(move |index| SentenceId { index, ..home })
    }
}
