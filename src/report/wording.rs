//! Vocabulary, space and the user's categories at the border.

use super::assemble::{Border, round};
use super::schema::{CategoryEntry, DistinctiveEntry, SpaceEntry, VocabularyEntry};
use crate::model::{Comparison, DistinctiveWord};

/// The words that tell each article from the others.
pub fn vocabulary(border: &Border, comparison: &Comparison) -> Vec<VocabularyEntry> {
    let word = |w: &DistinctiveWord| DistinctiveEntry {
        word: w.word.clone(),
        count: w.places.len(),
        others: w.others,
        z: round(w.z),
        places: w.places.iter().map(|p| border.excerpt(p)).collect(),
    };
    let entry = |v: &crate::model::OutletVocabulary| VocabularyEntry {
        article: border.key(v.article),
        words: v.words.iter().map(word).collect(),
    };
    comparison.vocabulary.iter().map(entry).collect()
}

/// How much of each article its actors are given.
pub fn space(border: &Border, comparison: &Comparison) -> Vec<SpaceEntry> {
    let entry = |s: &crate::model::ActorSpace| SpaceEntry {
        actor: format!("e{}", s.actor.0 + 1),
        name: border.entity_name(s.actor),
        article: border.key(s.article),
        about: s.about,
        quoted: s.quoted,
        share: round(s.about as f64 / s.words.max(1) as f64),
    };
    comparison.space.iter().map(entry).collect()
}

/// How often each article uses each of the user's categories.
pub fn categories(border: &Border, comparison: &Comparison) -> Vec<CategoryEntry> {
    let entry = |c: &crate::model::CategoryUse| CategoryEntry {
        name: c.name.clone(),
        article: border.key(c.article),
        count: c.places.len(),
        per_thousand: round(1000.0 * c.places.len() as f64 / c.words.max(1) as f64),
        places: c.places.iter().map(|p| border.excerpt(p)).collect(),
    };
    comparison.categories.iter().map(entry).collect()
}
