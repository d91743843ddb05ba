//! Sentences and quotations that are the same but for a few words → what cannot be true in both, or is not said with
//! the same right.
//!
//! | file | what fills one place in two ways |
//! | --- | --- |
//! | `values` | a figure, a day |
//! | `names` | a name, the one who says it |
//! | `certainty` | a denial, a hedge |
//! | `quotations` | the words between quotation marks |

mod certainty;
mod join;
mod names;
mod quotations;
mod sentences;
mod values;

use crate::model::{Discrepancy, Event};

pub use sentences::{Pair, Side, pairs};

/// The discrepancies of an event, in the order of their first sentence. `pairs` are its sentences that are the same but
/// for a few words.
pub fn discrepancies(event: &Event, pairs: &[Pair]) -> Vec<Discrepancy> {
    let changed = pairs.iter().flat_map(|pair| {
        pair.changes()
            .filter_map(move |change| of_change(event, pair, change))
    });
    let mut found = join::joined(changed);
    found.extend(join::joined(quotations::changed_quotations(event)));
    found.sort_by_key(|d| (d.values.iter().map(|v| v.excerpt).min(), d.kind, d.rule));
    found
}

fn of_change(
    event: &Event,
    pair: &Pair,
    change: &crate::compare::changes::Change,
) -> Option<Discrepancy> {
    values::figure(event, pair, change)
        .or_else(|| values::day(event, pair, change))
        .or_else(|| names::other_name(event, pair, change))
        .or_else(|| certainty::other_certainty(pair, change))
}
