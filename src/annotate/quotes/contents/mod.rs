//! What a cue reports: the clause, infinitive or object that it governs, or the clause it stands beside.

mod beside;
mod clauses;
mod deeds;
mod nouns;
mod objects;

use std::ops::Range;

pub use deeds::is_infinitive;
pub use objects::object;

use super::cues::{Cue, CueKind};
use super::frame::Frame;
use crate::model::Tag;

/// The tokens that a cue reports, without the word that opens a clause with "that".
pub fn reported(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    match cue.kind {
        CueKind::Verb => governed(frame, cue)
            .or_else(|| beside::inserted_into(frame, cue))
            .or_else(|| beside::compared_by_as(frame, cue)),
        CueKind::Noun => governed(frame, cue),
        CueKind::AccordingTo => beside::introduced_or_followed(frame, cue),
    }
}

/// What a cue reports after it.
pub fn governed(frame: &Frame, cue: &Cue) -> Option<Range<u32>> {
    let found = match cue.kind {
        CueKind::AccordingTo => None,
        CueKind::Noun => nouns::complement(frame, cue),
        CueKind::Verb => clauses::completing(frame, cue)
            .or_else(|| deeds::ordered(frame, cue))
            .or_else(|| deeds::intended(frame, cue))
            .or_else(|| objects::after_preposition(frame, cue))
            .or_else(|| objects::charge_of_passive(frame, cue))
            .or_else(|| objects::object(frame, cue)),
    };
    found
        .map(|tokens| with_passages(frame, with_whole_word(frame, tokens)))
        .filter(|tokens| !tokens.is_empty())
}

/// Words that end in the middle of one, as before the hyphen of "re-open", to its end and what depends on that.
fn with_whole_word(frame: &Frame, tokens: Range<u32>) -> Range<u32> {
    let goes_on = frame.is_inside_word(tokens.end) && frame.tag(tokens.end) != Some(Tag::Hyph);
    match goes_on {
        true => {
            tokens.start
                ..frame
                    .reading
                    .subtree(tokens.end + 1)
                    .end
                    .max(tokens.end + 2)
        }
        false => tokens,
    }
}

/// Words that end where a passage begins or in the middle of one, to its end: the tree breaks off at quoted words.
fn with_passages(frame: &Frame, tokens: Range<u32>) -> Range<u32> {
    let mut end = tokens.end;
    while let Some(quoted) = frame
        .quoted
        .iter()
        .find(|q| q.tokens.start <= end && end < q.tokens.end)
    {
        end = quoted.tokens.end;
    }
    tokens.start..end
}

/// Whether a clause begins outside of quotation marks.
fn opens_unquoted(frame: &Frame, verb: u32) -> bool {
    !frame.is_quoted(frame.reading.subtree(verb).start)
}
