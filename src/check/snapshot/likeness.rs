//! How alike two items are, and what differs in what is said of them.

use std::collections::BTreeSet;

use similar::{ChangeTag, TextDiff};

use super::items::Item;
use crate::language::bags::Words;

/// Share of the lines, or of the words, that two items must have in common to be one that changed. Half: of two sentences
/// that made a passage, or of what was said of a fact, at least one of two stays.
const SAME: f64 = 0.5;

/// The item of the stored ones that is most like this one, where it is like enough.
pub(super) fn likest(section: &str, old: &[Option<Item>], item: &Item) -> Option<usize> {
    let mut best = None;
    for (i, o) in old
        .iter()
        .enumerate()
        .filter_map(|(i, o)| Some((i, o.as_ref()?)))
    {
        let likeness = if WORDED.contains(&section) {
            wording(o, item)
        } else {
            common_lines(o, item)
        };
        if likeness >= SAME && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, i));
        }
    }
    best.map(|(_, i)| i)
}

/// Sections whose items are their words: an edited sentence is the same sentence, changed.
const WORDED: [&str; 3] = ["sentence", "quote", "finding"];

/// Share of the words in common, of items of the same article.
fn wording(a: &Item, b: &Item) -> f64 {
    let article = |i: &Item| i.place.as_ref().map(|(article, _)| article.clone());
    if article(a) != article(b) {
        return 0.0;
    }
    Words::of(&a.subject).dice(&Words::of(&b.subject))
}

/// Share of the lines in common; one line alone ("partial") is a kind, not a sign of being the same.
fn common_lines(a: &Item, b: &Item) -> f64 {
    let lines = |i: &Item| i.lines.iter().cloned().collect::<BTreeSet<String>>();
    let (a, b) = (lines(a), lines(b));
    let telling = a.len().min(b.len()) > 1;
    if telling {
        a.intersection(&b).count() as f64 / a.union(&b).count() as f64
    } else {
        0.0
    }
}

/// A line diff of what is said; empty where it is the same.
pub(super) fn differences(old: &Item, new: &Item, tolerance: f64) -> Vec<String> {
    let diff = TextDiff::from_slices(&as_str(&old.lines), &as_str(&new.lines));
    let sign = |tag: ChangeTag| match tag {
        ChangeTag::Equal => ' ',
        ChangeTag::Delete => '-',
        ChangeTag::Insert => '+',
    };
    let mut lines: Vec<String> = if old.lines == new.lines {
        Vec::new()
    } else {
        diff.iter_all_changes()
            .map(|c| format!("{} {}", sign(c.tag()), c.value()))
            .collect()
    };
    if let (Some(then), Some(now)) = (old.score, new.score)
        && (then - now).abs() > tolerance + ROUNDING
    {
        lines.push(format!("- score {then:.3}"));
        lines.push(format!("+ score {now:.3}"));
    }
    lines
}

/// Scores are printed with three decimals; their difference must not lie below the tolerance by a last bit.
const ROUNDING: f64 = 1e-9;

fn as_str(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}
