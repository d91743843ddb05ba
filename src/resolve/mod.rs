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
mod voices;
mod writings;

use crate::model::{Document, Entity, Event};

/// The documents with their entities.
pub fn event(mut documents: Vec<Document>) -> Event {
    let mut registry = names::register(&documents);
    registry.describe(&documents);
    pointers::assign(&mut documents, &mut registry);
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

#[cfg(test)]
mod tests {
    use crate::model::{Article, Block, BlockKind, Event};
    use crate::span::Span;

    fn read(text: &str) -> Event {
        let block = Block {
            span: Span::new(0, text.len()),
            kind: BlockKind::Body,
        };
        let article = Article {
            text: text.to_string(),
            blocks: vec![block],
            ..Article::default()
        };
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
