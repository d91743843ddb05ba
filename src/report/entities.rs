//! The people, bodies and places of an event with every place where an article points at them.

use super::assemble::Border;
use super::schema::{EntityEntry, MentionEntry};
use crate::model::{ArticleId, Chain, Document, EntityId, Mention, SentenceId};

/// Those who are named, then those who are only described, article by article.
pub fn entries(border: &Border) -> Vec<EntityEntry> {
    let mut entries: Vec<EntityEntry> = named(border);
    for (article, document) in border.event.articles() {
        let described = document.chains.iter();
        entries.extend(described.map(|chain| unnamed(border, article, document, chain)));
    }
    for (at, entry) in entries.iter_mut().enumerate() {
        entry.id = id(at);
    }
    entries
}

/// The id of an entity that is named.
pub fn id_of(entity: EntityId) -> String {
    id(entity.0 as usize)
}

fn id(at: usize) -> String {
    format!("e{}", at + 1)
}

fn named(border: &Border) -> Vec<EntityEntry> {
    let mut mentions = vec![Vec::new(); border.event.entities.len()];
    for (article, document) in border.event.articles() {
        for mention in &document.mentions {
            let id = mention.entity.map(|id| id.0 as usize);
            if let Some(list) = id.and_then(|id| mentions.get_mut(id)) {
                list.push((article, entry(border, article, document, mention)));
            }
        }
    }
    let entities = border.event.entities.iter().zip(mentions);
    entities
        .map(|(entity, mentions)| {
            let mut articles: Vec<ArticleId> = mentions.iter().map(|(id, _)| *id).collect();
            articles.dedup();
            EntityEntry {
                id: String::new(),
                name: entity.name.clone(),
                kind: entity.kind,
                named: true,
                aliases: entity.aliases.clone(),
                articles: articles.into_iter().map(|id| border.key(id)).collect(),
                mentions: mentions.into_iter().map(|(_, entry)| entry).collect(),
            }
        })
        .collect()
}

fn unnamed(border: &Border, article: ArticleId, document: &Document, chain: &Chain) -> EntityEntry {
    let mentions = chain
        .mentions
        .iter()
        .filter_map(|&m| document.mentions.get(m as usize));
    EntityEntry {
        id: String::new(),
        name: chain.description.clone(),
        kind: chain.kind,
        named: false,
        aliases: Vec::new(),
        articles: vec![border.key(article)],
        mentions: mentions
            .map(|mention| entry(border, article, document, mention))
            .collect(),
    }
}

fn entry(
    border: &Border,
    article: ArticleId,
    document: &Document,
    mention: &Mention,
) -> MentionEntry {
    let (start, end) = border.range(article, mention.span);
    MentionEntry {
        sentence: border.sentence_id(SentenceId {
            article,
            index: mention.sentence,
        }),
        start,
        end,
        text: document.text(mention.span).to_string(),
        kind: mention.kind,
    }
}
