//! Roles that stand for somebody known: "the harbour minister", "Tarn's mayor".

use std::ops::Range;

use crate::language;
use crate::model::{BlockKind, Label, Phrase, Pos, Reading, Sentence, Tag, Token};

/// The definite phrases of a sentence whose noun is a role, in the order of their nouns. Headlines leave out articles:
/// there "Minister" is "the minister".
pub fn found(sentence: &Sentence) -> Vec<Range<u32>> {
    let reading = &sentence.reading;
    let is_headline = sentence.kind == BlockKind::Headline;
    let roles = reading
        .phrases
        .iter()
        .filter(|phrase| is_role(reading, phrase));
    let start = |phrase: &Phrase| {
        let bare =
            || Some(phrase.tokens.start).filter(|_| is_headline && !has_article(reading, phrase));
        definite(reading, phrase).or_else(bare)
    };
    roles
        .filter_map(|phrase| Some(start(phrase)?..phrase.head + 1))
        .collect()
}

fn has_article(reading: &Reading, phrase: &Phrase) -> bool {
    reading
        .child(phrase.head, &[Label::Det, Label::Nummod])
        .is_some()
}

fn is_role(reading: &Reading, phrase: &Phrase) -> bool {
    let names = |token: &Token| {
        let is_noun = matches!(token.pos, Pos::Noun | Pos::Propn);
        is_noun
            && (language::role(&token.lower).is_some() || language::title(&token.lower).is_some())
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
