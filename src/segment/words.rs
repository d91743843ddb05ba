//! One sentence → words.

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

/// Words and numbers in order, without punctuation; hyphens and slashes divide, dotted acronyms do not.
pub fn split(text: &str, sentence: Span) -> Vec<Span> {
    let words = sentence.of(text).unicode_word_indices();
    words.map(|(at, word)| Span::new(sentence.start + at, sentence.start + at + word.len())).collect()
}
