//! Which article gets which letter: drawn by a seed, and written down for whoever undoes it.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::report::ArticleEntry;

/// What a letter stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    /// A, B, C.
    pub letter: String,
    /// What the outlet is called.
    pub outlet: String,
    /// The article's id in a report that is not blind.
    pub article: String,
    /// The file it was read from.
    pub path: String,
}

/// What every letter stands for, in the order of the letters.
pub fn key(articles: &[ArticleEntry], seed: u64) -> Vec<KeyEntry> {
    let entries = drawn(articles, seed).into_iter().enumerate();
    let entry = |(i, article): (usize, &ArticleEntry)| KeyEntry {
        letter: letter(i),
        outlet: article.outlet.clone(),
        article: article.id.clone(),
        path: article.path.clone(),
    };
    entries.map(entry).collect()
}

/// The letter of each article, by its id.
pub(super) fn letters(articles: &[ArticleEntry], seed: u64) -> BTreeMap<String, String> {
    let key = key(articles, seed).into_iter();
    key.map(|entry| (entry.article, entry.letter)).collect()
}

/// The articles in the order of their letters. The draw asks for nothing but the seed and the words, so that the names of
/// files, outlets and folders change no letter and tell none.
fn drawn(articles: &[ArticleEntry], seed: u64) -> Vec<&ArticleEntry> {
    let lot = |article: &ArticleEntry| -> Vec<u8> {
        let words = Sha256::new()
            .chain_update(seed.to_le_bytes())
            .chain_update(&article.text);
        words.finalize().to_vec()
    };
    let mut drawn: Vec<&ArticleEntry> = articles.iter().collect();
    drawn.sort_by_cached_key(|article| lot(article));
    drawn
}

/// A, B … Z, AA, AB …
pub(super) fn letter(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    if index < 26 {
        last.to_string()
    } else {
        format!("{}{last}", letter(index / 26 - 1))
    }
}

/// What letters are ordered by: Z stands before AA.
pub(super) fn place(letter: &str) -> (usize, &str) {
    (letter.len(), letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_behind_z() {
        assert_eq!(
            [letter(0), letter(25), letter(26), letter(701)],
            ["A", "Z", "AA", "ZZ"]
        );
        assert!(place("Z") < place("AA"));
    }
}
