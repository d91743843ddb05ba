//! Sentences as the aligner sees them: weighted words, letter sequences, names, quoted words.

use std::collections::HashMap;

use rayon::prelude::*;
use waken_snowball::{Algorithm, stem};

use super::actors;
use super::weighted::{self, Weighted};
use crate::language;
use crate::model::{
    BlockKind, Document, Event, Mention, MentionKind, QuoteKind, Sentence, SentenceId,
};
use crate::span::Span;

/// One sentence as the aligner sees it. Sets are sorted by number.
#[derive(Debug, Default)]
pub struct Row {
    /// Which sentence it is.
    pub id: SentenceId,
    /// Whether it is the title.
    pub headline: bool,
    /// How many sentences of the article stand before it.
    pub before: u32,
    /// Where it stands in its article: 0 first, towards 1 last.
    pub place: f32,
    /// The key of each word, in order.
    pub sequence: Vec<u32>,
    /// Its distinct keys that carry weight.
    pub keys: Vec<Weighted>,
    /// Sum of the weights in `keys`.
    pub total: f32,
    /// Its keys and those of the sentences before and after it.
    pub around: Vec<Weighted>,
    /// Its keys that stand in names.
    pub names: Vec<Weighted>,
    /// Its keys that name or describe somebody, with whom; sorted.
    pub naming: Vec<(u32, u32)>,
    /// Its keys that are numbers.
    pub numbers: Vec<Weighted>,
    /// Its keys that stand between quotation marks.
    pub quoted: Vec<Weighted>,
    /// Its character 4-grams, the squares of the weights summing to one.
    pub letters: Vec<Weighted>,
    /// Its pairs of neighbouring weighty keys, one key between them at most.
    pub pairs: Vec<Weighted>,
    /// Its pairs of neighbouring words, stop words included.
    pub sequences: Vec<Weighted>,
    /// The entities it mentions by name, role or pronoun.
    pub entities: Vec<Weighted>,
    /// The entity that acts in it.
    pub actor: Option<u32>,
    /// The entity acted on, or named next.
    pub acted_on: Option<u32>,
    /// Every entity it mentions, by its number in the event, sorted.
    pub mentioned: Vec<u32>,
    /// The entities whose words it carries, quoted or reported.
    pub speakers: Vec<u32>,
}

/// All sentences of an event that can be aligned.
#[derive(Debug, Default)]
pub struct Rows {
    /// The sentences, in the order of articles and text.
    pub rows: Vec<Row>,
    /// How many keys there are.
    pub keys: usize,
}

impl Rows {
    /// The row with this number, if there is one.
    pub fn get(&self, number: u32) -> Option<&Row> {
        self.rows.get(number as usize)
    }
}

/// The rows of an event: every sentence that is not a caption.
pub fn rows_of_event(event: &Event) -> Rows {
    let mut interner = Interner::default();
    let (mut rows, mut spelled) = (Vec::new(), Vec::new());
    for (article, document) in event.articles() {
        let length = document.sentences.len().max(1) as f32;
        for (index, sentence) in document
            .sentences
            .iter()
            .enumerate()
            .filter(|(_, s)| s.kind != BlockKind::Caption)
        {
            let words: Vec<String> = sentence
                .words
                .iter()
                .map(|&w| folded(document.text(w)))
                .collect();
            rows.push(Row {
                id: SentenceId {
                    article,
                    index: index as u32,
                },
                headline: sentence.kind == BlockKind::Headline,
                before: index as u32,
                place: index as f32 / length,
                sequence: sentence
                    .words
                    .iter()
                    .zip(&words)
                    .map(|(&w, f)| interner.key(state(document.text(w)).unwrap_or(f)))
                    .collect(),
                ..Row::default()
            });
            spelled.push(words);
        }
    }
    let weights = weigh(&rows, &interner.keys);
    let numeric: Vec<bool> = interner
        .keys
        .iter()
        .map(|k| k.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    rows.par_iter_mut()
        .for_each(|row| wording(event, row, &weights, &numeric));
    let letters = weighted::number(
        spelled.par_iter().map(|w| letters(w)).collect(),
        |n, inverse| (1.0 + n.ln()) * inverse,
    );
    let pairs = weighted::number(
        rows.par_iter()
            .map(|r| neighbours(&r.sequence, &weights))
            .collect(),
        |_, i| i,
    );
    let sequences = weighted::number(
        rows.par_iter().map(|r| adjacent(&r.sequence)).collect(),
        |_, i| i,
    );
    let entities = weighted::number(
        rows.par_iter().map(|r| entities(event, r.id)).collect(),
        |_, i| i,
    );
    let sets = letters.into_iter().zip(pairs).zip(sequences).zip(entities);
    for (row, (((letters, pairs), sequences), entities)) in rows.iter_mut().zip(sets) {
        (row.letters, row.pairs, row.sequences, row.entities) =
            (weighted::unit(letters), pairs, sequences, entities);
    }
    look_around(&mut rows);
    Rows {
        rows,
        keys: interner.keys.len(),
    }
}

/// Lower case, without possessive, apostrophes, dots of acronyms and commas of numbers.
fn folded(word: &str) -> String {
    let lower = word.to_lowercase().replace(['’', '‘', 'ʼ'], "'");
    let bare = lower.strip_suffix("'s").unwrap_or(&lower);
    let number = bare.starts_with(|c: char| c.is_ascii_digit());
    bare.chars()
        .filter(|&c| c != '\'' && c != ',' && (c != '.' || number))
        .collect()
}

/// The state that a word stands for, so that "Helsinki", "Finnish" and "Finland" meet.
fn state(word: &str) -> Option<&'static str> {
    let bare = word
        .strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word);
    language::state(bare).map(|(name, _)| name)
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
        let text = if language::is_stop_word(word) {
            word.to_string()
        } else {
            stem(Algorithm::English, word).into_owned()
        };
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
            if let (Some(n), Some(seen)) =
                (frequency.get_mut(key as usize), last.get_mut(key as usize))
                && *seen != r
            {
                *n += 1;
                *seen = r;
            }
        }
    }
    let all = (rows.len() + 1) as f32;
    let weight = |(key, &n): (&String, &u32)| {
        if key.is_empty() || language::is_stop_word(key) {
            0.0
        } else {
            (all / n.max(1) as f32).ln() / all.ln()
        }
    };
    keys.iter().zip(&frequency).map(weight).collect()
}

/// Fills in the sets of keys of a row, and who acts and speaks in it.
fn wording(event: &Event, row: &mut Row, weights: &[f32], numeric: &[bool]) {
    let (Some(document), Some(sentence)) = (event.document(row.id.article), event.sentence(row.id))
    else {
        return;
    };
    let set = |chosen: &dyn Fn(u32, Span) -> bool| {
        let words = row
            .sequence
            .iter()
            .zip(&sentence.words)
            .filter(|&(&key, &word)| chosen(key, word));
        let mut keys: Vec<Weighted> = words
            .map(|(&k, _)| (k, weights.get(k as usize).copied().unwrap_or(0.0)))
            .filter(|k| k.1 > 0.0)
            .collect();
        keys.sort_unstable_by_key(|k| k.0);
        keys.dedup_by_key(|k| k.0);
        keys
    };
    let mentions = document.mentions_in(row.id.index);
    let names: Vec<Span> = mentions
        .iter()
        .filter(|m| m.kind == MentionKind::Name)
        .map(|m| m.core)
        .collect();
    let quotes = quotes(document, sentence);
    let (keys, named) = (
        set(&|_, _| true),
        set(&|_, word| names.iter().any(|n| n.overlaps(word))),
    );
    let quoted = set(&|_, word| quotes.iter().any(|q| q.overlaps(word)));
    let numbers = set(&|key, _| numeric.get(key as usize).copied().unwrap_or(false));
    (row.actor, row.acted_on) = actors::actor_and_acted_on(sentence, mentions, &quotes);
    row.mentioned = mentions
        .iter()
        .filter_map(|m| m.entity)
        .map(|e| e.0)
        .collect();
    row.mentioned.sort_unstable();
    row.mentioned.dedup();
    row.speakers = speakers(document, sentence);
    row.total = weighted::total(&keys);
    row.naming = naming(row, sentence, mentions);
    (row.keys, row.names, row.quoted, row.numbers) = (keys, named, quoted, numbers);
}

/// Which words of a sentence name or describe somebody, and whom.
fn naming(row: &Row, sentence: &Sentence, mentions: &[Mention]) -> Vec<(u32, u32)> {
    let words = || row.sequence.iter().zip(&sentence.words);
    let of = |m: &Mention| {
        let (span, entity) = (m.span, m.entity?.0);
        Some(
            words()
                .filter(move |(_, word)| span.overlaps(**word))
                .map(move |(&key, _)| (key, entity)),
        )
    };
    let mut naming: Vec<(u32, u32)> = mentions.iter().filter_map(of).flatten().collect();
    naming.sort_unstable();
    naming.dedup();
    naming
}

/// Words between quotation marks that reach into a sentence.
fn quotes(document: &Document, sentence: &Sentence) -> Vec<Span> {
    let inside = document
        .quotes
        .iter()
        .filter(|q| q.kind != QuoteKind::Indirect && q.span.overlaps(sentence.span));
    inside.map(|q| q.span).collect()
}

fn speakers(document: &Document, sentence: &Sentence) -> Vec<u32> {
    let inside = document
        .quotes
        .iter()
        .filter(|q| q.kind != QuoteKind::Scare && q.span.overlaps(sentence.span));
    let mut speakers: Vec<u32> = inside.filter_map(|q| q.entity).map(|e| e.0).collect();
    speakers.sort_unstable();
    speakers.dedup();
    speakers
}

fn entities(event: &Event, id: SentenceId) -> Vec<u64> {
    let Some(document) = event.document(id.article) else {
        return Vec::new();
    };
    let named = document
        .mentions_in(id.index)
        .iter()
        .filter_map(|m| m.entity);
    let mut found: Vec<u64> = named.map(|e| u64::from(e.0)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The 4-grams of the words joined by single spaces, spaces at both ends.
fn letters(words: &[String]) -> Vec<u64> {
    let mut grams = Vec::new();
    let mut window = 0_u64;
    let spaced = words
        .iter()
        .filter(|w| !w.is_empty())
        .flat_map(|w| w.chars().chain([' ']));
    for (i, c) in [' '].into_iter().chain(spaced).enumerate() {
        // Sixteen bits a character: exact for the basic plane, and a rare collision beyond it does no harm.
        window = (window << 16) | u64::from(c as u32 & 0xffff);
        if i >= 3 {
            grams.push(window);
        }
    }
    grams
}

fn adjacent(sequence: &[u32]) -> Vec<u64> {
    sequence
        .windows(2)
        .filter_map(|w| Some(joined(*w.first()?, *w.last()?)))
        .collect()
}

fn neighbours(sequence: &[u32], weights: &[f32]) -> Vec<u64> {
    let weighty = |k: &&u32| weights.get(**k as usize).is_some_and(|w| *w > 0.0);
    let keys: Vec<u32> = sequence.iter().filter(weighty).copied().collect();
    let near = keys
        .windows(2)
        .filter_map(|w| Some(joined(*w.first()?, *w.last()?)));
    near.chain(
        keys.windows(3)
            .filter_map(|w| Some(joined(*w.first()?, *w.last()?))),
    )
    .collect()
}

fn joined(a: u32, b: u32) -> u64 {
    (u64::from(a) << 32) | u64::from(b)
}

/// Fills in the keys of each sentence with those of the sentences beside it.
fn look_around(rows: &mut [Row]) {
    let around: Vec<Vec<Weighted>> = (0..rows.len())
        .into_par_iter()
        .map(|n| {
            let near = rows
                .iter()
                .enumerate()
                .skip(n.saturating_sub(1))
                .take(if n == 0 { 2 } else { 3 });
            let own = rows.get(n).map(|r| r.id.article);
            let mut keys: Vec<Weighted> = near
                .filter(|(_, r)| Some(r.id.article) == own)
                .flat_map(|(_, r)| r.keys.iter().copied())
                .collect();
            keys.sort_unstable_by_key(|k| k.0);
            keys.dedup_by_key(|k| k.0);
            keys
        })
        .collect();
    rows.iter_mut()
        .zip(around)
        .for_each(|(row, keys)| row.around = keys);
}
