//! The words of a text as they are compared.

use crate::language;
use crate::model::Word;
use crate::span::Span;

/// The words at some places of a text.
pub fn of(text: &str, places: &[Span]) -> Vec<Word> {
    let word = |span: &Span| Word::new(*span, language::key(span.of(text)));
    places.iter().map(word).collect()
}

/// The words among some that lie in a span.
pub fn inside(words: &[Word], span: Span) -> Vec<Word> {
    words
        .iter()
        .filter(|w| span.contains(w.span))
        .cloned()
        .collect()
}
