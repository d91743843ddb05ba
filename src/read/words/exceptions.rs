//! Words the tokenizer divides by a list: "can't" → "ca", "n't"; and faces, which it puts together again.

use std::collections::HashMap;

use super::{Tokenizer, Word};
use crate::span::Span;

/// A word in each line, then its parts, each with its norm where that is fixed.
const EXCEPTIONS: &str = include_str!("../data/exceptions.txt");

/// A part of a word of the list.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its length in bytes.
    pub length: usize,
    /// Its norm, where that is fixed.
    pub norm: Option<&'static str>,
}

/// Words with their parts.
pub type Exceptions = HashMap<&'static str, Vec<Part>>;

/// The list.
pub fn read() -> Result<Exceptions, String> {
    let entry = |line: &'static str| {
        let (word, parts) = line
            .split_once('\t')
            .ok_or_else(|| format!("exceptions.txt: {line}"))?;
        let parts: Vec<Part> = parts.split('\t').map(part).collect();
        let length: usize = parts.iter().map(|part| part.length).sum();
        if length == word.len() {
            Ok((word, parts))
        } else {
            Err(format!("exceptions.txt: {line}"))
        }
    };
    EXCEPTIONS.lines().map(entry).collect()
}

fn part(text: &'static str) -> Part {
    let (written, norm) = text
        .split_once(' ')
        .map_or((text, None), |(written, norm)| (written, Some(norm)));
    Part {
        length: written.len(),
        norm,
    }
}

/// Words of the list that the tokenizer cuts up before it can find them in it, by the first of their pieces.
#[derive(Debug, Default)]
pub struct Torn(HashMap<String, Vec<(&'static str, Vec<usize>)>>);

/// A stretch of tokens that is a word of the list.
struct Found {
    first: usize,
    count: usize,
    word: &'static str,
}

impl Torn {
    /// The words of the list that the tokenizer would cut.
    pub fn of(tokenizer: &Tokenizer) -> Self {
        let mut out = Self::default();
        for &word in tokenizer.exceptions.keys() {
            if !tokenizer.cuts(word) {
                continue;
            }
            let mut pieces = Vec::new();
            tokenizer.pieces(word, Span::new(0, word.len()), false, &mut pieces);
            let first = pieces.first().map_or("", |piece| piece.span.of(word));
            out.0
                .entry(first.to_string())
                .or_default()
                .push((word, pieces.iter().map(|p| p.span.end).collect()));
        }
        out
    }

    /// Puts the pieces of such words together, and divides them as the list says.
    pub fn mend(&self, exceptions: &Exceptions, text: &str, words: &mut Vec<Word>) {
        let mut found: Vec<Found> = (0..words.len())
            .flat_map(|at| self.at(text, &words[at..], at))
            .collect();
        if found.is_empty() {
            return;
        }
        found.sort_by_key(|f| (std::cmp::Reverse(f.count), f.first));
        let mut taken = vec![false; words.len()];
        found.retain(|f| {
            let free = !taken[f.first..f.first + f.count].contains(&true);
            taken[f.first..f.first + f.count].fill(true);
            free
        });
        found.sort_by_key(|f| f.first);
        for f in found.iter().rev() {
            let (start, spaced) = (
                words[f.first].span.start,
                words[f.first + f.count - 1].spaced,
            );
            let parts = exceptions.get(f.word).map_or(&[][..], Vec::as_slice);
            words.splice(f.first..f.first + f.count, divided(start, parts, spaced));
        }
    }

    /// The words of the list whose pieces are the first of these tokens.
    fn at(&self, text: &str, words: &[Word], first: usize) -> Vec<Found> {
        let Some(candidates) = words
            .first()
            .and_then(|word| self.0.get(word.span.of(text)))
        else {
            return Vec::new();
        };
        let start = words[0].span.start;
        let fits = |&&(word, ref ends): &&(&'static str, Vec<usize>)| {
            text[start..].starts_with(word)
                && words.len() >= ends.len()
                && ends
                    .iter()
                    .zip(words)
                    .all(|(end, token)| token.span.end == start + end)
        };
        candidates
            .iter()
            .filter(fits)
            .map(|&(word, ref ends)| Found {
                first,
                count: ends.len(),
                word,
            })
            .collect()
    }
}

/// The tokens of a word of the list that starts here; the last has the space that follows the word, if any.
pub fn divided(start: usize, parts: &[Part], spaced: bool) -> Vec<Word> {
    let mut at = start;
    let mut out = Vec::with_capacity(parts.len());
    for (n, part) in parts.iter().enumerate() {
        let span = Span::new(at, at + part.length);
        out.push(Word {
            span,
            norm: part.norm,
            spaced: spaced && n + 1 == parts.len(),
        });
        at = span.end;
    }
    out
}
