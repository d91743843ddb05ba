//! Text in marked pieces: which words of a sentence matter, as ranges of code points.

use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, ChangeTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use super::plain;
use crate::model::{ChangeKind, UtteranceRelation};
use crate::report::VersionEntry;

/// What a piece of a text is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Words the version it is held against does not have.
    Own,
    /// Words a finding rests on.
    Evidence,
    /// Words the sources contradict each other in.
    Disputed,
}

/// A run of text with one mark or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The words, safe to print.
    pub text: String,
    /// What they are.
    pub mark: Option<Mark>,
}

/// A text in pieces; where ranges overlap the weightier mark wins.
pub fn pieces(text: &str, marks: &[(Range<usize>, Mark)]) -> Vec<Piece> {
    let mut out: Vec<(String, Option<Mark>)> = Vec::new();
    for (i, c) in text.chars().enumerate() {
        let mark = marks
            .iter()
            .filter(|(r, _)| r.contains(&i))
            .map(|(_, m)| *m)
            .max();
        match out.last_mut() {
            Some((words, last)) if *last == mark => words.push(c),
            _ => out.push((c.to_string(), mark)),
        }
    }
    out.into_iter()
        .map(|(words, mark)| Piece {
            text: plain::inline(&words),
            mark,
        })
        .collect()
}

/// Least share of equal words for two sentences to be held against each other word by word: below it they are two
/// wordings, and marking nearly every word of both shows nothing.
const SAME_WORDING: f64 = 0.4;

/// Where `text` has words that `reference` has not; nothing where the two have little wording in common.
pub fn own(reference: &str, text: &str) -> Option<Vec<Range<usize>>> {
    let (old, new) = (words(reference), words(text));
    let key =
        |w: &[(Range<usize>, String)]| w.iter().map(|(_, word)| word.clone()).collect::<Vec<_>>();
    let (old_keys, new_keys) = (key(&old), key(&new));
    let operations = capture_diff_slices(Algorithm::Myers, &old_keys, &new_keys);
    let changes = operations
        .iter()
        .flat_map(|op| op.iter_changes(&old_keys, &new_keys));
    let (mut equal, mut ranges) = (0, Vec::<Range<usize>>::new());
    for change in changes {
        match (change.tag(), change.new_index().and_then(|i| new.get(i))) {
            (ChangeTag::Equal, _) => equal += 1,
            (ChangeTag::Insert, Some((range, _))) => join(&mut ranges, range),
            _ => {}
        }
    }
    let share = 2.0 * f64::from(equal) / (old.len() + new.len()).max(1) as f64;
    (share >= SAME_WORDING).then_some(ranges)
}

/// Adds a word to the ranges, to the last one where only a space or a comma and a space divide them.
fn join(ranges: &mut Vec<Range<usize>>, word: &Range<usize>) {
    match ranges.last_mut() {
        Some(last) if word.start <= last.end + 2 => last.end = word.end,
        _ => ranges.push(word.clone()),
    }
}

/// Each word's place in code points and the form it is compared in.
fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut out = Vec::new();
    let mut at = 0;
    for part in text.split_word_bounds() {
        let length = part.chars().count();
        if part.chars().any(char::is_alphanumeric) {
            out.push((at..at + length, part.to_lowercase().replace('’', "'")));
        }
        at += length;
    }
    out
}

/// Whether at least half the words of a version stand in the fullest too: below that, marks on nearly every word of
/// both would hide how each reads.
pub fn is_worth_marking(version: &VersionEntry) -> bool {
    let words = |kind| {
        let of_kind = version.changes.iter().filter(|c| c.kind == kind);
        of_kind
            .map(|c| c.text.split_whitespace().count())
            .sum::<usize>()
    };
    let (equal, own) = (words(ChangeKind::Equal), words(ChangeKind::Insert));
    version.relation != UtteranceRelation::Verbatim
        && version.relation != UtteranceRelation::Paraphrased
        && equal >= own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(reference: &str, text: &str) -> String {
        let ranges = own(reference, text).unwrap_or_default();
        let marks: Vec<_> = ranges.into_iter().map(|r| (r, Mark::Own)).collect();
        let show = |p: Piece| {
            if p.mark.is_some() {
                format!("[{}]", p.text)
            } else {
                p.text
            }
        };
        pieces(text, &marks).into_iter().map(show).collect()
    }

    #[test]
    fn words_the_reference_lacks_are_marked_as_one_run() {
        let got = marked(
            "The talks ended on Monday.",
            "The long, bitter talks ended on Tuesday.",
        );
        assert_eq!(got, "The [long, bitter] talks ended on [Tuesday].");
    }

    #[test]
    fn another_wording_is_not_marked_at_all() {
        assert_eq!(
            own(
                "The talks ended on Monday.",
                "An agreement was found after nine days."
            ),
            None
        );
    }

    #[test]
    fn the_weightier_mark_wins() {
        let got = pieces("abc", &[(0..3, Mark::Own), (1..2, Mark::Disputed)]);
        let marks: Vec<_> = got.iter().map(|p| p.mark).collect();
        assert_eq!(
            marks,
            [Some(Mark::Own), Some(Mark::Disputed), Some(Mark::Own)]
        );
    }
}
