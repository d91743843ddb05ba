//! A denial or a hedge put into a sentence that is the same otherwise.

use std::ops::Range;

use super::between;
use crate::language::{self, Certainty};
use crate::model::{Discrepancy, DiscrepancyKind, End, Pairing, Word, WordChange};
use crate::span::Span;

/// Share of the longer sentence that must be the same: what more it says can be whose statement it is.
const SAME: f64 = 0.5;

/// What one denies or hedges and the other states.
pub fn other_certainty(pair: &Pairing, change: &WordChange) -> Option<Discrepancy> {
    let longer = pair.a.words.len().max(pair.b.words.len());
    if (pair.difference.equal as f64) < SAME * longer as f64 {
        return None;
    }
    let (ours, theirs) = (
        pair.a.words_in(&change.ours),
        pair.b.words_in(&change.theirs),
    );
    let kind = match (added(ours, theirs)?, added(theirs, ours)?) {
        (Added::Denial, Added::Nothing) | (Added::Nothing, Added::Denial) => {
            DiscrepancyKind::Polarity
        }
        (Added::Hedge, Added::Nothing) | (Added::Nothing, Added::Hedge) => {
            DiscrepancyKind::Modality
        }
        _ => return None,
    };
    let rule = if kind == DiscrepancyKind::Polarity {
        "negated-in-one"
    } else {
        "hedged-in-one"
    };
    let (a, b) = (
        around(&pair.a, &change.ours)?,
        around(&pair.b, &change.theirs)?,
    );
    let lower = |side: &End, span: Span| side.document.text(span).to_lowercase();
    Some(between(
        pair,
        kind,
        rule,
        (a, &lower(&pair.a, a)),
        (b, &lower(&pair.b, b)),
    ))
}

/// What words say that stand in one sentence only.
#[derive(Debug, PartialEq, Eq)]
enum Added {
    Nothing,
    Denial,
    Hedge,
}

/// What the words of one side add to those of the other; none where they say anything else.
fn added(words: &[Word], other: &[Word]) -> Option<Added> {
    let has = |key: &str| other.iter().any(|w| w.key == key);
    let mut found = Added::Nothing;
    for word in words.iter().filter(|w| !has(&w.key)) {
        let bare = word.key.strip_suffix("n't");
        let hedge =
            || word.key.ends_with("ly") && language::hedge(&word.key) == Some(Certainty::Alleged);
        match () {
            () if matches!(word.key.as_str(), "not" | "never") || bare.is_some_and(has) => {
                found = Added::Denial
            }
            () if hedge() => found = Added::Hedge,
            () if matches!(word.key.as_str(), "do" | "does" | "did") => {}
            () if other
                .iter()
                .any(|w| w.key.strip_suffix("n't") == Some(&word.key)) => {}
            () => return None,
        }
    }
    Some(found)
}

/// The changed words with the word on each side of them.
fn around(side: &End, range: &Range<usize>) -> Option<Span> {
    let end = (range.end + 1).min(side.words.len());
    side.span(&(range.start.saturating_sub(1)..end))
}
