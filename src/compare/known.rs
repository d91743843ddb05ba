//! What a reader knows of an event who has seen how its articles open: whom and what a sentence may speak of as known.

use std::collections::{BTreeSet, HashMap};

use super::standing;
use crate::language;
use crate::model::{
    ArticleId, BlockKind, Document, EntityId, EntityKind, EntityType, Event, Label, Mention,
    MentionKind, SentenceId, Tag, Token,
};

/// Sentences of a body that open it.
const OPENING: usize = 2;

/// What the openings of the articles name.
pub struct Known<'a> {
    event: &'a Event,
    /// Whom and what the headlines and first sentences name.
    entities: BTreeSet<EntityId>,
    /// The nouns of the headlines, and those of the first sentences that name people or bodies.
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
                    if sentence.kind == BlockKind::Headline || opens && names_somebody(noun) {
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

    /// Whether an opening names somebody or something.
    pub fn names(&self, entity: EntityId) -> bool {
        self.entities.contains(&entity)
    }

    /// "The" and a noun, with no name beside them and nothing behind them that says which one: known where a headline has the noun, or where it
    /// names people or a body and an opening has it or its article speaks of it for the first time, as of "the government".
    fn covers_nouns(&self, document: &Document, id: SentenceId) -> bool {
        let Some(sentence) = self.event.sentence(id) else {
            return true;
        };
        let tokens = &sentence.reading.tokens;
        let points = |(at, noun): &(u32, &Token)| {
            let mut own = (0..)
                .zip(tokens)
                .filter(|(child, t)| t.head == *at && child != at)
                .map(|(_, t)| t);
            let the = own.clone().any(|t| &*t.lower == "the");
            let told_which = own.clone().any(Token::is_name);
            is_noun(noun)
                && the
                && !told_which
                && own.all(|t| t.label == Label::Punct || BEFORE.contains(&t.label))
        };
        let known = |noun: &Token| {
            let first = self.first.get(&(id.article, &*noun.lemma));
            let is_first = first.is_none_or(|first| *first >= id.index);
            self.nouns.contains(&*noun.lemma) || is_first && names_somebody(noun)
        };
        let mut nouns = (0..).zip(tokens).filter(points);
        nouns.all(|(_, noun)| standing::is_quoted(document, noun.span) || known(noun))
    }

    /// People whom an opening names, or who are described beside their full names: "Representative Jim Jordan", "Ada Crane,
    /// a lawyer".
    fn covers_people(&self, document: &Document, id: SentenceId) -> bool {
        let reading = self.event.sentence(id).map(|s| &s.reading);
        let is_person = |m: &Mention| {
            reading.and_then(|r| r.type_of(m.core)) == Some(EntityType::Person)
                || m.entity.is_some_and(|entity| {
                    let entry = self.event.entities.get(entity.0 as usize);
                    entry.is_some_and(|e| e.kind == EntityKind::Person)
                })
        };
        let described = |m: &Mention| {
            let full = document.text(m.core).contains(' ');
            full && (m.core.start > m.span.start || m.apposition.is_some())
        };
        let known = |m: &Mention| m.entity.is_some_and(|e| self.names(e));
        let names = document.mentions_in(id.index).iter();
        let mut people = names.filter(|m| m.kind == MentionKind::Name && is_person(m));
        people.all(|m| known(m) || described(m) || standing::is_quoted(document, m.span))
    }
}

/// How words hang on a noun that stand before it.
const BEFORE: [Label; 5] = [
    Label::Det,
    Label::Amod,
    Label::Compound,
    Label::Nmod,
    Label::Case,
];

/// Whether a noun names people or a body by what they are: "union", "governor".
fn names_somebody(noun: &Token) -> bool {
    let kind = language::noun(&noun.lemma).map(|n| n.kind);
    matches!(
        kind,
        Some(EntityKind::Person | EntityKind::Organization | EntityKind::Group)
    )
}

fn is_noun(token: &Token) -> bool {
    matches!(token.tag, Tag::Nn | Tag::Nns)
}
