//! Quotations, sentence by sentence.

use std::ops::Range;

use super::change::Difference;
use super::word::Word;
use crate::model::document::{Document, Quote, SentenceId};
use crate::span::Span;

/// What lies of a direct quotation in one sentence.
pub struct Quoted<'a> {
    /// The article it stands in.
    pub document: &'a Document,
    /// The sentence it lies in.
    pub sentence: SentenceId,
    /// The quotation.
    pub quote: &'a Quote,
    /// Where it lies.
    pub span: Span,
    /// Its words in order.
    pub words: Vec<Word>,
}

/// Two quoted sentences of two articles that are one saying, by their indices among all.
pub struct QuotedPair {
    /// The one of the article that comes first.
    pub a: usize,
    /// The one of the article that comes later.
    pub b: usize,
    /// How they differ, word by word.
    pub difference: Difference,
}

impl Quoted<'_> {
    /// Some of its words.
    pub fn words_in(&self, range: &Range<usize>) -> &[Word] {
        self.words.get(range.clone()).unwrap_or_default()
    }

    /// Where some of its words stand; none where there are none.
    pub fn span_of(&self, range: &Range<usize>) -> Option<Span> {
        let (first, last) = (
            self.words.get(range.start)?,
            self.words.get(range.end.checked_sub(1)?)?,
        );
        Some(Span::new(first.span.start, last.span.end))
    }

    /// A stretch of its words with one more on each side.
    pub fn with_neighbours(&self, range: &Range<usize>) -> Range<usize> {
        range.start.saturating_sub(1)..(range.end + 1).min(self.words.len())
    }

    /// Whether the sentence, or a comma before who says it, ends it.
    pub fn is_ended(&self) -> bool {
        self.document
            .text(self.span)
            .ends_with(['.', ',', '!', '?'])
    }

    /// Whether it is printed as a whole sentence.
    pub fn is_whole(&self) -> bool {
        self.document
            .text(self.span)
            .starts_with(char::is_uppercase)
            && self.is_ended()
    }

    /// Whether two are known to be of one person.
    pub fn is_of_same_speaker(&self, other: &Quoted) -> bool {
        let (x, y) = (self.quote, other.quote);
        x.entity.is_some() && x.entity == y.entity
    }

    /// Whether two may be of one person. Two people do not say one sentence; where one of them is not known it may be.
    pub fn may_be_of_one_speaker(&self, other: &Quoted) -> bool {
        let (x, y) = (self.quote, other.quote);
        let one_entity = x.entity.is_none() || y.entity.is_none() || x.entity == y.entity;
        one_entity && (x.speaker.is_none() || y.speaker.is_none() || x.speaker == y.speaker)
    }
}
