//! What a cue governs that is no clause: an object, what stands after a preposition, the subject of a passive.

use std::ops::Range;

use crate::annotate::quotes::cues::Cue;
use crate::annotate::quotes::frame::Frame;
use crate::model::{Label, Pos};

/// The preposition among a cue's particles, which governs its object, or the cue itself.
pub fn governor(frame: &Frame, cue: &Cue) -> u32 {
    let mut particles = cue.tokens.clone().rev();
    let preposition = particles.find(|&at| frame.reading.has_label(at, &[Label::Prep]));
    preposition.filter(|&at| at > cue.head).unwrap_or(cue.head)
}

/// What stands after a preposition that the cue takes: "warned of a flood".
pub fn after_preposition(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let takes =
        |&at: &u32| at >= cue.tokens.end && cue.entry.prepositions.contains(&frame.lower(at));
    let heads = cue
        .tokens
        .clone()
        .filter(|&at| at == cue.head || frame.is_word(at));
    let governed = heads.flat_map(|head| frame.reading.children(head));
    let preposition = governed.filter(takes).find(|&at| !frame.is_quoted(at))?;
    let mut end = frame.reading.subtree(preposition).end;
    while let Some(next) = frame
        .child_from(cue.head, &[Label::Prep], end)
        .filter(|&next| next == end || next == end + 1 && frame.is_comma(end))
    {
        end = frame.reading.subtree(next).end;
    }
    let kept = frame.lower(preposition) == "against";
    Some(if kept {
        preposition..end
    } else {
        preposition + 1..end
    })
}

/// What somebody is said to have done or to be, by nobody in particular: "was accused of leaving", "is known as a poet".
pub fn charge_of_passive(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let passive = frame
        .reading
        .act_of(cue.head)
        .is_some_and(|act| act.passive);
    let takes = cue.entry.frames.object || !cue.entry.prepositions.is_empty();
    if !passive || !takes || puts_in_state(frame, cue) {
        return None;
    }
    let charges = |&at: &u32| {
        at >= cue.tokens.end
            && frame.reading.has_label(at, &[Label::Prep])
            && matches!(frame.lower(at), "of" | "for" | "with" | "as")
            && !frame.is_quoted(at)
    };
    let preposition = frame.reading.children(cue.head).find(charges)?;
    let start = subject_of_passive(frame, cue).unwrap_or(preposition + 1);
    Some(start..frame.reading.subtree(preposition).end)
}

/// Where the words begin for whom or what a passive without an agent speaks: "the harbour master is expected to resign".
pub fn subject_of_passive(frame: &Frame, cue: &Cue) -> Option<u32> {
    let subject = frame
        .reading
        .child(cue.head, &[Label::Nsubjpass])
        .filter(|&at| at < cue.head && cue.source.is_empty())?;
    let noun = frame
        .token(subject)
        .is_some_and(|t| matches!(t.pos, Pos::Noun | Pos::Propn | Pos::Num));
    (noun && !frame.is_quoted(subject)).then(|| frame.reading.subtree(subject).start)
}

/// Whether a passive tells the state that somebody was put or come upon in, which is a deed and no saying: "was found
/// guilty of fraud", "was declared dead".
fn puts_in_state(frame: &Frame, cue: &Cue) -> bool {
    let act = frame.reading.act_of(cue.head);
    let state = frame.child_from(cue.head, &[Label::Oprd, Label::Acomp], cue.tokens.end);
    let adjective = state.and_then(|at| frame.token(at));
    act.is_some_and(|act| act.passive) && adjective.is_some_and(|token| token.pos == Pos::Adj)
}

/// The object of a cue with what belongs to it: "the crew for their patience".
pub fn object(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    if !cue.entry.frames.object || cue.inverted || puts_in_state(frame, cue) {
        return None;
    }
    let governor = governor(frame, cue);
    let labels = [
        Label::Dobj,
        Label::Pobj,
        Label::Ccomp,
        Label::Oprd,
        Label::Attr,
        Label::Pcomp,
        Label::Xcomp,
    ];
    let own = frame.child_from(governor, &labels, cue.tokens.end)?;
    let start = frame.reading.subtree(own).start.max(cue.tokens.end);
    let belongs = |&child: &u32| {
        let labels = [
            Label::Dobj,
            Label::Prep,
            Label::Oprd,
            Label::Ccomp,
            Label::Xcomp,
            Label::Dative,
            Label::Pobj,
        ];
        child >= own && frame.reading.has_label(child, &labels) && !is_circumstance(frame, child)
    };
    let more = frame
        .reading
        .children(cue.head)
        .filter(belongs)
        .map(|child| frame.reading.subtree(child).end);
    let end = more.max().unwrap_or(0).max(frame.reading.subtree(own).end);
    Some(start..end)
}

/// Whether a prepositional phrase says when.
fn is_circumstance(frame: &Frame, at: u32) -> bool {
    let noun = frame.reading.child(at, &[Label::Pobj]);
    noun.and_then(|noun| frame.token(noun))
        .is_some_and(|noun| noun.is_time())
}
