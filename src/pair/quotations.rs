//! Quotations → those of two articles that are one saying.
//!
//! Quotations are compared sentence by sentence, so that one outlet's longer quotation is held against the part another
//! prints.

use std::collections::{BTreeMap, HashMap};

use super::{difference, words};
use crate::model::{Event, QuoteKind, Quoted, QuotedPair, SentenceId, Word};
use crate::span::Span;

/// What lies of each direct quotation in each sentence.
pub fn quoted<'a>(event: &'a Event, words: &HashMap<SentenceId, Vec<Word>>) -> Vec<Quoted<'a>> {
    let mut found = Vec::new();
    for (article, document) in event.articles() {
        let direct = |q: &&crate::model::Quote| q.kind == QuoteKind::Direct;
        for quote in document.quotes.iter().filter(direct) {
            let sentences = document.sentences.iter().enumerate();
            let from = sentences.skip(quote.sentence as usize);
            for (index, of) in from.take_while(|(_, s)| s.span.start < quote.span.end) {
                let sentence = SentenceId {
                    article,
                    index: index as u32,
                };
                let span = Span::new(
                    of.span.start.max(quote.span.start),
                    of.span.end.min(quote.span.end),
                );
                let all = words.get(&sentence).map_or(&[][..], Vec::as_slice);
                found.push(Quoted {
                    document,
                    sentence,
                    quote,
                    span,
                    words: words::inside(all, span),
                });
            }
        }
    }
    found
}

/// Pairs that are one text but for a few words and may be of one speaker, the earlier first.
pub fn paired(quoted: &[Quoted]) -> Vec<QuotedPair> {
    let near = sharing(quoted).into_iter();
    near.filter_map(|(a, b)| {
        let (x, y) = (quoted.get(a)?, quoted.get(b)?);
        let apart = x.sentence.article != y.sentence.article
            && !x.document.article.is_version_of(&y.document.article);
        if !apart || !x.may_be_of_one_speaker(y) {
            return None;
        }
        let difference = difference::between(&x.words, &y.words);
        difference
            .is_of_one_text(&x.words, &y.words)
            .then_some(QuotedPair { a, b, difference })
    })
    .collect()
}

/// Words in a row that two must have in common to be compared at all.
const RUN: usize = 3;

/// Pairs with [`RUN`] words in a row in common, the earlier first.
fn sharing(quoted: &[Quoted]) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<[&str; RUN], Vec<usize>> = BTreeMap::new();
    for (number, one) in quoted.iter().enumerate() {
        for run in one.words.windows(RUN) {
            let here = places
                .entry(std::array::from_fn(|i| {
                    run.get(i).map_or("", |w| w.key.as_str())
                }))
                .or_default();
            if here.last() != Some(&number) {
                here.push(number);
            }
        }
    }
    let pairs = places.values().flat_map(|list| {
        list.iter()
            .enumerate()
            .flat_map(|(i, &x)| list.iter().skip(i + 1).map(move |&y| (x, y)))
    });
    let mut pairs: Vec<(usize, usize)> = pairs.collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
