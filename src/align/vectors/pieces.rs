//! Text → word pieces of a lower-case BERT vocabulary.
//!
//! Words are split at spaces and punctuation, lower-cased, their accents dropped; each word is cut into the longest
//! pieces the vocabulary has, pieces inside a word marked by `##` (Devlin et al. 2019, WordPiece).

use std::collections::HashMap;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer words are unknown, as in the reference implementation.
const LONGEST_WORD: usize = 100;
/// Pieces a sentence is cut to: the model was trained on 128 and takes 256.
const LONGEST_SENTENCE: usize = 254;

/// A vocabulary of word pieces.
#[derive(Debug)]
pub struct Pieces {
    numbers: HashMap<String, u32>,
    unknown: u32,
    /// The pieces that open and close every sentence.
    pub ends: (u32, u32),
}

#[derive(Deserialize)]
struct Tokenizer {
    model: WordPiece,
}

#[derive(Deserialize)]
struct WordPiece {
    vocab: HashMap<String, u32>,
}

impl Pieces {
    /// The vocabulary in a `vocab.txt`, one piece a line, or in a `tokenizer.json`.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let numbers = if bytes.first() == Some(&b'{') {
            serde_json::from_slice::<Tokenizer>(bytes)
                .map_err(|e| format!("tokenizer.json: {e}"))?
                .model
                .vocab
        } else {
            let text = String::from_utf8_lossy(bytes);
            text.lines()
                .zip(0..)
                .map(|(piece, number)| (piece.trim_end().to_string(), number))
                .collect()
        };
        let number = |piece: &str| {
            numbers
                .get(piece)
                .copied()
                .ok_or_else(|| format!("the vocabulary has no {piece}"))
        };
        let (unknown, ends) = (number("[UNK]")?, (number("[CLS]")?, number("[SEP]")?));
        Ok(Self {
            unknown,
            ends,
            numbers,
        })
    }

    /// The pieces of a sentence, without the ones that open and close it.
    pub fn of(&self, text: &str) -> Vec<u32> {
        let mut found = Vec::new();
        words(text)
            .iter()
            .for_each(|word| self.cut(word, &mut found));
        found.truncate(LONGEST_SENTENCE);
        found
    }

    fn cut(&self, word: &[char], found: &mut Vec<u32>) {
        let before = found.len();
        let (mut start, mut piece) = (0, String::new());
        while start < word.len() && word.len() <= LONGEST_WORD {
            let longest = (start + 1..=word.len()).rev().find_map(|end| {
                piece.clear();
                piece.push_str(if start > 0 { "##" } else { "" });
                piece.extend(word.get(start..end)?);
                Some((end, *self.numbers.get(&piece)?))
            });
            let Some((end, number)) = longest else { break };
            found.push(number);
            start = end;
        }
        if start < word.len() {
            found.truncate(before);
            found.push(self.unknown);
        }
    }
}

/// The words of a text in lower case without accents; every mark of punctuation and every CJK character by itself.
fn words(text: &str) -> Vec<Vec<char>> {
    let mut words: Vec<Vec<char>> = vec![Vec::new()];
    let plain = text
        .nfd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase);
    for c in plain.filter(|c| !c.is_control() || c.is_whitespace()) {
        if c.is_whitespace() {
            words.push(Vec::new());
        } else if alone(c) {
            words.extend([vec![c], Vec::new()]);
        } else if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    words.retain(|w| !w.is_empty());
    words
}

fn alone(c: char) -> bool {
    let cjk =
        matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
    let marks = matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '¡' | '§' | '«' | '¶' | '·' | '»' | '¿');
    cjk || marks || c.is_ascii_punctuation()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_into_the_longest_pieces() {
        let vocabulary = "[UNK]\n[CLS]\n[SEP]\nferry\nfe\n##r\n##ries\nzurich\n,\n’";
        let pieces = Pieces::read(vocabulary.as_bytes()).unwrap();
        assert_eq!(pieces.of("Ferries, Zürich"), [4, 5, 6, 8, 7]);
        assert_eq!(pieces.of("ferry’q ferry"), [3, 9, 0, 3]);
        assert!(Pieces::read(b"ferry").is_err());
    }
}
