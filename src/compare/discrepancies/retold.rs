//! Two figures of one thing, told in other words.
//!
//! In linked sentences a figure stands for the thing that the words around it name. Two figures with the same words around
//! them, neither of which the other article has anywhere, are two answers to one question.

use super::between;
use crate::language;
use crate::model::{
    Agreement, Bound, Discrepancy, DiscrepancyKind, Document, End, Event, Pairing, Quantity, Unit,
    Value,
};
use crate::span::Span;

/// How surely two sentences must be linked, unless one act has both figures; and where they count things of two names.
const LINKED: f64 = 0.5;
const LINKED_BY_TWO_NAMES: f64 = 0.7;

/// Words on each side of a figure that say what it is of, up to the next figure.
const AROUND: usize = 8;

/// Telling words that two figures of one thing have around them.
const SHARED: usize = 2;

/// How many times one figure may be the other: what is told wrong is seldom told that wrong.
const TIMES: f64 = 2.0;

/// The figures of two sentences that are of one thing and cannot both be true.
pub fn figures(event: &Event, pair: &Pairing) -> Vec<Discrepancy> {
    if pair.is_copy || is_of_two_speakers(event, pair) {
        return Vec::new();
    }
    let (ours, theirs) = (figured(&pair.a), figured(&pair.b));
    let mut found = Vec::new();
    for x in &ours {
        for y in &theirs {
            let shared = x.shares(y);
            let best = |count: usize| {
                let rivals = ours.iter().filter(|o| o.value.span != x.value.span);
                let mut counts = rivals.map(|o| o.shares(y)).chain(
                    theirs
                        .iter()
                        .filter(|o| o.value.span != y.value.span)
                        .map(|o| x.shares(o)),
                );
                counts.all(|other| other < count)
            };
            if shared >= SHARED
                && best(shared)
                && !is_of_two_actors(pair, x.value, y.value)
                && exclude_each_other(pair, x.value, y.value)
                && !is_told(pair.b.document, x.value)
                && !is_told(pair.a.document, y.value)
            {
                let kind = match x.value.quantity {
                    Some(_) => DiscrepancyKind::Number,
                    None => DiscrepancyKind::Date,
                };
                let (a, b) = (
                    (x.value.span, x.value.normal.as_str()),
                    (y.value.span, y.value.normal.as_str()),
                );
                found.push(between(pair, kind, "retold-figure", a, b));
            }
        }
    }
    found
}

/// A figure with the words that say what it is of.
struct Figure<'a> {
    value: &'a Value,
    lemmas: Vec<String>,
}

impl Figure<'_> {
    fn shares(&self, other: &Figure) -> usize {
        self.lemmas
            .iter()
            .filter(|s| other.lemmas.contains(s))
            .count()
    }
}

/// The sums, counts and years of a sentence. Shares are left out: what they are a share of is seldom said beside them.
fn figured<'a>(end: &End<'a>) -> Vec<Figure<'a>> {
    let values = end.document.values_in(end.sentence.index);
    let plain = values.iter().filter(|v| is_plain(end.document, v));
    plain
        .map(|value| Figure {
            value,
            lemmas: around(end, values, value),
        })
        .collect()
}

/// Whether a value is a year, or a number that is said and not only hinted at: "dozens" is none.
fn is_plain(document: &Document, value: &Value) -> bool {
    match &value.quantity {
        Some(quantity) => {
            let text = document.text(value.span).to_lowercase();
            let mut words = text.split([' ', '-']);
            let said = words.any(|w| {
                w.contains(|c: char| c.is_ascii_digit()) || language::numbers::unit(w).is_some()
            });
            said && matches!(quantity.unit, Unit::Count(_) | Unit::Money(_))
        }
        None => is_year(value),
    }
}

fn is_year(value: &Value) -> bool {
    value.period.is_some() && value.normal.len() == 4
}

/// Lemmas of the telling words around a value, up to the values next to it.
fn around(end: &End, values: &[Value], value: &Value) -> Vec<String> {
    let others = || values.iter().filter(|v| v.span != value.span);
    let before = others().map(|v| v.span.end);
    let from = before.filter(|at| *at <= value.span.start).max();
    let after = others().map(|v| v.span.start);
    let to = after.filter(|at| *at >= value.span.end).min();
    let words = || end.words.iter().map(|w| w.span);
    let left = words().rev().filter(|w| w.end <= value.span.start);
    let left = left
        .take(AROUND)
        .take_while(|w| from.is_none_or(|from| w.start >= from));
    let right = words().filter(|w| w.start >= value.span.end);
    let right = right
        .take(AROUND)
        .take_while(|w| to.is_none_or(|to| w.end <= to));
    let sentence = end.document.sentences.get(end.sentence.index as usize);
    let lemmas = left.chain(right).flat_map(|word| {
        let reading = sentence.map(|s| &s.reading);
        let tokens = reading
            .into_iter()
            .flat_map(move |r| r.tokens_in(word).filter_map(|at| r.token(at)));
        tokens.map(|token| token.lemma.to_lowercase())
    });
    let mut lemmas: Vec<String> = lemmas.filter(|l| language::is_telling(l)).collect();
    lemmas.sort();
    lemmas.dedup();
    lemmas
}

fn exclude_each_other(pair: &Pairing, x: &Value, y: &Value) -> bool {
    let near = pair.score >= LINKED || is_of_one_act(pair, x, y);
    match (&x.quantity, &y.quantity) {
        (Some(p), Some(q)) => {
            let alike = p.said <= TIMES * q.said && q.said <= TIMES * p.said;
            near && alike && differ(pair, p, q) && !is_cut_short(p, q)
        }
        (None, None) => near && x.period != y.period,
        _ => false,
    }
}

fn is_of_one_act(pair: &Pairing, x: &Value, y: &Value) -> bool {
    let is = |end: &End, at: usize, value: &Value| {
        let here = end.document.values_in(end.sentence.index).get(at);
        here.is_some_and(|v| v.span == value.span)
    };
    let mut acts = pair.slots.iter().filter(|slot| slot.same_act);
    acts.any(|slot| is(&pair.a, slot.a, x) && is(&pair.b, slot.b, y))
}

/// Whether two quantities of one unit cannot both be true. Counts of things with two names may be of one thing where the
/// sentences surely are.
fn differ(pair: &Pairing, p: &Quantity, q: &Quantity) -> bool {
    match p.agreement(q) {
        Agreement::Conflict => true,
        Agreement::Unrelated => {
            let counts = matches!((&p.unit, &q.unit), (Unit::Count(_), Unit::Count(_)));
            let exact = |q: &Quantity| matches!(q.bound, Bound::Exact | Bound::About);
            counts && exact(p) && exact(q) && p.said != q.said && pair.score >= LINKED_BY_TWO_NAMES
        }
        Agreement::Same | Agreement::Compatible => false,
    }
}

/// Whether one number is the other without its last digits: "$43 million" and "$43,885,310".
fn is_cut_short(p: &Quantity, q: &Quantity) -> bool {
    let (fine, coarse) = if p.said > q.said {
        (p.said, q.said)
    } else {
        (q.said, p.said)
    };
    let step = 10f64.powi((coarse.abs().max(1.0).log10().floor() as i32 - 1).max(0));
    coarse >= 1000.0 && coarse % step == 0.0 && (fine / step).floor() * step == coarse
}

/// Whether an article has a value anywhere, said as closely or not.
fn is_told(document: &Document, value: &Value) -> bool {
    let says = |other: &Value| match (&value.quantity, &other.quantity) {
        (Some(p), Some(q)) => {
            p.said == q.said
                || matches!(p.agreement(q), Agreement::Same | Agreement::Compatible)
                || (p.unit == q.unit && is_cut_short(p, q))
        }
        (None, None) => match (&value.period, &other.period) {
            (Some(p), Some(q)) => p.first <= q.last && q.first <= p.last,
            _ => value.normal == other.normal,
        },
        _ => false,
    };
    document.values.iter().any(says)
}

/// Whether those who act in the acts of two values are known to be two.
fn is_of_two_actors(pair: &Pairing, x: &Value, y: &Value) -> bool {
    let actor = |end: &End, value: &Value| {
        let sentence = end.document.sentences.get(end.sentence.index as usize)?;
        let reading = &sentence.reading;
        let head = reading.head_of(value.span)?;
        let act = reading
            .above(head)
            .find_map(|above| reading.act_of(above))?;
        let agent = act.agent?;
        let mut mentions = end.document.mentions_in(end.sentence.index).iter();
        mentions.find(|m| m.head == agent)?.entity
    };
    let actors = actor(&pair.a, x).zip(actor(&pair.b, y));
    actors.is_some_and(|(one, other)| one != other)
}

/// Whether two people say what the two sentences say: rival claims are no discrepancy between outlets.
fn is_of_two_speakers(event: &Event, pair: &Pairing) -> bool {
    let speaker = |end: &End| {
        let document = event.document(end.sentence.article)?;
        let sentence = document.sentences.get(end.sentence.index as usize)?;
        let inside = |span: Span| span.overlaps(sentence.span);
        let mut quotes = document.quotes.iter().filter(|q| inside(q.span));
        quotes.find_map(|q| q.entity)
    };
    match (speaker(&pair.a), speaker(&pair.b)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}
