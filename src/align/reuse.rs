//! How much of one article's wording stands in another: common runs of words, from an index of word sequences.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::model::{ArticleId, BlockKind, Document, Event, QuoteKind, Reuse};
use crate::span::Span;

/// Words in a row that count as the same wording. Shorter runs are mostly names and idiom; the text-reuse literature
/// uses five to seven.
pub const RUN: usize = 6;
/// Quotes that may stand round a word or begin between it and the one round it.
const NESTED: usize = 8;
/// Least share, of either article, worth reporting.
const LEAST: f64 = 0.02;

/// One entry per pair of articles that share wording, sorted by pair.
pub fn shared_copy(event: &Event) -> Vec<Reuse> {
    let texts: Vec<Words> = event.documents.iter().map(words).collect();
    let numbered = number(&texts);
    let mut matches: BTreeMap<(usize, usize), Vec<(u32, u32)>> = BTreeMap::new();
    for places in shingles(&numbered).values() {
        for (i, &(a, at)) in places.iter().enumerate() {
            for &(b, bt) in places.iter().skip(i + 1).filter(|(b, _)| *b != a) {
                matches.entry((a, b)).or_default().push((at, bt));
            }
        }
    }
    let found = matches
        .into_par_iter()
        .filter_map(|((a, b), places)| pair(event, &texts, a, b, places));
    found.collect()
}

/// The words of an article, captions and quotations left out: folded text and place.
type Words = Vec<(String, Span)>;

fn words(document: &Document) -> Words {
    let sentences = document
        .sentences
        .iter()
        .filter(|s| s.kind == BlockKind::Body);
    let own = sentences
        .flat_map(|s| &s.words)
        .filter(|w| !is_quoted(document, **w));
    own.map(|&w| (crate::language::key(document.text(w)), w))
        .collect()
}

/// Whether a word stands in somebody's quoted words: two outlets that quote one statement have not copied each other.
fn is_quoted(document: &Document, word: Span) -> bool {
    let before = document
        .quotes
        .partition_point(|q| q.span.start <= word.start);
    let near = document.quotes.iter().take(before).rev().take(NESTED);
    near.filter(|q| q.kind == QuoteKind::Direct)
        .any(|q| q.span.contains(word))
}

fn number(texts: &[Words]) -> Vec<Vec<u32>> {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut numbered = Vec::with_capacity(texts.len());
    for text in texts {
        let mut list = Vec::with_capacity(text.len());
        for (word, _) in text {
            let next = numbers.len() as u32;
            list.push(*numbers.entry(word).or_insert(next));
        }
        numbered.push(list);
    }
    numbered
}

/// Where each run of `RUN` words stands, in order of article and place.
fn shingles(numbered: &[Vec<u32>]) -> HashMap<&[u32], Vec<(usize, u32)>> {
    let mut places: HashMap<&[u32], Vec<(usize, u32)>> = HashMap::new();
    for (article, text) in numbered.iter().enumerate() {
        for (at, run) in text.windows(RUN).enumerate() {
            places.entry(run).or_default().push((article, at as u32));
        }
    }
    places.retain(|_, p| p.len() > 1);
    places
}

fn pair(
    event: &Event,
    texts: &[Words],
    a: usize,
    b: usize,
    mut places: Vec<(u32, u32)>,
) -> Option<Reuse> {
    // Along a diagonal (same distance between the two places) neighbouring matches make one longer run.
    places.sort_unstable_by_key(|&(x, y)| (i64::from(y) - i64::from(x), x));
    places.dedup();
    let (mut start, mut longest) = (0, ((0_u32, 0_u32), 0_usize));
    for i in 0..places.len() {
        let follows = i > 0
            && match (places.get(i - 1), places.get(i)) {
                (Some(p), Some(q)) => q.0 == p.0 + 1 && q.1 == p.1 + 1,
                _ => false,
            };
        if !follows {
            start = i;
        }
        if i - start + RUN > longest.1 {
            longest = (*places.get(start)?, i - start + RUN);
        }
    }
    let share_of_a = covered(places.iter().map(|p| p.0), texts.get(a)?.len());
    let share_of_b = covered(places.iter().map(|p| p.1), texts.get(b)?.len());
    if share_of_a.max(share_of_b) < LEAST {
        return None;
    }
    let ((in_a, in_b), length) = longest;
    let place = |article: usize, at: u32| {
        let run = texts.get(article)?.get(at as usize..at as usize + length)?;
        Some(Span::new(run.first()?.1.start, run.last()?.1.end))
    };
    let places = [place(a, in_a)?, place(b, in_b)?];
    let text = &event.documents.get(a)?.article.text;
    let longest = text
        .get(places[0].start..places[0].end)?
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    Some(Reuse {
        a: ArticleId(a as u32),
        b: ArticleId(b as u32),
        share_of_a,
        share_of_b,
        longest,
        places,
    })
}

/// Share of an article's words that stand in a run which starts at one of the places.
fn covered(starts: impl Iterator<Item = u32>, words: usize) -> f64 {
    let mut inside = vec![false; words];
    for start in starts {
        inside
            .iter_mut()
            .skip(start as usize)
            .take(RUN)
            .for_each(|w| *w = true);
    }
    inside.iter().filter(|w| **w).count() as f64 / words.max(1) as f64
}
