//! Quotations in sentences that are the same otherwise.
//!
//! The words around the quotation are the same too, so that it need not be long, nor its speaker be known, for two versions
//! of it to be two versions of one thing.

use std::ops::Range;

use super::cuts::{self, LOST};
use super::quotations::{self, INSIDE, keys_around};
use super::variants::is_change;
use crate::model::{Discrepancy, End, Pairing, Pairings, Quoted, SentenceId, WordChange};

/// Words changed inside quotation marks, and quotations that end early or begin late.
pub fn changed_quotations(pairings: &Pairings) -> Vec<Discrepancy> {
    pairings
        .copies()
        .flat_map(|pair| words_changed(pairings, pair).chain(cuts(pairings, pair)))
        .collect()
}

fn words_changed<'a>(
    pairings: &'a Pairings,
    pair: &'a Pairing,
) -> impl Iterator<Item = Discrepancy> + 'a {
    let short = |c: &&WordChange| c.ours.len() <= INSIDE && c.theirs.len() <= INSIDE;
    pair.held().filter(short).filter_map(|change| {
        let (x, ours) = quoted(pairings, &pair.a, &change.ours)?;
        let (y, theirs) = quoted(pairings, &pair.b, &change.theirs)?;
        let inside = WordChange {
            ours,
            theirs,
            ..change.clone()
        };
        let (mine, other) = (keys_around(x, &inside.ours), keys_around(y, &inside.theirs));
        let twice =
            pairings.prints(&pair.a, &pair.b, &other) || pairings.prints(&pair.b, &pair.a, &mine);
        let one = is_one_saying(pairings, x, y) && !twice;
        (one && is_change(x, y, &inside)).then(|| quotations::changed(x, y, &inside))?
    })
}

/// Two people may say one sentence; in running copy whoever is taken for the speaker, it is one saying.
fn is_one_saying(pairings: &Pairings, x: &Quoted, y: &Quoted) -> bool {
    x.may_be_of_one_speaker(y) || pairings.are_running(x.sentence, y.sentence)
}

/// The quotation around some words of a sentence, or around the place between two, and where they stand in it.
fn quoted<'q, 'a>(
    pairings: &'q Pairings<'a>,
    end: &End,
    range: &Range<usize>,
) -> Option<(&'q Quoted<'a>, Range<usize>)> {
    let place = end.place(range)?;
    let mut here = pairings.quoted_in(end.sentence);
    let found = here.find(|q| q.quote.span.contains(place))?;
    let start = range.start.checked_sub(first_word(end, found)?)?;
    Some((found, start..start + range.len()))
}

/// The number of a quotation's first word in its sentence.
fn first_word(end: &End, quoted: &Quoted) -> Option<usize> {
    let start = quoted.words.first()?.span.start;
    end.words.iter().position(|w| w.span.start == start)
}

/// Words of a quotation that must be kept for the rest to count as cut; and of one that the outlet runs into a sentence of its
/// own, which is openly a part of something, at its end only.
const KEPT: usize = 2;
const KEPT_OF_A_FRAGMENT: usize = 5;

fn cuts<'a>(pairings: &'a Pairings, pair: &'a Pairing) -> impl Iterator<Item = Discrepancy> + 'a {
    pair.difference.changes.iter().filter_map(|change| {
        if change.ours.is_empty() {
            cut(pairings, (&pair.a, &change.ours), (&pair.b, &change.theirs))
        } else if change.theirs.is_empty() {
            cut(pairings, (&pair.b, &change.theirs), (&pair.a, &change.ours))
        } else {
            None
        }
    })
}

/// That the sentence of one side goes on where the quotation of the other goes on.
fn cut(
    pairings: &Pairings,
    (short, place): (&End, &Range<usize>),
    (long, gone): (&End, &Range<usize>),
) -> Option<Discrepancy> {
    let (whole, gone) = quoted(pairings, long, gone)?;
    let kept = pairings.quoted_in(short.sentence).find(|kept| {
        let Some(first) = first_word(short, kept) else {
            return false;
        };
        let at_end = gone.end == whole.words.len() && place.start == first + kept.words.len();
        let at_start = gone.start == 0 && place.start == first;
        match kept.is_whole() {
            true => kept.words.len() >= KEPT && (at_end || at_start),
            false => kept.words.len() >= KEPT_OF_A_FRAGMENT && at_end,
        }
    })?;
    let lost = whole.words_in(&gone);
    let much = lost.len() >= LOST && lost.iter().any(|w| w.is_telling());
    let one = is_one_saying(pairings, kept, whole);
    let in_both = |here: SentenceId| {
        let there = pairings.counterpart(here, long.sentence.article)?;
        let other = here == short.sentence || there != long.sentence;
        other.then_some(there)
    };
    (much && one && !cuts::is_told_beside(pairings, kept, lost, in_both))
        .then(|| cuts::ends_early(pairings, kept, whole, &gone))?
}
