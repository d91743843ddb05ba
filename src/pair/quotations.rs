//! Quotations → those of two articles that are one saying.
//!
//! Quotations are compared sentence by sentence, so that one outlet's longer quotation is held against the part another
//! prints.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::{difference, words};
use crate::model::{Event, QuoteKind, Quoted, QuotedPair, SentenceId, Word};
use crate::span::Span;

/// What lies of each direct quotation in each sentence.
pub fn quoted<'a>(event: &'a Event, words: &HashMap<SentenceId, Arc<[Word]>>) -> Vec<Quoted<'a>> {
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
                let all = words.get(&sentence).map_or(&[][..], |words| words);
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

/// Pairs that are one text but for a few words and may be of one speaker, the earlier first. Where the quoted sentences next
/// to them are one saying, less of them must be the same.
pub fn paired(quoted: &[Quoted]) -> Vec<QuotedPair> {
    let near: Vec<QuotedPair> = sharing(quoted)
        .into_iter()
        .filter_map(|(a, b)| compared(quoted, a, b))
        .collect();
    let clear: BTreeSet<(usize, usize)> = near
        .iter()
        .filter(|pair| is_one_text(quoted, pair))
        .map(|pair| (pair.a, pair.b))
        .collect();
    let is_beside = |pair: &QuotedPair| {
        let (a, b) = (pair.a, pair.b);
        let before = a.checked_sub(1).zip(b.checked_sub(1));
        let steps = before.into_iter().chain([(a + 1, b + 1)]);
        let mut clear = steps.filter(|step| clear.contains(step));
        clear.any(|(x, y)| is_same_article(quoted, a, x) && is_same_article(quoted, b, y))
    };
    near.into_iter()
        .filter(|pair| clear.contains(&(pair.a, pair.b)) || is_beside(pair))
        .collect()
}

/// Two quoted sentences of two articles, where they may be of one speaker.
fn compared(quoted: &[Quoted], a: usize, b: usize) -> Option<QuotedPair> {
    let (x, y) = (quoted.get(a)?, quoted.get(b)?);
    let apart = x.sentence.article != y.sentence.article
        && !x.document.article.is_version_of(&y.document.article);
    (apart && x.may_be_of_one_speaker(y)).then(|| QuotedPair {
        a,
        b,
        difference: difference::between(&x.words, &y.words),
    })
}

/// Whether two are one text but for a few words, or all of the shorter is in the longer.
fn is_one_text(quoted: &[Quoted], pair: &QuotedPair) -> bool {
    let (Some(x), Some(y)) = (quoted.get(pair.a), quoted.get(pair.b)) else {
        return false;
    };
    let short = if x.words.len() <= y.words.len() { x } else { y };
    let telling = short.words.iter().filter(|w| w.is_telling()).count();
    let whole = pair.difference.equal == short.words.len() && telling >= TELLING;
    whole || pair.difference.is_of_one_text(&x.words, &y.words)
}

/// Words that say something of their own, of which a quotation that is part of another must have as many.
const TELLING: usize = 2;

fn is_same_article(quoted: &[Quoted], one: usize, other: usize) -> bool {
    let article = |at: usize| quoted.get(at).map(|q| q.sentence.article);
    article(one).is_some() && article(one) == article(other)
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
