//! Two days or times of the same thing.

use super::pair::{Pair, Side, shared};
use crate::model::{Discrepancy, DiscrepancyKind, Value, ValueKind};

/// Words on each side of a date that tell what happened then; about a clause.
const AROUND: usize = 7;

/// Telling words these surroundings must share, besides the names of days and months themselves; one more for a weekday,
/// which reports of one week attach to many things.
const CONTEXT: usize = 2;

/// Links surer than this with one date on each side speak of the same moment where one word around the dates is shared:
/// two of three such links are right, and a wrong one seldom has a word in common there.
const SURE: f64 = 0.6;

/// Dates and times of two linked sentences that exclude each other and have no partner on the other side.
pub fn find(pair: &Pair) -> Vec<Discrepancy> {
    let (ours, theirs) = (dates(pair.a), dates(pair.b));
    let mut found = Vec::new();
    for x in ours.iter().filter(|x| !theirs.iter().any(|y| agree(pair.a, x, pair.b, y))) {
        let free = theirs.iter().filter(|y| !ours.iter().any(|o| agree(pair.a, o, pair.b, y)));
        let rivals: Vec<&&Value> = free.filter(|y| conflict(pair.a, x, pair.b, y)).collect();
        let [y] = rivals.as_slice() else { continue };
        let printed = |side: &Side, v: &Value| side.text(v.span).to_lowercase();
        if printed(pair.a, x) == printed(pair.b, y) {
            continue; // Days printed alike that come out apart only show that one article is dated wrongly.
        }
        let weekday = [(pair.a, x), (pair.b, y)]
            .iter()
            .any(|(side, v)| matches!(undated(side.text(v.span)), Some(Undated::Weekday(_))));
        let alone = pair.score >= SURE && ours.len() == 1 && theirs.len() == 1 && !weekday;
        let need = CONTEXT + usize::from(weekday) - usize::from(alone);
        if context(pair.a, x, pair.b, y) >= need {
            let values = vec![pair.a.disputed_span(x.span, &x.normal, 0), pair.b.disputed_span(y.span, &y.normal, 1)];
            found.push(Discrepancy {
                kind: DiscrepancyKind::Date,
                about: String::new(),
                values,
                rule: "date-conflict",
            });
        }
    }
    found
}

fn dates<'a>(side: &Side<'a>) -> Vec<&'a Value> {
    side.document.values_in(side.id.index).iter().filter(|v| v.kind == ValueKind::Date).collect()
}

/// Whether both can mean the same day or time, as far as they can be told.
fn agree(a: &Side, x: &Value, b: &Side, y: &Value) -> bool {
    match (&x.period, &y.period) {
        (Some(p), Some(q)) => p.first <= q.last && q.first <= p.last,
        _ => x.normal == y.normal || undated(a.text(x.span)).is_some_and(|d| undated(b.text(y.span)) == Some(d)),
    }
}

/// Whether both are told as finely and exclude each other: two days, two times, two months; never a day and a month.
/// Where an article has no date of its own, weekdays or days of a month are compared as printed.
fn conflict(a: &Side, x: &Value, b: &Side, y: &Value) -> bool {
    let fine = |v: &Value| v.normal.split('-').count();
    let clock = |v: &Value| v.normal.contains(':');
    match (&x.period, &y.period) {
        (Some(p), Some(q)) => fine(x) == fine(y) && (p.last < q.first || q.last < p.first),
        (None, None) if clock(x) && clock(y) => x.normal != y.normal,
        _ if clock(x) || clock(y) => false,
        _ => match (undated(a.text(x.span)), undated(b.text(y.span))) {
            (Some(p), Some(q)) => p != q && std::mem::discriminant(&p) == std::mem::discriminant(&q),
            _ => false,
        },
    }
}

/// A day as printed, without its year: a weekday, or a day of a month.
#[derive(PartialEq, Eq)]
enum Undated {
    Weekday(usize),
    DayOfMonth(usize, u32),
}

fn undated(text: &str) -> Option<Undated> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let name = |names: &[&str]| {
        words.iter().filter(|w| !w.starts_with("month")).find_map(|w| names.iter().position(|n| w.starts_with(n)))
    };
    if words.iter().any(|w| matches!(*w, "last" | "next" | "ago")) {
        return None;
    }
    let day = words
        .iter()
        .find_map(|w| w.trim_end_matches(char::is_alphabetic).parse().ok().filter(|d| (1..=31).contains(d)));
    match (name(&MONTHS), day) {
        (Some(month), Some(day)) => Some(Undated::DayOfMonth(month, day)),
        _ => name(&DAYS).map(Undated::Weekday),
    }
}

/// Telling words in common around two dates, in their clauses. The same words right before both ("before dawn on") say
/// as much as two more.
fn context(a: &Side, x: &Value, b: &Side, y: &Value) -> usize {
    let place = |side: &Side, v: &Value| side.words.iter().position(|w| w.span.end > v.span.start).unwrap_or(0);
    let (mut ours, theirs) = (a.around_in_clause(place(a, x), AROUND), b.around_in_clause(place(b, y), AROUND));
    ours.retain(|stem| !matches!(*stem, "day" | "week" | "month" | "year"));
    let leads = |side: &Side, v: &Value| {
        let at = place(side, v);
        let lead = at.checked_sub(2).map(|from| (side.lower(from).to_string(), side.lower(from + 1).to_string()));
        lead.filter(|_| (at - 2..at).any(|i| side.words.get(i).is_some_and(|w| w.telling)))
    };
    let lead = leads(a, x);
    shared(&ours, &theirs) + if lead.is_some() && lead == leads(b, y) { 2 } else { 0 }
}
