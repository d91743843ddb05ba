//! Words that point at somebody or something: names, roles ("the minister") and pronouns.

mod appositions;
mod names;
mod pronouns;
mod roles;
mod running;
mod titles;

use std::ops::Range;

use names::Name;
use running::Running;

use crate::model::{Document, EntityType, Mention, MentionKind, Reading, Sentence};

/// The mentions of a document in order of their start; names do not overlap, a role may hold a name or another role.
pub fn mentions_in(document: &Document) -> Vec<Mention> {
    let running = Running::words(document);
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let names = names_of(document, index, sentence, &running);
        let others = roles::found(sentence)
            .into_iter()
            .map(|tokens| (tokens, MentionKind::Role));
        let others = others
            .chain(pronouns::found(&sentence.reading).map(|tokens| (tokens, MentionKind::Pronoun)));
        let others: Vec<Mention> = others
            .filter_map(|(tokens, kind)| described(&sentence.reading, index, &tokens, kind))
            .collect();
        let is_apart = |m: &Mention| {
            !names
                .iter()
                .any(|name| name.span.overlaps(m.span) && name.span.end >= m.span.end)
        };
        found.extend(others.into_iter().filter(is_apart));
        found.extend(names);
    }
    found.sort_by_key(|m| (m.span.start, m.span.end));
    found
}

/// The names of one sentence with their titles and the descriptions beside them.
fn names_of(
    document: &Document,
    index: usize,
    sentence: &Sentence,
    running: &Running,
) -> Vec<Mention> {
    let reading = &sentence.reading;
    let names = names::found(document, sentence, running);
    let names: Vec<Name> = names
        .into_iter()
        .filter(|name| running.bears(document, sentence, name))
        .collect();
    let mut taken = reading.tokens.len() as u32;
    let mut found = Vec::new();
    let stands_apart = |name: &&Name| {
        (name.kind.is_some() || name.tokens.len() > 1) && !titles::is_office(reading, name)
    };
    let others: Vec<&Name> = names.iter().filter(stands_apart).collect();
    for name in names.iter().rev() {
        let is_other = |at: u32| others.iter().any(|other| other.tokens.contains(&at));
        let titled = titles::titled(document, reading, running, name, is_other);
        if name.tokens.end <= taken {
            taken = titled.start;
            found.extend(named(reading, index, name, &titled));
        }
    }
    found
}

/// A name as a mention; one that is only a title is an office.
fn named(reading: &Reading, index: usize, name: &Name, titled: &titles::Titled) -> Option<Mention> {
    if titles::is_office(reading, name) {
        return described(reading, index, &name.tokens, MentionKind::Role);
    }
    let core = reading.span(&(titled.core..name.tokens.end))?;
    let apposition =
        appositions::beside(reading, core, name.kind).and_then(|tokens| reading.span(&tokens));
    let span = reading.span(&(titled.start..name.tokens.end))?;
    Some(Mention {
        sentence: index as u32,
        span,
        core,
        apposition,
        kind: MentionKind::Name,
        entity: None,
    })
}

fn described(
    reading: &Reading,
    index: usize,
    tokens: &Range<u32>,
    kind: MentionKind,
) -> Option<Mention> {
    let span = reading.span(tokens)?;
    Some(Mention {
        sentence: index as u32,
        span,
        core: span,
        apposition: None,
        kind,
        entity: None,
    })
}

/// Whether an entity type is that of a human being.
fn is_person(kind: Option<EntityType>) -> bool {
    kind == Some(EntityType::Person)
}
