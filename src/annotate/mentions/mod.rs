//! Words that point at somebody or something: names, roles ("the minister") and pronouns.

mod capitals;
mod names;
mod roles;

use crate::model::{Document, Mention};

/// The mentions of a document in order of their start; names do not overlap, a role may hold a name.
pub fn find(document: &Document) -> Vec<Mention> {
    let capitals = capitals::Capitals::count(document);
    let mut found = Vec::new();
    for index in 0..document.sentences.len() {
        let names = names::find(document, index, &capitals);
        let others = roles::find(document, index, &names);
        found.extend(names);
        found.extend(others);
    }
    found.sort_by_key(|m| (m.span.start, m.span.end));
    found
}
