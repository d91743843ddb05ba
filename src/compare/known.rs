//! What a reader knows of an event who has seen how its articles open: whom and what a sentence may speak of as known.

use std::collections::{BTreeSet, HashMap};

use super::standing;
use crate::model::{
    ArticleId, BlockKind, Document, EntityId, EntityKind, EntityType, Event, Label, Mention,
    MentionKind, SentenceId, Tag, Token,
};

/// Sentences of a body that open it.
const OPENING: usize = 2;

/// The nouns and people that the headlines and first sentences name.
pub struct Known<'a> {
    event: &'a Event,
    entities: BTreeSet<EntityId>,
    nouns: BTreeSet<&'a str>,
    /// The first sentence of each article with a noun.
    first: HashMap<(ArticleId, &'a str), u32>,
}

impl<'a> Known<'a> {
    /// Reads the articles once.
    pub fn of(event: &'a Event) -> Self {
        let mut known = Self {
            event,
            entities: BTreeSet::new(),
            nouns: BTreeSet::new(),
            first: HashMap::new(),
        };
        for (article, document) in event.articles() {
            let mut body = 0;
            for (index, sentence) in (0..).zip(&document.sentences) {
                body += usize::from(sentence.kind == BlockKind::Body);
                let opens = match sentence.kind {
                    BlockKind::Headline => true,
                    BlockKind::Body => body <= OPENING,
                    _ => false,
                };
                for noun in sentence.reading.tokens.iter().filter(|t| is_noun(t)) {
                    known.first.entry((article, &noun.lemma)).or_insert(index);
                    if opens {
                        known.nouns.insert(&noun.lemma);
                    }
                }
                if opens {
                    let mentions = document.mentions_in(index).iter();
                    known.entities.extend(mentions.filter_map(|m| m.entity));
                }
            }
        }
        known
    }

    /// Whether everything is known that a sentence speaks of as known: "the inquiry" that its article told of before, and
    /// people by their last names alone.
    pub fn covers(&self, id: SentenceId) -> bool {
        let Some(document) = self.event.document(id.article) else {
            return true;
        };
        self.covers_nouns(document, id) && self.covers_people(document, id)
    }

    /// "The" and a noun, with nothing beside them that says which one: known where an opening has the noun, or where it is
    /// the first time that its article speaks of it, as of "the government".
    fn covers_nouns(&self, document: &Document, id: SentenceId) -> bool {
        let Some(sentence) = self.event.sentence(id) else {
            return true;
        };
        let tokens = &sentence.reading.tokens;
        let points = |(at, noun): &(u32, &Token)| {
            let own = (0..)
                .zip(tokens)
                .filter(|(child, t)| t.head == *at && child != at);
            let mut beside = own.map(|(_, t)| t).filter(|t| t.label != Label::Punct);
            let only_the = beside.next().is_some_and(|t| &*t.lower == "the");
            is_noun(noun) && only_the && beside.next().is_none_or(|t| t.label == Label::Case)
        };
        let known = |noun: &Token| {
            let first = self.first.get(&(id.article, &*noun.lemma));
            self.nouns.contains(&*noun.lemma) || first.is_none_or(|first| *first >= id.index)
        };
        let mut nouns = (0..).zip(tokens).filter(points);
        nouns.all(|(_, noun)| standing::is_quoted(document, noun.span) || known(noun))
    }

    fn covers_people(&self, document: &Document, id: SentenceId) -> bool {
        let is_known = |entity: EntityId| {
            let entry = self.event.entities.get(entity.0 as usize);
            self.entities.contains(&entity)
                || entry.is_none_or(|e| e.kind != EntityKind::Person || !e.name.contains(' '))
        };
        let mut people = document
            .mentions_in(id.index)
            .iter()
            .filter(|m| m.kind == MentionKind::Name && !document.text(m.core).contains(' '));
        let is_person = |m: &Mention| {
            let reading = self.event.sentence(id).map(|s| &s.reading);
            reading.and_then(|r| r.type_of(m.core)) == Some(EntityType::Person)
        };
        people.all(|m| m.entity.map_or(!is_person(m), is_known))
    }
}

fn is_noun(token: &Token) -> bool {
    matches!(token.tag, Tag::Nn | Tag::Nns)
}
