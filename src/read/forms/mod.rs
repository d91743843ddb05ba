//! Word forms: what the network knows of a word apart from its place, computed once for each form.

pub mod hashes;
pub mod norms;
mod shape;

use std::collections::HashMap;
use std::sync::Arc;

use super::model::Model;
use super::network::layers::WIDTH;
use super::words::Word;
use shape::shape;

/// Forms kept at most, some 1.5 kB each; past that all are forgotten before the next sentences.
const MOST: usize = 8_192;

/// Characters of a word that make its suffix.
const SUFFIX: usize = 3;

/// The forms met so far.
#[derive(Debug, Default)]
pub struct Forms {
    numbers: HashMap<Key, usize>,
    forms: Vec<Form>,
}

/// What makes two words one form: the hash of the text, and the norm if the tokenizer fixed it.
type Key = (u64, Option<&'static str>);

/// One form.
#[derive(Debug)]
pub struct Form {
    /// Its lower case.
    pub lower: Arc<str>,
    /// Whether it is white space.
    pub is_space: bool,
    /// Its vector for tags and tree where no space follows, and where one does.
    tree: [[f32; WIDTH]; 2],
    /// Its vector for entities.
    entity: [f32; WIDTH],
}

impl Form {
    /// Its vector for tags and tree.
    pub fn tree(&self, spaced: bool) -> &[f32] {
        &self.tree[usize::from(spaced)]
    }

    /// Its vector for entities.
    pub fn entity(&self) -> &[f32] {
        &self.entity
    }
}

impl Forms {
    /// The form with this number.
    pub fn get(&self, number: usize) -> &Form {
        &self.forms[number]
    }

    /// The numbers of the forms of these words; new ones are computed together.
    pub fn numbers(&mut self, model: &Model, text: &str, words: &[Word]) -> Vec<usize> {
        if self.forms.len() > MOST {
            *self = Self::default();
        }
        let known = self.forms.len();
        let mut fresh = Vec::new();
        let mut numbers = Vec::with_capacity(words.len());
        for word in words {
            let written = word.span.of(text);
            let hash = hashes::of_string(written);
            let number = *self.numbers.entry((hash, word.norm)).or_insert_with(|| {
                fresh.push((written, word.norm.or_else(|| model.norms.of(hash))));
                known + fresh.len() - 1
            });
            numbers.push(number);
        }
        self.forms.extend(computed(model, &fresh));
        numbers
    }
}

/// The forms of words, given with their norms where these are not the lower case.
fn computed(model: &Model, words: &[(&str, Option<&str>)]) -> Vec<Form> {
    let lower: Vec<String> = words.iter().map(|(word, _)| word.to_lowercase()).collect();
    let keys: Vec<[u64; 4]> = words
        .iter()
        .zip(&lower)
        .map(|(&(word, norm), lower)| keys(model, word, norm.unwrap_or(lower)))
        .collect();
    let (tree, entity) = (
        model.tree_encoder.values(&keys),
        model.entity_encoder.values(&keys),
    );
    let form = |n: usize| {
        let is_space = words[n].0.chars().all(super::words::is_space);
        Form {
            lower: lower[n].as_str().into(),
            is_space,
            tree: [false, true]
                .map(|spaced| model.tree_encoder.mixed(tree.row(n), [spaced, is_space])),
            entity: model.entity_encoder.mixed(entity.row(n), [false; 2]),
        }
    };
    (0..words.len()).map(form).collect()
}

/// The keys of a word: of its norm, first character, last three characters, shape.
fn keys(model: &Model, word: &str, norm: &str) -> [u64; 4] {
    let prefix = word.chars().next().map_or(0, char::len_utf8);
    let suffix = word
        .char_indices()
        .rev()
        .nth(SUFFIX - 1)
        .map_or(0, |(at, _)| at);
    [norm, &word[..prefix], &word[suffix..], &shape(word)].map(|part| model.norms.key(part))
}
