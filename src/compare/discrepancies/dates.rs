//! Two days or times of the same thing.

use super::pair::{Pair, Side, shared};
use crate::model::{Discrepancy, DiscrepancyKind, Value, ValueKind};

/// Words on each side of a date that tell what happened then; about a clause.
const AROUND: usize = 7;

/// Telling words these surroundings must share, besides the names of days and months themselves.
const CONTEXT: usize = 2;

/// Links surer than this with one date on each side speak of the same moment even where the words around it differ.
/// At this score nine of ten links are right.
const SURE: f64 = 0.9;

/// Dates and times of two linked sentences that exclude each other and have no partner on the other side.
pub fn find(pair: &Pair) -> Vec<Discrepancy> {
    let (ours, theirs) = (dates(&pair.a), dates(&pair.b));
    let mut found = Vec::new();
    for x in ours.iter().filter(|x| !theirs.iter().any(|y| agree(x, y))) {
        let rivals: Vec<&&Value> = theirs.iter().filter(|y| conflict(x, y) && !ours.iter().any(|o| agree(o, y))).collect();
        let [y] = rivals.as_slice() else { continue };
        let printed = |side: &Side, v: &Value| side.text(v.span).to_lowercase();
        if printed(&pair.a, x) == printed(&pair.b, y) {
            continue; // Days printed alike that come out apart only show that one article is dated wrongly.
        }
        let alone = pair.score >= SURE && pair.equivalent && ours.len() == 1 && theirs.len() == 1;
        if alone || same_thing(&pair.a, x, &pair.b, y) {
            let values = vec![pair.a.disputed_span(x.span, &x.normal, 0), pair.b.disputed_span(y.span, &y.normal, 1)];
            found.push(Discrepancy { kind: DiscrepancyKind::Date, about: String::new(), values, rule: "date-conflict" });
        }
    }
    found
}

fn dates<'a>(side: &Side<'a>) -> Vec<&'a Value> {
    side.document.values.iter().filter(|v| v.sentence == side.id.index && v.kind == ValueKind::Date).collect()
}

/// Whether both can mean the same day or time, as far as they can be told.
fn agree(x: &Value, y: &Value) -> bool {
    match (&x.period, &y.period) {
        (Some(a), Some(b)) => a.first <= b.last && b.first <= a.last,
        _ => x.normal == y.normal,
    }
}

/// Whether both are told as finely and exclude each other: two days, two times, two months; never a day and a month.
fn conflict(x: &Value, y: &Value) -> bool {
    let fine = |v: &Value| v.normal.split('-').count() * 10 + usize::from(v.normal.contains(':'));
    match (&x.period, &y.period) {
        (Some(a), Some(b)) => fine(x) == fine(y) && (a.last < b.first || b.last < a.first),
        (None, None) => x.normal.contains(':') && y.normal.contains(':') && x.normal != y.normal,
        _ => false,
    }
}

fn same_thing(a: &Side, x: &Value, b: &Side, y: &Value) -> bool {
    let place = |side: &Side, v: &Value| side.words.iter().position(|w| w.span.end > v.span.start).unwrap_or(0);
    shared(&a.around(place(a, x), AROUND), &b.around(place(b, y), AROUND)) >= CONTEXT
}
