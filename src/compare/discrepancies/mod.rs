//! Sentences and quotations that are the same but for a few words → what cannot be true in both, or is not said with
//! the same right.
//!
//! | file | what fills one place in two ways |
//! | --- | --- |
//! | `values` | a figure, a day, a number in a name |
//! | `names` | a name, the one who says it |
//! | `certainty` | a denial, a hedge |
//! | `quotations` | the words between quotation marks |
//! | `copied` | the same, in sentences that are the same otherwise |

mod certainty;
mod copied;
mod copies;
mod join;
mod names;
mod quotations;
mod sentences;
mod values;

use crate::model::{Discrepancy, Event};

pub use copies::Copies;
pub use sentences::{Pair, Side};

/// The discrepancies of an event, in the order of their first sentence. `copies` are its sentences that are the same but
/// for a few words.
pub fn discrepancies(event: &Event, copies: &Copies) -> Vec<Discrepancy> {
    let changed = copies.pairs().iter().flat_map(|pair| {
        pair.changes()
            .filter_map(move |change| of_change(event, copies, pair, change))
    });
    let mut found = join::joined(changed);
    found.extend(join::joined(quotations::changed_quotations(event, copies)));
    found.sort_by_key(|d| (d.values.iter().map(|v| v.excerpt).min(), d.kind, d.rule));
    found
}

fn of_change(
    event: &Event,
    copies: &Copies,
    pair: &Pair,
    change: &crate::compare::changes::Change,
) -> Option<Discrepancy> {
    values::figure(event, copies, pair, change)
        .or_else(|| values::day(event, pair, change))
        .or_else(|| values::number_of_name(copies, pair, change))
        .or_else(|| names::other_source(event, pair, change))
        .or_else(|| names::other_name(event, pair, change))
        .or_else(|| names::other_given_name(event, copies, pair, change))
        .or_else(|| certainty::other_certainty(pair, change))
}
