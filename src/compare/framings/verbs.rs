//! Reporting verbs: what hands over the same words, where the sentences are the same otherwise.

use std::collections::BTreeMap;

use crate::compare::changes::Change;
use crate::compare::discrepancies::{Pair, Side};
use crate::compare::phrases::quoted;
use crate::model::{CueClass, Dimension, Event, Excerpt, Framing, Quote, Term};

/// One verb believes, doubts or attacks what the other only reports.
pub fn verbs_apart(event: &Event, pairs: &[Pair]) -> Vec<Framing> {
    pairs
        .iter()
        .flat_map(|pair| {
            pair.all_changes()
                .filter_map(|change| differ(event, pair, change))
        })
        .collect()
}

fn differ(event: &Event, pair: &Pair, change: &Change) -> Option<Framing> {
    let (x, y) = (cue(&pair.a, &change.ours)?, cue(&pair.b, &change.theirs)?);
    let neutral = |q: &Quote| q.cue_class == Some(CueClass::Neutral);
    if x.cue_class == y.cue_class || (!neutral(x) && !neutral(y)) {
        return None;
    }
    let (a, b) = (term(&pair.a, x)?, term(&pair.b, y)?);
    let (strong, quote, plain) = if neutral(x) {
        (&pair.b, y, &pair.a)
    } else {
        (&pair.a, x, &pair.b)
    };
    if uses(plain, strong, quote) {
        return None; // The other outlet has the verb too, and may only vary its words.
    }
    let outlet = |side: &Side| {
        event
            .document(side.id.article)
            .map_or("", |d| d.article.outlet.as_str())
    };
    Some(Framing {
        dimension: Dimension::AttributionVerb,
        note: format!(
            "Two verbs for the same words: {} in {}, but {} in {}.",
            quoted(&a.term),
            outlet(&pair.a),
            quoted(&b.term),
            outlet(&pair.b)
        ),
        target: "the same words".to_string(),
        per_source: BTreeMap::from([(pair.a.id.article, vec![a]), (pair.b.id.article, vec![b])]),
        rule: "verb-differs",
    })
}

/// The quotation whose reporting verb is the one changed word.
fn cue<'a>(side: &Side<'a>, range: &std::ops::Range<usize>) -> Option<&'a Quote> {
    let span = side.span(range).filter(|_| range.len() == 1)?;
    side.document
        .quotes
        .iter()
        .find(|q| q.cue.is_some_and(|c| c.overlaps(span)))
}

fn term(side: &Side, quote: &Quote) -> Option<Term> {
    let span = quote.cue?;
    let excerpt = Excerpt {
        sentence: side.id,
        span,
    };
    Some(Term {
        excerpt,
        term: side.document.text(span).to_string(),
    })
}

/// Whether an article reports anything with the verb of another article's quotation.
fn uses(side: &Side, other: &Side, quote: &Quote) -> bool {
    let verb = |of: &Side, quote: &Quote| quote.cue.map(|cue| of.document.lemmas_in(cue));
    let strong = verb(other, quote);
    let mut quotes = side.document.quotes.iter().filter(|q| q.cue.is_some());
    quotes.any(|q| verb(side, q) == strong)
}
