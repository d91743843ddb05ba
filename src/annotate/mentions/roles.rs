//! Descriptions: nouns that name people, bodies, places or writings by what they are: "the harbour minister", "two girls".

use std::ops::Range;

use crate::lexicon;
use crate::model::{Phrase, Pos, Reading, Sentence, Tag, Token};

/// The phrases of a sentence whose noun names somebody or something by what it is, in the order of their nouns.
pub fn found(sentence: &Sentence) -> Vec<Range<u32>> {
    let reading = &sentence.reading;
    let described = reading
        .phrases
        .iter()
        .filter(|phrase| is_description(reading, phrase));
    described
        .map(|phrase| definite(reading, phrase).unwrap_or(phrase.tokens.start)..phrase.head + 1)
        .collect()
}

fn is_description(reading: &Reading, phrase: &Phrase) -> bool {
    let names = |token: &Token| {
        let is_noun = matches!(token.pos, Pos::Noun | Pos::Propn);
        let is_known = lexicon::role(&token.lower).is_some()
            || lexicon::title(&token.lower).is_some()
            || lexicon::noun(&token.lemma).is_some();
        is_noun && !token.is_time() && is_known
    };
    reading.token(phrase.head).is_some_and(names)
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
