//! Event and alignment → pairings: what of one article answers what of another.
//!
//! | step | from → to |
//! | --- | --- |
//! | `words` | text → words as they are compared |
//! | `difference` | two texts → what was changed, word by word |
//! | `slots` | two linked sentences → values that fill one place in both |
//! | `sentences` | links → pairings, and which of them are copies |
//! | `counterparts` | articles → sentences that are the same word for word |
//! | `quotations` | quotations → those that are one saying |
//!
//! Nothing here depends on which of two articles comes first.

mod counterparts;
mod difference;
mod quotations;
mod sentences;
mod slots;
mod words;

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{Alignment, ArticleId, Document, Event, Pairings, SentenceId, Word};

/// The pairings of an event.
pub fn event<'a>(event: &'a Event, alignment: &Alignment) -> Pairings<'a> {
    let words = words_of(event);
    let pairings = sentences::paired(event, alignment, &words);
    let mut counterparts = counterparts::equal(event, &words);
    for pairing in pairings.iter().filter(|pairing| pairing.is_copy) {
        let (a, b) = (pairing.a.sentence, pairing.b.sentence);
        counterparts.entry((a, b.article)).or_insert(b);
        counterparts.entry((b, a.article)).or_insert(a);
    }
    let quoted = quotations::quoted(event, &words);
    let quotations = quotations::paired(&quoted);
    Pairings {
        pairings,
        quoted,
        quotations,
        counterparts,
        words,
    }
}

fn words_of(event: &Event) -> HashMap<SentenceId, Arc<[Word]>> {
    let articles: Vec<(ArticleId, &Document)> = event.articles().collect();
    let sentences = articles
        .into_par_iter()
        .flat_map_iter(|(article, document)| {
            let numbered = document.sentences.iter().enumerate();
            numbered.map(move |(index, sentence)| {
                let index = index as u32;
                let words = words::of(&document.article.text, &sentence.words);
                (SentenceId { article, index }, words.into())
            })
        });
    sentences.collect()
}
