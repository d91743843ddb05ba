//! Who and what several outlets mention, with how each calls them.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Place, columns_of};
use crate::model::MentionKind;
use crate::render::labels::label;
use crate::render::plain;
use crate::render::view::View;
use crate::report::{EntityEntry, MentionEntry};

/// Somebody or something named.
#[derive(Serialize)]
pub struct Entity {
    id: String,
    name: String,
    kind: String,
    columns: String,
    outlets: Vec<Calls>,
}

/// How one article calls them.
#[derive(Serialize)]
struct Calls {
    /// The first mention.
    place: Place,
    mentions: usize,
    names: Vec<String>,
}

/// Those whom at least two articles mention, the most mentioned first.
pub fn entities(view: &View) -> Vec<Entity> {
    let entries = view.report.entities.iter();
    let mut shared: Vec<&EntityEntry> = entries.filter(|e| e.articles.len() > 1).collect();
    shared.sort_by_key(|e| std::cmp::Reverse(e.mentions.len()));
    shared.into_iter().map(|e| entity(view, e)).collect()
}

fn entity(view: &View, entry: &EntityEntry) -> Entity {
    let outlets = entry.articles.iter().filter_map(|article| {
        let of = |m: &&MentionEntry| {
            view.sentence(&m.sentence)
                .is_some_and(|(a, _)| a.id == *article)
        };
        let mentions: Vec<&MentionEntry> = entry.mentions.iter().filter(of).collect();
        let named = mentions.iter().filter(|m| m.kind != MentionKind::Pronoun);
        let names: BTreeSet<String> = named.map(|m| plain::line(&m.text)).collect();
        Some(Calls {
            place: Place::of(view, &mentions.first()?.sentence)?,
            mentions: mentions.len(),
            names: names.into_iter().collect(),
        })
    });
    Entity {
        id: entry.id.clone(),
        name: plain::line(&entry.name),
        kind: label(&entry.kind),
        columns: columns_of(view, &entry.articles),
        outlets: outlets.collect(),
    }
}
