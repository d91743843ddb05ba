//! What the sentences of an event are about: their content words with weights, and which sentences share them.

use std::collections::{BTreeMap, HashMap};

use crate::language;
use crate::model::{ArticleId, BlockKind, Event, SentenceId};

/// The content of every sentence of an event, indexed by word.
pub struct Wording {
    stems: HashMap<SentenceId, Vec<String>>,
    weight: HashMap<String, f64>,
    /// Sentences by word and article.
    places: HashMap<String, BTreeMap<ArticleId, Vec<SentenceId>>>,
}

impl Wording {
    /// Reads every sentence once. A word weighs `ln((N + 1) / df) / ln(N + 1)`: 1 for a word of one sentence, towards 0
    /// for a word of all (inverse document frequency over the sentences of the event).
    pub fn of(event: &Event) -> Self {
        let mut stems = HashMap::new();
        let mut places: HashMap<String, BTreeMap<ArticleId, Vec<SentenceId>>> = HashMap::new();
        for (article, document) in event.articles() {
            for (index, sentence) in document.sentences.iter().enumerate() {
                let id = SentenceId {
                    article,
                    index: index as u32,
                };
                let words = content(sentence.words.iter().map(|&w| document.text(w)));
                if sentence.kind != BlockKind::Caption {
                    for word in &words {
                        places
                            .entry(word.clone())
                            .or_default()
                            .entry(article)
                            .or_default()
                            .push(id);
                    }
                }
                stems.insert(id, words);
            }
        }
        let n = stems.len() as f64 + 1.0;
        let frequency = |p: &BTreeMap<ArticleId, Vec<SentenceId>>| {
            p.values().map(Vec::len).sum::<usize>() as f64
        };
        let weight = places
            .iter()
            .map(|(w, p)| (w.clone(), (n / frequency(p)).ln() / n.ln()))
            .collect();
        Self {
            stems,
            weight,
            places,
        }
    }

    /// Stems of the content words of a sentence, sorted, each once.
    pub fn stems(&self, id: SentenceId) -> &[String] {
        self.stems.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The weight of a stem, 0 to 1.
    pub fn weight(&self, stem: &str) -> f64 {
        self.weight.get(stem).copied().unwrap_or(1.0)
    }

    /// The sentences that have a stem, by article; none where no sentence has it.
    pub fn places(&self, stem: &str) -> Option<&BTreeMap<ArticleId, Vec<SentenceId>>> {
        self.places.get(stem)
    }

    /// How much of the weight of some stems a sentence has, 0 to 1.
    pub fn share(&self, words: &[String], id: SentenceId) -> f64 {
        let there = self.stems(id);
        let weight = |word: &String| self.weight(word);
        let all: f64 = words.iter().map(weight).sum();
        let common = words.iter().filter(|w| there.binary_search(w).is_ok());
        common.map(weight).sum::<f64>() / all.max(f64::MIN_POSITIVE)
    }

    /// The sentence of an article that, with the one before it, covers most of `words`, and how much they cover; none where
    /// they share nothing.
    pub fn nearest_two(&self, words: &[String], article: ArticleId) -> Option<(SentenceId, f64)> {
        let mut scores: BTreeMap<SentenceId, f64> = BTreeMap::new();
        let all: f64 = words.iter().map(|w| self.weight(w)).sum();
        for word in words {
            let here = self
                .places
                .get(word)
                .and_then(|p| p.get(&article))
                .map(Vec::as_slice)
                .unwrap_or_default();
            let next = here.iter().map(|id| SentenceId {
                index: id.index + 1,
                ..*id
            });
            let windows: std::collections::BTreeSet<SentenceId> =
                here.iter().copied().chain(next).collect();
            for id in windows {
                *scores.entry(id).or_default() += self.weight(word);
            }
        }
        let best = scores
            .into_iter()
            .reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.filter(|_| all > 0.0)
            .map(|(id, score)| (id, score / all))
    }

    /// The sentence of an article that covers most of `words`, and how much; none where they share nothing.
    pub fn nearest(&self, words: &[String], article: ArticleId) -> Option<(SentenceId, f64)> {
        let mut scores: BTreeMap<SentenceId, f64> = BTreeMap::new();
        let all: f64 = words.iter().map(|w| self.weight(w)).sum();
        for word in words {
            let here = self.places.get(word).and_then(|p| p.get(&article));
            for id in here.into_iter().flatten() {
                *scores.entry(*id).or_default() += self.weight(word);
            }
        }
        let best = scores
            .into_iter()
            .reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.filter(|_| all > 0.0)
            .map(|(id, score)| (id, score / all))
    }
}

/// Stems of the words that say something, sorted, each once.
pub fn content<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    let kept =
        words.filter(|w| !language::is_stop_word(&w.to_lowercase().replace(['’', '\''], "")));
    let mut stems: Vec<String> = kept.map(language::stem).filter(|s| !s.is_empty()).collect();
    stems.sort();
    stems.dedup();
    stems
}
