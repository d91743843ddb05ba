//! Two texts that are the same but for a few words → what was changed.
//!
//! What is said of a change rests on what stands around it: the same words on both sides say that the same place of the
//! same statement was filled in two ways. Nothing here depends on which of two texts comes first.

mod words;

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

pub use words::{Word, alike, is_telling, of_span};

/// A stretch of words that differs; one of the two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
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
pub struct Comparison {
    /// How many words are the same.
    pub equal: usize,
    /// What differs, in order.
    pub changes: Vec<Change>,
}

/// Compares two texts word by word; the same changes whichever text is named first.
pub fn between(ours: &[Word], theirs: &[Word]) -> Comparison {
    let (mine, other): (Vec<&str>, Vec<&str>) = (keys(ours), keys(theirs));
    let mut found = if mine <= other {
        compare(&mine, &other)
    } else {
        let mut swapped = compare(&other, &mine);
        for change in &mut swapped.changes {
            std::mem::swap(&mut change.ours, &mut change.theirs);
        }
        swapped
    };
    reach_over_idle(&mut found.changes, ours, theirs);
    found
}

/// Counts the words beyond a change of words that say nothing ("said that it", "said it") as standing around its neighbours
/// too.
fn reach_over_idle(changes: &mut [Change], ours: &[Word], theirs: &[Word]) {
    let idle: Vec<bool> = changes
        .iter()
        .map(|c| {
            let words = |all: &[Word], range: &Range<usize>| {
                all.get(range.clone()).unwrap_or_default().to_vec()
            };
            alike(&words(ours, &c.ours), &words(theirs, &c.theirs))
        })
        .collect();
    let is_idle = |i: usize| idle.get(i).copied().unwrap_or(false);
    let gaps: Vec<(usize, usize)> = changes.iter().map(|c| (c.before, c.after)).collect();
    for (i, change) in changes.iter_mut().enumerate() {
        let back = (0..i).rev().take_while(|j| is_idle(*j));
        let forth = (i + 1..gaps.len()).take_while(|j| is_idle(*j));
        change.before += back.filter_map(|j| gaps.get(j)).map(|g| g.0).sum::<usize>();
        change.after += forth
            .filter_map(|j| gaps.get(j))
            .map(|g| g.1)
            .sum::<usize>();
    }
}

fn keys(words: &[Word]) -> Vec<&str> {
    words.iter().map(|w| w.key.as_str()).collect()
}

fn compare(ours: &[&str], theirs: &[&str]) -> Comparison {
    let operations = capture_diff_slices(Algorithm::Myers, ours, theirs);
    let equal_at = |i: Option<usize>| match i.and_then(|i| operations.get(i)) {
        Some(DiffOp::Equal { len, .. }) => *len,
        _ => 0,
    };
    let mut found = Comparison::default();
    for (i, operation) in operations.iter().enumerate() {
        if let DiffOp::Equal { len, .. } = operation {
            found.equal += len;
            continue;
        }
        found.changes.push(Change {
            ours: operation.old_range(),
            theirs: operation.new_range(),
            before: equal_at(i.checked_sub(1)),
            after: equal_at(Some(i + 1)),
        });
    }
    found
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

impl Comparison {
    /// Whether the two are one text that was changed here and there.
    pub fn is_same_text(&self, ours: &[Word], theirs: &[Word]) -> bool {
        self.equal >= COMMON && self.equal as f64 >= SAME * ours.len().min(theirs.len()) as f64
    }

    /// The short changes that have the same words on both sides.
    pub fn held<'a>(
        &'a self,
        ours: &'a [Word],
        theirs: &'a [Word],
    ) -> impl Iterator<Item = &'a Change> {
        let short = |c: &&Change| c.ours.len() <= LONG && c.theirs.len() <= LONG;
        self.changes.iter().filter(short).filter(|c| {
            let from_start = c.before == c.ours.start && c.before == c.theirs.start;
            let to_end =
                c.after == ours.len() - c.ours.end && c.after == theirs.len() - c.theirs.end;
            let both = c.before > 0 && c.after > 0 && c.before + c.after >= FLANK;
            both || (from_start && c.after > 1) || (to_end && c.before > 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn words(text: &str) -> Vec<Word> {
        let spans = text.split(' ').map(|w| {
            let start = w.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + w.len())
        });
        words::of(text, spans)
    }

    #[test]
    fn a_change_has_the_words_around_it_and_does_not_depend_on_the_order() {
        let (a, b) = (
            words("the storm destroyed 31 houses in Halden"),
            words("the storm destroyed 34 houses in Halden"),
        );
        let (forth, back) = (between(&a, &b), between(&b, &a));
        assert_eq!(forth.equal, 6);
        assert!(forth.is_same_text(&a, &b));
        let change = forth.held(&a, &b).next().unwrap();
        assert_eq!(
            (
                change.ours.clone(),
                change.theirs.clone(),
                change.before,
                change.after
            ),
            (3..4, 3..4, 3, 3)
        );
        assert_eq!(back.changes.len(), 1);
    }
}
