//! Candidate pairs with their signals, in the two rounds in which they are scored.
//!
//! The first round scores a pair by what the two sentences have in common and how it stands by likeness among its
//! rivals. The second round scores it again, knowing how all other pairs fared in the first.

use rayon::prelude::*;

use super::rows::{self, Rows};
use super::signals::{standing, wording};
use super::{Options, candidates, scores};
use crate::model::{Event, SentenceId};

/// The candidate pairs of an event.
pub struct Pairs {
    /// The sentences.
    pub(super) rows: Rows,
    /// Row numbers of the two ends, the smaller first, sorted.
    pub(super) ends: Vec<(u32, u32)>,
    /// The signals of the first round, in the order of [`first_names`].
    pub first: Vec<Vec<f32>>,
}

/// Names of the signals of the first round.
pub fn first_names(vectors: bool) -> Vec<String> {
    let own = wording::NAMES.iter().map(|n| n.to_string());
    let lexical = own.chain(standing::NAMES.iter().map(|n| format!("likeness {n}")));
    let _ = vectors;
    lexical.collect()
}

/// Names of the signals of the second round.
pub fn second_names(vectors: bool) -> Vec<String> {
    let known = first_names(vectors).into_iter().chain(["first score".to_string()]);
    known.chain(standing::NAMES.iter().map(|n| format!("score {n}"))).collect()
}

impl Pairs {
    /// The pairs of an event worth a closer look, with the signals of the first round.
    pub fn of(event: &Event, _options: &Options) -> Self {
        let rows = rows::of(event);
        let ends = candidates::pairs(&rows);
        let own: Vec<[f32; wording::NAMES.len()]> = ends
            .par_iter()
            .map(|&(a, b)| match (rows.get(a), rows.get(b)) {
                (Some(x), Some(y)) => wording::of(&rows, x, y),
                _ => [0.0; wording::NAMES.len()],
            })
            .collect();
        let likeness: Vec<f32> = own.iter().map(|[words, letters, ..]| 0.5 * words + 0.5 * letters).collect();
        let field = standing::Field::new(&rows, &ends, &likeness);
        let rivals = ends.par_iter().zip(&own);
        let first = rivals.map(|(&(a, b), own)| own.iter().copied().chain(field.of(a, b)).collect()).collect();
        Self { rows, ends, first }
    }

    /// The sentences of each pair, the one in the earlier article first.
    pub fn sentences(&self) -> impl Iterator<Item = (SentenceId, SentenceId)> {
        self.ends.iter().filter_map(|&(a, b)| Some((self.rows.get(a)?.id, self.rows.get(b)?.id)))
    }

    /// The chance of each pair that two readers would link it, by the weights in the program.
    pub fn chances(&self) -> Vec<f32> {
        let method = &scores::fitted().lexical;
        let first = method.first.chances(&first_names(false), &self.first);
        method.second.chances(&second_names(false), &self.second(&first))
    }

    /// The signals of the second round, in the order of [`second_names`], from the chances of the first.
    pub fn second(&self, chances: &[f32]) -> Vec<Vec<f32>> {
        let field = standing::Field::new(&self.rows, &self.ends, chances);
        let known = self.ends.par_iter().zip(&self.first).zip(chances);
        known
            .map(|((&(a, b), first), &chance)| {
                let again = [log_odds(chance)].into_iter().chain(field.of(a, b));
                first.iter().copied().chain(again).collect()
            })
            .collect()
    }
}

/// Log odds of a chance kept away from 0 and 1.
fn log_odds(chance: f32) -> f32 {
    let chance = chance.clamp(0.001, 0.999);
    (chance / (1.0 - chance)).ln()
}
