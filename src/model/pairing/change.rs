//! Two texts that are the same but for a few words: what was changed.
//!
//! What is said of a change rests on what stands around it: the same words on both sides say that the same place of the
//! same statement was filled in two ways.

use std::ops::Range;

use super::word::Word;

/// A stretch of words that differs; one of the two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordChange {
    /// Words of the first text.
    pub ours: Range<usize>,
    /// Words of the second text.
    pub theirs: Range<usize>,
    /// How many words are the same just before it, those beyond a change that says nothing included.
    pub before: usize,
    /// How many words are the same just after it, those beyond a change that says nothing included.
    pub after: usize,
}

/// How two texts differ, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// How many words are the same.
    pub equal: usize,
    /// What differs, in order.
    pub changes: Vec<WordChange>,
}

/// Words that two texts must have in common to be the same text: fewer are a turn of phrase.
const COMMON: usize = 5;

/// Share of the shorter text's words that must be in common. Copies of one sentence that an editor changed keep more than
/// this; two sentences on one subject seldom have half.
const SAME: f64 = 0.7;

/// Words of one side of a change; what is longer is another statement.
const LONG: usize = 6;

/// Words around a change that must be the same, at least one on each side, unless all up to the beginning or to the end
/// is the same.
const FLANK: usize = 3;

impl Difference {
    /// Whether the two are one text that was changed here and there.
    pub fn is_of_one_text(&self, ours: &[Word], theirs: &[Word]) -> bool {
        self.equal >= COMMON && self.equal as f64 >= SAME * ours.len().min(theirs.len()) as f64
    }

    /// The short changes that have the same words on both sides.
    pub fn held<'a>(
        &'a self,
        ours: &'a [Word],
        theirs: &'a [Word],
    ) -> impl Iterator<Item = &'a WordChange> {
        let short = |c: &&WordChange| c.ours.len() <= LONG && c.theirs.len() <= LONG;
        self.changes.iter().filter(short).filter(|c| {
            let from_start = c.before == c.ours.start && c.before == c.theirs.start;
            let to_end =
                c.after == ours.len() - c.ours.end && c.after == theirs.len() - c.theirs.end;
            let both = c.before > 0 && c.after > 0 && c.before + c.after >= FLANK;
            both || (from_start && c.after > 1) || (to_end && c.before > 1)
        })
    }
}
