//! How much of each article its people and bodies are given: words about them, and words of their own.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::standing;
use crate::model::{ActorSpace, ArticleId, Document, EntityId, EntityKind, Event, QuoteKind};

/// Actors shown at most, those with most space first.
const SHOWN: usize = 12;

/// The space of the event's actors in every article, zero where an article leaves one out.
pub fn space_of_actors(event: &Event) -> Vec<ActorSpace> {
    let is_actor = |id: &EntityId| {
        let entity = event.entities.get(id.0 as usize);
        entity.is_some_and(|e| matches!(e.kind, EntityKind::Person | EntityKind::Organization))
    };
    let several = |(_, (_, articles)): &(EntityId, (usize, usize))| *articles > 1;
    let mut actors: Vec<(EntityId, (usize, usize))> = told_of(event)
        .into_iter()
        .filter(|(id, _)| is_actor(id))
        .filter(several)
        .collect();
    actors.sort_by_key(|(_, (about, _))| std::cmp::Reverse(*about));
    let row = |(actor, _): (EntityId, _)| event.articles().map(move |(a, d)| space(a, d, actor));
    actors.into_iter().take(SHOWN).flat_map(row).collect()
}

/// For everybody mentioned the words of the sentences about them, and how many articles have such.
fn told_of(event: &Event) -> BTreeMap<EntityId, (usize, usize)> {
    let mut told: BTreeMap<EntityId, (usize, usize)> = BTreeMap::new();
    for (_, document) in event.articles() {
        let about: BTreeSet<(EntityId, u32)> = document
            .mentions
            .iter()
            .filter_map(|m| Some((m.entity?, m.sentence)))
            .collect();
        let mut here: BTreeMap<EntityId, usize> = BTreeMap::new();
        for (entity, sentence) in about {
            let words = document
                .sentences
                .get(sentence as usize)
                .map_or(0, |s| s.words.len());
            *here.entry(entity).or_default() += words;
        }
        for (entity, words) in here.into_iter().filter(|(_, words)| *words > 0) {
            let (all, articles) = told.entry(entity).or_default();
            (*all, *articles) = (*all + words, *articles + 1);
        }
    }
    told
}

fn space(article: ArticleId, document: &Document, actor: EntityId) -> ActorSpace {
    let about: BTreeSet<u32> = document
        .mentions
        .iter()
        .filter(|m| m.entity == Some(actor))
        .map(|m| m.sentence)
        .collect();
    let words = |sentence: &u32| {
        document
            .sentences
            .get(*sentence as usize)
            .map_or(0, |s| s.words.len())
    };
    let own = document
        .quotes
        .iter()
        .filter(|q| q.entity == Some(actor) && q.kind == QuoteKind::Direct);
    ActorSpace {
        article,
        actor,
        about: about.iter().map(words).sum(),
        quoted: own.map(|q| document.words_in(q.span).count()).sum(),
        words: standing::words(document),
    }
}
