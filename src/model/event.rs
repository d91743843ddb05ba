//! The documents of one folder and the people, bodies and places they share.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::comparison::Excerpt;
use super::document::{ArticleId, Document, Sentence, SentenceId};

/// Index of an entity in its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// Kind of entity.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, ministry, party, agency or outlet.
    Organization,
    /// A country or other place, including a capital that stands for its government.
    Place,
    /// A group of people identified by description, such as "analysts" or "residents".
    Group,
    /// A text that others refer to, such as "the indictment".
    Document,
    /// Unknown.
    Unknown,
}

/// A person, body or place that articles of the event mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name found in any article.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other names, titles and descriptions found, sorted.
    pub aliases: Vec<String>,
}

/// Everything known before anything is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// One document an article, in the order of their paths.
    pub documents: Vec<Document>,
    /// Who and what they mention; `EntityId` is an index into it.
    pub entities: Vec<Entity>,
}

impl Event {
    /// The document with this id, if there is one.
    pub fn document(&self, id: ArticleId) -> Option<&Document> {
        self.documents.get(id.0 as usize)
    }

    /// The sentence with this id, if there is one.
    pub fn sentence(&self, id: SentenceId) -> Option<&Sentence> {
        self.document(id.article)?.sentences.get(id.index as usize)
    }

    /// The whole of the sentence with this id, if there is one.
    pub fn excerpt(&self, id: SentenceId) -> Option<Excerpt> {
        let span = self.sentence(id)?.span;
        Some(Excerpt { sentence: id, span })
    }

    /// The words of the sentence with this id; empty where there is none.
    pub fn sentence_text(&self, id: SentenceId) -> &str {
        match (self.document(id.article), self.sentence(id)) {
            (Some(document), Some(sentence)) => document.text(sentence.span),
            _ => "",
        }
    }

    /// Two events side by side, nothing shared between them.
    pub fn join(mut self, other: Event) -> Event {
        let shift = self.entities.len() as u32;
        let moved = |entity: &mut Option<EntityId>| *entity = entity.map(|e| EntityId(e.0 + shift));
        self.entities.extend(other.entities);
        for mut document in other.documents {
            document
                .quotes
                .iter_mut()
                .for_each(|q| moved(&mut q.entity));
            document
                .mentions
                .iter_mut()
                .for_each(|m| moved(&mut m.entity));
            self.documents.push(document);
        }
        self
    }

    /// The documents with their ids, in order.
    pub fn articles(&self) -> impl Iterator<Item = (ArticleId, &Document)> {
        self.documents
            .iter()
            .enumerate()
            .map(|(i, d)| (ArticleId(i as u32), d))
    }
}
