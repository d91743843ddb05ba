//! Sentences → tokens with tags, a tree, names and lemmas.
//!
//! A port of the forward pass of spaCy's `en_core_web_sm` 3.8.0. Each sentence is read as a text of its own; what comes
//! out depends neither on the sentences beside it nor on the number of threads.
//!
//! ```text
//! text ─ words ─ forms ─┬─ tree encoder ─┬─ tags ──┬─ rules ─ lemmas
//!                       │                └─ tree ──┤
//!                       └─ entity encoder ─────────┴─ entities
//! ```
//!
//! From the tree follow the noun phrases, the acts with those who take part in them, and the clauses.

mod acts;
mod clauses;
mod division;
mod entities;
mod forms;
mod lemmas;
mod model;
mod network;
mod participants;
mod phrases;
mod rules;
mod sentence;
mod tree;
mod words;

use std::ops::Range;

use forms::Forms;
use model::Model;
use words::Word;

use crate::model::{Document, EntitySpan, Reading};
use crate::span::Span;

/// The licence of the model's weights and tables.
pub const LICENCE: &str = include_str!("data/LICENSE");

/// The licences of what the model was trained on and made from.
pub const LICENCES_OF_SOURCES: &str = include_str!("data/LICENSES_SOURCES");

/// Tokens whose vectors are computed together, rounded up to whole sentences; 256 to 2,048 were equally fast.
const BLOCK: usize = 512;

/// Tokens of a sentence that are read together; what is longer is no sentence, and finding its tree would take long.
const LONGEST: usize = 1024;

/// Reads sentences, and remembers the word forms it met. Every thread needs one of its own.
#[derive(Debug)]
pub struct Reader {
    model: &'static Model,
    forms: Forms,
}

/// The document with its sentences read.
pub fn document(document: Document) -> Document {
    Reader::new().document(document)
}

/// The readings of these sentences of a text, one for each span.
pub fn sentences(text: &str, spans: &[Span]) -> Vec<Reading> {
    Reader::new().sentences(text, spans)
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

impl Reader {
    /// A reader of the shared model, which is loaded by the first.
    pub fn new() -> Self {
        Self {
            model: Model::shared(),
            forms: Forms::default(),
        }
    }

    /// The document with its sentences read.
    pub fn document(&mut self, mut document: Document) -> Document {
        let spans: Vec<Span> = document
            .sentences
            .iter()
            .map(|sentence| sentence.span)
            .collect();
        let readings = self.sentences(&document.article.text, &spans);
        for (sentence, reading) in document.sentences.iter_mut().zip(readings) {
            sentence.clauses = division::parts(&document.article.text, sentence.span, &reading);
            sentence.reading = reading;
        }
        document
    }

    /// The readings of these sentences of a text, one for each span.
    pub fn sentences(&mut self, text: &str, spans: &[Span]) -> Vec<Reading> {
        let mut out = Vec::with_capacity(spans.len());
        let (mut words, mut sentences): (Vec<Word>, Vec<Range<usize>>) = Default::default();
        for (n, &span) in spans.iter().enumerate() {
            let start = words.len();
            words.extend(self.model.tokenizer.words(text, span));
            sentences.push(start..words.len());
            if words.len() >= BLOCK || n + 1 == spans.len() {
                out.extend(self.block(text, &words, &sentences));
                words.clear();
                sentences.clear();
            }
        }
        out
    }

    /// The readings of sentences, given as ranges of words that follow on each other.
    fn block(&mut self, text: &str, words: &[Word], sentences: &[Range<usize>]) -> Vec<Reading> {
        let forms = self.forms.numbers(self.model, text, words);
        let parts: Vec<Range<usize>> = sentences.iter().flat_map(parts).collect();
        let mut read =
            sentence::readings(self.model, &self.forms, text, words, &forms, &parts).into_iter();
        let whole = |sentence| understood(parts_joined(read.by_ref().take(parts_of(sentence))));
        sentences.iter().map(whole).collect()
    }
}

/// A reading with all that follows from its tree.
fn understood(mut reading: Reading) -> Reading {
    reading.phrases = phrases::found(&reading);
    reading.acts = acts::found(&reading);
    reading.clauses = clauses::found(&reading);
    reading
}

/// How many parts a sentence is read in.
fn parts_of(sentence: &Range<usize>) -> usize {
    sentence.len().div_ceil(LONGEST).max(1)
}

/// The parts that a sentence is read in: one, unless it is longer than any sentence.
fn parts(sentence: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let Range { start, end } = *sentence;
    (0..parts_of(sentence)).map(move |n| start + n * LONGEST..end.min(start + (n + 1) * LONGEST))
}

/// The reading of a sentence from those of its parts.
fn parts_joined(parts: impl Iterator<Item = Reading>) -> Reading {
    let mut whole = Reading::default();
    for mut part in parts {
        let before = whole.tokens.len() as u32;
        for token in &mut part.tokens {
            token.head += before;
            token.edges = (token.edges.0 + before, token.edges.1 + before);
        }
        for entity in part.entities {
            whole.entities.push(EntitySpan {
                tokens: entity.tokens.start + before..entity.tokens.end + before,
                ..entity
            });
        }
        whole.tokens.append(&mut part.tokens);
    }
    whole
}
