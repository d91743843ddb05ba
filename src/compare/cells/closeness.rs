//! How near an article comes to a sentence of another: its surest link.

use std::collections::BTreeMap;

use crate::model::{Alignment, ArticleId, Relation, SentenceId};

/// The surest link between a sentence and an article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Close {
    /// Its score; 0 where there is none.
    pub score: f64,
    /// Whether neither of the linked sentences says more than the other.
    pub equivalent: bool,
}

/// The surest links of an alignment.
pub struct Closeness(BTreeMap<(SentenceId, ArticleId), Close>);

impl Closeness {
    /// Reads the links of an alignment.
    pub fn of(alignment: &Alignment) -> Self {
        let mut best: BTreeMap<(SentenceId, ArticleId), Close> = BTreeMap::new();
        for link in &alignment.links {
            for (from, to) in [(link.a, link.b), (link.b, link.a)] {
                let close = best.entry((from, to.article)).or_default();
                close.score = close.score.max(link.score);
                close.equivalent |= link.relation == Relation::Equivalent;
            }
        }
        Self(best)
    }

    /// The surest link between a sentence and the sentences of an article.
    pub fn between(&self, sentence: SentenceId, article: ArticleId) -> Close {
        self.0
            .get(&(sentence, article))
            .copied()
            .unwrap_or_default()
    }
}
