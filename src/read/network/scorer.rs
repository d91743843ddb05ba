//! A state of the parser or of the name recognizer → a score for each move.
//!
//! What a token adds in each slot of a state is computed once for each token (Chen & Manning 2014, section 3.2).

use ndarray::Array2;

use super::layers::{Linear, WIDTH};
use super::rows::Rows;
use crate::tensors::Tensors;

/// Length of a token's vector before it enters a state.
const NARROW: usize = 64;

/// Length of a state's vector.
const HIDDEN: usize = 64;

/// Values of a state before the larger of each two is taken.
const VALUES: usize = 2 * HIDDEN;

/// The layers between tokens and scores.
#[derive(Debug)]
pub struct Scorer {
    narrow: Linear,
    /// Columns: for each slot all first values, then all second.
    slots: Array2<f32>,
    bias: Vec<f32>,
    /// What an empty slot adds.
    none: Vec<f32>,
    /// For each value of a state a weight for each move.
    score_weights: Vec<f32>,
    score_bias: Vec<f32>,
}

/// What each token adds to a state in each slot.
#[derive(Debug)]
pub struct Slots(Rows);

impl Scorer {
    /// The layers with this name, for so many slots and moves.
    pub fn read(tensors: &Tensors, name: &str, slots: usize, moves: usize) -> Result<Self, String> {
        Ok(Self {
            narrow: Linear::read(tensors, &format!("{name}.narrow"), WIDTH, NARROW)?,
            slots: tensors.matrix(&format!("{name}.slots.weight"), NARROW, slots * VALUES)?,
            bias: tensors.vector(&format!("{name}.slots.bias"), VALUES)?,
            none: tensors.numbers(&format!("{name}.slots.none"), &[slots, VALUES])?,
            score_weights: tensors.numbers(&format!("{name}.scores.weight"), &[HIDDEN, moves])?,
            score_bias: tensors.vector(&format!("{name}.scores.bias"), moves)?,
        })
    }

    /// What each token adds, from the vectors of the tokens.
    pub fn slots(&self, tokens: &Rows) -> Slots {
        Slots(self.narrow.apply(tokens).times(self.slots.view()))
    }

    /// The scores of all moves in a state: the token in each slot, if any.
    pub fn scores(&self, slots: &Slots, state: &[Option<usize>], scores: &mut Vec<f32>) {
        let mut values = [0.0; VALUES];
        values.copy_from_slice(&self.bias);
        for (slot, token) in state.iter().enumerate() {
            let row = token.map_or(&self.none[..], |token| slots.0.row(token));
            for (value, added) in values.iter_mut().zip(&row[slot * VALUES..][..VALUES]) {
                *value += added;
            }
        }
        scores.clear();
        scores.extend_from_slice(&self.score_bias);
        let (first, second) = values.split_at(HIDDEN);
        let weights = self.score_weights.chunks_exact(scores.len());
        for ((a, b), weights) in first.iter().zip(second).zip(weights) {
            let value = a.max(*b);
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += value * weight;
            }
        }
    }
}
