//! Links → figures that cannot both be true.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon;
use crate::model::{
    Alignment, Discrepancy, DiscrepancyKind, DisputedValue, Document, Event, Excerpt, Link, Quantity, SentenceId, Unit,
    Value,
};

/// The discrepancies of an event, in the order of their first sentence.
pub fn find(event: &Event, alignment: &Alignment) -> Vec<Discrepancy> {
    let mut found: Vec<Discrepancy> = Vec::new();
    for link in &alignment.links {
        for discrepancy in numbers(event, link) {
            join(&mut found, discrepancy);
        }
    }
    found.iter_mut().for_each(|d| take_sides(event, d));
    found.sort_by_key(|d| d.values.iter().map(|v| v.excerpt).min());
    found
}

/// Numbers the sides: a value joins the first side all of whose quantities it agrees with.
fn take_sides(event: &Event, discrepancy: &mut Discrepancy) {
    let mut sides: Vec<Vec<&Quantity>> = Vec::new();
    for value in &mut discrepancy.values {
        let Some(quantity) = quantity_at(event, value.excerpt) else { continue };
        let fits = |side: &Vec<&Quantity>| side.iter().all(|q| q.agrees(quantity));
        value.side = sides.iter().position(fits).unwrap_or(sides.len());
        match sides.get_mut(value.side) {
            Some(side) => side.push(quantity),
            None => sides.push(vec![quantity]),
        }
    }
}

fn quantity_at(event: &Event, excerpt: Excerpt) -> Option<&Quantity> {
    let values = &event.document(excerpt.sentence.article)?.values;
    values.iter().find(|v| v.span == excerpt.span)?.quantity.as_ref()
}

/// Joins a conflict with one that is about the same figure already.
fn join(found: &mut Vec<Discrepancy>, new: Discrepancy) {
    let shares = |d: &Discrepancy| d.kind == new.kind && d.values.iter().any(|v| new.values.contains(v));
    match found.iter_mut().find(|d| shares(d)) {
        Some(old) => {
            let more: Vec<DisputedValue> = new.values.into_iter().filter(|v| !old.values.contains(v)).collect();
            old.values.extend(more);
            old.values.sort_by_key(|v| v.excerpt);
        }
        None => found.push(new),
    }
}

/// Quantities of the same thing in two linked sentences that exclude each other. A figure that the other sentence has
/// too, somewhere, is no conflict.
fn numbers(event: &Event, link: &Link) -> Vec<Discrepancy> {
    let (Some(a), Some(b)) = (event.document(link.a.article), event.document(link.b.article)) else {
        return Vec::new();
    };
    let (ours, theirs) = (quantities(a, link.a), quantities(b, link.b));
    let unmatched =
        |q: &Quantity, others: &[(&Value, &Quantity)]| !others.iter().any(|(_, o)| q.agrees(o) && same_kind(q, o));
    let mut found = Vec::new();
    for (value_a, x) in ours.iter().filter(|(_, q)| unmatched(q, &theirs)) {
        let (near_a, near_b) = (nearby(a, value_a), |v: &Value| nearby(b, v));
        let same = |v: &Value, y: &Quantity| same_thing(x, y) && shares(&near_a, &near_b(v), x);
        let rivals: Vec<_> = theirs.iter().filter(|(v, y)| unmatched(y, &ours) && same(v, y)).collect();
        if let [(value_b, _)] = rivals.as_slice() {
            found.push(Discrepancy {
                kind: DiscrepancyKind::Number,
                about: about(a, value_a, x),
                values: vec![disputed(link.a, value_a), disputed(link.b, value_b)],
                rule: "number-conflict",
            });
        }
    }
    found
}

fn quantities(document: &Document, id: SentenceId) -> Vec<(&Value, &Quantity)> {
    let here = document.values.iter().filter(|v| v.sentence == id.index);
    here.filter_map(|v| v.quantity.as_ref().map(|q| (v, q))).collect()
}

fn same_kind(x: &Quantity, y: &Quantity) -> bool {
    match (&x.unit, &y.unit) {
        (Unit::Count(_), Unit::Count(_)) => true,
        (a, b) => a == b,
    }
}

/// Whether two quantities are said of the same thing: the same noun counted; of shares and money a common word behind,
/// or none said on one side.
fn same_thing(x: &Quantity, y: &Quantity) -> bool {
    match (&x.unit, &y.unit) {
        (Unit::Count(a), Unit::Count(b)) => !a.is_empty() && a == b,
        (a, b) => a == b && (x.of.is_empty() || y.of.is_empty() || x.of.iter().any(|w| y.of.contains(w))),
    }
}

/// Words on each side of a figure that tell what it is said of; about a clause.
const NEARBY: usize = 6;

/// Stems of the content words around a figure in its sentence.
fn nearby(document: &Document, value: &Value) -> BTreeSet<String> {
    let Some(sentence) = document.sentences.get(value.sentence as usize) else { return BTreeSet::new() };
    let at = sentence.words.iter().position(|w| w.end > value.span.start).unwrap_or(0);
    let around = sentence.words.iter().skip(at.saturating_sub(NEARBY)).take(2 * NEARBY + 1);
    let words = around.filter(|w| !value.span.contains(**w)).map(|&w| document.text(w));
    words.filter(|w| !lexicon::is_stop_word(&w.to_lowercase())).map(lexicon::stem).collect()
}

/// Whether two figures stand among words of which one more than what is counted is the same.
fn shares(a: &BTreeSet<String>, b: &BTreeSet<String>, counted: &Quantity) -> bool {
    a.intersection(b).any(|w| !counted.of.contains(w))
}

fn disputed(id: SentenceId, value: &Value) -> DisputedValue {
    DisputedValue { excerpt: Excerpt { sentence: id, span: value.span }, value: value.normal.clone(), side: 0 }
}

/// What is counted, in the words of the source: the value with the words behind it.
fn about(document: &Document, value: &Value, quantity: &Quantity) -> String {
    let text = document.article.text.get(value.span.end..).unwrap_or("");
    let words: Vec<&str> = text.split_whitespace().take(quantity.of.len().max(1)).collect();
    let joined = words.join(" ");
    joined.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Values by side and by what is said, for wording a finding.
pub fn by_value(discrepancy: &Discrepancy) -> BTreeMap<(usize, &str), Vec<&DisputedValue>> {
    let mut groups: BTreeMap<(usize, &str), Vec<&DisputedValue>> = BTreeMap::new();
    for value in &discrepancy.values {
        groups.entry((value.side, value.value.as_str())).or_default().push(value);
    }
    groups
}
