//! Categories of the user's own: how often each source uses them, and where sources differ in them on the same thing.

use super::contrast::{Contrasts, Kind};
use super::counterpart::Place;
use super::reading::Reading;
use super::scene::Scene;
use crate::codebook::Hit;
use crate::compare::standing;
use crate::model::{CategoryUse, Dimension, Excerpt};

/// How often each source uses each category, in the order of the categories and of the articles.
pub fn counts(scene: &Scene) -> Vec<CategoryUse> {
    let mut found = Vec::new();
    let of_user = scene.categories.iter().enumerate().filter(|(_, c)| c.dimension == Dimension::Category);
    for (index, category) in of_user {
        for (article, document) in scene.event.articles() {
            let readings = scene.all().filter(|r| r.id.article == article);
            let places = readings.flat_map(|r| {
                let here = scene.hits(r.id).iter().filter(move |h| h.category == index);
                here.map(|h| Excerpt { sentence: r.id, span: h.span })
            });
            let words = standing::words(document);
            found.push(CategoryUse { name: category.name.clone(), article, words, places: places.collect() });
        }
    }
    found
}

/// Pairs that differ in a category: other words of it, or one side without.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (_, a, b) in scene.pairs() {
        for (one, other) in [(a, b), (b, a)] {
            let theirs = scene.hits_of(other.id, Dimension::Category);
            for hit in scene.hits_of(one.id, Dimension::Category) {
                let same: Vec<&&Hit> = theirs.iter().filter(|t| t.category == hit.category).collect();
                if !same.iter().any(|t| t.entry == hit.entry) {
                    differ(scene, one, other, hit, &same, contrasts);
                }
            }
        }
    }
}

fn differ(scene: &Scene, one: &Reading, other: &Reading, hit: &Hit, same: &[&&Hit], contrasts: &mut Contrasts) {
    let place = Place::around(scene, one, hit.span);
    let mine = place.as_ref().and_then(|p| p.term(scene)).unwrap_or_else(|| scene.term(one.id, hit.span));
    let answer = match same.first() {
        Some(theirs) => scene.phrase(other, theirs.span),
        None => place.and_then(|p| p.in_other(scene, other)),
    };
    let (Some(answer), Some(category)) = (answer, scene.categories.get(hit.category)) else { return };
    let key = format!("{} {}", category.name, scene.passage(one.id));
    let kind = Kind { dimension: Dimension::Category, rule: "user-category", key, target: &category.name };
    contrasts.add(kind, [mine, answer]);
}
