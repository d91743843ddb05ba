//! A figure or a day in the same place of the same sentence.

use super::between;
use crate::model::{
    Agreement, Bound, Discrepancy, DiscrepancyKind, End, Event, Pairing, Pairings, Quantity,
    SentenceId, Unit, Value, ValueKind, WordChange,
};

/// Two figures that cannot both be true, neither of which the other article has elsewhere.
pub fn figure(
    event: &Event,
    pairings: &Pairings,
    pair: &Pairing,
    change: &WordChange,
) -> Option<Discrepancy> {
    let (x, y) = (
        only(&pair.a, &change.ours, ValueKind::Number)?,
        only(&pair.b, &change.theirs, ValueKind::Number)?,
    );
    let (p, q) = (x.quantity.as_ref()?, y.quantity.as_ref()?);
    let has = |side, other| has(event, pairings, side, other);
    let elsewhere = has(&pair.b, &pair.a)(p) || has(&pair.a, &pair.b)(q);
    (exclude_each_other(p, q) && !elsewhere).then(|| {
        between(
            pair,
            DiscrepancyKind::Number,
            "figure-differs",
            (x.span, &x.normal),
            (y.span, &y.normal),
        )
    })
}

/// The only value of a kind among the changed words; none where there are several.
fn only<'a>(side: &End<'a>, range: &std::ops::Range<usize>, kind: ValueKind) -> Option<&'a Value> {
    let span = side.span(range)?;
    let mut here = side
        .document
        .values_in(side.sentence.index)
        .iter()
        .filter(|v| v.kind == kind && v.span.overlaps(span));
    let value = here.next()?;
    here.next().is_none().then_some(value)
}

/// Counts up to here ("two", "five people") stand in any article; that one stands elsewhere says nothing.
const SMALL: f64 = 10.0;

/// Whether an article has a quantity in another sentence than this, and not only where the other article has it too.
fn has<'a>(
    event: &'a Event,
    pairings: &'a Pairings,
    side: &'a End,
    other: &'a End,
) -> impl Fn(&Quantity) -> bool + 'a {
    let says = |sentence: SentenceId, wanted: &Quantity| {
        let document = event.document(sentence.article);
        let values = document.map_or(&[][..], |d| d.values_in(sentence.index));
        let mut quantities = values.iter().filter_map(|v| v.quantity.as_ref());
        quantities.any(|q| q.agreement(wanted) == Agreement::Same)
    };
    move |wanted| {
        let small = matches!(wanted.unit, Unit::Count(_)) && wanted.said <= SMALL;
        let count = event
            .document(side.sentence.article)
            .map_or(0, |d| d.sentences.len() as u32);
        let others = (0..count).filter(|index| *index != side.sentence.index);
        let mut others = others.map(|index| SentenceId {
            index,
            ..side.sentence
        });
        let in_both = |id: SentenceId| {
            let there = pairings.counterpart(id, other.sentence.article);
            there.is_some_and(|there| says(there, wanted))
        };
        !small && others.any(|id| says(id, wanted) && !in_both(id))
    }
}

/// Share of the greater of two numbers that they must be apart for none to be the other one rounded. "15,000" is not
/// "20,000", though both have one digit that counts.
const APART: f64 = 0.1;

/// Whether two quantities cannot both be meant. In one place of one sentence that holds of two bounds as well, where they are
/// of one kind and far apart: "more than 30" and "more than 40".
fn exclude_each_other(p: &Quantity, q: &Quantity) -> bool {
    let far = |x: f64, y: f64| {
        x.is_finite() && y.is_finite() && (x - y).abs() > APART * x.abs().max(y.abs())
    };
    let ends = far(p.said, q.said) || (p.bound == Bound::Between && far(p.high, q.high));
    match p.agreement(q) {
        Agreement::Conflict => true,
        Agreement::Compatible | Agreement::Unrelated => {
            p.bound == q.bound && p.unit == q.unit && ends
        }
        Agreement::Same => false,
    }
}

/// Two numbers in one place that are read as no values: those of names, as of bills and flights.
pub fn number_of_name(
    pairings: &Pairings,
    pair: &Pairing,
    change: &WordChange,
) -> Option<Discrepancy> {
    let (x, y) = (
        digits(&pair.a, &change.ours)?,
        digits(&pair.b, &change.theirs)?,
    );
    let elsewhere =
        pairings.prints(&pair.b, &pair.a, &[x]) || pairings.prints(&pair.a, &pair.b, &[y]);
    let (a, b) = (pair.a.span(&change.ours)?, pair.b.span(&change.theirs)?);
    (x != y && !elsewhere).then(|| {
        between(
            pair,
            DiscrepancyKind::Number,
            "figure-differs",
            (a, x),
            (b, y),
        )
    })
}

/// The one changed word, where it is a number of digits behind a name and no value.
fn digits<'a>(side: &'a End, range: &std::ops::Range<usize>) -> Option<&'a str> {
    let [word] = side.words_in(range) else {
        return None;
    };
    let values = side.document.values_in(side.sentence.index);
    let read = values.iter().any(|v| v.span.overlaps(word.span));
    let before = range
        .start
        .checked_sub(1)
        .and_then(|at| side.words.get(at))?;
    let name = side
        .document
        .text(before.span)
        .starts_with(char::is_uppercase);
    let number = word.key.chars().all(|c| c.is_ascii_digit());
    (number && name && !read).then_some(word.key.as_str())
}

/// Two days, or two clock times, that cannot both be meant.
pub fn day(event: &Event, pair: &Pairing, change: &WordChange) -> Option<Discrepancy> {
    let (x, y) = (
        only(&pair.a, &change.ours, ValueKind::Date)?,
        only(&pair.b, &change.theirs, ValueKind::Date)?,
    );
    let told_as = |side: &End, value: &Value| {
        event
            .document(side.sentence.article)
            .map(|d| d.text(value.span).to_lowercase())
    };
    // Days printed alike that come out apart only show that one article is dated wrongly.
    let printed = told_as(&pair.a, x) != told_as(&pair.b, y);
    (printed && exclude(x, y)).then(|| {
        between(
            pair,
            DiscrepancyKind::Date,
            "day-differs",
            (x.span, &x.normal),
            (y.span, &y.normal),
        )
    })
}

/// Whether both are told as finely, as a day, a month or a time, and exclude each other. Where an article has no date of
/// its own the words themselves are the value.
fn exclude(x: &Value, y: &Value) -> bool {
    let fine = |v: &Value| v.normal.split('-').count();
    match (&x.period, &y.period) {
        (Some(p), Some(q)) => fine(x) == fine(y) && (p.last < q.first || q.last < p.first),
        (None, None) => x.normal.contains(':') == y.normal.contains(':') && x.normal != y.normal,
        _ => false,
    }
}
