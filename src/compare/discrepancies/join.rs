//! Discrepancies between two articles → one for all articles that print either value.

use crate::model::{Discrepancy, DisputedValue};

/// Joins discrepancies of one rule that have words in common; values that are told alike are one side.
pub fn joined(found: impl IntoIterator<Item = Discrepancy>) -> Vec<Discrepancy> {
    let mut kept: Vec<Discrepancy> = Vec::new();
    for discrepancy in found {
        match kept
            .iter_mut()
            .find(|k| k.rule == discrepancy.rule && share_words(k, &discrepancy))
        {
            Some(known) => merge(known, discrepancy),
            None => kept.push(discrepancy),
        }
    }
    kept.iter_mut().for_each(number_sides);
    kept
}

fn is_same_place(v: &DisputedValue, w: &DisputedValue) -> bool {
    v.excerpt.sentence == w.excerpt.sentence && v.excerpt.span.overlaps(w.excerpt.span)
}

fn share_words(one: &Discrepancy, other: &Discrepancy) -> bool {
    one.values
        .iter()
        .any(|v| other.values.iter().any(|w| is_same_place(v, w)))
}

fn merge(known: &mut Discrepancy, new: Discrepancy) {
    for value in new.values {
        if !known.values.iter().any(|v| is_same_place(v, &value)) {
            known.values.push(value);
        }
    }
}

/// Numbers the sides by the order of their first place.
fn number_sides(discrepancy: &mut Discrepancy) {
    discrepancy.values.sort_by_key(|v| v.excerpt);
    let mut sides: Vec<String> = Vec::new();
    for value in &mut discrepancy.values {
        value.side = sides
            .iter()
            .position(|s| *s == value.value)
            .unwrap_or(sides.len());
        if value.side == sides.len() {
            sides.push(value.value.clone());
        }
    }
}
