//! The clause that a cue stands beside: "The pier would stay shut, she said".

use std::ops::Range;

use crate::annotate::quotes::cues::Cue;
use crate::annotate::quotes::frame::Frame;
use crate::annotate::quotes::sources;
use crate::language::WORDS;
use crate::model::{Label, Pos, Tag};

/// The clause that a trailing or inserted cue stands beside.
pub fn inserted_into(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let frames = &cue.entry.frames;
    let before = frame.before(cue.start())?;
    if !(frames.zero || frames.quote && frames.that)
        || !(frame.is_comma(before) || frame.is_break(before))
        || cue.source.is_empty()
    {
        return None;
    }
    let tokens = clause_beside(frame, cue)?;
    let start = tokens.start.max(clause_start(frame, cue.start()));
    let rest = end_of_parenthesis(frame, cue).filter(|&rest| rest < tokens.end);
    let end = if rest.is_some() {
        tokens.end
    } else {
        cue.start()
    };
    let inside = rest.map_or(cue.start()..cue.start(), |rest| cue.start()..rest);
    let outside = || (start..end).filter(|at| !inside.contains(at) && frame.is_word(*at));
    let has_verb = outside().any(|at| frame.token(at).is_some_and(|t| t.is_finite()));
    let whole = outside().count() >= 3 && has_verb || frame.has_quoted(&(start..cue.start()));
    (whole && start < end).then_some(start..end)
}

/// The clause that the tree gives a cue which stands after it or in it, or what stands before the cue.
fn clause_beside(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let completes = |&child: &u32| {
        child < cue.head
            && frame.reading.has_label(
                child,
                &[Label::Ccomp, Label::Advcl, Label::Dep, Label::Parataxis],
            )
    };
    let above = frame
        .token(cue.head)
        .filter(|t| t.head != cue.head && t.label != Label::Conj);
    let main = above
        .filter(|t| t.label != Label::Advcl || t.head < cue.head)
        .map(|t| t.head);
    let own = frame.reading.children(cue.head).rfind(completes);
    let subject = frame.reading.child(cue.head, &[Label::Nsubj]);
    if own.is_none() && subject.is_none() && sources::closes(frame, cue.head, cue.tokens.end) {
        return Some(clause_start(frame, cue.start())..cue.start());
    }
    // "Asked whether it was safe, she said …"
    let is_participle = own.is_some_and(|own| {
        let form = matches!(frame.tag(own), Some(Tag::Vbn | Tag::Vbg));
        form && frame
            .reading
            .child(own, &[Label::Nsubj, Label::Nsubjpass, Label::Aux])
            .is_none()
    });
    let circumstance = own.filter(|&own| frame.reading.has_label(own, &[Label::Advcl]));
    match (own, main) {
        (Some(_), Some(main))
            if circumstance.is_some() && frame.reading.has_label(cue.head, &[Label::Parataxis]) =>
        {
            Some(frame.reading.subtree(main))
        }
        (Some(own), _) if circumstance.is_some() => {
            let own = frame.reading.subtree(own);
            match goes_on_after(frame, cue) {
                Some(end) => Some(own.start..end),
                None => (!tells_when(frame, own.start) && !is_participle).then_some(own),
            }
        }
        (Some(clause), _) => Some(frame.reading.subtree(clause)),
        (None, Some(main)) => Some(frame.reading.subtree(main)),
        (None, None) => Some(clause_start(frame, cue.start())..cue.start()),
    }
}

/// Where the clause ends that goes on after an inserted cue and was read as depending on it.
fn goes_on_after(frame: &Frame, cue: &Cue) -> Option<u32> {
    let rest = end_of_parenthesis(frame, cue)?;
    let mut later = frame.reading.children(cue.head).filter(|&at| {
        frame.reading.subtree(at).start > rest
            && frame.reading.has_label(at, &[Label::Ccomp, Label::Advcl])
    });
    let finite = |at: &u32| {
        let mut below = frame.reading.subtree(*at);
        below.any(|at| frame.token(at).is_some_and(|t| t.is_finite()))
    };
    later.rfind(finite).map(|at| frame.reading.subtree(at).end)
}

/// Whether a clause is opened by a word that says when it is so.
fn tells_when(frame: &Frame, first: u32) -> bool {
    WORDS.telling_when.contains(frame.lower(first))
}

/// The clause beside "as Ada Brook said".
pub fn compared_by_as(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let frames = &cue.entry.frames;
    let token = frame
        .token(cue.head)
        .filter(|t| t.label == Label::Advcl && frames.quote && (frames.that || frames.zero))?;
    let opened = frame
        .reading
        .child(cue.head, &[Label::Mark, Label::Advmod])
        .filter(|&at| frame.lower(at) == "as")?;
    let objects = [Label::Dobj, Label::Ccomp, Label::Xcomp, Label::Pobj];
    if frame.reading.child(cue.head, &objects).is_some() {
        return None;
    }
    let main = frame.reading.subtree(token.head);
    let own = frame.reading.subtree(cue.head);
    Some(if opened < token.head {
        own.end..main.end
    } else {
        main.start..opened
    })
}

/// Where the comma stands after an inserted cue with its hearer and its time: "The pier, she told them Monday, is shut".
fn end_of_parenthesis(frame: &Frame, cue: &Cue) -> Option<u32> {
    let from = cue.around().end;
    let comma = (from..frame.len()).find(|&at| frame.is_comma(at))?;
    let goes_on = |at: u32| {
        frame
            .token(at)
            .is_some_and(|t| matches!(t.pos, Pos::Verb | Pos::Aux | Pos::Sconj))
    };
    (!(from..comma).any(goes_on) && !frame.is_quoted(comma)).then_some(comma)
}

/// Where the clauses before a token begin, as far as marks show it.
fn clause_start(frame: &Frame, at: u32) -> u32 {
    let ends = |&i: &u32| {
        let mark = frame.tag(i) == Some(Tag::Stop) || matches!(frame.lower(i), ":" | ";");
        mark && !frame.is_quoted(i)
    };
    let first = if sources::is_dateline(frame, 0) { 2 } else { 0 };
    (first..at).rev().find(ends).map_or(first, |i| i + 1)
}

/// "According to Ada Brook, …" and "…, according to Ada Brook".
pub fn introduced_or_followed(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let end = frame.len();
    if frame.words(0..cue.tokens.start).count() <= 1 {
        let comma = (cue.source.end..end).find(|&at| frame.is_comma(at))?;
        return (comma + 1 < end).then_some(comma + 1..end);
    }
    let start = clause_start(frame, cue.tokens.start);
    (start < cue.tokens.start).then_some(start..cue.tokens.start)
}
