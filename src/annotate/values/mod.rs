//! Numbers and dates with their normalized form.

mod dates;
mod nouns;
mod numbers;
mod words;

use crate::model::{BlockKind, Document, Value};

/// The values of a document in order of their start; they do not overlap. A number that is part of a date is the date's.
pub fn find(document: &Document) -> Vec<Value> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if sentence.kind == BlockKind::Caption {
            continue;
        }
        let dates = dates::find(document, index, sentence);
        let numbers = numbers::find(document, index, sentence);
        found.extend(numbers.into_iter().filter(|n| !dates.iter().any(|d| d.span.overlaps(n.span))));
        found.extend(dates);
    }
    found.sort_by_key(|v| (v.span.start, v.span.end));
    found
}
