//! Quotes → the full names of their speakers, as used across all articles.

mod described;
mod phrases;
mod pronouns;

use super::names::Registry;
use crate::language::Gender;
use crate::model::{Document, EntityId, MentionKind, Quote};
use crate::span::Span;
use phrases::{head, joint, mention_of, without_article};

/// How many sentences back a pronoun before a reporting verb may point; a run of quotes keeps its speaker alive.
const REACH: u32 = 5;

/// Who is quoted: the full name, and the entity where it is one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Speaker {
    name: Option<String>,
    entity: Option<EntityId>,
}

/// Gives every quote the full name of who is quoted; none where the words that name the source point at nobody clear.
pub fn assign(documents: &mut [Document], registry: &Registry) {
    for document in documents {
        let found = Reader {
            document,
            registry,
            told: Vec::new(),
        }
        .read();
        for (quote, speaker) in document.quotes.iter_mut().zip(found) {
            quote.speaker = speaker.name;
            quote.entity = speaker.entity;
        }
    }
}

/// The quotes of one article in the order of reading, with the speakers found so far.
struct Reader<'a> {
    document: &'a Document,
    registry: &'a Registry,
    /// Where the words that name the speaker stand, and who that is.
    told: Vec<(Span, u32, Speaker)>,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Speaker> {
        let mut found = vec![Speaker::default(); self.document.quotes.len()];
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|i| {
            self.document
                .quotes
                .get(*i)
                .and_then(|q| q.speaker_mention)
                .map_or(0, |m| m.start)
        });
        for i in order {
            let Some(quote) = self.document.quotes.get(i) else {
                continue;
            };
            let Some(words) = quote.speaker_mention else {
                continue;
            };
            let speaker = self.speaker(quote, words);
            if speaker.name.is_some() {
                self.told.push((words, quote.sentence, speaker.clone()));
            }
            if let Some(slot) = found.get_mut(i) {
                *slot = speaker;
            }
        }
        found
    }

    fn speaker(&self, quote: &Quote, words: Span) -> Speaker {
        if let Some((_, _, known)) = self.told.iter().find(|(span, _, _)| *span == words) {
            return known.clone();
        }
        if let Some(label) = &quote.speaker {
            let known = self.registry.named(label).map(|id| self.entity(id));
            let mut speaker = known.unwrap_or_else(|| named(label));
            if speaker
                .name
                .as_ref()
                .is_some_and(|name| !name.contains(char::is_lowercase))
            {
                speaker.name = Some(label.clone()); // the label, where only labels in capitals name them
            }
            return speaker;
        }
        let parts = joint(self.document, words);
        let found: Vec<Speaker> = parts.iter().map(|part| self.one(quote, *part)).collect();
        match found.as_slice() {
            [one] => one.clone(),
            some => {
                let names: Vec<&str> = some.iter().filter_map(|s| s.name.as_deref()).collect();
                let complete = names.len() == some.len();
                Speaker {
                    name: complete.then(|| names.join(" and ")),
                    entity: None,
                }
            }
        }
    }

    fn one(&self, quote: &Quote, phrase: Span) -> Speaker {
        let words = self.document.text(phrase).to_lowercase();
        match words.as_str() {
            "he" | "him" | "himself" | "his" => return self.meant(phrase, Gender::Male),
            "she" | "her" | "herself" => return self.meant(phrase, Gender::Female),
            "it" | "they" => {
                return match mention_of(self.document, phrase) {
                    Some((MentionKind::Pronoun, Some(id), _)) => self.entity(id),
                    _ => self
                        .unnamed(phrase)
                        .unwrap_or_else(|| self.body(quote, phrase)),
                };
            }
            _ => {}
        }
        match mention_of(self.document, phrase) {
            Some((MentionKind::Name, Some(id), _)) => {
                self.entity(self.namesake(phrase).unwrap_or(id))
            }
            Some((_, Some(id), _)) => self.entity(id),
            Some((MentionKind::Pronoun, None, _)) => Speaker::default(),
            Some((MentionKind::Name, None, _)) => named(&without_article(
                head(self.document, phrase).of(&self.document.article.text),
            )),
            _ => self.described(phrase),
        }
    }

    fn entity(&self, id: EntityId) -> Speaker {
        Speaker {
            name: self.registry.get(id).map(|k| k.name.clone()),
            entity: Some(id),
        }
    }
}

fn named(words: &str) -> Speaker {
    Speaker {
        name: Some(words.to_string()),
        entity: None,
    }
}
