//! Documents → event: who the mentions and speakers are, across all articles.

use crate::model::{Document, Event};

/// The documents with their entities.
pub fn event(documents: Vec<Document>) -> Event {
    Event { documents, entities: Vec::new() }
}
