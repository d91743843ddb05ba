//! The words of one sentence that answer to words of another that says the same.

use std::ops::Range;

use super::phrases::VerbGroup;
use super::reading::{Class, Reading, Token};
use super::scene::{LONGEST, Scene};
use crate::model::{Dimension, Term};
use crate::span::Span;

/// The phrase some words stand in: what they say something of.
pub struct Place<'a> {
    reading: &'a Reading,
    range: Range<usize>,
    about: About<'a>,
}

/// What a phrase is built on, and so what has to answer to it.
enum About<'a> {
    /// A noun: the same noun answers.
    Noun(&'a Token),
    /// A verb with its object: the same verb answers, or what the other says of the same object.
    Verb(&'a Token, Option<&'a Token>),
}

impl<'a> Place<'a> {
    /// The phrase around `span`; none where the words are all of it.
    pub fn around(scene: &Scene, reading: &'a Reading, span: Span) -> Option<Self> {
        let (first, last) = scene.covered(reading, span)?;
        let holds = |r: &Range<usize>| r.start <= first && last < r.end;
        if let Some(phrase) = reading.noun_phrases().into_iter().find(|p| holds(&p.words)) {
            let head = reading.tokens.get(phrase.head).filter(|t| t.class == Class::Word)?;
            let alone = (first..=last).contains(&phrase.head);
            return (!alone).then_some(Self { reading, range: phrase.words, about: About::Noun(head) });
        }
        let groups = reading.verb_groups();
        let group = groups.iter().find(|g| holds(&g.words) || g.words.start == last + 1);
        match group {
            Some(group) => verb(reading, group, first),
            None => noun_behind(reading, first, last),
        }
    }

    /// The phrase as a term.
    pub fn term(&self, scene: &Scene) -> Option<Term> {
        scene.words(self.reading, &self.range)
    }

    /// The phrase of the other sentence around another name for the same matter, by the labels of the codebook.
    pub fn same_matter(&self, scene: &Scene, other: &Reading) -> Option<Term> {
        let About::Noun(head) = self.about else { return None };
        let named = |id| scene.hits_of(id, Dimension::Labelling);
        let mine = named(self.reading.id).into_iter().find(|h| h.span.overlaps(head.span))?;
        let theirs = named(other.id).into_iter().find(|h| h.category == mine.category)?;
        scene.phrase(other, theirs.span)
    }

    /// The phrase of the other sentence that is built on the same; none where nothing answers.
    pub fn in_other(&self, scene: &Scene, other: &Reading) -> Option<Term> {
        match self.about {
            About::Noun(head) => {
                let noun = scene.with_head(other, &head.lower)?;
                scene.words(other, &noun.words)
            }
            About::Verb(verb, object) => {
                let same = scene.with_verb(other, &verb.stem);
                let group = same.or_else(|| with_object(scene, other, object?))?;
                let range = other.predicate(&group, LONGEST);
                let theirs =
                    range.end.checked_sub(1).filter(|last| *last > group.head).and_then(|i| other.tokens.get(i));
                let apart =
                    matches!((object, theirs), (Some(x), Some(y)) if y.class == Class::Word && x.stem != y.stem);
                if apart { None } else { scene.words(other, &range) }
            }
        }
    }
}

/// A verb with its object, from the word `first` on where that goes before it.
fn verb<'a>(reading: &'a Reading, group: &VerbGroup, first: usize) -> Option<Place<'a>> {
    let range = reading.predicate(group, LONGEST);
    let object = range.end.checked_sub(1).filter(|last| *last > group.head).and_then(|last| reading.tokens.get(last));
    let object = object.filter(|t| t.class == Class::Word);
    let about = About::Verb(reading.tokens.get(group.head)?, object);
    Some(Place { reading, range: range.start.min(first)..range.end, about })
}

/// "what proponents call" and the noun phrase behind it.
fn noun_behind(reading: &Reading, first: usize, last: usize) -> Option<Place<'_>> {
    let unbroken = reading.tokens.get(last + 1).is_some_and(|t| !t.breaks);
    let phrase = reading.noun_phrase(last + 1).filter(|_| unbroken)?;
    let head = reading.tokens.get(phrase.head).filter(|t| t.class == Class::Word)?;
    Some(Place { reading, range: first..phrase.words.end, about: About::Noun(head) })
}

/// The verb group whose object has the same head.
fn with_object(scene: &Scene, other: &Reading, object: &Token) -> Option<VerbGroup> {
    let phrase = scene.with_head(other, &object.lower)?;
    other.verb_groups().into_iter().find(|g| other.predicate(g, LONGEST).end == phrase.words.end)
}
