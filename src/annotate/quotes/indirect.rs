//! Cues → the clauses they report without quotation marks.

use std::ops::Range;

use super::contents;
use super::cues::{Cue, CueKind};
use super::direct::{self, Attribution};
use super::frame::Frame;
use super::lexicon;
use super::provenance;
use crate::language::WORDS;
use crate::model::{CueClass, EntityType, Label, Pos, Tag};
use crate::span::Span;

/// A reported clause and who says it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reported {
    /// The clause.
    pub span: Span,
    /// Who says it, by which cue.
    pub attribution: Attribution,
}

/// A sentence with more cues is a text without full stops, where nobody can say which words a cue reports; the longest
/// sentences of news have under ten.
const MOST_CUES: usize = 50;

/// The reported clauses of a sentence.
pub fn reported_clauses(text: &str, frame: &Frame, cues: &[Cue]) -> Vec<Reported> {
    let mut found: Vec<Reported> = Vec::new();
    if cues.len() > MOST_CUES {
        return found;
    }
    for cue in cues {
        let Some(tokens) = contents::reported(frame, cue) else {
            continue;
        };
        let tokens = tokens.start..end_before_next(frame, cues, cue, &tokens);
        if says_nothing(text, frame, cues, cue, &tokens) {
            continue;
        }
        let Some(attribution) = direct::attribution(frame, cue) else {
            continue;
        };
        let clauses = clauses(frame, &tokens);
        let reported = clauses
            .iter()
            .filter_map(|clause| reported(frame, clause, attribution));
        let new = reported.filter(|r| {
            cue.kind != CueKind::Noun || !found.iter().any(|f| f.span.overlaps(r.span))
        });
        let new: Vec<Reported> = new.collect();
        found.extend(new);
    }
    found.dedup_by(|later, earlier| {
        let same = later.span == earlier.span;
        if same && earlier.attribution.source.is_none() {
            *earlier = *later;
        }
        same
    });
    drop_unsaid(frame, cues, &mut found);
    found.extend(after_label(frame));
    found
}

/// "He said that the party had to admit that": what nobody did say, or a thought that is nobody's, is part of the words
/// it stands in.
fn drop_unsaid(frame: &Frame, cues: &[Cue], found: &mut Vec<Reported>) {
    let unsaid = |r: &Reported| {
        let cue = cues
            .iter()
            .find(|c| frame.span(&c.tokens) == Some(r.attribution.cue));
        cue.is_some_and(|c| frame.tag(c.head) == Some(Tag::Vb) || c.source.is_empty())
    };
    let spans: Vec<Span> = found.iter().map(|r| r.span).collect();
    found.retain(|r| {
        let inside = |s: &Span| *s != r.span && s.contains(r.span) && s.contains(r.attribution.cue);
        !unsaid(r) || !spans.iter().any(inside)
    });
}

/// How many tokens the words before a colon may have that name who says what follows.
const LONGEST_LABEL: u32 = 6;

/// "Ada Brook: Pier to stay shut": what stands after a person's name, or a word for a source, and a colon.
fn after_label(frame: &Frame) -> Option<Reported> {
    let first = (0..frame.len()).find(|&at| frame.is_word(at))?;
    let reach = frame.len().min(first + LONGEST_LABEL);
    let colon = (first + 1..reach).find(|&at| frame.lower(at) == ":")?;
    let is_nominal = |at: u32| {
        frame.token(at).is_some_and(|t| {
            !matches!(t.pos, Pos::Verb | Pos::Aux | Pos::Adp | Pos::Punct) && !frame.is_quoted(at)
        })
    };
    let last = frame.token(colon - 1)?;
    let is_person = last
        .entity
        .is_some_and(|part| part.kind == EntityType::Person);
    let names_source = is_person || lexicon::is_label(&last.lemma.to_lowercase());
    if !names_source || !(first..colon).all(is_nominal) || frame.is_quoted(colon + 1) {
        return None;
    }
    let ends = |&at: &u32| matches!(frame.lower(at), ";" | ":") && !frame.is_quoted(at);
    let end = (colon + 1..frame.len()).find(ends).unwrap_or(frame.len());
    let attribution = Attribution {
        source: frame.span(&(first..colon)),
        cue: frame.token(colon)?.span,
        class: CueClass::Neutral,
    };
    let says = frame.words(colon + 1..end).count() >= 3;
    says.then(|| reported(frame, &(colon + 1..end), attribution))?
}

/// Whether what a cue governs is no saying of its own.
fn says_nothing(text: &str, frame: &Frame, cues: &[Cue], cue: &Cue, tokens: &Range<u32>) -> bool {
    is_slight(frame, cue, tokens)
        || is_mere_deed(frame, cue, tokens)
        || is_mere_question(frame, cue)
        || is_only_attributed(frame, cues, tokens)
        || relays(text, frame, cues, cue, tokens)
        || names_hearer(frame, tokens)
}

/// "to release the tapes", "forced him to question two drivers": what somebody is to do with a thing is a deed, unless the
/// verb can hand over words.
fn is_mere_deed(frame: &Frame, cue: &Cue, tokens: &Range<u32>) -> bool {
    let frames = &cue.entry.frames;
    let tells =
        frames.that || frames.zero || frames.quote || frames.wh || frames.to || frames.order;
    let object = contents::object(frame, cue).is_some_and(|object| object.start == tokens.start);
    let governor = frame.token(cue.head).and_then(|t| frame.token(t.head));
    let begun = governor.is_some_and(|t| WORDS.beginning.contains(&t.lemma));
    let deed = contents::is_infinitive(frame, cue.head) && !begun;
    cue.kind == CueKind::Verb && object && !tells && deed
}

/// "Asked about the pier, she said": what somebody is asked by nobody who is named is no saying of its own.
fn is_mere_question(frame: &Frame, cue: &Cue) -> bool {
    let participle = frame.tag(cue.head) == Some(Tag::Vbn) && cue.source.is_empty();
    let own = [Label::Nsubjpass, Label::Auxpass, Label::Mark];
    let bare = frame.reading.child(cue.head, &own).is_none();
    let aside = frame.reading.has_label(cue.head, &[Label::Advcl]);
    participle && bare && aside && cue.kind == CueKind::Verb
}

/// Where the words of a cue end before those of a later one: at "…, adding that" and at "…, the Wire reports."
fn end_before_next(frame: &Frame, cues: &[Cue], cue: &Cue, tokens: &Range<u32>) -> u32 {
    let later = cues
        .iter()
        .filter(|c| c.tokens.start > cue.tokens.start && c.kind != CueKind::Noun)
        .filter(|c| !c.source.is_empty());
    let ends = later.filter_map(|next| {
        let start = next.start();
        let comma = frame
            .before(start)
            .filter(|&at| frame.is_comma(at) || frame.is_break(at));
        let participle = frame.tag(next.head) == Some(Tag::Vbg)
            && next.tokens.start < next.source.end.max(start) + 1
            || frame.tag(next.head) == Some(Tag::Vbg)
                && frame
                    .before(next.tokens.start)
                    .is_some_and(|at| frame.is_comma(at));
        let at = if participle { next.tokens.start } else { start };
        let comma = if participle {
            frame.before(at).filter(|&at| frame.is_comma(at))
        } else {
            comma
        };
        let is_time = |at: u32| frame.token(at).is_some_and(|t| t.is_time());
        let trailing = frame.words(next.around().end..frame.len()).all(is_time);
        let according = next.kind == CueKind::AccordingTo;
        if let Some(and) = again(frame, cue, next).filter(|and| tokens.contains(and)) {
            return Some(and);
        }
        if let Some(mark) = conceding(frame, next).filter(|mark| tokens.contains(mark)) {
            return Some(mark);
        }
        let cuts = comma.is_some() && (participle || trailing) || according;
        (cuts && tokens.contains(&at) && at > tokens.start).then_some(at)
    });
    ends.min().unwrap_or(tokens.end)
}

/// "She said the pier was shut, though she granted that": the word after a comma that opens the clause of a cue with a
/// pronoun, which takes back what was said before.
fn conceding(frame: &Frame, cue: &Cue) -> Option<u32> {
    let mark = frame.before(cue.source.start)?;
    let opens = frame.reading.has_label(mark, &[Label::Mark])
        && WORDS.conceding.contains(frame.lower(mark))
        && frame
            .token(cue.source.start)
            .is_some_and(|t| t.tag == Tag::Prp);
    let comma = frame.before(mark).is_some_and(|at| frame.is_comma(at));
    let grants = frame.token(cue.head).is_some_and(|t| t.is_finite());
    (opens && comma && grants).then_some(mark)
}

/// "She said the pier was shut and said that": the word before a verb that hands over more words of the same speaker.
fn again(frame: &Frame, cue: &Cue, next: &Cue) -> Option<u32> {
    let same = next.source == cue.source && next.tokens.start > cue.source.end;
    let alike = frame.tag(next.head) == frame.tag(cue.head);
    let joined = same && alike && frame.reading.has_label(next.head, &[Label::Conj]);
    let and = frame.before(next.tokens.start)?;
    (joined && frame.tag(and) == Some(Tag::Cc)).then_some(and)
}

/// "Ada Brook said the pier was shut, the Wire reported": the words are Brook's, the Wire obtained them.
fn relays(text: &str, frame: &Frame, cues: &[Cue], cue: &Cue, tokens: &Range<u32>) -> bool {
    let others = || {
        cues.iter()
            .any(|c| tokens.start <= c.tokens.start && c.tokens.end <= cue.tokens.start)
    };
    tokens.start < cue.tokens.start
        && others()
        && provenance::outlet(text, frame, &cue.source).is_some()
}

/// Whether a range holds nothing but quotations and the cues that hand them over.
fn is_only_attributed(frame: &Frame, cues: &[Cue], tokens: &Range<u32>) -> bool {
    let in_cue = |at: u32| {
        let inside = cues
            .iter()
            .filter(|c| tokens.start <= c.tokens.start && c.tokens.end <= tokens.end);
        inside
            .clone()
            .any(|c| c.tokens.contains(&at) || c.source.contains(&at))
    };
    frame.words(tokens.clone()).all(in_cue)
}

/// "told our reporter Ada Brook: “…”": what stands before the colon is who was told.
fn names_hearer(frame: &Frame, tokens: &Range<u32>) -> bool {
    let colon = tokens
        .clone()
        .find(|&at| frame.lower(at) == ":" && !frame.is_quoted(at));
    let Some(colon) = colon else { return false };
    let hearer = frame
        .reading
        .phrases
        .iter()
        .any(|p| p.tokens.start == tokens.start && p.tokens.end == colon);
    hearer && frame.words(colon + 1..tokens.end).next().is_none()
}

/// "that the pier was shut and that the board knew" are two clauses, each said by itself.
fn clauses(frame: &Frame, tokens: &Range<u32>) -> Vec<Range<u32>> {
    let joined = |&at: &u32| {
        let opens = frame.lower(at) == "that"
            && frame.reading.has_label(at, &[Label::Mark])
            && !frame.is_quoted(at);
        opens
            && frame
                .before(at)
                .is_some_and(|before| frame.tag(before) == Some(Tag::Cc) && before > tokens.start)
    };
    let mut found = Vec::new();
    let mut start = tokens.start;
    for that in tokens.clone().filter(joined) {
        found.extend(frame.before(that).map(|and| start..and));
        start = that + 1;
    }
    found.push(start..tokens.end);
    found
}

/// An object of one or two words ("rejected the bill", "ordered an inquiry") or of names alone is what somebody acts on
/// and tells nobody what is said; a clause is words however short.
fn is_slight(frame: &Frame, cue: &Cue, tokens: &Range<u32>) -> bool {
    let before = tokens.start.checked_sub(1);
    let after_that = before.is_some_and(|at| frame.lower(at) == "that");
    if after_that || frame.has_quoted(tokens) || cue.tokens.start >= tokens.start {
        return false;
    }
    let names_only = frame
        .words(tokens.clone())
        .filter_map(|at| frame.token(at))
        .all(|token| {
            let points = matches!(token.pos, Pos::Pron | Pos::Det | Pos::Propn | Pos::Part);
            points || token.tag == Tag::Rp
        });
    let asks = matches!(frame.tag(tokens.start), Some(Tag::Wp | Tag::Wrb | Tag::Wdt))
        || frame.lower(tokens.start) == "whether";
    let reflexive = frame.lower(tokens.start).ends_with("self");
    let few = frame.words(tokens.clone()).count() <= 2;
    names_only || few && !asks && !reflexive
}

fn reported(frame: &Frame, tokens: &Range<u32>, attribution: Attribution) -> Option<Reported> {
    let tokens = frame.trimmed(tokens)?;
    let outside = frame.words(tokens.clone()).count();
    let needed = if frame.has_quoted(&tokens) { 3 } else { 2 };
    let span = frame.span(&tokens)?;
    (outside >= needed).then_some(Reported { span, attribution })
}
