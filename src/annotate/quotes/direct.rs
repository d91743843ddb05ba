//! Quoted passages of a sentence → who is quoted, by which cue.

use std::ops::Range;

use super::contents;
use super::cues::{Cue, CueKind};
use super::frame::{Frame, Quoted};
use super::mentions;
use super::provenance;
use crate::model::{CueClass, Pos, Tag};
use crate::span::Span;

/// Who is quoted and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attribution {
    /// The words that name the source.
    pub source: Option<Span>,
    /// The cue.
    pub cue: Span,
    /// What the cue does.
    pub class: CueClass,
}

/// What a cue says about who speaks.
pub fn attribution(frame: &Frame, cue: &Cue) -> Option<Attribution> {
    let words = frame.span(&cue.tokens)?;
    Some(Attribution {
        source: frame.span(&cue.source),
        cue: words,
        class: cue.entry.class,
    })
}

/// Who is quoted in a passage: by the cue right after it, right before it, or around it.
pub fn attribute(text: &str, frame: &Frame, cues: &[Cue], quoted: &Quoted) -> Option<Attribution> {
    let verbs = || {
        cues.iter()
            .filter(|cue| cue.kind != CueKind::AccordingTo && !cue.source.is_empty())
    };
    let after = verbs().find(|cue| is_after(frame, cue, quoted));
    let before = || verbs().rev().filter(|cue| is_before(frame, cue, quoted));
    let before = before()
        .find(|cue| hands_over(frame, cue))
        .or_else(|| before().next());
    let cue = match (after, before) {
        (Some(cue), Some(_)) if adjoins(frame, cue, quoted) => Some(cue),
        (after, before) => before.or(after),
    };
    // "said Brook, according to the Wire": the outlet passed on what somebody says by a verb.
    let passed_on = |cue: &Cue| {
        verbs().next().is_some() && provenance::outlet(text, frame, &cue.source).is_some()
    };
    let according = || {
        let mut all = cues.iter().filter(|cue| cue.kind == CueKind::AccordingTo);
        all.find(|cue| !passed_on(cue))
    };
    let loosely = || {
        verbs()
            .rev()
            .find(|cue| is_loosely_before(frame, cue, quoted))
    };
    let by_cue = |cue: &Cue| attribution(frame, cue);
    cue.and_then(by_cue)
        .or_else(|| according().and_then(by_cue))
        .or_else(|| colon(frame, quoted))
        .or_else(|| dash(frame, quoted))
        .or_else(|| bare(frame, quoted))
        .or_else(|| loosely().and_then(by_cue))
}

/// Whether nothing but a comma stands between the passage and the cue or its subject after it, or a word in capitals,
/// which is part of the subject's title.
fn adjoins(frame: &Frame, cue: &Cue, quoted: &Quoted) -> bool {
    let between = |at: u32| {
        frame.is_comma(at) || frame.is_break(at) || is_light(frame, at) || is_title(frame, at)
    };
    cue.start() >= quoted.tokens.end && (quoted.tokens.end..cue.start()).all(between)
}

/// Whether a token is an adverb or white space.
fn is_light(frame: &Frame, at: u32) -> bool {
    frame
        .token(at)
        .is_some_and(|t| matches!(t.pos, Pos::Adv | Pos::Space))
}

/// Whether a word in capitals stands right before another.
fn is_title(frame: &Frame, at: u32) -> bool {
    frame.is_capital(at) && frame.is_word(at) && frame.is_word(at + 1)
}

fn is_after(frame: &Frame, cue: &Cue, quoted: &Quoted) -> bool {
    let later = cue.tokens.start >= quoted.tokens.end && cue.entry.frames.quote;
    later && (adjoins(frame, cue, quoted) || closes_sentence(frame, cue, quoted))
}

/// "A … “fragment” …, the mayor said.": the cue ends the sentence and reports all of it.
fn closes_sentence(frame: &Frame, cue: &Cue, quoted: &Quoted) -> bool {
    let follows_comma = frame
        .before(cue.start())
        .is_some_and(|at| frame.is_comma(at));
    let quoted_later = frame
        .quoted
        .iter()
        .any(|later| later.tokens.start >= cue.tokens.end);
    cue.start() > quoted.tokens.end && follows_comma && !quoted_later
}

/// Whether the passage lies in what the cue before it reports, or stands right after the cue.
fn is_before(frame: &Frame, cue: &Cue, quoted: &Quoted) -> bool {
    if cue.tokens.end > quoted.tokens.start {
        return false;
    }
    let covers = |content: Range<u32>| {
        content.start <= quoted.tokens.start && quoted.tokens.start < content.end
    };
    let between = |at: u32| {
        is_light(frame, at)
            || frame.lower(at) == "that"
            || frame.is_comma(at)
            || frame.lower(at) == ":"
    };
    let adjoining = cue.entry.frames.quote && (cue.tokens.end..quoted.tokens.start).all(between);
    adjoining
        || introduces(frame, cue, quoted)
        || contents::governed(frame, cue).is_some_and(covers)
}

/// "told reporters on Monday: “…”", "said in a statement, “…”": words about the occasion, then a colon or comma.
fn introduces(frame: &Frame, cue: &Cue, quoted: &Quoted) -> bool {
    let mark = frame
        .before(quoted.tokens.start)
        .filter(|&at| frame.is_comma(at) || frame.lower(at) == ":");
    let over = |at: u32| frame.is_quoted(at) || frame.tag(at) == Some(Tag::Stop);
    cue.entry.frames.quote && mark.is_some_and(|mark| !(cue.tokens.end..mark).any(over))
}

/// Whether the cue stands before the passage in the same chain of clauses, whatever it governs.
fn is_loosely_before(frame: &Frame, cue: &Cue, quoted: &Quoted) -> bool {
    let over = |at: u32| {
        let ends = frame.tag(at) == Some(Tag::Stop) || matches!(frame.lower(at), ";" | "but");
        ends && !frame.is_quoted(at)
    };
    cue.tokens.end <= quoted.tokens.start
        && hands_over(frame, cue)
        && !(cue.tokens.end..quoted.tokens.start).any(over)
}

/// Whether the cue is a finite or participle form of a verb that can hand over words in quotation marks; "to counter the
/// “threat”" is not.
pub fn hands_over(frame: &Frame, cue: &Cue) -> bool {
    cue.entry.frames.quote && frame.tag(cue.head) != Some(Tag::Vb)
}

/// "Ada Brook: “…”": a name and a colon before the passage.
fn colon(frame: &Frame, quoted: &Quoted) -> Option<Attribution> {
    let mark = frame
        .before(quoted.tokens.start)
        .filter(|&at| frame.lower(at) == ":")?;
    let source = mentions::ending_before(frame, mark).filter(|tokens| tokens.start == 0)?;
    let cue = frame.token(mark)?.span;
    Some(Attribution {
        source: frame.span(&source),
        cue,
        class: CueClass::Neutral,
    })
}

/// "“…” — Ada Brook": a dash and a name after the passage, and nothing more.
fn dash(frame: &Frame, quoted: &Quoted) -> Option<Attribution> {
    let after = (quoted.tokens.end..frame.len()).find(|&at| frame.tag(at) != Some(Tag::Sp))?;
    // The dash may be one token with the mark before it.
    let last = quoted.tokens.end.checked_sub(1)?;
    let joined = frame.lower(last).ends_with(['–', '—', '―']);
    let mark = if joined { after - 1 } else { after };
    let source = names_from(frame, mark + 1).filter(|_| joined || frame.is_dash(mark))?;
    let closes =
        frame.words(source.end..frame.len()).next().is_none() || frame.is_comma(source.end);
    let cue = frame.token(mark)?.span;
    closes.then(|| Attribution {
        source: frame.span(&source),
        cue,
        class: CueClass::Neutral,
    })
}

/// The names that stand from a token on.
pub fn names_from(frame: &Frame, at: u32) -> Option<Range<u32>> {
    let is_name =
        |&at: &u32| frame.token(at).is_some_and(|t| t.pos == Pos::Propn) && !frame.is_quoted(at);
    let end = (at..frame.len()).take_while(is_name).last()? + 1;
    Some(at..end)
}

/// "“…,” Ada Brook": a name after the passage where the sentence was cut off before its verb.
fn bare(frame: &Frame, quoted: &Quoted) -> Option<Attribution> {
    quoted.ending.filter(|&c| c == ',')?;
    let source = mentions::starting_at(frame, quoted.tokens.end)
        .filter(|source| source.end == frame.len())?;
    let end = frame.token(source.start.checked_sub(1)?)?.span.end;
    Some(Attribution {
        source: frame.span(&source),
        cue: Span::new(end, end),
        class: CueClass::Neutral,
    })
}
