//! The subject to the left of a verb: across appositives, relative clauses, asides and what hangs on it.

use super::grammar::{Tag, is_in};
use super::phrases::{Phrase, chunk_left, has_verb, is_nominal, is_time, lower_at, tag_at};
use super::tokens::Token;

/// What stands where a subject is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A noun phrase or pronoun.
    Phrase(Phrase),
    /// The subject of the verb before, carried on by "and" or a participle.
    Carried,
    /// Nothing that can be a subject.
    None,
}

/// Where the clause of the verb at `verb` begins, as far as punctuation tells.
pub fn clause_start(tokens: &[Token], verb: usize) -> usize {
    let hard = |i: &usize| matches!(tag_at(tokens, *i), Some(Tag::Stop | Tag::Colon)) || lower_at(tokens, *i) == ";";
    (0..verb).rev().find(hard).map_or(0, |i| i + 1)
}

/// The subject to the left of the verb group that ends at `verb`.
pub fn subject_left(tokens: &[Token], verb: usize) -> Subject {
    let floor = clause_start(tokens, verb);
    let Some(mut i) = verb.checked_sub(1).filter(|i| *i >= floor) else { return Subject::None };
    while i > floor && matches!(tag_at(tokens, i), Some(Tag::Adverb | Tag::Auxiliary)) {
        i -= 1;
    }
    at_left_edge(tokens, i, floor)
}

fn at_left_edge(tokens: &[Token], i: usize, floor: usize) -> Subject {
    match tag_at(tokens, i) {
        Some(Tag::Pronoun) => pronoun(tokens, i, floor),
        Some(Tag::That) if i > floor && tokens.get(i - 1).is_some_and(is_nominal) => antecedent(tokens, i, floor),
        Some(Tag::Determiner) if !is_in("articles", lower_at(tokens, i)) => {
            Subject::Phrase(Phrase { first: i, last: i })
        }
        Some(Tag::Comma) => across_commas(tokens, i, floor),
        Some(Tag::Break) => across_brackets(tokens, i, floor),
        Some(Tag::Coordinator) => Subject::Carried,
        Some(Tag::Name | Tag::Word | Tag::Number | Tag::Ing | Tag::Possessive | Tag::ObjectPronoun) => {
            free_subject(tokens, i, floor)
        }
        _ => Subject::None,
    }
}

/// The noun phrase that ends at `last` and is governed by nothing: behind "the poll taken in late May" it is the poll,
/// behind "a bid to calm voters" the bid, behind "the mayor on Tuesday" the mayor.
fn free_subject(tokens: &[Token], last: usize, floor: usize) -> Subject {
    if let Some(before) = before_time(tokens, last, floor)
        && let Subject::Phrase(found) = at_left_edge(tokens, before, floor)
    {
        return Subject::Phrase(found);
    }
    let Some(found) = chunk_left(tokens, last, floor) else { return Subject::None };
    let governor = found.first.checked_sub(1).filter(|g| *g > floor);
    let beyond = match governor.and_then(|g| tag_at(tokens, g)) {
        Some(Tag::Preposition) => governor.and_then(|g| over_participle(tokens, g - 1, floor)),
        Some(Tag::Verb | Tag::Ing) => governor.and_then(|g| over_infinitive(tokens, g, floor)),
        _ => None,
    };
    match beyond.map(|b| at_left_edge(tokens, b, floor)) {
        Some(Subject::Phrase(subject)) => Subject::Phrase(subject),
        _ => Subject::Phrase(found),
    }
}

/// The token before "on Tuesday", "Tuesday" or "last week" that ends at `last`.
fn before_time(tokens: &[Token], last: usize, floor: usize) -> Option<usize> {
    let first = (floor + 1..=last).rev().take(4).filter(|f| is_time(tokens, *f, last)).last()?;
    let before = first - 1;
    let preposition = tag_at(tokens, before) == Some(Tag::Preposition);
    if preposition { before.checked_sub(1).filter(|b| *b >= floor) } else { Some(before) }
}

/// Jumps from before a prepositional phrase over the participle it hangs on, if any: "the poll taken | in May".
fn over_participle(tokens: &[Token], at: usize, floor: usize) -> Option<usize> {
    match tag_at(tokens, at) {
        Some(Tag::Verb | Tag::Ing) if !has_verb(tokens, floor, at) => at.checked_sub(1).filter(|b| *b >= floor),
        Some(Tag::Verb | Tag::Ing) => None,
        Some(Tag::Adverb) => over_participle(tokens, at.checked_sub(1)?, floor),
        _ => Some(at),
    }
}

/// Jumps over "to calm", "hoping to calm" before an object.
fn over_infinitive(tokens: &[Token], verb: usize, floor: usize) -> Option<usize> {
    let before = verb.checked_sub(1).filter(|b| *b >= floor)?;
    let reduced = tag_at(tokens, verb) == Some(Tag::Ing) && !has_verb(tokens, floor, verb);
    match tag_at(tokens, before) {
        Some(Tag::To) => before.checked_sub(1).filter(|b| *b > floor && !has_verb(tokens, floor, *b)),
        Some(Tag::Name | Tag::Word) if reduced => Some(before),
        _ => None,
    }
}

/// A personal pronoun stands for itself, a relative one for the noun phrase before it.
fn pronoun(tokens: &[Token], i: usize, floor: usize) -> Subject {
    if is_in("relative_pronouns", lower_at(tokens, i)) {
        return antecedent(tokens, i, floor);
    }
    Subject::Phrase(Phrase { first: i, last: i })
}

fn antecedent(tokens: &[Token], relative: usize, floor: usize) -> Subject {
    let Some(mut i) = relative.checked_sub(1).filter(|i| *i >= floor) else {
        return Subject::Phrase(Phrase { first: relative, last: relative });
    };
    if matches!(tag_at(tokens, i), Some(Tag::Comma | Tag::Coordinator)) && i > floor {
        i -= 1;
    }
    match tag_at(tokens, i) {
        Some(Tag::Break) => across_brackets(tokens, i, floor),
        _ => chunk_left(tokens, i, floor).map_or(Subject::None, Subject::Phrase),
    }
}

/// Jumps over an appositive, relative clause or aside that ends with the comma at `comma`: the subject is the leftmost
/// of the noun phrases before it that follow one another without a verb.
fn across_commas(tokens: &[Token], comma: usize, floor: usize) -> Subject {
    let mut best = None;
    let mut end = comma;
    let mut skipped_aside = false;
    while end > floor {
        let start = (floor..end).rev().find(|i| is_comma(tokens, *i)).map_or(floor, |i| i + 1);
        let segment = Phrase { first: start, last: end - 1 };
        if skipped_aside {
            match segment_subject(tokens, segment) {
                Some(found) if best.is_some_and(|b| !goes_before(tokens, segment, found, b)) => break,
                Some(found) => {
                    best = Some(found);
                    if found.first > start {
                        break;
                    }
                }
                None if best.is_some() || start <= floor => break,
                None => {}
            }
        }
        skipped_aside = true;
        let Some(next) = start.checked_sub(1).filter(|n| *n > floor && *n < end) else { break };
        end = next;
    }
    let aside = named_aside(tokens, comma, floor).filter(|a| {
        let described = best.filter(|b| tag_at(tokens, b.first) == Some(Tag::Determiner));
        // One word can be a place ("the mayor of Springfield, Ohio, said") where the description names one already.
        described.is_some_and(|b| a.first < a.last || (b.first..=b.last).all(|i| tag_at(tokens, i) != Some(Tag::Name)))
    });
    aside.or(best).map_or(Subject::None, Subject::Phrase)
}

/// A name between the last two commas: in "the mayor, Ada Brook, said" she is who speaks.
fn named_aside(tokens: &[Token], comma: usize, floor: usize) -> Option<Phrase> {
    let first = (floor..comma).rev().find(|i| is_comma(tokens, *i)).map(|i| i + 1)?;
    let titled = lower_at(tokens, first) == "the" && first + 2 < comma;
    let from = if titled { first + 1 } else { first };
    let named = from < comma && (from..comma).all(|i| tag_at(tokens, i) == Some(Tag::Name));
    named.then_some(Phrase { first, last: comma - 1 })
}

/// Whether a noun phrase further left is the subject and the one found so far describes it ("Ada Brook, the mayor,"),
/// and not the other way round ("the mayor, Ada Brook,").
fn goes_before(tokens: &[Token], segment: Phrase, found: Phrase, later: Phrase) -> bool {
    let whole = found.first == segment.first && tag_at(tokens, segment.last + 1) == Some(Tag::Comma);
    let described = tag_at(tokens, found.first) == Some(Tag::Determiner)
        && (later.first..=later.last).all(|i| tag_at(tokens, i) == Some(Tag::Name));
    whole && !described
}

/// A comma, also one inside the closing mark of a passage.
fn is_comma(tokens: &[Token], i: usize) -> bool {
    tag_at(tokens, i) == Some(Tag::Comma) || tag_at(tokens, i) == Some(Tag::Quote) && !lower_at(tokens, i).is_empty()
}

/// The noun phrase that a segment between commas ends with, when it can be a subject: nothing governs it.
fn segment_subject(tokens: &[Token], segment: Phrase) -> Option<Phrase> {
    if tag_at(tokens, segment.last) == Some(Tag::Break) {
        return match across_brackets(tokens, segment.last, segment.first) {
            Subject::Phrase(found) => Some(found),
            _ => None,
        };
    }
    if tag_at(tokens, segment.last) == Some(Tag::Pronoun) {
        return Some(Phrase { first: segment.last, last: segment.last });
    }
    let found = chunk_left(tokens, segment.last, segment.first)?;
    let governed = found.first > segment.first
        && matches!(
            tag_at(tokens, found.first - 1),
            Some(Tag::Preposition | Tag::Verb | Tag::To | Tag::Auxiliary | Tag::Ing)
        );
    (!governed).then_some(found)
}

/// Jumps over "(…)" or "— … —" that ends at `close`.
fn across_brackets(tokens: &[Token], close: usize, floor: usize) -> Subject {
    let opening = match lower_at(tokens, close) {
        ")" => "(",
        "]" => "[",
        dash if dash.starts_with(['—', '–', '―', '-']) => dash,
        _ => return Subject::None,
    };
    let open = (floor..close).rev().find(|i| lower_at(tokens, *i) == opening);
    let Some(before) = open.and_then(|o| o.checked_sub(1)).filter(|b| *b >= floor) else { return Subject::None };
    match tag_at(tokens, before) {
        Some(Tag::Comma | Tag::Break) => Subject::None,
        _ => at_left_edge(tokens, before, floor),
    }
}
