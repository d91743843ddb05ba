//! Words that are somebody's though no quotation marks say so: a turn of a conversation, an embedded post.

use super::marks::Passage;
use crate::model::{CueClass, Document, Quote, QuoteKind, Sentence};
use crate::span::Span;

/// What somebody says in a paragraph.
pub struct Said<'a> {
    /// Index of the block.
    pub block: usize,
    /// The part of it that they say.
    pub span: Span,
    /// The words that name them, wherever they stand.
    pub mention: Span,
    /// What hands the words over.
    pub cue: Span,
    /// Their name.
    pub name: &'a str,
}

impl Said<'_> {
    /// A quotation a sentence; words that mostly stand in quotation marks are found by their marks.
    pub fn quotes(&self, document: &Document, passages: &[Passage]) -> Vec<Quote> {
        let part = |(index, s): (usize, &Sentence)| {
            let start = s.span.start.max(self.span.start);
            let end = s.span.end.min(self.span.end);
            let words = document.article.text.get(start..end)?;
            let end = start + without_address(words).len();
            Some((index, Span::new(start, end)))
        };
        sentences_of(document, self.block)
            .filter_map(part)
            .filter(|(_, span)| says(document, passages, *span))
            .map(|(index, span)| self.quote(index, span))
            .collect()
    }

    fn quote(&self, sentence: usize, span: Span) -> Quote {
        Quote {
            sentence: sentence as u32,
            span,
            kind: QuoteKind::Direct,
            speaker_mention: Some(self.mention),
            speaker: Some(self.name.to_string()),
            entity: None,
            cue: Some(self.cue),
            cue_class: Some(CueClass::Neutral),
            via: None,
            venue: None,
            addressee: None,
        }
    }
}

/// The sentences of a block with their indexes.
pub fn sentences_of(document: &Document, block: usize) -> impl Iterator<Item = (usize, &Sentence)> {
    let paragraph = move |s: &Sentence| s.paragraph as usize;
    let from = document.sentences.partition_point(|s| paragraph(s) < block);
    let here = document.sentences.iter().enumerate().skip(from);
    here.take_while(move |(_, s)| paragraph(s) == block)
}

/// Words without the address of a picture or page at their end.
fn without_address(words: &str) -> &str {
    let last = words.rsplit_once(char::is_whitespace);
    match last {
        Some((rest, last)) if last.contains('/') && last.contains('.') => rest.trim_end(),
        _ => words,
    }
}

/// Whether words are said: there are letters in them, and they do not mostly stand in quotation marks.
fn says(document: &Document, passages: &[Passage], span: Span) -> bool {
    let from = passages.partition_point(|p| p.outer.start < span.start.saturating_sub(REACH));
    let near = passages.iter().skip(from);
    let near = near.take_while(|p| p.outer.start < span.end);
    let shared = |p: &Passage| {
        let end = p.outer.end.min(span.end);
        end.saturating_sub(p.outer.start.max(span.start))
    };
    let marked: usize = near.filter(|p| p.depth == 0).map(shared).sum();
    marked * 2 < span.len() && document.text(span).contains(char::is_alphabetic)
}

/// How far before a sentence a passage that reaches into it may begin; longer ones are hardly one quotation.
const REACH: usize = 4_000;
