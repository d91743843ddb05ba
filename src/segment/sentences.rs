//! One block of text → sentences.

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

/// The sentences of one block, without surrounding white space.
pub fn split(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, sentence) in block.of(text).split_sentence_bound_indices() {
        let trimmed = sentence.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = block.start + at + (sentence.len() - sentence.trim_start().len());
        found.push(Span::new(start, start + trimmed.len()));
    }
    found
}
