//! Personal pronouns that point back at somebody named before.

use std::ops::Range;

use crate::language::WORDS;
use crate::model::{Label, Reading, Tag, Token};

/// The pronouns of the third person in a sentence; the "it" of "it is raining" points at nothing.
pub fn found(reading: &Reading) -> impl Iterator<Item = Range<u32>> {
    let points = |token: &Token| {
        let is_personal = matches!(token.tag, Tag::Prp | Tag::PrpPossessive);
        is_personal && token.label != Label::Expl && WORDS.third_person.contains(&token.lower)
    };
    (0..)
        .zip(&reading.tokens)
        .filter(move |(_, token)| points(token))
        .map(|(at, _)| at..at + 1)
}
