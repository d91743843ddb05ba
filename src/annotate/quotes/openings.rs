//! Where the reported words behind a cue begin: behind time, place and hearer, at a clause, an infinitive or an object.

use super::cues::Cue;
use super::grammar::{Tag, is_in};
use super::indirect::{lower, tag};
use super::phrases;
use super::tokens::Token;

/// How many words a phrase of place before "that" may have.
const PLACE: usize = 6;

/// Where the reported words behind a cue begin, and whether they are a clause of their own.
pub fn opening(tokens: &[Token], cue: &Cue, start: usize) -> Option<(usize, bool)> {
    let f = &cue.entry.frames;
    let here = skip_adverbials(tokens, start);
    if let Some(found) = clause_at(tokens, cue, here) {
        return Some(found);
    }
    if let Some(that) = behind_places(tokens, here).filter(|_| f.that) {
        return clause_at(tokens, cue, that);
    }
    if cue.inverted {
        return None;
    }
    if f.whom
        && let Some(hearer) = phrases::chunk_right(tokens, here)
    {
        let after = skip_adverbials(tokens, hearer.last + 1);
        if let Some(found) = clause_at(tokens, cue, after) {
            return Some(found);
        }
        if f.hearer
            && f.zero
            && after < tokens.len()
            && is_clause(tokens, after)
            && tag(tokens, after) != Some(Tag::Preposition)
        {
            return Some((after, true));
        }
    }
    if f.order && has_infinitive(tokens, here) {
        return Some((here, false));
    }
    let t = tokens.get(here)?;
    if cue.entry.prepositions.contains(&t.lower.as_str()) {
        let kept = t.lower == "against";
        return Some((if kept { here } else { here + 1 }, false));
    }
    if f.zero && !f.hearer && is_clause(tokens, here) {
        return Some((here, true));
    }
    // "released Tuesday by the board": behind the day nothing follows that could be said.
    let start = if tag(tokens, start) == Some(Tag::Name) { here } else { start };
    (f.object && opens_object(tokens, start)).then_some((start, false))
}

/// The "that" behind one or more phrases of place: "said on Tarn Radio in the evening that".
fn behind_places(tokens: &[Token], start: usize) -> Option<usize> {
    let mut at = start;
    while tag(tokens, at) == Some(Tag::Preposition) {
        let place = phrases::chunk_right(tokens, at + 1).filter(|p| p.last < at + PLACE)?;
        at = skip_adverbials(tokens, place.last + 1);
    }
    (at > start && tag(tokens, at) == Some(Tag::That)).then_some(at)
}

/// A clause that a word opens: "that", a question word, "to".
fn clause_at(tokens: &[Token], cue: &Cue, at: usize) -> Option<(usize, bool)> {
    let f = &cue.entry.frames;
    let t = tokens.get(at)?;
    match t.tag {
        Tag::That if f.that || f.zero => {
            let pronoun = matches!(tag(tokens, at + 1), Some(Tag::Auxiliary | Tag::Verb));
            Some((if pronoun { at } else { at + 1 }, true))
        }
        Tag::Question if f.wh || f.that => Some((at, true)),
        Tag::Subordinator | Tag::Pronoun
            if f.wh && matches!(t.lower.as_str(), "if" | "when" | "where" | "who" | "which") =>
        {
            Some((at, true))
        }
        Tag::To if f.to && !matches!(tag(tokens, at + 1), Some(Tag::Determiner | Tag::Name)) => Some((at, false)),
        Tag::Pronoun if f.zero && !is_in("relative_pronouns", &t.lower) => Some((at, true)),
        _ => None,
    }
}

/// Behind time, place and manner: "on Tuesday", "in a statement", "again".
pub fn skip_adverbials(tokens: &[Token], start: usize) -> usize {
    let mut at = start;
    while let Some(t) = tokens.get(at) {
        let word = t.lower.trim_end_matches('.');
        let next = tokens.get(at + 1);
        at = match t.tag {
            Tag::Adverb => at + 1,
            Tag::Name if is_in("months_days", word) && at > start.saturating_sub(1) => at + 1,
            Tag::Word
                if matches!(word, "last" | "this" | "next") && next.is_some_and(|n| is_in("time_nouns", &n.lower)) =>
            {
                at + 2
            }
            Tag::Determiner if word == "this" && next.is_some_and(|n| is_in("time_nouns", &n.lower)) => at + 2,
            Tag::Preposition if opens_adverbial(tokens, at) => match phrases::chunk_right(tokens, at + 1) {
                Some(p) => p.last + 1,
                None => return at,
            },
            Tag::Comma
                if at > start && next.is_some_and(|n| n.tag == Tag::Preposition && opens_adverbial(tokens, at + 1)) =>
            {
                at + 1
            }
            Tag::Comma if at > start && next.is_some_and(|n| n.tag == Tag::That) => at + 1,
            _ => return at,
        };
    }
    at
}

/// "on Tuesday", "in a statement", "at a news conference", "during the hearing", "to reporters".
fn opens_adverbial(tokens: &[Token], at: usize) -> bool {
    const OCCASIONS: [&str; 30] = [
        "statement",
        "interview",
        "conference",
        "briefing",
        "speech",
        "address",
        "hearing",
        "letter",
        "email",
        "e-mail",
        "post",
        "tweet",
        "message",
        "video",
        "call",
        "report",
        "meeting",
        "debate",
        "rally",
        "appearance",
        "remarks",
        "event",
        "op-ed",
        "article",
        "memo",
        "release",
        "testimony",
        "filing",
        "ad",
        "broadcast",
    ];
    let preposition = lower(tokens, at);
    if !matches!(
        preposition,
        "on" | "in" | "at" | "during" | "after" | "before" | "by" | "via" | "through" | "late" | "early"
    ) {
        return false;
    }
    let Some(p) = phrases::chunk_right(tokens, at + 1) else { return false };
    (p.first..=p.last).any(|i| {
        let word = lower(tokens, i).trim_end_matches('.');
        is_in("months_days", word)
            || is_in("time_nouns", word)
            || OCCASIONS.contains(&word)
            || tag(tokens, i) == Some(Tag::Number) && word.len() == 4
    })
}

/// Whether a clause of its own begins here: a noun phrase and a finite verb, before the next comma or after it.
fn is_clause(tokens: &[Token], at: usize) -> bool {
    let Some(t) = tokens.get(at) else { return false };
    let starts = matches!(
        t.tag,
        Tag::Determiner
            | Tag::Name
            | Tag::Word
            | Tag::Number
            | Tag::Pronoun
            | Tag::Ing
            | Tag::Quote
            | Tag::Verb
            | Tag::Subordinator
            | Tag::Preposition
    );
    let words = tokens.iter().skip(at).take_while(|t| t.tag != Tag::Stop).filter(|t| t.is_word()).count();
    starts && (words >= 6 || words >= 3 && (phrases::has_verb(tokens, at, tokens.len()) || agrees_in_s(tokens, at)))
}

/// A noun and then a word in -s that may be its verb: "the pier opens".
fn agrees_in_s(tokens: &[Token], at: usize) -> bool {
    let word = |t: &Token| t.tag == Tag::Word && t.lower.ends_with('s') && !t.lower.ends_with("ss");
    tokens.windows(2).skip(at).any(|w| matches!(w, [a, b] if matches!(a.tag, Tag::Name | Tag::Word) && word(b)))
}

fn has_infinitive(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| opens_phrase(t.tag))
        && tokens
            .iter()
            .skip(at + 1)
            .take(14)
            .take_while(|t| t.tag != Tag::Stop)
            .any(|t| t.tag == Tag::To || t.tag == Tag::Quote)
}

fn opens_object(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| opens_phrase(t.tag) || matches!(t.tag, Tag::Quote | Tag::Adverb))
}

/// Whether a word can open what is said or asked for: a noun phrase, a pronoun or a verb.
fn opens_phrase(tag: Tag) -> bool {
    use Tag::{Determiner, Ing, Name, Number, ObjectPronoun, Pronoun, Verb, Word};
    matches!(tag, Determiner | Name | Word | Number | ObjectPronoun | Pronoun | Verb | Ing)
}
