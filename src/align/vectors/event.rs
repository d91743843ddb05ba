//! The sentences of an event as vectors, and what two of them have in common by meaning.
//!
//! Vectors of one event all lean the same way, since everything in it is about one thing; taking the event's mean away
//! leaves what sets a word apart in it. Two sentences are then compared piece by piece, each with its best match in the
//! other, rarer pieces counting more.

use ndarray::{Array1, Array2, Axis, Slice};
use rayon::prelude::*;

use super::{Model, NAMES};

/// Pieces in the window that is looked for in the other sentence: a short clause.
const WINDOW: usize = 12;
/// Cosine from which a piece counts as met, as chosen on the fitting events out of .4, .5, .6.
const MET: f32 = 0.5;

/// The vectors of the sentences of an event.
#[derive(Debug, Default)]
pub struct Vectors {
    sentences: Vec<Sentence>,
}

#[derive(Debug, Default)]
struct Sentence {
    /// One centred vector of length one for each piece.
    pieces: Array2<f32>,
    /// The weight of each piece; they sum to one.
    weights: Vec<f32>,
    /// Weighted mean of the pieces, of length one.
    whole: Array1<f32>,
}

impl Vectors {
    /// The vectors of the given sentences, in their order.
    pub fn new(model: &Model, texts: &[&str]) -> Self {
        /// Sentences run together: enough rows to keep the processor busy, few enough to stay in its cache.
        const TOGETHER: usize = 12;
        let pieces: Vec<Vec<u32>> = texts.par_iter().map(|t| model.pieces.of(t)).collect();
        let (open, close) = model.pieces.ends;
        let framed: Vec<Vec<u32>> = pieces
            .iter()
            .map(|p| {
                [open]
                    .into_iter()
                    .chain(p.iter().copied())
                    .chain([close])
                    .collect()
            })
            .collect();
        let run = |part: &[Vec<u32>]| model.encoder.run(part);
        let vectors: Vec<Array2<f32>> = framed.par_chunks(TOGETHER).flat_map_iter(run).collect();
        let inner = vectors
            .into_iter()
            .map(|v| {
                v.slice_axis(Axis(0), Slice::from(1..v.nrows() - 1))
                    .to_owned()
            })
            .collect();
        Self {
            sentences: centred(inner, &weights(&pieces)),
        }
    }

    /// The vectors of the whole sentences, one a row: weighted means of their pieces, of length one.
    pub fn wholes(&self) -> Array2<f32> {
        let width = self.sentences.iter().map(|s| s.whole.len()).max();
        let mut wholes = Array2::zeros((self.sentences.len(), width.unwrap_or_default()));
        for (mut row, sentence) in wholes.outer_iter_mut().zip(&self.sentences) {
            if sentence.whole.len() == row.len() {
                row.assign(&sentence.whole);
            }
        }
        wholes
    }

    /// The signals of two sentences.
    pub fn of(&self, a: u32, b: u32) -> [f32; NAMES.len()] {
        let (Some(a), Some(b)) = (
            self.sentences.get(a as usize),
            self.sentences.get(b as usize),
        ) else {
            return [0.0; NAMES.len()];
        };
        if a.weights.is_empty() || b.weights.is_empty() {
            return [0.0; NAMES.len()];
        }
        let likeness = a.pieces.dot(&b.pieces.t());
        let (best_a, best_b) = (most(&likeness, 1), most(&likeness, 0));
        let (cover_a, cover_b) = (cover(&best_a, &a.weights), cover(&best_b, &b.weights));
        let (met_a, met_b) = (met(&best_a, &a.weights), met(&best_b, &b.weights));
        let (window_a, window_b) = (window(&best_a, &a.weights), window(&best_b, &b.weights));
        let meaning = (cover_a.max(0.0) * cover_b.max(0.0)).sqrt();
        [
            meaning,
            cover_a.min(cover_b),
            cover_a.max(cover_b),
            met_a.min(met_b),
            met_a.max(met_b),
            window_a.min(window_b),
            window_a.max(window_b),
            a.whole.dot(&b.whole),
            meaning * meaning,
        ]
    }
}

/// Inverse sentence frequency of each piece of each sentence, `ln((N+1)/df) / ln(N+1)`, summing to one in a sentence.
fn weights(sentences: &[Vec<u32>]) -> Vec<Vec<f32>> {
    let mut frequency: std::collections::HashMap<u32, f32> = Default::default();
    for sentence in sentences {
        let mut distinct = sentence.clone();
        distinct.sort_unstable();
        distinct.dedup();
        distinct
            .iter()
            .for_each(|&p| *frequency.entry(p).or_insert(0.0) += 1.0);
    }
    let all = sentences.len() as f32 + 1.0;
    let weight = |p: &u32| (all / frequency.get(p).copied().unwrap_or(1.0)).ln() / all.ln();
    let each = sentences
        .iter()
        .map(|s| s.iter().map(weight).collect::<Vec<f32>>());
    each.map(|w| {
        let sum: f32 = w.iter().sum::<f32>().max(f32::MIN_POSITIVE);
        w.iter().map(|v| v / sum).collect()
    })
    .collect()
}

fn centred(mut vectors: Vec<Array2<f32>>, weights: &[Vec<f32>]) -> Vec<Sentence> {
    vectors.par_iter_mut().for_each(unit);
    let rows: usize = vectors.iter().map(Array2::nrows).sum();
    let width = vectors.first().map_or(0, Array2::ncols);
    let mut mean = Array1::<f32>::zeros(width);
    vectors.iter().for_each(|v| mean += &v.sum_axis(Axis(0)));
    mean /= rows.max(1) as f32;
    let sentence = |(mut pieces, weights): (Array2<f32>, &Vec<f32>)| {
        pieces -= &mean;
        unit(&mut pieces);
        let mut whole = Array1::<f32>::zeros(width);
        pieces
            .outer_iter()
            .zip(weights)
            .for_each(|(row, &w)| whole.scaled_add(w, &row));
        let length = whole.dot(&whole).sqrt().max(f32::MIN_POSITIVE);
        Sentence {
            pieces,
            weights: weights.clone(),
            whole: whole / length,
        }
    };
    vectors.into_par_iter().zip(weights).map(sentence).collect()
}

fn unit(rows: &mut Array2<f32>) {
    for mut row in rows.outer_iter_mut() {
        let length = row.dot(&row).sqrt().max(f32::MIN_POSITIVE);
        row /= length;
    }
}

/// The greatest of each row (axis 1) or column (axis 0).
fn most(likeness: &Array2<f32>, axis: usize) -> Vec<f32> {
    likeness
        .map_axis(Axis(axis), |line| line.fold(f32::MIN, |m, &v| m.max(v)))
        .to_vec()
}

fn cover(best: &[f32], weights: &[f32]) -> f32 {
    best.iter().zip(weights).map(|(b, w)| b * w).sum()
}

/// Share of the weight whose best match is a close one.
fn met(best: &[f32], weights: &[f32]) -> f32 {
    best.iter()
        .zip(weights)
        .filter(|(b, _)| **b >= MET)
        .map(|(_, w)| w)
        .sum()
}

/// The cover of the best covered stretch of the sentence.
fn window(best: &[f32], weights: &[f32]) -> f32 {
    let size = WINDOW.min(best.len());
    let stretches = best.windows(size).zip(weights.windows(size));
    let covers = stretches.map(|(b, w)| cover(b, w) / w.iter().sum::<f32>().max(f32::MIN_POSITIVE));
    covers.fold(0.0, f32::max)
}
