//! Links → what cannot be true in both articles, or is not said with the same right.
//!
//! | rule file | contradiction |
//! | --- | --- |
//! | `numbers` | two quantities of the same thing |
//! | `dates` | two days or times of the same thing |
//! | `names` | two spellings or forms of one name |
//! | `attribution` | one claim or quote, two sources; or a source's claim in an article's own voice |
//! | `polarity` | it is so and not so, antonyms, who did what to whom |
//! | `modality` | certain in one, doubtful in the other |
//! | `wording` | one quotation, different words |

mod attribution;
mod dates;
mod modality;
mod names;
mod numbers;
mod pair;
mod polarity;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Alignment, ArticleId, BlockKind, Discrepancy, DisputedValue, Event, SentenceId};
use pair::Pair;

/// Links less likely right than this prove no contradiction: two sentences must speak of the same thing before they can
/// contradict each other. Chosen as the point where a link is right more often than wrong.
pub const LINKED: f64 = 0.5;

/// Figures and days need less: what they are said of is compared as well, and a conflict lowers the score of a link.
const LOOSE: f64 = 0.3;

/// The discrepancies of an event, in the order of their first sentence.
pub fn find(event: &Event, alignment: &Alignment) -> Vec<Discrepancy> {
    let sure = alignment.links.iter().filter(|l| l.score >= LOOSE);
    let pairs: Vec<Pair> = sure.filter_map(|l| Pair::of(event, l)).filter(told).collect();
    let mut found: Vec<Discrepancy> = Vec::new();
    for pair in &pairs {
        numbers::find(pair).into_iter().chain(dates::find(pair)).for_each(|d| join(&mut found, d));
        if pair.score < LINKED {
            continue;
        }
        polarity::find(pair).into_iter().chain(modality::find(pair)).for_each(|d| join(&mut found, d));
        attribution::of_claims(event, pair).into_iter().for_each(|d| join(&mut found, d));
    }
    for discrepancy in
        numbers::tolls(event).into_iter().chain(attribution::of_quotes(event)).chain(wording::find(event))
    {
        join(&mut found, discrepancy);
    }
    for name in names::find(event, &pairs) {
        join(&mut found, name);
    }
    found.iter_mut().for_each(|d| numbers::take_sides(event, d));
    found.retain(|d| outlets(d).len() > 1);
    found.sort_by_key(|d| (d.values.iter().map(|v| v.excerpt).min(), d.kind, d.rule));
    found
}

/// Captions tell what a photograph shows and headings only point at the text below.
fn told(pair: &Pair) -> bool {
    let plain = |side: &pair::Side| {
        let kind = side.document.sentences.get(side.id.index as usize).map(|s| s.kind);
        matches!(kind, Some(BlockKind::Body | BlockKind::Headline))
    };
    plain(&pair.a) && plain(&pair.b)
}

fn outlets(discrepancy: &Discrepancy) -> BTreeSet<ArticleId> {
    discrepancy.values.iter().map(|v| v.excerpt.sentence.article).collect()
}

/// Joins a conflict with one that is about the same words already.
fn join(found: &mut Vec<Discrepancy>, new: Discrepancy) {
    let same =
        |v: &DisputedValue, w: &DisputedValue| v.excerpt.span.overlaps(w.excerpt.span) && sentence(v) == sentence(w);
    let shares = |d: &Discrepancy| d.kind == new.kind && d.values.iter().any(|v| new.values.iter().any(|w| same(v, w)));
    let Some(old) = found.iter_mut().find(|d| shares(d)) else {
        found.push(new);
        return;
    };
    // Sides of the newcomer are numbered as those it meets.
    let meet = |w: &DisputedValue| old.values.iter().find(|v| same(v, w)).map(|v| (w.side, v.side));
    let renumber: BTreeMap<usize, usize> = new.values.iter().filter_map(meet).collect();
    let next = old.values.iter().map(|v| v.side + 1).max().unwrap_or(0);
    for value in new.values {
        // Two values of one sentence are values of two things.
        if old.values.iter().any(|v| same(v, &value) || sentence(v) == sentence(&value)) {
            continue;
        }
        let alike = old.values.iter().find(|v| v.value == value.value).map(|v| v.side);
        let side = alike.or_else(|| renumber.get(&value.side).copied()).unwrap_or(next);
        old.values.push(DisputedValue { side, ..value });
    }
    old.values.sort_by_key(|v| v.excerpt);
}

fn sentence(value: &DisputedValue) -> SentenceId {
    value.excerpt.sentence
}
