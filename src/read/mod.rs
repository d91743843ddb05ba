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

mod entities;
mod forms;
mod lemmas;
mod model;
mod network;
mod rules;
mod sentence;
mod tree;
mod words;

use std::ops::Range;

use forms::Forms;
use model::Model;
use words::Word;

use crate::model::Reading;
use crate::span::Span;

/// The licence of the model's weights and tables.
pub const LICENCE: &str = include_str!("data/LICENSE");

/// The licences of what the model was trained on and made from.
pub const LICENCES_OF_SOURCES: &str = include_str!("data/LICENSES_SOURCES");

/// Tokens whose vectors are computed together, rounded up to whole sentences; 256 to 2,048 were equally fast.
const BLOCK: usize = 512;

/// Reads sentences, and remembers the word forms it met. Every thread needs one of its own.
#[derive(Debug)]
pub struct Reader {
    model: &'static Model,
    forms: Forms,
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
        Self { model: Model::shared(), forms: Forms::default() }
    }

    /// The readings of these sentences of a text, one for each span.
    pub fn sentences(&mut self, text: &str, spans: &[Span]) -> Vec<Reading> {
        let mut out = Vec::with_capacity(spans.len());
        let (mut words, mut ranges): (Vec<Word>, Vec<Range<usize>>) = Default::default();
        for (n, &span) in spans.iter().enumerate() {
            let start = words.len();
            words.extend(self.model.tokenizer.words(text, span));
            ranges.push(start..words.len());
            if words.len() >= BLOCK || n + 1 == spans.len() {
                let forms = self.forms.numbers(self.model, text, &words);
                out.extend(sentence::readings(self.model, &self.forms, text, &words, &forms, &ranges));
                words.clear();
                ranges.clear();
            }
        }
        out
    }
}
