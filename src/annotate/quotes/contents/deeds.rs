//! What somebody is to do: "to rebuild the pier", "drivers to stay at home".

use std::ops::Range;

use super::clauses::{self, Opening};
use super::{objects, opens_unquoted};
use crate::annotate::quotes::cues::Cue;
use crate::annotate::quotes::frame::Frame;
use crate::model::{Label, Tag};

/// Somebody and what they are to do: "drivers to stay at home".
pub fn ordered(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    if !cue.entry.frames.order {
        return None;
    }
    let governor = objects::governor(frame, cue);
    let deeds = [Label::Xcomp, Label::Ccomp, Label::Advcl];
    let hearer = frame.child_from(
        governor,
        &[Label::Dobj, Label::Dative, Label::Pobj],
        cue.tokens.end,
    );
    let of_hearer =
        hearer.and_then(|hearer| frame.reading.child(hearer, &[Label::Acl, Label::Relcl]));
    let own = || frame.child_from(cue.head, &deeds, cue.tokens.end);
    let deed = frame
        .child_from(governor, &deeds, cue.tokens.end)
        .or(of_hearer)
        .or_else(own);
    let deed = deed.filter(|&deed| is_infinitive(frame, deed))?;
    let start = cue.tokens.end;
    let heard = frame
        .words(start..deed)
        .any(|at| frame.token(at).is_some_and(|t| t.label != Label::Aux));
    heard.then(|| start..end_with_joined(frame, cue, deed))
}

/// What the speaker is to do, or whom a passive speaks of: "to rebuild the pier".
pub fn intended(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let own = [Label::Xcomp, Label::Ccomp];
    let of_noun = [
        Label::Xcomp,
        Label::Ccomp,
        Label::Acl,
        Label::Relcl,
        Label::Advcl,
    ];
    let labels: &[Label] = if cue.misread { &of_noun } else { &own };
    let deed = frame.child_from(cue.head, labels, cue.tokens.end)?;
    let tokens = frame.reading.subtree(deed);
    let start = tokens.start.max(cue.around().end);
    let frames = &cue.entry.frames;
    let of_passive = || {
        let passive = frame
            .reading
            .act_of(cue.head)
            .is_some_and(|act| act.passive);
        passive && (frames.order || frames.that || frames.zero)
    };
    let fits = match is_infinitive(frame, deed) {
        true => {
            frames.to
                || matches!(clauses::opening(frame, start), Opening::Question) && frames.wh
                || of_passive()
        }
        false => frames.object && frame.tag(deed) == Some(Tag::Vbg),
    };
    let start = objects::subject_of_passive(frame, cue).unwrap_or(start);
    (fits && opens_unquoted(frame, deed)).then(|| start..end_with_joined(frame, cue, deed))
}

/// Whether a verb is an infinitive with "to".
pub fn is_infinitive(frame: &Frame, verb: u32) -> bool {
    let to = |child: u32| frame.tag(child) == Some(Tag::To);
    frame.tag(verb) == Some(Tag::Vb) && frame.reading.children(verb).any(to)
}

/// Where a deed ends with those joined to it; a base form that was joined to a cue of another form is one of them:
/// "wants to mend the pier, open the gate and sell the boats".
fn end_with_joined(frame: &Frame, cue: &Cue, deed: u32) -> u32 {
    let end = frame.reading.subtree(deed).end;
    let other_form = !matches!(frame.tag(cue.head), Some(Tag::Vb | Tag::Vbp));
    let joined = |&at: &u32| {
        at > deed
            && frame.reading.has_label(at, &[Label::Conj])
            && matches!(frame.tag(at), Some(Tag::Vb | Tag::Vbp))
            && frame
                .reading
                .child(at, &[Label::Nsubj, Label::Aux])
                .is_none_or(|child| child > at)
            && !frame.is_quoted(at)
    };
    let last = frame.reading.children(cue.head).rfind(joined);
    last.filter(|_| other_form)
        .map_or(end, |last| frame.reading.subtree(last).end.max(end))
}
