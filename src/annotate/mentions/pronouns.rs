//! Pronouns that point at somebody: personal, possessive, reflexive and relative ones.

use std::ops::Range;

use crate::model::{Label, Reading, Tag, Token};

/// The pronouns of a sentence that point at something; the "it" of "it is raining" points at nothing.
pub fn found(reading: &Reading) -> impl Iterator<Item = Range<u32>> {
    (0..)
        .zip(&reading.tokens)
        .filter(|(_, token)| points(token))
        .map(|(at, _)| at..at + 1)
}

fn points(token: &Token) -> bool {
    let is_personal = matches!(token.tag, Tag::Prp | Tag::PrpPossessive);
    let is_relative = token.is_relative() || token.tag == Tag::WpPossessive;
    is_personal && token.label != Label::Expl || is_relative
}
