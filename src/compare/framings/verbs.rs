//! Reporting verbs: what hands over the same words, where the sentences are the same otherwise.

use std::collections::BTreeMap;

use crate::compare::phrases::quoted;
use crate::model::{
    CueClass, Dimension, End, Event, Excerpt, Framing, Pairing, Pairings, Quote, SentenceId, Term,
    WordChange,
};
use crate::span::Span;

/// One verb believes, doubts or attacks what the other only reports.
pub fn verbs_apart(event: &Event, pairings: &Pairings) -> Vec<Framing> {
    pairings
        .copies()
        .flat_map(|pair| {
            pair.held()
                .filter_map(|change| differ(event, pairings, pair, change))
        })
        .collect()
}

fn differ(
    event: &Event,
    pairings: &Pairings,
    pair: &Pairing,
    change: &WordChange,
) -> Option<Framing> {
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
    if uses(pairings, plain, strong, quote) {
        return None; // The other outlet has the verb too, and may only vary its words.
    }
    let outlet = |side: &End| {
        event
            .document(side.sentence.article)
            .map_or("", |d| d.article.outlet.as_str())
    };
    Some(Framing {
        dimension: Dimension::AttributionVerb,
        note: format!(
            "Reporting verbs differ for the same words: {} writes {}; {} writes {}.",
            outlet(&pair.a),
            quoted(&a.term),
            outlet(&pair.b),
            quoted(&b.term)
        ),
        target: "the same words".to_string(),
        per_source: BTreeMap::from([
            (pair.a.sentence.article, vec![a]),
            (pair.b.sentence.article, vec![b]),
        ]),
        rule: "verb-differs",
    })
}

/// Words that a reporting phrase may be long: "was quoted as saying".
const PHRASE: usize = 4;

/// The quotation whose reporting verb is what changed, with no other telling word.
fn cue<'a>(side: &End<'a>, range: &std::ops::Range<usize>) -> Option<&'a Quote> {
    let span = side.span(range).filter(|_| range.len() <= PHRASE)?;
    let alone = |cue: Span| {
        let mut words = side.words_in(range).iter();
        words.all(|w| cue.contains(w.span) || !w.is_telling())
    };
    side.document
        .quotes
        .iter()
        .find(|q| q.cue.is_some_and(|c| c.overlaps(span) && alone(c)))
}

fn term(side: &End, quote: &Quote) -> Option<Term> {
    let span = quote.cue?;
    let excerpt = Excerpt {
        sentence: side.sentence,
        span,
    };
    Some(Term {
        excerpt,
        term: side.document.text(span).to_string(),
    })
}

/// Whether an article reports anything with the verb of another article's quotation, and not only where the other one
/// has it too.
fn uses(pairings: &Pairings, side: &End, other: &End, quote: &Quote) -> bool {
    let verb = |of: &End, quote: &Quote| quote.cue.map(|cue| of.document.lemmas_in(cue));
    let strong = verb(other, quote);
    let reports = |of: &End, index: u32| {
        let here = of.document.quotes.iter().filter(|q| q.sentence == index);
        here.into_iter()
            .any(|q| q.cue.is_some() && verb(of, q) == strong)
    };
    let in_both = |index: u32| {
        let here = SentenceId {
            index,
            ..side.sentence
        };
        let there = pairings.counterpart(here, other.sentence.article);
        there.is_some_and(|there| reports(other, there.index))
    };
    let mut quotes = side.document.quotes.iter().filter(|q| q.cue.is_some());
    quotes.any(|q| verb(side, q) == strong && !in_both(q.sentence))
}
