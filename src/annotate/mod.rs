//! One document → its mentions, quotes and values, each article for itself.

mod mentions;
mod quotes;
mod values;

use crate::model::Document;

/// The document with what stands in its sentences.
pub fn document(mut document: Document) -> Document {
    document.mentions = mentions::find(&document);
    document.quotes = quotes::in_document(&document);
    document.values = values::find(&document);
    document
}
