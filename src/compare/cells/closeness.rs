//! How near an article comes to a sentence of another: its surest link.

use std::collections::BTreeMap;

use crate::model::{Alignment, ArticleId, SentenceId};

/// The scores of the surest links of an alignment.
pub struct Closeness(BTreeMap<(SentenceId, ArticleId), f64>);

impl Closeness {
    /// Reads the links of an alignment.
    pub fn of(alignment: &Alignment) -> Self {
        let mut best: BTreeMap<(SentenceId, ArticleId), f64> = BTreeMap::new();
        for link in &alignment.links {
            for (from, to) in [(link.a, link.b), (link.b, link.a)] {
                let score = best.entry((from, to.article)).or_default();
                *score = score.max(link.score);
            }
        }
        Self(best)
    }

    /// The score of the surest link between a sentence and the sentences of an article; 0 where there is none.
    pub fn between(&self, sentence: SentenceId, article: ArticleId) -> f64 {
        self.0
            .get(&(sentence, article))
            .copied()
            .unwrap_or_default()
    }
}
