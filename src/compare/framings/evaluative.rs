//! Evaluative words: a judgement in one source's own voice, and the same thing told without it in another.

use super::contrast::{Contrasts, Kind, plain};
use super::counterpart::Place;
use super::reading::Reading;
use super::scene::Scene;
use crate::model::Dimension;

/// Judging words that one side of a pair has.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (_, a, b) in scene.pairs() {
        for (one, other) in [(a, b), (b, a)] {
            words(scene, one, other, contrasts);
        }
    }
}

fn words(scene: &Scene, one: &Reading, other: &Reading, contrasts: &mut Contrasts) {
    let theirs = scene.hits_of(other.id, Dimension::Evaluative);
    for hit in scene.hits_of(one.id, Dimension::Evaluative) {
        let own = !scene.is_quoted(one.id, hit.span);
        if !own || theirs.iter().any(|t| t.entry == hit.entry) {
            continue;
        }
        let Some(place) = Place::around(scene, one, hit.span) else { continue };
        let answer = place.in_other(scene, other).or_else(|| place.same_matter(scene, other));
        let (Some(mine), Some(answer)) = (place.term(scene), answer) else { continue };
        let target = format!("“{}”", answer.term);
        let key = plain(&mine.term);
        contrasts
            .add(Kind { dimension: Dimension::Evaluative, rule: "judging-word", key, target: &target }, [mine, answer]);
    }
}
