//! The words of one sentence, as values are looked for in them.

use crate::model::{Document, Sentence};
use crate::span::Span;

/// The words of a sentence in lower case, with what stands between them.
pub struct Words<'a> {
    pub document: &'a Document,
    pub sentence: &'a Sentence,
    lower: Vec<String>,
}

impl<'a> Words<'a> {
    /// The words of one sentence.
    pub fn new(document: &'a Document, sentence: &'a Sentence) -> Self {
        let lower = sentence
            .words
            .iter()
            .map(|&w| document.text(w).to_lowercase())
            .collect();
        Self {
            document,
            sentence,
            lower,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.lower.len()
    }

    /// A word in lower case; empty outside the sentence.
    pub fn word(&self, i: usize) -> &str {
        self.lower.get(i).map_or("", String::as_str)
    }

    /// A word as printed; empty outside the sentence.
    pub fn printed(&self, i: usize) -> &'a str {
        self.sentence
            .words
            .get(i)
            .map_or("", |&word| self.document.text(word))
    }

    /// What stands between a word and the one before it; before the first, from the start of the sentence.
    pub fn gap(&self, i: usize) -> &'a str {
        let before = i
            .checked_sub(1)
            .and_then(|b| self.sentence.words.get(b))
            .map_or(self.sentence.span.start, |w| w.end);
        let start = self
            .sentence
            .words
            .get(i)
            .map_or(self.sentence.span.end, |w| w.start);
        self.document.article.text.get(before..start).unwrap_or("")
    }

    /// The text from one word to before another.
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        let first = self.sentence.words.get(start)?;
        let last = self.sentence.words.get(end.checked_sub(1)?)?;
        Some(Span::new(first.start, last.end))
    }
}
