//! What a noun for an act of speech says: "the claim that the pier was shut".

use std::ops::Range;

use super::clauses::{self, Opening};
use super::{deeds, opens_unquoted};
use crate::annotate::quotes::cues::Cue;
use crate::annotate::quotes::frame::Frame;
use crate::annotate::quotes::lexicon;
use crate::model::Label;

/// A clause with "that", an infinitive, or what the act of speech is about.
pub fn complement(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let said = frame.child_from(
        cue.head,
        &[Label::Acl, Label::Ccomp, Label::Relcl, Label::Xcomp],
        cue.tokens.end,
    );
    let owned = !cue.source.is_empty();
    let with_that = |verb: u32| {
        let first = frame.reading.subtree(verb).start;
        let opens = clauses::opening(frame, first) == Opening::That;
        opens && (owned || frame.reading.has_label(first, &[Label::Mark]))
    };
    let deed = |verb: u32| owned && deeds::is_infinitive(frame, verb);
    let said = said
        .filter(|&verb| with_that(verb) || deed(verb))
        .filter(|&verb| opens_unquoted(frame, verb));
    if let Some(verb) = said {
        let tokens = frame.reading.subtree(verb);
        return Some(if with_that(verb) {
            tokens.start + 1..tokens.end
        } else {
            tokens
        });
    }
    let about = frame.child_from(cue.head, &[Label::Prep], cue.tokens.end)?;
    let preposition = frame.lower(about);
    let owned_takes = matches!(preposition, "about" | "against" | "for" | "on" | "over");
    let takes = owned && owned_takes
        || lexicon::needs_no_owner(&cue.entry.base) && (owned_takes || preposition == "of");
    (takes && !frame.is_quoted(about)).then(|| about + 1..frame.reading.subtree(about).end)
}
