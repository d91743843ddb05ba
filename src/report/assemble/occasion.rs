//! What the event is about: who is in it, and in how many articles.

use std::collections::BTreeSet;

use super::Border;
use crate::model::{EntityId, EntityKind};
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
        let counts = self.articles_of_each();
        let mut found: Vec<(usize, &str)> = self
            .event
            .entities
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == kind)
            .map(|(i, e)| (counts.get(i).copied().unwrap_or(0), e.name.as_str()))
            .filter(|(n, _)| *n >= need)
            .collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        found
            .into_iter()
            .take(OCCASION_NAMES)
            .map(|(_, name)| name.to_string())
            .collect()
    }

    /// In how many articles each entity is meant by something.
    fn articles_of_each(&self) -> Vec<usize> {
        let mut counts = vec![0; self.event.entities.len()];
        for (_, document) in self.event.articles() {
            let meant: BTreeSet<EntityId> =
                document.mentions.iter().filter_map(|m| m.entity).collect();
            for id in meant {
                if let Some(count) = counts.get_mut(id.0 as usize) {
                    *count += 1;
                }
            }
        }
        counts
    }
}
