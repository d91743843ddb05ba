//! Documents → event: who the names, roles and pronouns are, across all articles.
//!
//! Names first, because they need no context: names that can be the same one become one entity in the whole event.
//! What titles and appositions say about an entity is its offices; a role ("the minister") points at the entity that
//! holds such an office, the last one named where several do. A pronoun points at the last person it agrees with.
//! Where two answers are equally good there is none.

mod kinds;
mod merge;
mod names;
mod offices;
mod pointers;
mod speakers;

use crate::model::{Document, Entity, Event};

/// The documents with their entities.
pub fn event(mut documents: Vec<Document>) -> Event {
    let mut registry = names::register(&documents);
    registry.describe(&documents);
    pointers::assign(&mut documents, &mut registry);
    let entities = registry.entities.into_iter().map(|e| {
        let mut aliases: Vec<String> = e.aliases.into_iter().filter(|a| *a != e.name).collect();
        aliases.sort();
        Entity { name: e.name, kind: e.kind, aliases }
    });
    let entities: Vec<Entity> = entities.collect();
    speakers::assign(&mut documents, &entities);
    Event { entities, documents }
}
