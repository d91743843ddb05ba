//! Which sentence of one version became which of the other.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::language::bags::Words;
use crate::model::{BlockKind, Document};

/// What became of the sentences, by their indices.
#[derive(Debug, Default, PartialEq)]
pub struct Pairs {
    /// How many stayed word for word, moved ones included.
    pub unchanged: usize,
    /// Sentences of both versions that differ in words, in the order of the earlier one.
    pub changed: Vec<(u32, u32)>,
    /// Sentences of the earlier version that the later one lacks.
    pub cut: Vec<u32>,
    /// Sentences of the later version that the earlier one lacks.
    pub added: Vec<u32>,
}

/// Words that two sentences must share, of all their words (Dice 1945), to be one sentence in two versions: half.
const SHARED: f64 = 0.5;

/// Pairs the sentences of two versions: those that stayed in their order, those that only moved, those that share half of
/// their words, the likest first. Headlines answer to each other whatever they say.
pub fn pair(before: &Document, after: &Document) -> Pairs {
    let (ours, theirs) = (Side::of(before), Side::of(after));
    let mut found = Pairs::default();
    let (mut cut, mut added) = stayed(&ours, &theirs, &mut found.unchanged);
    moved(&ours, &theirs, &mut cut, &mut added, &mut found.unchanged);
    for (b, a) in alike(&ours, &theirs, &cut, &added) {
        if cut.contains(&b) && added.contains(&a) {
            cut.remove(&b);
            added.remove(&a);
            found.changed.push((b as u32, a as u32));
        }
    }
    found.changed.sort_unstable();
    found.cut = cut.into_iter().map(|i| i as u32).collect();
    found.added = added.into_iter().map(|i| i as u32).collect();
    found
}

/// The sentences of one version as words, and which are the headline.
struct Side {
    words: Vec<Vec<String>>,
    headline: Vec<bool>,
}

impl Side {
    fn of(document: &Document) -> Self {
        let words = |spans: &[crate::span::Span]| {
            spans
                .iter()
                .map(|w| document.text(*w).replace('’', "'"))
                .collect()
        };
        Self {
            words: document.sentences.iter().map(|s| words(&s.words)).collect(),
            headline: document
                .sentences
                .iter()
                .map(|s| s.kind == BlockKind::Headline)
                .collect(),
        }
    }
}

/// The sentences of each side beyond those that stayed in their order.
fn stayed(ours: &Side, theirs: &Side, unchanged: &mut usize) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let mut cut: BTreeSet<usize> = (0..ours.words.len()).collect();
    let mut added: BTreeSet<usize> = (0..theirs.words.len()).collect();
    for op in capture_diff_slices(Algorithm::Myers, &ours.words, &theirs.words) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            *unchanged += len;
            cut.retain(|i| !(old_index..old_index + len).contains(i));
            added.retain(|i| !(new_index..new_index + len).contains(i));
        }
    }
    (cut, added)
}

/// Takes out the sentences that are the same in another place.
fn moved(
    ours: &Side,
    theirs: &Side,
    cut: &mut BTreeSet<usize>,
    added: &mut BTreeSet<usize>,
    unchanged: &mut usize,
) {
    let places = added.clone();
    for there in places {
        let same = |here: &usize| ours.words.get(*here) == theirs.words.get(there);
        if let Some(here) = cut.iter().copied().find(same) {
            cut.remove(&here);
            added.remove(&there);
            *unchanged += 1;
        }
    }
}

/// Sentences that may be one in two versions, the likest first, of equal ones those that are nearest in place.
fn alike(
    ours: &Side,
    theirs: &Side,
    cut: &BTreeSet<usize>,
    added: &BTreeSet<usize>,
) -> Vec<(usize, usize)> {
    let bag = |side: &Side, i: usize| -> Words {
        let words = side.words.get(i).into_iter().flatten();
        words.map(|w| w.to_lowercase()).collect::<Vec<_>>().into()
    };
    let is_headline = |side: &Side, i: usize| side.headline.get(i).copied().unwrap_or(false);
    let later: Vec<(usize, Words)> = added.iter().map(|&i| (i, bag(theirs, i))).collect();
    let mut all: Vec<(u64, usize, usize, usize)> = Vec::new();
    for &here in cut {
        let (mine, title) = (bag(ours, here), is_headline(ours, here));
        for (there, other) in &later {
            let both = title && is_headline(theirs, *there);
            let share = if both { 1.0 } else { mine.dice(other) };
            if both || (share >= SHARED && title == is_headline(theirs, *there)) {
                all.push(((share * 1e6) as u64, here.abs_diff(*there), here, *there));
            }
        }
    }
    all.sort_unstable_by_key(|&(share, far, here, there)| (Reverse(share), far, here, there));
    all.into_iter()
        .map(|(_, _, here, there)| (here, there))
        .collect()
}
