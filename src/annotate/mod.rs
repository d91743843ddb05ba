//! One document → its mentions, quotes and values, each article for itself.

mod mentions;
mod quotes;
mod values;

use crate::model::Document;

/// The document with what stands in its sentences.
pub fn document(mut document: Document) -> Document {
    document.mentions = mentions::mentions_in(&document);
    document.quotes = quotes::quotes_in(&document);
    document.values = values::values_in(&document);
    document
}
