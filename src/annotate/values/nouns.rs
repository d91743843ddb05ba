//! What a number is said of: the noun that it counts.

use crate::language::{self, WORDS};
use crate::model::{Label, Pos, Reading, Tag};
use crate::span::Span;

/// What a number is to the noun that it counts: "three ships", "half the staff", "the 117th minute".
const COUNTS: [Label; 8] = [
    Label::Nummod,
    Label::Quantmod,
    Label::Amod,
    Label::Compound,
    Label::Nmod,
    Label::Predet,
    Label::Det,
    Label::Advmod,
];

/// What a word that tells things of a kind apart is to their noun.
const TELLS: [Label; 3] = [Label::Amod, Label::Compound, Label::Nmod];

/// Stems of the words that the number in a span is said of, in order; the last is that of the noun.
pub fn counted(reading: &Reading, number: Span) -> Vec<String> {
    let Some(noun) = noun(reading, number) else {
        return Vec::new();
    };
    let behind = reading.tokens_in(number).end;
    let lower = |at: u32| reading.token(at).map_or("", |token| &*token.lower);
    let before = reading
        .children(noun)
        .filter(|&child| (behind..noun).contains(&child));
    let telling = before.filter(|&child| {
        reading.has_label(child, &TELLS) && !WORDS.uncounted.contains(lower(child))
    });
    telling
        .chain([noun])
        .map(|at| language::stem(lower(at)))
        .collect()
}

/// Whether the number in a span stands right before several things of a kind: "1,900 houses", and no year.
pub fn counts_several(reading: &Reading, number: Span) -> bool {
    let is_year = reading
        .tokens_in(number)
        .any(|at| reading.token(at).is_some_and(|token| token.is_time()));
    let several = |noun: u32| {
        reading
            .token(noun)
            .is_some_and(|token| matches!(token.tag, Tag::Nns | Tag::Nnps))
    };
    !is_year && noun(reading, number).is_some_and(several)
}

/// The noun that the number in a span counts: the one it stands before, or the one after its "of".
fn noun(reading: &Reading, number: Span) -> Option<u32> {
    before_noun(reading, top(reading, number)?).or_else(|| after_of(reading, number))
}

/// The noun that a number stands before, be it by another number or a sign: "31 houses", "4 % fewer houses".
fn before_noun(reading: &Reading, number: u32) -> Option<u32> {
    let mut at = number;
    for above in reading.above(number) {
        if !reading.has_label(at, &COUNTS) || above < number {
            return None;
        }
        match reading.token(above)?.pos {
            Pos::Noun | Pos::Propn => return Some(above),
            Pos::Num | Pos::Sym => at = above,
            _ => return None,
        }
    }
    None
}

/// The noun after the "of" of a number: "1,187 of its members", "dozens of ships".
fn after_of(reading: &Reading, number: Span) -> Option<u32> {
    let of = reading.tokens_in(number).end;
    reading.token(of).filter(|token| &*token.lower == "of")?;
    let noun = reading.child(of, &[Label::Pobj])?;
    reading
        .token(noun)
        .filter(|token| token.pos != Pos::Pron)
        .map(|_| noun)
}

/// The word of a number that the others depend on; where an approximation hangs on the noun too, the number's own.
fn top(reading: &Reading, number: Span) -> Option<u32> {
    let inside = reading.tokens_in(number);
    let stands_out = |&at: &u32| {
        reading
            .token(at)
            .is_some_and(|t| t.label != Label::Punct && (t.head == at || !inside.contains(&t.head)))
    };
    let is_numeral = |at: &u32| {
        reading
            .token(*at)
            .is_some_and(|token| token.pos == Pos::Num)
    };
    let tops = || inside.clone().rev().filter(stands_out);
    tops().find(is_numeral).or_else(|| tops().next())
}
