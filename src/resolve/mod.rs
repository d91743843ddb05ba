//! Documents → event: who the names, descriptions and pronouns are, across all articles.
//!
//! Names first, because they need no context: names that can be the same one become one entity in the whole event.
//! What titles and appositions say about an entity is its offices. Then each article is read for itself: descriptions and
//! pronouns go on with what was mentioned before them; a description that nothing in its article answers can still name
//! the holder of an office that another article names. Where two answers are equally good there is none.

pub mod chains;
mod holders;
mod kinds;
mod merge;
pub mod names;
pub mod offices;
pub mod pointers;
mod register;
mod speakers;
mod voices;
mod writings;

use rayon::prelude::*;

use crate::model::{self, Document, Entity, EntityKind, Event, MentionKind};
use chains::{Chain, Ranker, Weights};
use names::Registry;

/// The documents with their entities.
pub fn event(documents: Vec<Document>) -> Event {
    event_by(documents, chains::weights())
}

/// The documents with their entities, by other weights than those in the program.
pub fn event_by(mut documents: Vec<Document>, weights: &Weights) -> Event {
    let mut registry = registry(&documents);
    documents.par_iter_mut().for_each(|document| {
        let named = pointers::named(document, &registry);
        let (chains, chain_of) =
            chains::resolve(document, &registry, &named, &mut Ranker { weights });
        take_over(document, &chains, &chain_of);
    });
    for document in &documents {
        registry.call_also(document);
    }
    speakers::assign(&mut documents, &registry);
    voices::measure(&mut documents);
    let entities = registry.entities.into_iter().map(|e| {
        let mut aliases: Vec<String> = e.aliases.into_iter().filter(|a| *a != e.name).collect();
        aliases.sort();
        Entity {
            name: e.name,
            kind: e.kind,
            aliases,
        }
    });
    Event {
        entities: entities.collect(),
        documents,
    }
}

/// Who is named in the documents.
pub fn registry(documents: &[Document]) -> Registry {
    let mut registry = register::register(documents);
    registry.describe(documents);
    registry
}

/// Gives mentions the entities of their chains, and the document those chains that have no entity.
fn take_over(document: &mut Document, chains: &[Chain], chain_of: &[usize]) {
    for (mention, chain) in document.mentions.iter_mut().zip(chain_of) {
        mention.entity = chains.get(*chain).and_then(|chain| chain.entity);
    }
    let several = chains
        .iter()
        .filter(|chain| chain.entity.is_none() && chain.members.len() > 1);
    document.chains = several.map(|chain| unnamed(document, chain)).collect();
    document
        .chains
        .sort_by_key(|chain| chain.mentions.first().copied());
}

/// A chain that no name of the event leads to.
fn unnamed(document: &Document, chain: &Chain) -> model::Chain {
    let mentions = || {
        chain
            .members
            .iter()
            .filter_map(|&m| document.mentions.get(m))
    };
    let said = mentions().filter(|m| m.kind != MentionKind::Pronoun);
    let description = said
        .map(|m| document.text(m.span))
        .max_by_key(|words| words.len())
        .or_else(|| mentions().next().map(|m| document.text(m.span)));
    let kind = match (chain.kind, chain.number) {
        (Some(EntityKind::Person), Some(chains::Number::Plural)) => EntityKind::Group,
        (kind, _) => kind.unwrap_or(EntityKind::Unknown),
    };
    model::Chain {
        description: description.unwrap_or_default().to_string(),
        kind,
        mentions: chain.members.iter().map(|&m| m as u32).collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Article, Block, BlockKind, Event};
    use crate::span::Span;

    fn read(text: &str) -> Event {
        let article = Article::of_body(text);
        super::event(vec![crate::documented(article)])
    }

    /// The name of what the last mention with these words points at: "-" for nobody, "no mention" where there is none.
    fn pointed_at(event: &Event, words: &str) -> String {
        let document = &event.documents[0];
        match document
            .mentions
            .iter()
            .rev()
            .find(|m| document.text(m.core) == words)
        {
            Some(m) => m.entity.map_or("-".to_string(), |id| {
                event.entities[id.0 as usize].name.clone()
            }),
            None => "no mention".to_string(),
        }
    }

    #[test]
    fn the_case_table_holds() {
        let table = include_str!("../../fixtures/cases/entities.txt");
        let body: Vec<&str> = table.lines().filter(|l| !l.starts_with('#')).collect();
        let mut wrong = Vec::new();
        for case in body.join("\n").split("\n\n") {
            let (want, text): (Vec<&str>, Vec<&str>) =
                case.trim().lines().partition(|l| l.contains(" => "));
            assert!(
                !want.is_empty() && !text.is_empty(),
                "malformed case: {case}"
            );
            let event = read(&text.join(" "));
            for line in want {
                let (words, entity) = line.split_once(" => ").unwrap();
                let got = pointed_at(&event, words);
                if got != entity {
                    wrong.push(format!("{words}: want {entity}, got {got}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_predecessor_whom_no_other_article_names_is_not_the_one_meant() {
        let one = "Governor Odo Marlow spoke on Monday.";
        let two = "Governor Odo Marlow spoke. Governor Ada Crane was there before him. The governor left early.";
        let documents = [one, two].map(|text| {
            let block = Block {
                span: Span::new(0, text.len()),
                kind: BlockKind::Body,
            };
            crate::documented(Article {
                text: text.to_string(),
                blocks: vec![block],
                ..Article::default()
            })
        });
        let event = super::event(documents.into());
        let last = event.documents[1]
            .mentions
            .iter()
            .rev()
            .find(|m| event.documents[1].text(m.core) == "The governor");
        let id = last.and_then(|m| m.entity).unwrap();
        assert_eq!(event.entities[id.0 as usize].name, "Odo Marlow");
    }
}
