//! Two texts → what was changed, word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::model::{Difference, Word, WordChange, are_alike};

/// Compares two texts word by word; the same changes whichever text is named first.
pub fn between(ours: &[Word], theirs: &[Word]) -> Difference {
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
fn reach_over_idle(changes: &mut [WordChange], ours: &[Word], theirs: &[Word]) {
    fn words<'w>(all: &'w [Word], range: &Range<usize>) -> &'w [Word] {
        all.get(range.clone()).unwrap_or_default()
    }
    let idle: Vec<bool> = changes
        .iter()
        .map(|c| are_alike(words(ours, &c.ours), words(theirs, &c.theirs)))
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

fn compare(ours: &[&str], theirs: &[&str]) -> Difference {
    let operations = capture_diff_slices(Algorithm::Myers, ours, theirs);
    let equal_at = |i: Option<usize>| match i.and_then(|i| operations.get(i)) {
        Some(DiffOp::Equal { len, .. }) => *len,
        _ => 0,
    };
    let mut found = Difference::default();
    for (i, operation) in operations.iter().enumerate() {
        if let DiffOp::Equal { len, .. } = operation {
            found.equal += len;
            continue;
        }
        found.changes.push(WordChange {
            ours: operation.old_range(),
            theirs: operation.new_range(),
            before: equal_at(i.checked_sub(1)),
            after: equal_at(Some(i + 1)),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pair::words;
    use crate::span::Span;

    fn words(text: &str) -> Vec<Word> {
        let spans = text.split(' ').map(|w| {
            let start = w.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + w.len())
        });
        words::of(text, &spans.collect::<Vec<_>>())
    }

    #[test]
    fn a_change_has_the_words_around_it_and_does_not_depend_on_the_order() {
        let (a, b) = (
            words("the storm destroyed 31 houses in Halden"),
            words("the storm destroyed 34 houses in Halden"),
        );
        let (forth, back) = (between(&a, &b), between(&b, &a));
        assert_eq!(forth.equal, 6);
        assert!(forth.is_of_one_text(&a, &b));
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
