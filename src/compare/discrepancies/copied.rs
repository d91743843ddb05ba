//! Quotations in sentences that are the same otherwise.
//!
//! The words around the quotation are the same too, so that it need not be long, nor its speaker be known, for two versions
//! of it to be two versions of one thing.

use std::ops::Range;

use super::quotations::{self, INSIDE, LOST, Piece, with_neighbours, words_in};
use crate::compare::changes::{self, Change};
use crate::compare::discrepancies::{Copies, Pair, Side};
use crate::model::{Discrepancy, Quote, QuoteKind, SentenceId};

/// Words changed inside quotation marks, and quotations that end early or begin late.
pub fn changed_quotations(copies: &Copies) -> Vec<Discrepancy> {
    copies
        .pairs()
        .iter()
        .flat_map(|pair| words_changed(copies, pair).chain(cuts(copies, pair)))
        .collect()
}

fn words_changed<'a>(copies: &'a Copies, pair: &'a Pair) -> impl Iterator<Item = Discrepancy> + 'a {
    let short = |c: &&Change| c.ours.len() <= INSIDE && c.theirs.len() <= INSIDE;
    pair.all_changes().filter(short).filter_map(|change| {
        let (x, ours) = quoted(&pair.a, &change.ours)?;
        let (y, theirs) = quoted(&pair.b, &change.theirs)?;
        let inside = Change {
            ours,
            theirs,
            ..change.clone()
        };
        let (mine, other) = (
            with_neighbours(&x, &inside.ours),
            with_neighbours(&y, &inside.theirs),
        );
        let twice =
            copies.prints(&pair.a, &pair.b, &other) || copies.prints(&pair.b, &pair.a, &mine);
        let one = is_one_saying(copies, &x, &y) && !twice;
        (one && quotations::is_change(&x, &y, &inside))
            .then(|| quotations::changed(&x, &y, &inside))?
    })
}

/// Two people may say one sentence; in running copy whoever is taken for the speaker, it is one saying.
fn is_one_saying(copies: &Copies, x: &Piece, y: &Piece) -> bool {
    quotations::may_be_of_one(x, y) || copies.is_running(x.sentence, y.sentence)
}

/// The quotation around some words of a sentence, or around the place between two, and where they stand in it.
fn quoted<'a>(side: &Side<'a>, range: &Range<usize>) -> Option<(Piece<'a>, Range<usize>)> {
    let place = side
        .span(range)
        .or_else(|| side.words.get(range.start).map(|w| w.span))?;
    let quote = direct(side).find(|q| q.span.contains(place))?;
    let (piece, first) = piece(side, quote)?;
    let start = range.start.checked_sub(first)?;
    Some((piece, start..start + range.len()))
}

fn direct<'a>(side: &Side<'a>) -> impl Iterator<Item = &'a Quote> {
    let quotes = side.document.quotes.iter();
    quotes.filter(|q| q.kind == QuoteKind::Direct)
}

/// What lies of a quotation in a sentence, and the number of its first word there.
fn piece<'a>(side: &Side<'a>, quote: &'a Quote) -> Option<(Piece<'a>, usize)> {
    let sentence = side.document.sentences.get(side.id.index as usize)?;
    let piece = Piece::of(side.document, quote, side.id, sentence.span);
    let start = piece.words.first()?.span.start;
    let first = side.words.iter().position(|w| w.span.start == start)?;
    Some((piece, first))
}

/// Words of a quotation that must be kept for the rest to count as cut.
const KEPT: usize = 2;

fn cuts<'a>(copies: &'a Copies, pair: &'a Pair) -> impl Iterator<Item = Discrepancy> + 'a {
    pair.everything().iter().filter_map(|change| {
        if change.ours.is_empty() {
            cut(copies, (&pair.a, &change.ours), (&pair.b, &change.theirs))
        } else if change.theirs.is_empty() {
            cut(copies, (&pair.b, &change.theirs), (&pair.a, &change.ours))
        } else {
            None
        }
    })
}

/// That the sentence of one side goes on where the quotation of the other goes on.
fn cut(
    copies: &Copies,
    (short, place): (&Side, &Range<usize>),
    (long, gone): (&Side, &Range<usize>),
) -> Option<Discrepancy> {
    let (whole, gone) = quoted(long, gone)?;
    let kept = direct(short)
        .filter_map(|quote| piece(short, quote))
        .find(|(kept, first)| {
            let at_end = gone.end == whole.words.len() && place.start == first + kept.words.len();
            let at_start = gone.start == 0 && place.start == *first;
            kept.words.len() >= KEPT && (at_end || at_start)
        });
    let (kept, _) = kept?;
    let lost = words_in(&whole, &gone);
    let much = lost.len() >= LOST && lost.iter().any(|w| changes::is_telling(&w.key));
    let one = is_one_saying(copies, &kept, &whole);
    let in_both = |index: usize| {
        let here = SentenceId {
            index: index as u32,
            ..short.id
        };
        let there = copies.counterpart(here, long.id.article)?;
        let sentence = long.document.sentences.get(there.index as usize)?;
        let other = here == short.id || there != long.id;
        other.then_some((long.document, sentence))
    };
    (much && one && !quotations::is_told_beside(&kept, lost, in_both))
        .then(|| quotations::ends_early(&kept, &whole, &gone))?
}
