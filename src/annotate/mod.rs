//! One document → its quotes, mentions and values, each article for itself.

use crate::model::Document;

/// The document with what stands in its sentences.
pub fn document(document: Document) -> Document {
    document
}
