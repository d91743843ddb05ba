//! Descriptions: nouns that say what somebody or something is: "the harbour minister", "two girls", "a report".

use std::ops::Range;

use crate::model::{Phrase, Pos, Reading, Sentence, Tag, Token};

/// The phrases of a sentence around a common noun, in the order of their nouns; times and quantities are none.
pub fn found(sentence: &Sentence) -> Vec<Range<u32>> {
    let reading = &sentence.reading;
    let described = reading
        .phrases
        .iter()
        .filter(|phrase| reading.token(phrase.head).is_some_and(describes));
    described
        .map(|phrase| definite(reading, phrase).unwrap_or(phrase.tokens.start)..phrase.head + 1)
        .collect()
}

fn describes(token: &Token) -> bool {
    let counts = token.entity.is_some_and(|part| !part.kind.is_name());
    matches!(token.pos, Pos::Noun | Pos::Propn) && !counts
}

/// Where the definite part of a phrase starts: at its article, its pronoun, or whoever it belongs to.
fn definite(reading: &Reading, phrase: &Phrase) -> Option<u32> {
    let points = |token: &Token| match token.tag {
        Tag::Dt => matches!(&*token.lower, "that" | "the" | "these" | "this" | "those"),
        Tag::PrpPossessive => true,
        _ => false,
    };
    let mut before = phrase.tokens.start..phrase.head;
    let owned = before
        .clone()
        .any(|at| reading.token(at).is_some_and(|token| token.tag == Tag::Pos));
    if owned {
        Some(before.start)
    } else {
        before.find(|&at| reading.token(at).is_some_and(points))
    }
}
