//! The finite clause that completes a cue: "that the pier was shut".

use std::ops::Range;

use super::opens_unquoted;
use crate::annotate::quotes::cues::{Cue, CueKind};
use crate::annotate::quotes::frame::Frame;
use crate::annotate::quotes::lexicon;
use crate::language::WORDS;
use crate::model::{Label, Pos, Tag};

/// Labels of subjects.
const SUBJECTS: [Label; 5] = [
    Label::Nsubj,
    Label::Nsubjpass,
    Label::Csubj,
    Label::Csubjpass,
    Label::Expl,
];

/// The word that opens a clause.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// "that"
    That,
    /// "what", "whether"
    Question,
    /// None of these.
    None,
}

/// The word that opens the clause that starts with a token.
pub fn opening(frame: &Frame, at: u32) -> Opening {
    match frame.tag(at) {
        Some(Tag::In | Tag::Wdt) if frame.lower(at) == "that" => Opening::That,
        Some(Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive) => Opening::Question,
        _ if matches!(frame.lower(at), "whether" | "if") => Opening::Question,
        _ => Opening::None,
    }
}

/// The finite clause that completes a cue.
pub fn completing(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let frames = &cue.entry.frames;
    let complements: Vec<u32> = complements(frame, cue);
    let object = frame.child_from(cue.head, &[Label::Dobj], cue.tokens.end);
    let own = complements.iter().copied().find(|&verb| {
        is_whole(frame, verb)
            || lacks_subject(frame, cue, object.or(complements.first().copied()), verb)
    });
    let verb = own
        .or_else(|| misread_as_circumstance(frame, cue))
        .or_else(|| after_that(frame, cue))?;
    let before = object
        .or(complements.first().copied())
        .filter(|&first| first < verb && !is_whole(frame, verb));
    let start = before.map_or_else(
        || first_of(frame, cue, verb),
        |first| frame.reading.subtree(first).start,
    );
    let opened = opening(frame, start);
    let fits = match opened {
        Opening::That => frames.that || frames.zero,
        Opening::Question => frames.wh || frames.that,
        Opening::None => frames.zero || frames.that,
    };
    let start = if opened == Opening::That {
        start + 1
    } else {
        start
    };
    let end = end_with_more(frame, cue, &complements, verb);
    fits.then_some(start..end)
}

/// The verbs of the clauses that may complete a cue, in order.
fn complements(frame: &Frame, cue: &Cue) -> Vec<u32> {
    let own = [Label::Ccomp];
    let of_noun = [Label::Ccomp, Label::Acl, Label::Relcl, Label::Advcl];
    let labels: &[Label] = if cue.misread { &of_noun } else { &own };
    let below = frame.reading.children(cue.head).filter(|&at| at > cue.head);
    below
        .filter(|&at| frame.reading.has_label(at, labels) && opens_unquoted(frame, at))
        .collect()
}

/// "said the crew would leave": where the crew was read as what is said, the clause has lost its subject.
fn lacks_subject(frame: &Frame, cue: &Cue, before: Option<u32>, verb: u32) -> bool {
    let frames = &cue.entry.frames;
    let is_finite = |at: u32| frame.token(at).is_some_and(|t| t.is_finite());
    let finite = is_finite(verb) || frame.reading.children(verb).any(is_finite);
    before.is_some_and(|object| object < verb) && frames.zero && !frames.whom && finite
}

/// "have not said why they left", "said after the vote they would leave": a clause that was read as telling when.
fn misread_as_circumstance(frame: &Frame, cue: &Cue) -> Option<u32> {
    if cue.kind != CueKind::Verb {
        return None;
    }
    let frames = &cue.entry.frames;
    let verb = frame.child_from(cue.head, &[Label::Advcl], cue.around().end)?;
    let start = frame.reading.subtree(verb).start;
    let marked = frame
        .reading
        .child(verb, &[Label::Mark])
        .is_some_and(|mark| frame.lower(mark) != "that");
    let negated = || frame.reading.child(cue.head, &[Label::Neg]).is_some();
    let fits = match opening(frame, start) {
        Opening::That => frames.that,
        Opening::Question => {
            frames.wh
                && start == cue.tokens.end
                && (!matches!(frame.lower(start), "when" | "where" | "if") || negated())
        }
        Opening::None => frames.zero && !frame.before(start).is_some_and(|at| frame.is_comma(at)),
    };
    let subject = frame.reading.child(verb, &SUBJECTS);
    let whole = frame.reading.is_finite(verb) && subject.is_some_and(|subject| subject < verb);
    (fits && whole && !marked && opens_unquoted(frame, verb)).then_some(verb)
}

/// Where a clause ends with the clauses that go on from it, and with the reason or condition that was read as the cue's.
fn end_with_more(frame: &Frame, cue: &Cue, complements: &[u32], verb: u32) -> u32 {
    let gives_reason = |&at: &u32| {
        let mark = frame.reading.child(at, &[Label::Mark]);
        frame.reading.has_label(at, &[Label::Advcl])
            && mark.is_some_and(|mark| WORDS.giving_reason.contains(frame.lower(mark)))
    };
    let mut end = frame.reading.subtree(verb).end;
    for &next in complements {
        let below = frame.reading.subtree(next);
        if below.start == end {
            end = below.end;
        }
    }
    for reason in frame.reading.children(cue.head).filter(gives_reason) {
        let below = frame.reading.subtree(reason);
        let after_comma = below.start == end + 1 && frame.is_comma(end) && !frame.is_quoted(end);
        if below.start == end || after_comma {
            end = below.end;
        }
    }
    end
}

/// The first token of a clause after a cue, at most as far back as its cue and source reach.
fn first_of(frame: &Frame, cue: &Cue, verb: u32) -> u32 {
    let after = if cue.source.start > verb {
        cue.tokens.end // "noting that she was ill, she said"
    } else {
        cue.around().end
    };
    let after = after.max(cue.head + 1);
    frame.reading.subtree(verb).start.max(after.min(verb))
}

/// The verb of a clause with "that" which the tree joined to a noun between: "told a meeting of leaders that …".
fn after_that(frame: &Frame, cue: &Cue) -> Option<u32> {
    let from = cue.around().end.max(cue.tokens.end);
    let takes = cue.kind == CueKind::Verb && cue.entry.frames.that;
    let stops = |&at: &u32| {
        frame.is_quoted(at)
            || frame.is_comma(at)
            || frame
                .token(at)
                .is_some_and(|t| matches!(t.pos, Pos::Verb | Pos::Aux))
    };
    let reach = (from..frame.len()).find(stops).unwrap_or(frame.len());
    let that = (from..reach).find(|&at| frame.lower(at) == "that" && takes)?;
    let token = frame
        .token(that)
        .filter(|t| matches!(t.tag, Tag::In | Tag::Wdt))?;
    let subject = frame.child_from(token.head, &SUBJECTS, that + 1);
    let noun = frame.token(token.head)?.head;
    let noun_between = noun >= from
        && frame
            .token(noun)
            .is_some_and(|t| lexicon::noun(&t.lemma).is_none());
    (subject.is_some() && noun_between && that > from).then_some(token.head)
}

/// Whether a clause is one of its own, with a subject and no infinitive.
pub fn is_whole(frame: &Frame, verb: u32) -> bool {
    let opened = opening(frame, frame.reading.subtree(verb).start) != Opening::None;
    let subject = frame.reading.child(verb, &SUBJECTS).is_some();
    let carried = |at: u32| frame.token(at).is_some_and(|t| t.is_finite());
    let finite = frame.reading.is_finite(verb) || frame.reading.children(verb).any(carried);
    (subject && finite || opened) && !super::deeds::is_infinitive(frame, verb)
}
