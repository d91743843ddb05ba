//! Reporting verbs: what hands over the same words, where the sentences are the same otherwise.

use std::collections::BTreeMap;

use crate::compare::changes::{self, Change};
use crate::compare::discrepancies::{Copies, Pair, Side};
use crate::compare::phrases::quoted;
use crate::model::{CueClass, Dimension, Event, Excerpt, Framing, Quote, SentenceId, Term};
use crate::span::Span;

/// One verb believes, doubts or attacks what the other only reports.
pub fn verbs_apart(event: &Event, copies: &Copies) -> Vec<Framing> {
    copies
        .pairs()
        .iter()
        .flat_map(|pair| {
            pair.all_changes()
                .filter_map(|change| differ(event, copies, pair, change))
        })
        .collect()
}

fn differ(event: &Event, copies: &Copies, pair: &Pair, change: &Change) -> Option<Framing> {
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
    if uses(copies, plain, strong, quote) {
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

/// Words that a reporting phrase may be long: "was quoted as saying".
const PHRASE: usize = 4;

/// The quotation whose reporting verb is what changed, with no other telling word.
fn cue<'a>(side: &Side<'a>, range: &std::ops::Range<usize>) -> Option<&'a Quote> {
    let span = side.span(range).filter(|_| range.len() <= PHRASE)?;
    let alone = |cue: Span| {
        let mut words = side.words_in(range).iter();
        words.all(|w| cue.contains(w.span) || !changes::is_telling(&w.key))
    };
    side.document
        .quotes
        .iter()
        .find(|q| q.cue.is_some_and(|c| c.overlaps(span) && alone(c)))
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

/// Whether an article reports anything with the verb of another article's quotation, and not only where the other one
/// has it too.
fn uses(copies: &Copies, side: &Side, other: &Side, quote: &Quote) -> bool {
    let verb = |of: &Side, quote: &Quote| quote.cue.map(|cue| of.document.lemmas_in(cue));
    let strong = verb(other, quote);
    let reports = |of: &Side, index: u32| {
        let here = of.document.quotes.iter().filter(|q| q.sentence == index);
        here.into_iter()
            .any(|q| q.cue.is_some() && verb(of, q) == strong)
    };
    let in_both = |index: u32| {
        let here = SentenceId { index, ..side.id };
        let there = copies.counterpart(here, other.id.article);
        there.is_some_and(|there| reports(other, there.index))
    };
    let mut quotes = side.document.quotes.iter().filter(|q| q.cue.is_some());
    quotes.any(|q| verb(side, q) == strong && !in_both(q.sentence))
}
