//! What a text is about: the stems of its words, and the names in it.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::language;

/// The vocabulary of a piece of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// Stems of words of four letters and more that are no function words.
    pub words: BTreeSet<String>,
    /// Capitalised words inside sentences, lower case.
    pub names: BTreeSet<String>,
}

impl Topic {
    /// The vocabulary of one text.
    pub fn of(text: &str) -> Self {
        let mut topic = Self::default();
        topic.add(text);
        topic
    }

    /// Adds the words of another text.
    pub fn add(&mut self, text: &str) {
        let mut starts_sentence = true;
        for part in text.split_word_bounds() {
            if part.chars().any(char::is_alphanumeric) {
                self.add_word(part, starts_sentence);
                starts_sentence = false;
            } else if part.contains(['.', '!', '?', '“', '"', ':']) {
                starts_sentence = true;
            }
        }
    }

    fn add_word(&mut self, word: &str, starts_sentence: bool) {
        let lower = word.to_lowercase();
        if language::is_stop_word(&lower.replace(['’', '\''], "")) {
            return;
        }
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let stem = language::stem(word);
        if word.starts_with(char::is_uppercase) && !starts_sentence && letters >= 3 {
            self.names.insert(stem.clone());
        }
        if letters >= 4 {
            self.words.insert(stem);
        }
    }
}

/// The share of `part` that stands in `whole`; none where `part` is empty.
pub fn share(part: &BTreeSet<String>, whole: &BTreeSet<String>) -> Option<f64> {
    let shared = part.intersection(whole).count();
    (!part.is_empty()).then(|| shared as f64 / part.len() as f64)
}
