//! A figure or a day in the same place of the same sentence.

use crate::compare::agreement::{self, Agreement};
use crate::compare::changes::Change;
use crate::compare::discrepancies::Pair;
use crate::compare::discrepancies::sentences::Side;
use crate::model::{Discrepancy, DiscrepancyKind, Event, Quantity, Unit, Value, ValueKind};

/// Two figures that cannot both be true, neither of which the other article has elsewhere.
pub fn figure(event: &Event, pair: &Pair, change: &Change) -> Option<Discrepancy> {
    let (x, y) = (
        only(&pair.a, &change.ours, ValueKind::Number)?,
        only(&pair.b, &change.theirs, ValueKind::Number)?,
    );
    let (p, q) = (x.quantity.as_ref()?, y.quantity.as_ref()?);
    let elsewhere = has(event, &pair.b, p) || has(event, &pair.a, q);
    let apart = agreement::quantities(p, q) == Agreement::Conflict;
    (apart && !elsewhere).then(|| {
        pair.discrepancy(
            DiscrepancyKind::Number,
            "figure-differs",
            (x.span, &x.normal),
            (y.span, &y.normal),
        )
    })
}

/// The only value of a kind among the changed words; none where there are several.
fn only<'a>(side: &Side<'a>, range: &std::ops::Range<usize>, kind: ValueKind) -> Option<&'a Value> {
    let span = side.span(range)?;
    let mut here = side
        .document
        .values_in(side.id.index)
        .iter()
        .filter(|v| v.kind == kind && v.span.overlaps(span));
    let value = here.next()?;
    here.next().is_none().then_some(value)
}

/// Counts up to here ("two", "five people") stand in any article; that one stands elsewhere says nothing.
const SMALL: f64 = 10.0;

/// Whether an article has a quantity in another sentence.
fn has(event: &Event, side: &Side, wanted: &Quantity) -> bool {
    let small = matches!(wanted.unit, Unit::Count(_)) && wanted.said <= SMALL;
    let document = event.document(side.id.article);
    let others = document
        .into_iter()
        .flat_map(|d| &d.values)
        .filter(|v| v.sentence != side.id.index);
    let mut same = others.filter_map(|v| v.quantity.as_ref());
    !small && same.any(|q| agreement::quantities(q, wanted) == Agreement::Same)
}

/// Two days, or two clock times, that cannot both be meant.
pub fn day(event: &Event, pair: &Pair, change: &Change) -> Option<Discrepancy> {
    let (x, y) = (
        only(&pair.a, &change.ours, ValueKind::Date)?,
        only(&pair.b, &change.theirs, ValueKind::Date)?,
    );
    let told_as = |side: &Side, value: &Value| {
        event
            .document(side.id.article)
            .map(|d| d.text(value.span).to_lowercase())
    };
    // Days printed alike that come out apart only show that one article is dated wrongly.
    let printed = told_as(&pair.a, x) != told_as(&pair.b, y);
    (printed && exclude(x, y)).then(|| {
        pair.discrepancy(
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
