//! What the pronouns of all articles tell of the gender of people.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::Gender;
use crate::model::{Document, EntityId, EntityKind, MentionKind};
use crate::resolve::names::Registry;

/// What pronouns tell of the gender of people: a sentence that names one person and then says "he" or "she" is a vote.
pub(super) fn genders(documents: &[Document], registry: &Registry) -> BTreeMap<EntityId, Gender> {
    let mut votes: BTreeMap<EntityId, (usize, usize)> = BTreeMap::new();
    for document in documents {
        for sentence in 0..document.sentences.len() as u32 {
            let here = || {
                document
                    .mentions
                    .iter()
                    .filter(move |m| m.sentence == sentence)
            };
            let person = |id: &EntityId| {
                registry
                    .get(*id)
                    .is_some_and(|k| k.kind == EntityKind::Person)
            };
            let names = here()
                .filter(|m| m.kind == MentionKind::Name)
                .filter_map(|m| m.entity)
                .filter(person);
            let people: BTreeSet<EntityId> = names.collect();
            let (Some(one), 1) = (people.first(), people.len()) else {
                continue;
            };
            let first = here()
                .find(|m| m.entity == Some(*one))
                .map_or(0, |m| m.span.end);
            // "Brook told him he was wrong": the object of a clause is not its subject, and what follows may be of it.
            let other = here().any(|m| {
                m.kind == MentionKind::Pronoun && document.text(m.span).eq_ignore_ascii_case("him")
            });
            for pronoun in
                here().filter(|m| m.kind == MentionKind::Pronoun && m.span.start >= first)
            {
                let vote = votes.entry(*one).or_default();
                match document.text(pronoun.span).to_lowercase().as_str() {
                    "he" | "his" | "himself" if !other => vote.0 += 1,
                    "she" | "her" | "hers" | "herself" => vote.1 += 1,
                    _ => {}
                }
            }
        }
    }
    let clear = |(id, (he, she)): (EntityId, (usize, usize))| match (he, she) {
        (he, she) if he > 2 * she => Some((id, Gender::Male)),
        (he, she) if she > 2 * he => Some((id, Gender::Female)),
        _ => None,
    };
    votes.into_iter().filter_map(clear).collect()
}
