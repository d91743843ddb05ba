//! The norm of a word: its lower case, or what a table says: "'cause" → "because", "grey" → "gray".

use std::collections::HashMap;

use super::hashes;

/// Words with their norms; "#" and a number where the package keeps only the hash of the word.
const NORMS: &str = include_str!("../data/norms.txt");

/// Strings that are numbered instead of hashed.
const SYMBOLS: &str = include_str!("../data/symbols.txt");

/// The two tables between a word and the key of its norm.
#[derive(Debug)]
pub struct Norms {
    /// By the hash of the word.
    norms: HashMap<u64, &'static str>,
    symbols: HashMap<&'static str, u64>,
    longest_symbol: usize,
}

impl Norms {
    /// The tables.
    pub fn read() -> Result<Self, String> {
        let norms = NORMS
            .lines()
            .map(norm)
            .collect::<Option<_>>()
            .ok_or("norms.txt: a line does not have two parts")?;
        let symbols = SYMBOLS
            .lines()
            .map(symbol)
            .collect::<Option<HashMap<_, _>>>();
        let symbols = symbols.ok_or("symbols.txt: a line has no number")?;
        let longest_symbol = symbols.keys().map(|name| name.len()).max().unwrap_or(0);
        Ok(Self {
            norms,
            symbols,
            longest_symbol,
        })
    }

    /// The norm of a word, where it is not its lower case; by the word's hash.
    pub fn of(&self, hash: u64) -> Option<&'static str> {
        self.norms.get(&hash).copied()
    }

    /// The key of a string: its number or its hash, zero for the empty string.
    pub fn key(&self, text: &str) -> u64 {
        if text.is_empty() {
            return 0;
        }
        let symbol = if text.len() > self.longest_symbol {
            None
        } else {
            self.symbols.get(text)
        };
        symbol.copied().unwrap_or_else(|| hashes::of_string(text))
    }
}

fn norm(line: &'static str) -> Option<(u64, &'static str)> {
    let (word, norm) = line.split_once('\t')?;
    let stored = word
        .strip_prefix('#')
        .and_then(|number| number.parse().ok());
    Some((stored.unwrap_or_else(|| hashes::of_string(word)), norm))
}

fn symbol(line: &'static str) -> Option<(&'static str, u64)> {
    let (name, number) = line.split_once('\t')?;
    Some((name, number.parse().ok()?))
}
