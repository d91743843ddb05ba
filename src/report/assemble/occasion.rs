//! What the event is about: who is in it, and in how many articles.

use std::collections::BTreeSet;

use super::Border;
use crate::model::{ArticleId, Document, EntityId, EntityKind};
use crate::report::schema::Occasion;

/// How many people and bodies stand for the whole event.
const OCCASION_NAMES: usize = 8;

impl Border<'_> {
    pub(super) fn occasion(&self) -> Occasion {
        let mut dates: Vec<String> = self
            .event
            .documents
            .iter()
            .filter_map(|d| d.article.published.as_ref())
            .map(|p| p.chars().take(10).collect())
            .collect();
        dates.sort();
        Occasion {
            date: dates.first().cloned(),
            place: None,
            people: self.shared_names(EntityKind::Person),
            organizations: self.shared_names(EntityKind::Organization),
        }
    }

    /// Entities of one kind that most articles mention, the most mentioned first.
    pub(super) fn shared_names(&self, kind: EntityKind) -> Vec<String> {
        let need = self.event.documents.len().div_ceil(2).max(1);
        let mut found: Vec<(usize, &str)> = self
            .event
            .entities
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == kind)
            .map(|(i, e)| (self.articles_of(EntityId(i as u32)).len(), e.name.as_str()))
            .filter(|(n, _)| *n >= need)
            .collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        found
            .into_iter()
            .take(OCCASION_NAMES)
            .map(|(_, name)| name.to_string())
            .collect()
    }

    pub(super) fn articles_of(&self, id: EntityId) -> BTreeSet<ArticleId> {
        let mentioned = |d: &Document| d.speaks_of(id);
        self.event
            .articles()
            .filter(|(_, d)| mentioned(d))
            .map(|(a, _)| a)
            .collect()
    }
}
