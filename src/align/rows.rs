//! Sentences as the aligner sees them: weighted keys, in order and as sets, and character 4-grams.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use rayon::prelude::*;
use waken_snowball::{Algorithm, stem};

use crate::model::{BlockKind, Document, Event, Sentence, SentenceId};

/// Words without weight.
static STOP_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../lexicon/stop_words.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty()).collect()
});

/// A number in a set of keys or 4-grams with its weight there.
pub type Weighted = (u32, f32);

/// One sentence as the aligner sees it.
#[derive(Debug)]
pub struct Row {
    /// Which sentence it is.
    pub id: SentenceId,
    /// Where it stands in its article: 0 first, towards 1 last.
    pub place: f32,
    /// The key of each word, in order.
    pub sequence: Vec<u32>,
    /// Its distinct keys that carry weight, sorted by key.
    pub keys: Vec<Weighted>,
    /// Sum of the weights in `keys`.
    pub total: f32,
    /// Its character 4-grams, sorted, weighted so that the squares sum to one.
    pub grams: Vec<Weighted>,
}

/// All sentences of an event that can be aligned.
#[derive(Debug, Default)]
pub struct Rows {
    /// The sentences, in the order of articles and text.
    pub rows: Vec<Row>,
    /// The word or stem of each key.
    pub keys: Vec<String>,
}

/// The rows of an event: every sentence that is not a caption.
pub fn of(event: &Event) -> Rows {
    let mut interner = Interner::default();
    let mut rows = Vec::new();
    for (article, document) in event.articles() {
        let length = document.sentences.len().max(1) as f32;
        for (index, sentence) in document.sentences.iter().enumerate() {
            if sentence.kind == BlockKind::Caption {
                continue;
            }
            let id = SentenceId { article, index: index as u32 };
            let sequence = words(document, sentence).iter().map(|w| interner.key(w)).collect();
            rows.push(Row {
                id,
                place: index as f32 / length,
                sequence,
                keys: Vec::new(),
                total: 0.0,
                grams: Vec::new(),
            });
        }
    }
    let weights = weigh(&rows, &interner.keys);
    let grams = grams(event, &rows);
    rows.par_iter_mut().zip(grams).for_each(|(row, grams)| {
        row.keys = distinct(&row.sequence, &weights);
        row.total = row.keys.iter().map(|k| k.1).sum();
        row.grams = grams;
    });
    Rows { rows, keys: interner.keys }
}

/// The words of a sentence in the form in which they are compared.
fn words(document: &Document, sentence: &Sentence) -> Vec<String> {
    sentence.words.iter().map(|&w| folded(document.text(w))).filter(|w| !w.is_empty()).collect()
}

/// Lower case, without possessive, apostrophes, dots of acronyms and commas of numbers.
fn folded(word: &str) -> String {
    let lower = word.to_lowercase().replace(['’', '‘', 'ʼ'], "'");
    let bare = lower.strip_suffix("'s").unwrap_or(&lower);
    let number = bare.starts_with(|c: char| c.is_ascii_digit());
    bare.chars().filter(|&c| c != '\'' && c != ',' && (c != '.' || number)).collect()
}

/// Numbers the keys in the order in which they are first seen.
#[derive(Default)]
struct Interner {
    by_word: HashMap<String, u32>,
    by_key: HashMap<String, u32>,
    keys: Vec<String>,
}

impl Interner {
    fn key(&mut self, word: &str) -> u32 {
        if let Some(&known) = self.by_word.get(word) {
            return known;
        }
        // A word that says nothing keeps its form, so that a stem never falls on it ("others", "made").
        let text =
            if STOP_WORDS.contains(word) { word.to_string() } else { stem(Algorithm::English, word).into_owned() };
        let next = self.keys.len() as u32;
        let key = *self.by_key.entry(text.clone()).or_insert(next);
        if key == next {
            self.keys.push(text);
        }
        self.by_word.insert(word.to_string(), key);
        key
    }
}

/// Inverse sentence frequency in the event, `ln((N+1)/df) / ln(N+1)`; 0 for stop words.
fn weigh(rows: &[Row], keys: &[String]) -> Vec<f32> {
    let mut frequency = vec![0_u32; keys.len()];
    let mut last = vec![usize::MAX; keys.len()];
    for (r, row) in rows.iter().enumerate() {
        for &key in &row.sequence {
            if let (Some(n), Some(seen)) = (frequency.get_mut(key as usize), last.get_mut(key as usize))
                && *seen != r
            {
                *n += 1;
                *seen = r;
            }
        }
    }
    let all = (rows.len() + 1) as f32;
    let weight = |(key, &n): (&String, &u32)| {
        if STOP_WORDS.contains(key.as_str()) { 0.0 } else { (all / n.max(1) as f32).ln() / all.ln() }
    };
    keys.iter().zip(&frequency).map(weight).collect()
}

fn distinct(sequence: &[u32], weights: &[f32]) -> Vec<Weighted> {
    let mut keys: Vec<Weighted> =
        sequence.iter().map(|&k| (k, weights.get(k as usize).copied().unwrap_or(0.0))).filter(|k| k.1 > 0.0).collect();
    keys.sort_unstable_by_key(|k| k.0);
    keys.dedup_by_key(|k| k.0);
    keys
}

/// The 4-grams of each row, weighted `(1 + ln tf) · ln((N+1)/df)` and scaled to length one.
fn grams(event: &Event, rows: &[Row]) -> Vec<Vec<Weighted>> {
    let counted: Vec<BTreeMap<u64, u32>> = rows.par_iter().map(|row| counts(event, row.id)).collect();
    let mut numbers: HashMap<u64, u32> = HashMap::new();
    let mut frequency: Vec<u32> = Vec::new();
    let mut numbered: Vec<Vec<(u32, u32)>> = Vec::with_capacity(counted.len());
    for row in &counted {
        let mut list = Vec::with_capacity(row.len());
        for (&gram, &count) in row {
            let next = frequency.len() as u32;
            let number = *numbers.entry(gram).or_insert(next);
            if number == next {
                frequency.push(0);
            }
            if let Some(n) = frequency.get_mut(number as usize) {
                *n += 1;
            }
            list.push((number, count));
        }
        list.sort_unstable();
        numbered.push(list);
    }
    let all = (rows.len() + 1) as f32;
    numbered.par_iter().map(|list| unit(list, &frequency, all)).collect()
}

fn unit(list: &[(u32, u32)], frequency: &[u32], all: f32) -> Vec<Weighted> {
    let weight = |&(gram, count): &(u32, u32)| {
        let n = frequency.get(gram as usize).copied().unwrap_or(1).max(1) as f32;
        (gram, (1.0 + (count as f32).ln()) * (all / n).ln())
    };
    let raw: Vec<Weighted> = list.iter().map(weight).collect();
    let length = raw.iter().map(|w| w.1 * w.1).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    raw.into_iter().map(|(gram, w)| (gram, w / length)).collect()
}

/// How often each 4-gram stands in the words of a sentence joined by single spaces, spaces at both ends.
fn counts(event: &Event, id: SentenceId) -> BTreeMap<u64, u32> {
    let mut joined = String::from(" ");
    if let (Some(document), Some(sentence)) = (event.document(id.article), event.sentence(id)) {
        for word in words(document, sentence) {
            joined.push_str(&word);
            joined.push(' ');
        }
    }
    let mut counts = BTreeMap::new();
    let mut window = 0_u64;
    for (i, c) in joined.chars().enumerate() {
        // Sixteen bits a character: exact for the basic plane, and a rare collision beyond it does no harm.
        window = (window << 16) | u64::from(c as u32 & 0xffff);
        if i >= 3 {
            *counts.entry(window).or_insert(0) += 1;
        }
    }
    counts
}
