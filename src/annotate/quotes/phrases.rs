//! Noun phrases: the subject to the left of a verb, the one to the right of it, and phrases after a preposition.

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

fn tag_at(tokens: &[Token], i: usize) -> Option<Tag> {
    tokens.get(i).map(|t| t.tag)
}

fn lower_at(tokens: &[Token], i: usize) -> &str {
    tokens.get(i).map_or("", |t| t.lower.as_str())
}

fn is_nominal(token: &Token) -> bool {
    matches!(token.tag, Tag::Name | Tag::Word | Tag::Number | Tag::Ing | Tag::ObjectPronoun)
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
fn is_time(tokens: &[Token], first: usize, last: usize) -> bool {
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
