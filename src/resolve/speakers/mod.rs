//! Quotes → the full names of their speakers, as used across all articles.

mod described;
mod phrases;
mod pronouns;

use super::names::Registry;
use crate::language::Gender;
use crate::model::{Document, EntityId, MentionKind, Quote, QuoteKind, Tag};
use crate::span::Span;
use phrases::{head, joint, mention_of, without_article};

/// How many sentences back a pronoun before a reporting verb may point; a run of quotes keeps its speaker alive.
const REACH: u32 = 5;

/// Who is quoted: the full name, and the entity where it is one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Speaker {
    name: Option<String>,
    entity: Option<EntityId>,
    /// The writing that carries the words: "letter" of "Brook's letter said".
    through: Option<String>,
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
            quote.via = quote.via.take().or(speaker.through);
        }
        drop_repeated(document);
        carry_on(&mut document.quotes);
    }
}

/// "She said she believed that": what somebody reports of their own words or thoughts is part of what they say, but for
/// an aside of the writer ("gifts which she said were small").
fn drop_repeated(document: &mut Document) {
    let is_same = |a: &Quote, b: &Quote| match a.entity {
        Some(_) => a.entity == b.entity,
        None => a.speaker.is_some() && b.entity.is_none() && a.speaker == b.speaker,
    };
    let repeats = |q: &Quote, outer: &Quote| {
        let inside = outer.span != q.span && outer.span.contains(q.span);
        let reported = outer.kind == QuoteKind::Indirect && q.kind == QuoteKind::Indirect;
        let cued = q.cue.is_some_and(|cue| outer.span.contains(cue));
        reported && inside && cued && is_same(q, outer)
    };
    let quotes = &document.quotes;
    let kept = quotes
        .iter()
        .map(|q| is_aside(document, q) || !quotes.iter().any(|outer| repeats(q, outer)));
    let mut kept = kept.collect::<Vec<bool>>().into_iter();
    document.quotes.retain(|_| kept.next().unwrap_or(true));
}

/// Whether a relative pronoun stands right before the words that name the speaker: "which she said".
fn is_aside(document: &Document, quote: &Quote) -> bool {
    let sentence = document.sentences.get(quote.sentence as usize);
    let before = sentence
        .zip(quote.speaker_mention)
        .and_then(|(sentence, mention)| {
            let mut tokens = sentence.reading.tokens.iter().rev();
            tokens.find(|t| t.span.end <= mention.start)
        });
    before.is_some_and(|t| matches!(t.tag, Tag::Wdt | Tag::Wp))
}

/// What a speaker's words came through holds for what the same one is quoted with in the same or the next sentence, where
/// that tells no occasion of its own.
fn carry_on(quotes: &mut [Quote]) {
    let mut last: Option<(u32, EntityId, String)> = None;
    for quote in quotes.iter_mut() {
        let Some(entity) = quote.entity else { continue };
        if let Some((sentence, speaker, via)) = &last
            && *speaker == entity
            && quote.sentence <= sentence + 1
            && quote.kind != QuoteKind::Indirect
            && quote.venue.is_none()
        {
            quote.via = quote.via.take().or_else(|| Some(via.clone()));
        }
        let goes_on = last
            .as_ref()
            .is_some_and(|(_, speaker, _)| *speaker == entity);
        if quote.via.is_some() || !goes_on {
            last = quote.via.clone().map(|via| (quote.sentence, entity, via));
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
                    ..Speaker::default()
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
            through: None,
        }
    }
}

fn named(words: &str) -> Speaker {
    Speaker {
        name: Some(words.to_string()),
        ..Speaker::default()
    }
}
