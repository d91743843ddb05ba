//! How much two texts have in common: runs of words for copies, weighted stems for stories.

use std::collections::{BTreeMap, HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::language;

/// Words in a row that count as the same wording; shorter runs are shared by any two texts about one event.
const RUN: usize = 5;

/// Every run of words of a text as a number, sorted; small letters, punctuation left out.
pub fn runs(text: &str) -> Vec<u64> {
    let words: Vec<String> = text.unicode_words().map(str::to_lowercase).collect();
    let mut runs: Vec<u64> = words
        .windows(RUN.min(words.len()).max(1))
        .map(number)
        .collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// FNV-1a, 64 bits: the same number on every machine. Two of a thousand runs meet by chance once in 10^13 texts.
fn number(words: &[String]) -> u64 {
    let bytes = words.iter().flat_map(|w| w.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Shared runs among all runs of two texts, 0 to 1 (Jaccard's index).
pub fn resemblance(a: &[u64], b: &[u64]) -> f64 {
    let shared = a.iter().filter(|run| b.binary_search(run).is_ok()).count();
    let all = a.len() + b.len() - shared;
    if all == 0 {
        0.0
    } else {
        shared as f64 / all as f64
    }
}

/// Share of the runs of the shorter of two texts that stand in the longer, 0 to 1.
pub fn taken_over(a: &[u64], b: &[u64]) -> f64 {
    let shared = a.iter().filter(|run| b.binary_search(run).is_ok()).count();
    match a.len().min(b.len()) {
        0 => 0.0,
        least => shared as f64 / least as f64,
    }
}

/// Stems of a text with their weight, 1 + ln(count).
#[derive(Clone, Debug, Default)]
pub struct Stems {
    weights: BTreeMap<String, f64>,
    length: f64,
}

impl Stems {
    /// The stems of words of four letters and more that are no function words.
    pub fn of(text: &str) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for word in text
            .unicode_words()
            .filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() >= 4)
        {
            if !language::is_stop_word(&word.to_lowercase().replace(['’', '\''], "")) {
                *counts.entry(language::stem(word)).or_default() += 1;
            }
        }
        let weights: BTreeMap<String, f64> = counts
            .into_iter()
            .map(|(s, n)| (s, 1.0 + (n as f64).ln()))
            .collect();
        let length = weights.values().map(|w| w * w).sum::<f64>().sqrt();
        Self { weights, length }
    }

    /// How many different stems there are.
    pub fn len(&self) -> usize {
        self.weights.len()
    }
}

/// Texts by their stems, so that one is held only against those with which it has a word in common.
#[derive(Debug, Default)]
pub struct Index<'a> {
    texts: HashMap<&'a str, Vec<(usize, f64)>>,
    lengths: HashMap<usize, f64>,
}

impl<'a> Index<'a> {
    /// The earlier texts whose cosine with a text is at least `least`; the text is one of them from then on. The cosine is 0
    /// for nothing in common and 1 for the same words.
    pub fn near(&mut self, place: usize, text: &'a Stems, least: f64) -> HashSet<usize> {
        let mut sums: HashMap<usize, f64> = HashMap::new();
        for (stem, weight) in &text.weights {
            let list = self.texts.entry(stem).or_default();
            for (other, theirs) in list.iter() {
                *sums.entry(*other).or_default() += weight * theirs;
            }
            list.push((place, *weight));
        }
        let is_near = |other: usize, shared: f64| {
            let lengths = text.length * self.lengths.get(&other).copied().unwrap_or(0.0);
            lengths > 0.0 && shared / lengths >= least
        };
        let near = sums
            .into_iter()
            .filter(|(other, shared)| is_near(*other, *shared));
        let near = near.map(|(other, _)| other).collect();
        self.lengths.insert(place, text.length);
        near
    }
}
