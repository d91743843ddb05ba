//! A subject that only what stands before it makes clear → the name, which a row prints in its place in brackets.

use super::known::Known;
use super::standing;
use crate::model::{
    BlockKind, Document, EntityId, EntityKind, Event, Mention, MentionKind, SentenceId,
};
use crate::span::Span;

/// A subject that is restored.
pub struct Restored<'a> {
    /// The words that are replaced: "He", "Mr. Jordan".
    pub words: Span,
    /// Who is meant.
    pub entity: EntityId,
    /// The full name.
    pub name: &'a str,
}

/// The subject of a sentence, where it is a person by the last name whom no opening names, or "he" or "she" right after a
/// sentence that names that person and nobody else: what else a pronoun may mean is not sure enough.
pub fn restored<'a>(event: &'a Event, known: &Known, id: SentenceId) -> Option<Restored<'a>> {
    let (document, sentence) = (event.document(id.article)?, event.sentence(id)?);
    let head = standing::subject(sentence)?;
    let mut mentions = document.mentions_in(id.index).iter();
    let subject = mentions.find(|m| m.head == head && m.kind != MentionKind::Role)?;
    let entity = subject.entity?;
    let name = full_name(event, entity)?;
    let unclear = match subject.kind {
        MentionKind::Name => !known.names(entity) && is_last_name(document, subject, name),
        _ => is_he_or_she(document, subject) && only_person_before(event, document, id, entity),
    };
    (unclear && !standing::is_quoted(document, subject.span)).then_some(Restored {
        words: subject.span,
        entity,
        name,
    })
}

impl Restored<'_> {
    /// Some words of the article that the subject may stand in, with the name in its place.
    pub fn told(&self, document: &Document, words: Span) -> String {
        if !words.contains(self.words) {
            return document.text(words).to_string();
        }
        let before = document.text(Span::new(words.start, self.words.start));
        let after = document.text(Span::new(self.words.end, words.end));
        format!("{before}[{}]{after}", self.name)
    }
}

fn full_name(event: &Event, id: EntityId) -> Option<&str> {
    let entity = event.entities.get(id.0 as usize)?;
    (entity.kind == EntityKind::Person && entity.name.contains(' ')).then_some(&entity.name)
}

fn is_last_name(document: &Document, mention: &Mention, name: &str) -> bool {
    let core = document.text(mention.core);
    !core.contains(' ') && mention.apposition.is_none() && name.contains(core)
}

fn is_he_or_she(document: &Document, mention: &Mention) -> bool {
    matches!(
        document.text(mention.span).to_lowercase().as_str(),
        "he" | "she"
    )
}

/// Whether the sentence before names a person and no other.
fn only_person_before(
    event: &Event,
    document: &Document,
    id: SentenceId,
    entity: EntityId,
) -> bool {
    let Some(before) = id.index.checked_sub(1) else {
        return false;
    };
    let body = document
        .sentences
        .get(before as usize)
        .is_some_and(|s| s.kind == BlockKind::Body);
    let people: Vec<EntityId> = document
        .mentions_in(before)
        .iter()
        .filter(|m| m.kind == MentionKind::Name)
        .filter_map(|m| m.entity)
        .filter(|id| {
            let entry = event.entities.get(id.0 as usize);
            entry.is_some_and(|e| e.kind == EntityKind::Person)
        })
        .collect();
    body && !people.is_empty() && people.iter().all(|id| *id == entity)
}
