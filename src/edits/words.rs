//! A sentence in two versions → the words that changed.

use similar::{Algorithm, capture_diff_slices};

use crate::model::{ChangedWords, Document, Sentence};
use crate::span::Span;

/// The words that changed, in order; none where only marks or letter case did.
pub fn changed(before: &Document, b: u32, after: &Document, a: u32) -> Vec<ChangedWords> {
    let sentences = (
        before.sentences.get(b as usize),
        after.sentences.get(a as usize),
    );
    let (Some(ours), Some(theirs)) = sentences else {
        return Vec::new();
    };
    let (mine, other) = (keys(before, ours), keys(after, theirs));
    let operations = capture_diff_slices(Algorithm::Myers, &mine, &other);
    let changes = operations
        .iter()
        .filter(|op| op.tag() != similar::DiffTag::Equal);
    changes
        .map(|op| ChangedWords {
            before: span(ours, op.old_range()),
            after: span(theirs, op.new_range()),
        })
        .collect()
}

fn keys(document: &Document, sentence: &Sentence) -> Vec<String> {
    let words = sentence.words.iter().map(|w| document.text(*w));
    words.map(|w| w.to_lowercase().replace('’', "'")).collect()
}

/// Where some words of a sentence are; of no words, where they would begin.
fn span(sentence: &Sentence, range: std::ops::Range<usize>) -> Span {
    let words = sentence.words.get(range.clone()).unwrap_or_default();
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => Span::new(first.start, last.end),
        _ => {
            let next = sentence.words.get(range.start).map(|w| w.start);
            let at = next.unwrap_or(sentence.span.end);
            Span::new(at, at)
        }
    }
}
