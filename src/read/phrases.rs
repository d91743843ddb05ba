//! Tree → noun phrases.

use std::ops::Range;

use crate::model::{Label, Phrase, Pos, Reading, Tag, Token};

/// What stands before a noun and belongs to it.
const BEFORE: [Label; 11] = [
    Label::Det,
    Label::Predet,
    Label::Preconj,
    Label::Amod,
    Label::Compound,
    Label::Nummod,
    Label::Quantmod,
    Label::Poss,
    Label::Nmod,
    Label::Neg,
    Label::Advmod,
];

/// What a noun is to its head where it is only part of that one's phrase.
const PART: [Label; 8] = [
    Label::Compound,
    Label::Amod,
    Label::Nummod,
    Label::Quantmod,
    Label::Nmod,
    Label::Det,
    Label::Predet,
    Label::Punct,
];

/// What a number or a determiner is to its head where it stands for a thing: "402 voted", "this ended".
const ALONE: [Label; 7] = [
    Label::Nsubj,
    Label::Nsubjpass,
    Label::Dobj,
    Label::Pobj,
    Label::Attr,
    Label::Appos,
    Label::Dative,
];

/// The noun phrases of a sentence, in the order of their heads.
pub fn found(reading: &Reading) -> Vec<Phrase> {
    let heads = (0..)
        .zip(&reading.tokens)
        .filter(|(at, token)| is_head(reading, *at, token));
    heads
        .map(|(head, _)| Phrase {
            tokens: around(reading, head),
            head,
        })
        .collect()
}

/// Whether a token says what a phrase of its own is.
fn is_head(reading: &Reading, at: u32, token: &Token) -> bool {
    let points_back = matches!(
        token.tag,
        Tag::Wp | Tag::Wdt | Tag::WpPossessive | Tag::Wrb | Tag::Ex
    );
    let first = first_joined(reading, at);
    let names = match token.pos {
        Pos::Noun | Pos::Propn | Pos::Pron => !reading.has_label(first, &PART),
        Pos::Num | Pos::Det | Pos::Sym => reading.has_label(first, &ALONE),
        _ => false,
    };
    names && !points_back && !is_inside_name(reading, at)
}

/// The first of those that a token is joined to by "and".
fn first_joined(reading: &Reading, at: u32) -> u32 {
    let mut first = at;
    for above in reading.above(at) {
        if !reading.has_label(first, &[Label::Conj]) {
            break;
        }
        first = above;
    }
    first
}

/// Whether a token belongs to a name that another token in it stands for: "Tarn" in "the University of Tarn".
fn is_inside_name(reading: &Reading, at: u32) -> bool {
    let Some(entity) = reading.entity_of(at).filter(|entity| entity.kind.is_name()) else {
        return false;
    };
    reading
        .above(at)
        .any(|above| entity.tokens.contains(&above))
}

/// The tokens of the phrase with a head.
fn around(reading: &Reading, head: u32) -> Range<u32> {
    let before = reading
        .children(head)
        .filter(|&child| child < head && reading.has_label(child, &BEFORE));
    let start = before
        .map(|child| reading.subtree(child).start)
        .min()
        .unwrap_or(head)
        .min(head);
    let numbers = reading
        .children(head)
        .filter(|&child| child == head + 1 && reading.has_label(child, &[Label::Nummod]));
    let end = numbers.map(|number| number + 1).next().unwrap_or(head + 1);
    match reading.entity_of(head) {
        Some(entity) if has_below(reading, head, &entity.tokens) => {
            start.min(entity.tokens.start)..end.max(end_of_name(reading, &entity.tokens))
        }
        _ => start..end,
    }
}

/// Whether a range of tokens lies below a token.
fn has_below(reading: &Reading, head: u32, tokens: &Range<u32>) -> bool {
    let below = reading.subtree(head);
    below.start <= tokens.start && tokens.end <= below.end
}

/// Where a name ends: possessive endings, marks and "and" are no part of it.
fn end_of_name(reading: &Reading, name: &Range<u32>) -> u32 {
    let is_part = |at: &u32| {
        reading
            .token(*at)
            .is_some_and(|t| t.tag != Tag::Pos && !matches!(t.pos, Pos::Cconj | Pos::Punct))
    };
    name.clone()
        .rev()
        .find(is_part)
        .map_or(name.end, |last| last + 1)
}
