//! How much of each article its people and bodies are given: words about them, and words of their own.

use std::collections::BTreeSet;

use super::scene::Scene;
use crate::compare::standing;
use crate::model::{ActorSpace, ArticleId, Document, EntityId, EntityKind, QuoteKind};

/// Actors shown at most, those with most space first.
const SHOWN: usize = 12;

/// The space of the event's actors in every article, zero where an article leaves one out.
pub fn find(scene: &Scene) -> Vec<ActorSpace> {
    let entities = scene.event.entities.iter().enumerate();
    let actors = entities.filter(|(_, e)| matches!(e.kind, EntityKind::Person | EntityKind::Organization));
    let mut rows: Vec<(usize, Vec<ActorSpace>)> = actors
        .map(|(i, _)| {
            let row: Vec<ActorSpace> = scene.event.articles().map(|(a, d)| space(a, d, EntityId(i as u32))).collect();
            (row.iter().map(|s| s.about).sum::<usize>(), row)
        })
        .filter(|(_, row)| row.iter().filter(|s| s.about > 0).count() > 1)
        .collect();
    rows.sort_by_key(|(about, _)| std::cmp::Reverse(*about));
    rows.into_iter().take(SHOWN).flat_map(|(_, row)| row).collect()
}

fn space(article: ArticleId, document: &Document, actor: EntityId) -> ActorSpace {
    let about: BTreeSet<u32> =
        document.mentions.iter().filter(|m| m.entity == Some(actor)).map(|m| m.sentence).collect();
    let words = |sentence: &u32| document.sentences.get(*sentence as usize).map_or(0, |s| s.words.len());
    let own = document.quotes.iter().filter(|q| q.entity == Some(actor) && q.kind == QuoteKind::Direct);
    ActorSpace {
        article,
        actor,
        about: about.iter().map(words).sum(),
        quoted: own.map(|q| document.text(q.span).split_whitespace().count()).sum(),
        words: standing::words(document),
    }
}
