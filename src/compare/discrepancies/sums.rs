//! Two sums of money of one thing, told in other words.
//!
//! In linked sentences a sum stands for the thing that the words around it name. Two sums with the same words around them,
//! neither of which the other article has anywhere, are two answers to one question. Counts and years are left out: of eleven
//! that readers judged all were of other things, times or parts of a whole, however like the words around them.

use super::between;
use crate::language;
use crate::model::{
    Agreement, Discrepancy, DiscrepancyKind, Document, End, Event, Pairing, Quantity, Unit, Value,
};
use crate::span::Span;

/// How surely two sentences must be linked, unless one act has both figures.
const LINKED: f64 = 0.5;

/// Words on each side of a figure that say what it is of, up to the next figure.
const AROUND: usize = 8;

/// Telling words that two figures of one thing have around them.
const SHARED: usize = 2;

/// How many times one figure may be the other: what is told wrong is seldom told that wrong.
const TIMES: f64 = 2.0;

/// The sums of two sentences that are of one thing and cannot both be true.
pub fn sums(event: &Event, pair: &Pairing) -> Vec<Discrepancy> {
    if pair.is_copy || is_of_two_speakers(event, pair) {
        return Vec::new();
    }
    let (ours, theirs) = (sums_in(&pair.a), sums_in(&pair.b));
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
                let (a, b) = (
                    (x.value.span, x.value.normal.as_str()),
                    (y.value.span, y.value.normal.as_str()),
                );
                found.push(between(pair, DiscrepancyKind::Number, "sum-differs", a, b));
            }
        }
    }
    found
}

/// A sum with the words that say what it is of.
struct Sum<'a> {
    value: &'a Value,
    lemmas: Vec<String>,
}

impl Sum<'_> {
    fn shares(&self, other: &Sum) -> usize {
        self.lemmas
            .iter()
            .filter(|s| other.lemmas.contains(s))
            .count()
    }
}

/// The sums of a sentence.
fn sums_in<'a>(end: &End<'a>) -> Vec<Sum<'a>> {
    let values = end.document.values_in(end.sentence.index);
    let plain = values.iter().filter(|v| is_sum(v));
    plain
        .map(|value| Sum {
            value,
            lemmas: around(end, values, value),
        })
        .collect()
}

fn is_sum(value: &Value) -> bool {
    let unit = value.quantity.as_ref().map(|quantity| &quantity.unit);
    matches!(unit, Some(Unit::Money(_)))
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
    let (Some(p), Some(q)) = (&x.quantity, &y.quantity) else {
        return false;
    };
    let near = pair.score >= LINKED || is_of_one_act(pair, x, y);
    let alike = p.said <= TIMES * q.said && q.said <= TIMES * p.said;
    near && alike && p.agreement(q) == Agreement::Conflict && !is_cut_short(p, q)
}

fn is_of_one_act(pair: &Pairing, x: &Value, y: &Value) -> bool {
    let is = |end: &End, at: usize, value: &Value| {
        let here = end.document.values_in(end.sentence.index).get(at);
        here.is_some_and(|v| v.span == value.span)
    };
    let mut acts = pair.slots.iter().filter(|slot| slot.same_act);
    acts.any(|slot| is(&pair.a, slot.a, x) && is(&pair.b, slot.b, y))
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

/// Whether an article has a sum anywhere, said as closely or not.
fn is_told(document: &Document, value: &Value) -> bool {
    let says = |other: &Quantity| {
        value.quantity.as_ref().is_some_and(|sum| {
            let agrees = matches!(
                sum.agreement(other),
                Agreement::Same | Agreement::Compatible
            );
            agrees || (sum.unit == other.unit && is_cut_short(sum, other))
        })
    };
    let mut told = document.values.iter().filter_map(|v| v.quantity.as_ref());
    told.any(says)
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
