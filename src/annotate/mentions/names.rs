//! Proper names: those that reading found, and what other proper nouns stand together.

use std::ops::Range;

use super::is_person;
use super::running::Running;
use super::titles;
use crate::language::{self, WORDS};
use crate::model::{BlockKind, Document, EntityType, Label, Pos, Reading, Sentence, Tag, Token};

/// A name in a sentence.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its tokens, capitalised titles included; articles and possessive endings left out.
    pub tokens: Range<u32>,
    /// What the reading takes it for, where it takes it for something.
    pub kind: Option<EntityType>,
}

/// How the words of one name depend on each other.
const JOINS: [Label; 2] = [Label::Compound, Label::Nmod];

/// The names in a sentence, in order; they do not overlap.
pub fn found(document: &Document, sentence: &Sentence, running: &Running) -> Vec<Name> {
    let reading = &sentence.reading;
    let entities = reading
        .entities
        .iter()
        .filter(|entity| entity.kind.is_name());
    let trimmed = |tokens: &Range<u32>| {
        Some(trimmed(document, reading, tokens)).filter(|name| !name.is_empty())
    };
    let mut parts: Vec<Name> = entities
        .flat_map(|entity| unbracketed(reading, &entity.tokens).map(|tokens| (tokens, entity.kind)))
        .filter_map(|(tokens, kind)| {
            Some(Name {
                tokens: trimmed(&tokens)?,
                kind: Some(kind),
            })
        })
        .collect();
    parts.extend(
        runs(document, sentence, running)
            .into_iter()
            .map(|tokens| Name { tokens, kind: None }),
    );
    parts.sort_by_key(|name| name.tokens.start);
    let mut names: Vec<Name> = Vec::new();
    for part in parts {
        match names.last_mut() {
            Some(before) if is_one(reading, before, &part) => {
                before.tokens.end = part.tokens.end;
                if top(reading, &before.tokens) >= part.tokens.start {
                    before.kind = part.kind;
                }
            }
            _ => names.push(part),
        }
    }
    names.retain(|name| !is_party(document, reading, name));
    with_particles(document, reading, names)
}

/// What of an entity stands before a bracket, in it and after it: "World Health Organization (WHO".
fn unbracketed(reading: &Reading, tokens: &Range<u32>) -> impl Iterator<Item = Range<u32>> {
    let is_bracket = |at: &u32| {
        reading
            .token(*at)
            .is_some_and(|token| matches!(&*token.lower, "(" | ")" | "[" | "]"))
    };
    let mut parts = Vec::new();
    let mut start = tokens.start;
    for bracket in tokens.clone().filter(is_bracket) {
        parts.push(start..bracket);
        start = bracket + 1;
    }
    parts.push(start..tokens.end);
    parts.into_iter().filter(|part| !part.is_empty())
}

/// Names whole where reading left their particles, or what stands before those, apart: "Ada" and "Brook" of "Ada von der
/// Brook", and "Brook" of "von der Brook said". Small words count as particles only between capitals, and at the front of
/// a name only where the text has the whole name elsewhere.
fn with_particles(document: &Document, reading: &Reading, names: Vec<Name>) -> Vec<Name> {
    let mut whole: Vec<Name> = Vec::new();
    for mut name in names {
        let own = particles_from(reading, name.tokens.start, name.tokens.end);
        let first = particles_before(reading, name.tokens.start);
        let given = given_names(document, reading, first);
        let is_open = own > name.tokens.start || first < name.tokens.start;
        let is_place = name.kind.is_some_and(|kind| kind.is_place());
        if is_open && !is_place {
            let joined = whole.last().filter(|before| before.tokens.end == first);
            if joined.is_some_and(|before| before.kind.is_none_or(|_| is_person(before.kind))) {
                let before = whole.pop();
                name.tokens.start = before.map_or(first, |before| before.tokens.start);
            } else if given < first && joined.is_none() {
                name.tokens.start = given;
            } else if first < name.tokens.start && is_printed_whole(document, reading, first, &name)
            {
                name.tokens.start = first;
            }
        }
        whole.push(name);
    }
    whole
}

/// Whether a token is a small word inside names of people.
fn is_particle(reading: &Reading, at: u32) -> bool {
    reading
        .token(at)
        .is_some_and(|token| WORDS.name_particles.contains(&token.lower))
}

/// Where the particles right before a token begin.
fn particles_before(reading: &Reading, at: u32) -> u32 {
    let before = (0..at).rev().take(MOST_PARTICLES);
    before
        .take_while(|&at| is_particle(reading, at))
        .last()
        .unwrap_or(at)
}

/// Where the particles that a range opens with end.
fn particles_from(reading: &Reading, start: u32, end: u32) -> u32 {
    (start..end)
        .find(|&at| !is_particle(reading, at))
        .unwrap_or(start)
}

/// Where the capitalised proper nouns right before a token begin, titles and words that open sentences left out.
fn given_names(document: &Document, reading: &Reading, at: u32) -> u32 {
    let is_given = |at: &u32| {
        reading.token(*at).is_some_and(|token| {
            token.pos == Pos::Propn
                && is_capitalised(document, token)
                && language::title(token.lower.trim_end_matches('.')).is_none()
                && !language::is_opener(&token.lower)
        })
    };
    let before = (0..at).rev().take(MOST_GIVEN).take_while(is_given);
    before.last().unwrap_or(at)
}

/// Whether the text has a surname with its particles behind a given name.
fn is_printed_whole(document: &Document, reading: &Reading, first: u32, name: &Name) -> bool {
    let tokens = (first..name.tokens.end).filter_map(|at| reading.token(at));
    let mut surname = String::new();
    for token in tokens {
        surname.push(' ');
        match WORDS.name_particles.contains(&token.lower) {
            true => surname.push_str(&token.lower),
            false => surname.push_str(document.text(token.span)),
        }
    }
    let text = &document.article.text;
    let mut places = text.match_indices(&surname).take(MOST_PLACES);
    places.any(|(at, _)| {
        let before = text.get(..at).unwrap_or("");
        let given = before.rsplit(char::is_whitespace).next().unwrap_or("");
        given.starts_with(char::is_uppercase) && given.ends_with(char::is_alphabetic)
    })
}

/// Particles that a surname has at most: "van der", "de los".
const MOST_PARTICLES: usize = 3;
/// Given names before particles that are looked for.
const MOST_GIVEN: usize = 3;
/// Places of a surname in a text that are looked at.
const MOST_PLACES: usize = 50;

/// Runs of capitalised words that are in no entity and proper nouns, here or elsewhere; hyphens do not divide them. In a
/// heading only words of names in the running text count.
fn runs(document: &Document, sentence: &Sentence, running: &Running) -> Vec<Range<u32>> {
    let reading = &sentence.reading;
    let is_heading = matches!(sentence.kind, BlockKind::Headline | BlockKind::Subheading);
    let is_proper = |t: &Token| match t.pos {
        Pos::Propn => !is_heading || running.has_name(&t.lower),
        // A name that opens a sentence is easily taken for a verb.
        _ => running.is_name(&t.lower),
    };
    let is_part = |at: u32| {
        reading
            .token(at)
            .is_some_and(|t| t.entity.is_none() && is_proper(t) && is_capitalised(document, t))
    };
    let is_hyphen = |at: u32| {
        reading
            .token(at)
            .is_some_and(|token| token.tag == Tag::Hyph)
    };
    let mut runs: Vec<Range<u32>> = Vec::new();
    for at in (0..reading.tokens.len() as u32).filter(|&at| is_part(at)) {
        match runs.last_mut() {
            Some(run) if run.end == at && is_of_one_phrase(reading, at - 1, at) => run.end = at + 1,
            Some(run) if run.end + 1 == at && is_hyphen(run.end) => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Whether a name is only letters for a party: "R" and "R-Tarn" in brackets after a member's name.
fn is_party(document: &Document, reading: &Reading, name: &Name) -> bool {
    let printed = reading
        .span(&name.tokens)
        .map_or("", |span| document.text(span));
    let letters = printed.split('-').next().unwrap_or(printed);
    letters.chars().count() == 1
}

/// Whether two tokens are parts of one phrase: one depends on the other, or both on a third.
fn is_of_one_phrase(reading: &Reading, one: u32, other: u32) -> bool {
    let (Some(a), Some(b)) = (reading.token(one), reading.token(other)) else {
        return false;
    };
    let joined = JOINS.contains(&a.label) || JOINS.contains(&b.label);
    joined && (a.head == other || b.head == one || a.head == b.head || reading.governs(other, one))
}

/// Whether a part goes on with the name before it: a person after a title, another proper noun of its phrase, or what
/// its "of" governs.
fn is_one(reading: &Reading, before: &Name, part: &Name) -> bool {
    let gap = part.tokens.start - before.tokens.end;
    if gap == 0
        && is_person(part.kind)
        && !is_person(before.kind)
        && titles::has_title(reading, before)
    {
        return true;
    }
    if before.kind.is_some() && part.kind.is_some() {
        return false;
    }
    let (first, second) = (top(reading, &before.tokens), top(reading, &part.tokens));
    let head = |at: u32| reading.token(at).map_or(at, |token| token.head);
    let is_joined =
        |at: u32, to: &Range<u32>| reading.has_label(at, &JOINS) && to.contains(&head(at));
    match gap {
        0 => is_joined(first, &part.tokens) || is_joined(second, &before.tokens),
        1 if before.kind.is_none()
            && matches!(part.kind, None | Some(EntityType::Organization)) =>
        {
            let of = before.tokens.end;
            // "Chamber of Commerce", and not "Ada Crane of Tarn".
            let is_common = before.tokens.len() == 1 || titles::is_role(reading, first);
            is_common
                && head(second) == of
                && head(of) == first
                && reading.token(of).is_some_and(|token| &*token.lower == "of")
        }
        _ => false,
    }
}

/// The token of a range that the others depend on; the last of several.
fn top(reading: &Reading, tokens: &Range<u32>) -> u32 {
    let stands_out = |at: &u32| {
        reading
            .token(*at)
            .is_some_and(|t| t.head == *at || !tokens.contains(&t.head))
    };
    tokens
        .clone()
        .rev()
        .find(stands_out)
        .unwrap_or(tokens.start)
}

/// An entity's tokens without what is no part of the name: words that only open a sentence or a phrase, endings, marks
/// and what is written small.
fn trimmed(document: &Document, reading: &Reading, tokens: &Range<u32>) -> Range<u32> {
    let is = |at: &u32, holds: fn(&Document, &Token) -> bool| {
        reading.token(*at).is_some_and(|t| holds(document, t))
    };
    let end = tokens
        .clone()
        .rev()
        .find(|at| is(at, closes))
        .map_or(tokens.start, |last| last + 1);
    let start = tokens.clone().find(|at| is(at, opens)).unwrap_or(end);
    let is_name = (start..end).any(|at| is(&at, is_capitalised));
    if is_name {
        start..end
    } else {
        tokens.start..tokens.start
    }
}

/// Whether a token can be the first of a name.
fn opens(document: &Document, token: &Token) -> bool {
    let is_small = matches!(
        token.pos,
        Pos::Det | Pos::Adp | Pos::Adv | Pos::Cconj | Pos::Sconj | Pos::Pron | Pos::Punct
    );
    !is_small
        && !language::is_opener(&token.lower)
        && (is_capitalised(document, token) || token.pos == Pos::Propn)
}

/// Whether a token can be the last of a name.
fn closes(document: &Document, token: &Token) -> bool {
    let is_mark = token.tag == Tag::Pos || matches!(token.pos, Pos::Punct | Pos::Cconj | Pos::Adp);
    !is_mark && (is_capitalised(document, token) || matches!(token.pos, Pos::Propn | Pos::Num))
}

/// Whether a token is written with a capital.
fn is_capitalised(document: &Document, token: &Token) -> bool {
    document.text(token.span).starts_with(char::is_uppercase)
}
