//! Numbers, dates and times of day with their normalized form.

mod bounds;
mod dates;
mod nouns;
mod numbers;
mod sentence;
mod times;
mod units;

use crate::model::{BlockKind, Document, Value};

/// The values of a document in order of their start; they do not overlap. A number that is part
/// of a date or time is the date's.
pub fn values_in(document: &Document) -> Vec<Value> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if sentence.kind == BlockKind::Caption {
            continue;
        }
        let apart =
            |taken: &[Value], value: &Value| !taken.iter().any(|t| t.span.overlaps(value.span));
        let mut here = dates::dates_in(document, index, sentence);
        let years = dates::years(document, index, sentence);
        let free: Vec<Value> = years.into_iter().filter(|y| apart(&here, y)).collect();
        here.extend(free);
        let times = times::times_in(document, index, sentence);
        let free: Vec<Value> = times.into_iter().filter(|t| apart(&here, t)).collect();
        here.extend(free);
        let numbers = numbers::numbers_in(document, index, sentence);
        let free: Vec<Value> = numbers.into_iter().filter(|n| apart(&here, n)).collect();
        here.extend(free);
        found.extend(here);
    }
    found.sort_by_key(|v| (v.span.start, v.span.end));
    found
}
