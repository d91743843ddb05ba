//! A sentence read for framing → its noun phrases and verb groups.

use std::ops::Range;

use super::reading::{Class, Reading, Token};
use crate::lexicon::{self, VerbForm};
use crate::span::Span;

/// A noun phrase: "the ongoing conflict in Ukraine".
#[derive(Clone, Debug)]
pub struct NounPhrase {
    /// All its words.
    pub words: Range<usize>,
    /// The word it is about: "conflict".
    pub head: usize,
}

/// How the one who acts is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agent {
    /// As the subject: "police removed 14 people".
    Subject,
    /// Behind "by": "14 people were removed by police".
    By,
    /// Not at all: "14 people were removed".
    None,
}

/// A verb with what goes before it: "had reportedly been removed".
#[derive(Clone, Debug)]
pub struct VerbGroup {
    /// All its words.
    pub words: Range<usize>,
    /// The verb: "removed".
    pub head: usize,
    /// Who is shown as acting.
    pub agent: Agent,
}

/// Words a phrase behind a preposition may have to still belong to the noun before it.
const COMPLEMENT: usize = 5;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Reading {
    /// The words `range` as one span, a closing possessive ending left out; none where the range is empty.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let (first, last) = (self.tokens.get(range.start)?, self.tokens.get(range.end.checked_sub(1)?)?);
        Some(Span::new(first.span.start, last.span.end))
    }

    /// Stems of the content words in `range`.
    pub fn stems(&self, range: &Range<usize>) -> Vec<&str> {
        let tokens = self.tokens.get(range.clone()).unwrap_or(&[]);
        tokens.iter().filter(|t| t.is_content()).map(|t| t.stem.as_str()).collect()
    }

    fn class(&self, at: usize) -> Option<Class> {
        self.tokens.get(at).map(|t| t.class)
    }

    /// The noun phrases in order, each without what stands behind a preposition.
    pub fn noun_phrases(&self) -> Vec<NounPhrase> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.noun_phrase(at) {
                Some(phrase) => {
                    at = phrase.words.end;
                    found.push(phrase);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The noun phrase that starts at `start`.
    pub fn noun_phrase(&self, start: usize) -> Option<NounPhrase> {
        let mut end = start;
        let mut head = None;
        while let Some(token) = self.tokens.get(end) {
            if end > start && token.breaks {
                break;
            }
            let before = end.checked_sub(1).and_then(|i| self.class(i));
            let determined = match before {
                Some(Class::Determiner | Class::Possessive) => end > start,
                Some(Class::Verb(_)) => end == start && matches!(token.class, Class::Verb(VerbForm::Past)),
                _ => false,
            };
            match token.class {
                Class::Word | Class::Name | Class::Number => head = Some(end),
                Class::Possessive => {}
                Class::Determiner if end == start => {}
                Class::Adverb if self.modifies(end) => {}
                Class::Verb(VerbForm::Past | VerbForm::Participle | VerbForm::Ing)
                    if determined && self.modifies(end) => {}
                _ => break,
            }
            end += 1;
        }
        let head = head?;
        Some(NounPhrase { words: start..head + 1, head })
    }

    /// Whether the word at `at` can stand before a noun: the next word goes on without a break.
    fn modifies(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| {
            !next.breaks && matches!(next.class, Class::Word | Class::Name | Class::Number | Class::Possessive)
        })
    }

    /// A noun phrase with the phrase behind "of", "in", "about" and the like that follows it.
    pub fn with_complement(&self, phrase: &NounPhrase) -> Range<usize> {
        const JOINTS: [&str; 11] = ["about", "against", "among", "for", "from", "in", "into", "of", "on", "over", "to"];
        let joint = self.tokens.get(phrase.words.end).filter(|t| !t.breaks && JOINTS.contains(&t.lower.as_str()));
        let inner = joint.and_then(|_| self.noun_phrase(phrase.words.end + 1));
        match inner {
            Some(inner)
                if inner.words.len() <= COMPLEMENT
                    && !self.broken(inner.words.start)
                    && !self.dates(&inner.words)
                    && !self.listed(inner.words.end) =>
            {
                phrase.words.start..inner.words.end
            }
            _ => phrase.words.clone(),
        }
    }

    /// Whether a list goes on here: "lesbian, gay and bisexual people" cut after its first word says something else.
    pub fn listed(&self, at: usize) -> bool {
        let joint =
            |i: usize| self.tokens.get(i).is_some_and(|t| t.breaks || ["and", "or"].contains(&t.lower.as_str()));
        self.tokens.get(at).is_some_and(|t| t.breaks && t.class == Class::Word) && joint(at + 1)
    }

    /// Whether the words are a date: when a thing was is no part of what it is called.
    fn dates(&self, words: &Range<usize>) -> bool {
        let first = self.tokens.get(words.start).map_or("", |t| t.lower.as_str());
        MONTHS.contains(&first)
            || self.tokens.get(words.clone()).is_some_and(|w| w.iter().all(|t| t.class == Class::Number))
    }

    fn broken(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|t| t.breaks)
    }

    /// The verb groups in order.
    pub fn verb_groups(&self) -> Vec<VerbGroup> {
        let noun_phrases = self.noun_phrases();
        let heads = (0..self.tokens.len()).filter(|&i| {
            let within = noun_phrases.iter().any(|p| p.words.contains(&i));
            matches!(self.class(i), Some(Class::Verb(_))) && !within
        });
        heads.map(|head| self.verb_group(head)).collect()
    }

    fn verb_group(&self, head: usize) -> VerbGroup {
        let mut start = head;
        while start > 0 && !self.broken(start) {
            let before = self
                .tokens
                .get(start - 1)
                .filter(|t| matches!(t.class, Class::Auxiliary | Class::Adverb) || (t.lower == "to" && start == head));
            if before.is_none() {
                break;
            }
            start -= 1;
        }
        VerbGroup { words: start..head + 1, head, agent: self.agent(start, head) }
    }

    /// Passive where a form of "be" or "get" stands before a participle, or where the participle follows its noun and
    /// "by" follows it.
    fn agent(&self, start: usize, head: usize) -> Agent {
        const BE: [&str; 9] = ["am", "are", "be", "been", "being", "get", "got", "is", "was"];
        let lower = |t: &Token| t.lower.clone();
        let mut before = self.tokens.get(start..head).unwrap_or(&[]).iter().map(lower);
        let participle = matches!(self.class(head), Some(Class::Verb(VerbForm::Past | VerbForm::Participle)));
        let passive = participle && before.any(|w| BE.contains(&w.as_str()) || w == "were");
        let by = (head + 1..head + 5)
            .take_while(|&i| !self.broken(i))
            .any(|i| self.tokens.get(i).is_some_and(|t| t.lower == "by"));
        match (passive, by) {
            (true, true) => Agent::By,
            (true, false) => Agent::None,
            (false, true) if participle && start == head => Agent::By,
            _ => Agent::Subject,
        }
    }

    /// A verb group with the object or complement behind it, at most `most` words.
    pub fn predicate(&self, group: &VerbGroup, most: usize) -> Range<usize> {
        let mut end = group.words.end;
        if let Some(particle) = self.tokens.get(end).filter(|t| t.class == Class::Preposition && !t.breaks) {
            let clause = |p: &NounPhrase| {
                let next = self.tokens.get(p.words.end).filter(|t| !t.breaks);
                particle.lower == "as" && next.is_some_and(|t| lexicon::verb(&t.lower).is_some())
            };
            let joined = self.noun_phrase(end + 1).filter(|p| !self.broken(p.words.start) && !clause(p));
            match joined {
                Some(object) => end = object.words.end,
                None if ["up", "out", "off", "back", "down", "away", "over"].contains(&particle.lower.as_str()) => {
                    end += 1
                }
                None => {}
            }
        } else if let Some(object) = self.noun_phrase(end).filter(|p| !self.broken(p.words.start)) {
            end = object.words.end;
        }
        if end - group.words.start > most { group.words.clone() } else { group.words.start..end }
    }

    /// A verb group with the noun phrase before it and what stands behind it: who does what to whom. The subject is left
    /// out where the whole would be longer than `most` and two words.
    pub fn clause(&self, group: &VerbGroup, most: usize) -> Range<usize> {
        let whole = self.predicate(group, most);
        let subject = self.noun_phrases().into_iter().find(|p| p.words.end == group.words.start);
        match subject.filter(|_| !self.broken(group.words.start)) {
            Some(subject) if whole.end - subject.words.start <= most + 2 => subject.words.start..whole.end,
            _ => whole,
        }
    }
}
