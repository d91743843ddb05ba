//! How each word of a document is written where capitals mean something.

use std::collections::HashMap;

use crate::model::{BlockKind, Document, Sentence};

/// Counts of a word inside sentences, away from their first word.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    upper: u32,
    lower: u32,
}

/// How often each word stands with and without a capital where a capital is a choice.
pub struct Capitals {
    counts: HashMap<String, Count>,
}

impl Capitals {
    /// Counts the running text once; headings in title case are left out, since capitals mean nothing there.
    pub fn count(document: &Document) -> Self {
        let mut counts: HashMap<String, Count> = HashMap::new();
        for sentence in document.sentences.iter().filter(|s| s.kind != BlockKind::Headline) {
            if is_title_case(document, sentence) {
                continue;
            }
            for (i, &span) in sentence.words.iter().enumerate() {
                let word = bare(document.text(span));
                let count = counts.entry(word.to_lowercase()).or_default();
                if !is_capitalised(word) {
                    count.lower += 1;
                } else if i > 0 && !follows_break(document, sentence, i) {
                    count.upper += 1;
                }
            }
        }
        Self { counts }
    }

    /// Whether the document shows this word to be a name: capitalised inside a sentence at least as often as not.
    pub fn is_name(&self, word: &str) -> bool {
        let count = self.counts.get(&word.to_lowercase()).copied().unwrap_or_default();
        count.upper > 0 && count.upper >= count.lower
    }

    /// Whether the document also writes this word without a capital.
    pub fn is_common(&self, word: &str) -> bool {
        self.counts.get(&word.to_lowercase()).is_some_and(|c| c.lower > c.upper)
    }
}

/// Whether a heading has most of its longer words capitalised; running text is never set in title case.
pub fn is_title_case(document: &Document, sentence: &Sentence) -> bool {
    if sentence.kind == BlockKind::Body {
        return false;
    }
    let long = sentence.words.iter().map(|&w| document.text(w)).filter(|w| w.len() > 3);
    let (upper, all) = long.fold((0, 0), |(u, n), w| (u + usize::from(is_capitalised(w)), n + 1));
    all >= 3 && upper * 10 > all * 6
}

/// Whether the word at `index` follows an opening mark, a colon or a dash, where a capital may only open a sentence.
pub fn follows_break(document: &Document, sentence: &Sentence, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|i| sentence.words.get(i)).map_or(sentence.span.start, |w| w.end);
    let start = sentence.words.get(index).map_or(before, |w| w.start);
    let gap = document.article.text.get(before..start).unwrap_or("");
    gap.contains(['"', '“', '‘', '«', '„', ':', '—', '–', '(', '['])
        || gap.contains(" - ")
        || gap.contains(['.', '!', '?', '…'])
}

/// Whether a word starts with a capital.
pub fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The word without a possessive ending.
pub fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}
