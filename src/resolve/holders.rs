//! Offices → those who hold them: whom "the minister" means.

use super::names::Registry;
use super::offices::Office;
use crate::model::{EntityId, EntityKind};

/// Who was mentioned so far in one article.
pub struct Holders<'a> {
    registry: &'a Registry,
    /// Each once, who was mentioned last at the end.
    recent: Vec<EntityId>,
}

impl<'a> Holders<'a> {
    /// Nobody yet.
    pub fn new(registry: &'a Registry) -> Self {
        Self {
            registry,
            recent: Vec::new(),
        }
    }

    /// Notes that somebody is mentioned.
    pub fn note(&mut self, id: EntityId) {
        self.recent.retain(|known| *known != id);
        self.recent.push(id);
    }

    /// The last holder of such an office this article named; `anywhere`, else the only one in the event. Holders known to
    /// be of the same state go first.
    pub fn holder(&self, office: &Office, anywhere: bool) -> Option<EntityId> {
        if office.kind == EntityKind::Group || office.is_relational() {
            return None;
        }
        let same_state = |id: EntityId| {
            let known = self.registry.get(id);
            known.is_some_and(|k| {
                k.offices
                    .iter()
                    .any(|held| office.same_state(held) && office.points_at(held))
            })
        };
        self.last_or_only(same_state, anywhere)
            .or_else(|| self.last_or_only(|id| self.fits(office, id), anywhere))
    }

    fn last_or_only(&self, fits: impl Fn(EntityId) -> bool, anywhere: bool) -> Option<EntityId> {
        if let Some(id) = self.recent.iter().rev().copied().find(|&id| fits(id)) {
            return Some(self.topical(id, &fits));
        }
        if !anywhere {
            return None;
        }
        let mut fitting = (0..self.registry.entities.len() as u32)
            .map(EntityId)
            .filter(|&id| fits(id));
        match (fitting.next(), fitting.next()) {
            (Some(id), None) => Some(id),
            _ => None,
        }
    }

    /// Of holders of one office the one the event is about: a predecessor whom no other article names does not become
    /// "the governor" of an article that named the one whom several name.
    fn topical(&self, last: EntityId, fits: &impl Fn(EntityId) -> bool) -> EntityId {
        let articles = |id: EntityId| self.registry.get(id).map_or(0, |known| known.articles);
        if articles(last) > 1 {
            return last;
        }
        let named = self.recent.iter().copied();
        let others = named.filter(|id| *id != last && fits(*id));
        others
            .max_by_key(|id| articles(*id))
            .filter(|id| articles(*id) > 1)
            .unwrap_or(last)
    }

    fn fits(&self, office: &Office, id: EntityId) -> bool {
        let Some(known) = self.registry.get(id) else {
            return false;
        };
        let holds = known.offices.iter().any(|held| office.points_at(held));
        let named = office.kind == EntityKind::Organization
            && known.kind == EntityKind::Organization
            && known
                .name
                .to_lowercase()
                .split(' ')
                .any(|w| w == office.noun)
            && office
                .qualifiers
                .iter()
                .all(|q| known.name.to_lowercase().contains(q.as_str()));
        holds || named
    }
}
