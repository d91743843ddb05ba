//! Personal pronouns that point back at somebody named before.

use std::ops::Range;

use crate::model::{Label, Reading, Tag, Token};

/// Personal pronouns of the third person.
const THIRD: [&str; 16] = [
    "he",
    "her",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "it",
    "its",
    "itself",
    "she",
    "their",
    "theirs",
    "them",
    "themselves",
    "they",
];

/// The pronouns of the third person in a sentence; the "it" of "it is raining" points at nothing.
pub fn found(reading: &Reading) -> impl Iterator<Item = Range<u32>> {
    let points = |token: &Token| {
        let is_personal = matches!(token.tag, Tag::Prp | Tag::PrpPossessive);
        is_personal && token.label != Label::Expl && THIRD.contains(&&*token.lower)
    };
    (0..)
        .zip(&reading.tokens)
        .filter(move |(_, token)| points(token))
        .map(|(at, _)| at..at + 1)
}
