//! Noun phrases: the one that ends at a word, the one that begins at it, and what belongs to each.

use super::grammar::{Tag, is_in};
use super::lexicon;
use super::tokens::Token;

/// Tokens `first..=last` that name somebody or something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Index of the first token.
    pub first: usize,
    /// Index of the last token.
    pub last: usize,
}

/// The tag of a token.
pub fn tag_at(tokens: &[Token], i: usize) -> Option<Tag> {
    tokens.get(i).map(|t| t.tag)
}

/// A token in lower case, empty where there is none.
pub fn lower_at(tokens: &[Token], i: usize) -> &str {
    tokens.get(i).map_or("", |t| t.lower.as_str())
}

/// Whether a word can be part of a noun phrase.
pub fn is_nominal(token: &Token) -> bool {
    matches!(token.tag, Tag::Name | Tag::Word | Tag::Number | Tag::Ing | Tag::ObjectPronoun)
}

/// The noun phrase that ends at `last`, with what belongs to it on the left.
pub fn chunk_left(tokens: &[Token], last: usize, floor: usize) -> Option<Phrase> {
    if !tokens.get(last).is_some_and(|t| is_nominal(t) || t.tag == Tag::Possessive) {
        return None;
    }
    let mut first = last;
    while first > floor && takes_in(tokens, first, floor) {
        first -= 1;
    }
    while first < last && matches!(tag_at(tokens, first), Some(Tag::Preposition | Tag::Coordinator | Tag::Adverb)) {
        first += 1;
    }
    let mut first = without_time(tokens, first, last);
    while first < last && tag_at(tokens, first) == Some(Tag::Possessive) {
        first += 1;
    }
    (!is_time(tokens, first, last)).then_some(Phrase { first, last })
}

/// Whether a phrase is nothing but a time: "Tuesday", "last week", "this month", "2031".
pub fn is_time(tokens: &[Token], first: usize, last: usize) -> bool {
    let word = |i: usize| lower_at(tokens, i).trim_end_matches('.');
    let head = is_in("months_days", word(last))
        || is_in("time_nouns", word(last))
        || tag_at(tokens, last) == Some(Tag::Number);
    let before = |i: usize| {
        tag_at(tokens, i) == Some(Tag::Number)
            || is_in("months_days", word(i))
            || is_in("time_nouns", word(i))
            || matches!(
                word(i),
                "last"
                    | "this"
                    | "next"
                    | "that"
                    | "late"
                    | "early"
                    | "earlier"
                    | "the"
                    | "a"
                    | "previous"
                    | "same"
                    | "mid"
            )
    };
    head && !matches!(word(last), "may" | "march" | "moment")
        && (first..last).all(before)
        && (first < last || tag_at(tokens, last) != Some(Tag::Number))
}

/// Whether the token before `first` belongs to the noun phrase that starts at `first`.
fn takes_in(tokens: &[Token], first: usize, floor: usize) -> bool {
    let (Some(here), Some(token)) = (tokens.get(first), tokens.get(first - 1)) else { return false };
    let before = (first >= floor + 2).then(|| tokens.get(first - 2)).flatten();
    let nominal_before = before.is_some_and(|t| is_nominal(t) || t.tag == Tag::Determiner);
    match token.tag {
        // "The Times reports Ada Brook first spoke": a reporting verb between two names belongs to neither.
        Tag::Word if here.tag == Tag::Name && before.is_some_and(|t| t.tag == Tag::Name) && is_third(token) => false,
        Tag::Name | Tag::Word | Tag::Number | Tag::Possessive => here.tag != Tag::Determiner,
        Tag::Determiner => {
            here.tag != Tag::Determiner || matches!(here.lower.as_str(), "other" | "more" | "few" | "many")
        }
        Tag::Ing if before.is_none() => false,
        Tag::Verb | Tag::Ing => {
            here.tag != Tag::Determiner
                && before.is_none_or(|t| matches!(t.tag, Tag::Determiner | Tag::Number | Tag::Possessive | Tag::Comma))
        }
        Tag::Preposition => {
            nominal_before && !matches!(token.lower.as_str(), "than" | "like" | "as" | "up" | "out" | "down")
        }
        Tag::Coordinator => {
            matches!(token.lower.as_str(), "and" | "or") && nominal_before && !has_verb(tokens, floor, first - 1)
        }
        Tag::Quote => token.lower.is_empty() && before.is_some_and(|t| t.tag == Tag::Determiner),
        _ => false,
    }
}

/// Whether a small word is the third person of a reporting verb: "reports", "says".
fn is_third(token: &Token) -> bool {
    !token.capital && lexicon::lookup(&token.lower).iter().any(|(form, _)| *form == lexicon::Form::Third)
}

/// Whether a finite verb stands in `from..to`.
pub fn has_verb(tokens: &[Token], from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        matches!(tag_at(tokens, i), Some(Tag::Auxiliary))
            || tag_at(tokens, i) == Some(Tag::Verb) && !is_modifier(tokens, i)
            || tag_at(tokens, i) == Some(Tag::Pronoun) && i + 1 < to
    })
}

/// A participle before a noun: "the elected council".
fn is_modifier(tokens: &[Token], i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|p| tag_at(tokens, p));
    matches!(before, None | Some(Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Preposition))
        && tokens.get(i + 1).is_some_and(is_nominal)
}

/// Drops "On Tuesday" and "Last week" from the front of a phrase that goes on after them.
fn without_time(tokens: &[Token], first: usize, last: usize) -> usize {
    let word = |i: usize| lower_at(tokens, i).trim_end_matches('.');
    let is_day = |i: usize| is_in("months_days", word(i)) && word(i) != "may" && word(i) != "march";
    let mut at = first;
    while at < last && (is_day(at) || at > first && tag_at(tokens, at) == Some(Tag::Number)) {
        at += 1;
    }
    let opens_time = matches!(word(at), "last" | "this" | "next" | "that" | "late" | "early" | "earlier");
    if opens_time && at + 1 < last && (is_in("time_nouns", word(at + 1)) || is_day(at + 1)) {
        at += 2;
    }
    at
}

/// The name behind a description and a comma ("his wife, Ada Brook, who …"): then that is who it is.
pub fn name_behind(tokens: &[Token], described: Phrase) -> Option<Phrase> {
    let is_description = (described.first..=described.last).any(|i| {
        matches!(tag_at(tokens, i), Some(Tag::Determiner | Tag::Possessive)) || tag_at(tokens, i) == Some(Tag::Word)
    });
    let ends_in_name = tag_at(tokens, described.last) == Some(Tag::Name);
    let first = described.last + 2;
    if !is_description || ends_in_name || tag_at(tokens, described.last + 1) != Some(Tag::Comma) {
        return None;
    }
    let last = (first..tokens.len()).take_while(|i| tag_at(tokens, *i) == Some(Tag::Name)).last()?;
    let closed = matches!(tag_at(tokens, last + 1), None | Some(Tag::Comma | Tag::Stop | Tag::Break));
    closed.then_some(Phrase { first, last })
}

/// The noun phrase that begins at `first`, without time and place behind it.
pub fn chunk_right(tokens: &[Token], first: usize) -> Option<Phrase> {
    let mut last = None;
    let mut i = first;
    while let Some(token) = tokens.get(i) {
        let next = tokens.get(i + 1);
        let goes_on = match token.tag {
            Tag::Name | Tag::Word | Tag::Number | Tag::ObjectPronoun => true,
            // A determiner behind a noun opens the next phrase: "told the Gazette | the pier was shut".
            Tag::Determiner => {
                !i.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|b| last.is_some() && is_nominal(b))
            }
            Tag::Pronoun => last.is_none(),
            Tag::Possessive | Tag::Ing => last.is_some(),
            Tag::Verb => {
                next.is_some_and(is_nominal) && tokens.get(i.wrapping_sub(1)).is_some_and(|t| t.tag == Tag::Determiner)
            }
            Tag::Adverb => last.is_none() && next.is_some_and(is_nominal),
            Tag::Preposition => {
                last.is_some()
                    && matches!(token.lower.as_str(), "of" | "for" | "at" | "from" | "with")
                    && next
                        .is_some_and(|n| is_nominal(n) && !is_in("months_days", &n.lower) || n.tag == Tag::Determiner)
            }
            Tag::Coordinator => {
                last.is_some()
                    && token.lower == "and"
                    && next.is_some_and(|n| n.tag == Tag::Name || n.tag == Tag::Determiner)
            }
            _ => false,
        };
        let is_time = last.is_some() && is_in("months_days", token.lower.trim_end_matches('.')) && token.lower != "may";
        if !goes_on || is_time || i > first + 14 {
            break;
        }
        if !matches!(token.tag, Tag::Preposition | Tag::Coordinator | Tag::Adverb) {
            last = Some(i);
        }
        if token.tag == Tag::Pronoun {
            break;
        }
        i += 1;
    }
    let last = last?;
    let named = (first..=last).any(|i| tokens.get(i).is_some_and(|t| is_nominal(t) || t.tag == Tag::Pronoun))
        || matches!(lower_at(tokens, first), "one" | "another" | "others" | "some" | "many" | "most");
    named.then_some(Phrase { first, last })
}
