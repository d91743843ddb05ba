//! Sentences and quotations that are the same but for a few words → what cannot be true in both, or is not said with
//! the same right.
//!
//! | file | what fills one place in two ways |
//! | --- | --- |
//! | `values` | a figure, a day, a number in a name |
//! | `names` | a name, the one who says it |
//! | `certainty` | a denial, a hedge |
//! | `quotations` | the words between quotation marks |
//! | `variants` | what of them is only written in two ways |
//! | `cuts` | where they end early or begin late |
//! | `copied` | the same, in sentences that are the same otherwise |

mod certainty;
mod copied;
mod cuts;
mod join;
mod names;
mod quotations;
mod values;
mod variants;

use crate::model::{
    Discrepancy, DiscrepancyKind, DisputedValue, End, Event, Excerpt, Pairing, Pairings, WordChange,
};
use crate::span::Span;

/// The discrepancies of an event, in the order of their first sentence.
pub fn discrepancies(event: &Event, pairings: &Pairings) -> Vec<Discrepancy> {
    let changed = pairings.copies().flat_map(|pair| {
        pair.changes()
            .filter_map(move |change| of_change(event, pairings, pair, change))
    });
    let mut found = join::joined(changed);
    found.extend(join::joined(quotations::changed_quotations(pairings)));
    found.sort_by_key(|d| (d.values.iter().map(|v| v.excerpt).min(), d.kind, d.rule));
    found
}

fn of_change(
    event: &Event,
    pairings: &Pairings,
    pair: &Pairing,
    change: &WordChange,
) -> Option<Discrepancy> {
    values::figure(event, pairings, pair, change)
        .or_else(|| values::day(event, pair, change))
        .or_else(|| values::number_of_name(pairings, pair, change))
        .or_else(|| names::other_source(event, pair, change))
        .or_else(|| names::other_name(event, pair, change))
        .or_else(|| names::other_given_name(event, pairings, pair, change))
        .or_else(|| certainty::other_certainty(pair, change))
}

/// Some words of a sentence as one side of a discrepancy.
fn disputed(end: &End, span: Span, value: &str, side: usize) -> DisputedValue {
    DisputedValue {
        excerpt: Excerpt {
            sentence: end.sentence,
            span,
        },
        value: value.to_string(),
        side,
    }
}

/// A discrepancy between words of both sentences of a pairing.
fn between(
    pair: &Pairing,
    kind: DiscrepancyKind,
    rule: &'static str,
    a: (Span, &str),
    b: (Span, &str),
) -> Discrepancy {
    Discrepancy {
        kind,
        about: String::new(),
        values: vec![
            disputed(&pair.a, a.0, a.1, 0),
            disputed(&pair.b, b.0, b.1, 1),
        ],
        rule,
    }
}
