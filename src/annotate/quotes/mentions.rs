//! The words that name somebody, from the word that stands for them.

use std::ops::Range;

use super::frame::Frame;
use crate::model::{Label, Pos, Tag};

/// What joins a phrase to the noun before it.
const JOINING: [Label; 2] = [Label::Prep, Label::Conj];

/// How many tokens the words that name somebody may have; what is longer is a list or was misread.
const LONGEST: u32 = 24;

/// The words that name whom a noun stands for: its own phrase with what "of", "for" or "and" joins to it; of a
/// description with a name beside it the name ("the mayor, Ada Brook,").
pub fn mention(frame: &Frame, head: u32) -> Option<Range<u32>> {
    match name_beside(frame, head) {
        Some(name) => phrase(frame, name),
        None => phrase(frame, head),
    }
}

/// A noun's phrase with what is joined to it.
pub fn phrase(frame: &Frame, head: u32) -> Option<Range<u32>> {
    let own = frame.reading.phrase_headed(head);
    let own = own.map_or(head..head + 1, |phrase| phrase.tokens.clone());
    let start = own.start;
    let (mut end, mut reach) = (own.end, own.end);
    for joined in frame
        .reading
        .children(head)
        .filter(|&child| child >= own.end)
    {
        let below = frame.reading.subtree(joined);
        if below.start != reach || end - start > LONGEST {
            break;
        }
        if frame.reading.has_label(joined, &[Label::Cc]) {
            reach = below.end;
            continue;
        }
        let Some(joined_end) = joined_end(frame, joined) else {
            break;
        };
        (end, reach) = (joined_end, joined_end);
    }
    let last = (start..end)
        .rev()
        .find(|&at| frame.tag(at) != Some(Tag::Pos) && frame.is_word(at) || end == start + 1);
    let first = (start..end).find(|&at| frame.is_word(at) || end == start + 1)?;
    Some(first..last? + 1)
}

/// Where the words end that a preposition or "and" joins to a noun.
fn joined_end(frame: &Frame, joined: u32) -> Option<u32> {
    if !frame.reading.has_label(joined, &JOINING) {
        return None;
    }
    let noun = match frame.reading.has_label(joined, &[Label::Prep]) {
        true => frame.reading.child(joined, &[Label::Pobj])?,
        false => joined,
    };
    let token = frame
        .token(noun)
        .filter(|t| matches!(t.pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num))?;
    (!token.is_time())
        .then(|| phrase(frame, noun))?
        .map(|tokens| tokens.end)
}

/// The name in apposition to a description, set off by commas: then that is who it is.
fn name_beside(frame: &Frame, head: u32) -> Option<u32> {
    let described = !frame.reading.is_name(head);
    let beside = frame
        .reading
        .child(head, &[Label::Appos])
        .filter(|&beside| beside > head)?;
    let name = frame
        .token(beside)
        .filter(|t| t.pos == Pos::Propn && !t.is_place() && !t.is_time())?;
    (described && name.label == Label::Appos).then_some(beside)
}

/// The words that name somebody and begin at a token.
pub fn starting_at(frame: &Frame, at: u32) -> Option<Range<u32>> {
    let starting = frame
        .reading
        .phrases
        .iter()
        .filter(|phrase| phrase.tokens.start == at);
    let widest = starting.max_by_key(|phrase| phrase.tokens.end);
    match widest {
        Some(found) => mention(frame, found.head),
        None => {
            let alone = frame
                .token(at)
                .filter(|t| matches!(t.tag, Tag::Dt | Tag::Cd | Tag::Prp | Tag::Nnp | Tag::Nns));
            alone.map(|_| at..at + 1)
        }
    }
}

/// The words that name somebody and end before a token.
pub fn ending_before(frame: &Frame, at: u32) -> Option<Range<u32>> {
    let mut end = at;
    while end > 0 && frame.is_comma(end - 1) && !frame.is_quoted(end - 1) {
        end -= 1;
    }
    let ends_here = |head: u32| {
        phrase(frame, head).filter(|tokens| {
            tokens.end == end && !frame.has_quoted(tokens) && can_speak(frame, head)
        })
    };
    let found = frame
        .reading
        .phrases
        .iter()
        .filter_map(|phrase| ends_here(phrase.head));
    found.max_by_key(|tokens| tokens.len())
}

/// Whether a token can stand for somebody who speaks.
pub fn can_speak(frame: &Frame, head: u32) -> bool {
    let points = |tag: Tag| matches!(tag, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::Ex);
    frame.token(head).is_some_and(|t| {
        matches!(
            t.pos,
            Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::Det | Pos::Adj
        ) && !points(t.tag)
            && !t.is_time()
    }) && !frame.is_quoted(head)
}
