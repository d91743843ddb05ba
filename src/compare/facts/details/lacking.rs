//! Whether an article that tells a fact has a detail of it nowhere.

use super::items::{Item, Telling, What, agree, is_count, is_doubt, opens_cause};
use crate::compare::wording::Wording;
use crate::language;
use crate::model::{Agreement, Bound, Event, Modality, SentenceId, Value, ValueKind, Voice};

/// Share of a cause that no sentence of an article may reach for it to be left out; as low as for a whole fact that is
/// "absent" with room for the words a cause shares with its topic.
const NEAR: f64 = 0.34;

/// Whether the article of `other`, which tells the same fact, has nothing that answers to an item.
pub fn lacks(event: &Event, wording: &Wording, other: &Telling, item: &Item) -> bool {
    let document = other.document;
    match &item.what {
        What::Named { entity, words, .. } => {
            let mentioned = document.speaks_of(*entity);
            let text = document.article.text.to_lowercase();
            let said = words
                .split_whitespace()
                .any(|w| w.chars().count() > 3 && text.contains(&w.to_lowercase()));
            !mentioned && !said
        }
        What::Value(value) => {
            let said = document
                .values
                .iter()
                .any(|v| v.kind == value.kind && agree(v, value));
            let measured = document.values.iter().any(|v| measures_the_same(v, value));
            !said && !measured && !tellings(event, other).any(|id| rivals(event, id, value))
        }
        What::Exact(value) => {
            let said = document
                .values
                .iter()
                .any(|v| v.kind == value.kind && as_close(v, value));
            !said
                && tellings(event, other).any(|id| {
                    document
                        .values_in(id.index)
                        .iter()
                        .any(|v| less_close(v, value))
                })
        }
        What::Cause(stems) => {
            let near = wording
                .nearest(stems, other.article())
                .is_some_and(|(_, share)| share >= NEAR);
            !near && !tellings(event, other).any(|id| has_cause(event, id))
        }
        What::Source(_) => other.all.iter().all(|s| s.voice == Voice::Own) && !quotes(other),
        What::Hedge(_) => {
            other.all.iter().all(|s| s.modality == Modality::Stated)
                && !tellings(event, other).any(|id| has_doubt(event, id))
        }
    }
}

fn tellings<'a>(event: &'a Event, telling: &'a Telling) -> impl Iterator<Item = SentenceId> + 'a {
    telling
        .all
        .iter()
        .map(|s| s.excerpt.sentence)
        .filter(|id| event.sentence(*id).is_some())
}

/// Whether both are shares, sums or measures in one unit: where an article has another such figure anywhere, it may be of
/// the same thing.
fn measures_the_same(a: &Value, b: &Value) -> bool {
    matches!((&a.quantity, &b.quantity), (Some(x), Some(y)) if x.unit == y.unit && !is_count(x))
}

/// Whether a value says a number or day as closely as another.
fn as_close(v: &Value, exact: &Value) -> bool {
    match (&v.quantity, &exact.quantity) {
        (Some(x), Some(y)) => x.said == y.said && x.bound == Bound::Exact,
        _ => v.period == exact.period,
    }
}

/// Whether a value says less closely what another says exactly: both can be true, and it leaves more room.
fn less_close(v: &Value, exact: &Value) -> bool {
    match (&v.quantity, &exact.quantity, &v.period, &exact.period) {
        (Some(x), Some(y), ..) => {
            y.bound == Bound::Exact
                && x.bound != Bound::Exact
                && x.agreement(y) == Agreement::Compatible
        }
        (_, _, Some(p), Some(q)) => p.first <= q.first && q.last <= p.last && p != q,
        _ => false,
    }
}

/// Whether a sentence has a value of the same kind and unit: then the two differ, and neither is left out.
fn rivals(event: &Event, id: SentenceId, value: &Value) -> bool {
    let Some(document) = event.document(id.article) else {
        return false;
    };
    let alike = |v: &Value| match (&v.quantity, &value.quantity) {
        (Some(a), Some(b)) => a.unit == b.unit || is_count(a) && is_count(b),
        _ => v.kind == value.kind && v.kind == ValueKind::Date,
    };
    document.values_in(id.index).iter().any(alike)
}

fn lower_words(event: &Event, id: SentenceId) -> Vec<String> {
    let (Some(document), Some(sentence)) = (event.document(id.article), event.sentence(id)) else {
        return Vec::new();
    };
    sentence
        .words
        .iter()
        .map(|&w| document.text(w).to_lowercase())
        .collect()
}

fn has_cause(event: &Event, id: SentenceId) -> bool {
    let Some(sentence) = event.sentence(id) else {
        return false;
    };
    let lower = lower_words(event, id);
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let opens = |at: usize| {
        let rest = sentence.words.get(at..).zip(lower.get(at..));
        rest.is_some_and(|(words, lower)| opens_cause(&sentence.reading, words, lower) > 0)
    };
    (0..lower.len()).any(opens)
}

fn has_doubt(event: &Event, id: SentenceId) -> bool {
    lower_words(event, id)
        .iter()
        .any(|w| language::hedge(w).is_some_and(is_doubt))
}

/// Whether a telling stands in a sentence with anybody's words: whose they are may carry over to it.
fn quotes(telling: &Telling) -> bool {
    let sentences: Vec<u32> = telling
        .all
        .iter()
        .map(|s| s.excerpt.sentence.index)
        .collect();
    telling
        .document
        .quotes
        .iter()
        .any(|q| sentences.contains(&q.sentence))
}
