//! Numbers of word pieces → one vector each: the forward pass of a BERT encoder (Devlin et al. 2019).
//!
//! Sentences are stacked without padding for the large products and taken apart for attention, so that a sentence's
//! vectors do not depend on its company.

use ndarray::{Array1, Array2, ArrayView2, Axis, ShapeBuilder, Slice, Zip, concatenate};
use serde::Deserialize;

use crate::tensors::{Table, Tensors};

/// What `config.json` says of the model's size.
#[derive(Debug, Deserialize)]
pub struct Shape {
    /// Length of a vector.
    pub hidden_size: usize,
    /// Layers.
    pub num_hidden_layers: usize,
    num_attention_heads: usize,
    intermediate_size: usize,
    max_position_embeddings: usize,
    vocab_size: usize,
    type_vocab_size: usize,
    layer_norm_eps: f32,
}

/// The weights of a model.
#[derive(Debug)]
pub struct Encoder {
    words: Table,
    positions: Table,
    kind: Array1<f32>,
    first: Norm,
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    heads: usize,
    /// Query, key and value side by side.
    look: Linear,
    merge: Linear,
    merged: Norm,
    widen: Linear,
    narrow: Linear,
    narrowed: Norm,
}

#[derive(Debug)]
struct Linear {
    /// Inputs × outputs.
    weight: Array2<f32>,
    bias: Array1<f32>,
}

#[derive(Debug)]
struct Norm {
    scale: Array1<f32>,
    shift: Array1<f32>,
    least: f32,
}

impl Encoder {
    /// The weights in a file.
    pub fn read(tensors: &Tensors, shape: &Shape) -> Result<Self, String> {
        let width = shape.hidden_size;
        if shape.num_attention_heads == 0 || !width.is_multiple_of(shape.num_attention_heads) {
            return Err(
                "the vector size is not divisible by the number of attention heads".to_string(),
            );
        }
        let kinds = tensors.matrix(
            "embeddings.token_type_embeddings.weight",
            shape.type_vocab_size,
            width,
        )?;
        let norm = |name: &str| Norm::read(tensors, name, shape);
        Ok(Self {
            words: tensors.table("embeddings.word_embeddings.weight", shape.vocab_size, width)?,
            positions: tensors.table(
                "embeddings.position_embeddings.weight",
                shape.max_position_embeddings,
                width,
            )?,
            kind: kinds
                .outer_iter()
                .next()
                .ok_or("no token types")?
                .to_owned(),
            first: norm("embeddings.LayerNorm")?,
            layers: (0..shape.num_hidden_layers)
                .map(|n| Layer::read(tensors, n, shape))
                .collect::<Result<_, _>>()?,
        })
    }

    /// The vectors of the pieces of each sentence, row by row. Pieces the model does not know count as the first.
    pub fn run(&self, sentences: &[Vec<u32>]) -> Vec<Array2<f32>> {
        let rows: usize = sentences.iter().map(Vec::len).sum();
        let mut x = Array2::zeros((rows, self.kind.len()));
        let places = sentences.iter().flat_map(|s| s.iter().enumerate());
        for (mut row, (place, &piece)) in x.outer_iter_mut().zip(places) {
            for (table, number) in [(&self.words, piece as usize), (&self.positions, place)] {
                table.add(number.min(table.rows().saturating_sub(1)), &mut row);
            }
            row += &self.kind;
        }
        self.first.apply(&mut x);
        let lengths: Vec<usize> = sentences.iter().map(Vec::len).collect();
        self.layers
            .iter()
            .for_each(|layer| layer.apply(&mut x, &lengths));
        parts(&x, &lengths)
            .map(|(_, part)| part.to_owned())
            .collect()
    }
}

/// The rows of each sentence, with where they begin.
fn parts<'a>(
    x: &'a Array2<f32>,
    lengths: &'a [usize],
) -> impl Iterator<Item = (usize, ArrayView2<'a, f32>)> {
    lengths.iter().scan(0, |start, &length| {
        let from = *start;
        *start += length;
        Some((
            from,
            x.slice_axis(Axis(0), Slice::from(from..from + length)),
        ))
    })
}

impl Layer {
    fn read(tensors: &Tensors, number: usize, shape: &Shape) -> Result<Self, String> {
        let (width, wide) = (shape.hidden_size, shape.intermediate_size);
        let name = |part: &str| format!("encoder.layer.{number}.{part}");
        let linear = |part: &str, from, to| Linear::read(tensors, &name(part), from, to);
        let look =
            ["query", "key", "value"].map(|p| linear(&format!("attention.self.{p}"), width, width));
        let [query, key, value] = look;
        Ok(Self {
            heads: shape.num_attention_heads,
            look: Linear::beside(&[query?, key?, value?])?,
            merge: linear("attention.output.dense", width, width)?,
            merged: Norm::read(tensors, &name("attention.output.LayerNorm"), shape)?,
            widen: linear("intermediate.dense", width, wide)?,
            narrow: linear("output.dense", wide, width)?,
            narrowed: Norm::read(tensors, &name("output.LayerNorm"), shape)?,
        })
    }

    fn apply(&self, x: &mut Array2<f32>, lengths: &[usize]) {
        let looked = self.look.apply(x);
        let mut seen = Array2::zeros(x.raw_dim());
        for (start, part) in parts(&looked, lengths) {
            let rows = Slice::from(start..start + part.nrows());
            self.attend(part, seen.slice_axis_mut(Axis(0), rows));
        }
        *x += &self.merge.apply(&seen);
        self.merged.apply(x);
        let mut wide = self.widen.apply(x);
        wide.mapv_inplace(gelu);
        *x += &self.narrow.apply(&wide);
        self.narrowed.apply(x);
    }

    /// What each piece of one sentence takes from the others.
    fn attend(&self, looked: ArrayView2<f32>, mut seen: ndarray::ArrayViewMut2<f32>) {
        let width = looked.ncols() / 3;
        let size = width / self.heads;
        let scale = (size as f32).sqrt().recip();
        for head in 0..self.heads {
            let columns = |from: usize| Slice::from(from + head * size..from + (head + 1) * size);
            let part = |n: usize| looked.slice_axis(Axis(1), columns(n * width));
            let mut shares = part(0).dot(&part(1).t());
            shares.outer_iter_mut().for_each(|mut row| {
                let most = row.fold(f32::MIN, |m, &v| m.max(v));
                row.mapv_inplace(|v| ((v - most) * scale).exp());
                let all = row.sum();
                row.mapv_inplace(|v| v / all);
            });
            seen.slice_axis_mut(Axis(1), columns(0))
                .assign(&shares.dot(&part(2)));
        }
    }
}

impl Linear {
    fn read(tensors: &Tensors, name: &str, from: usize, to: usize) -> Result<Self, String> {
        let weight = tensors.matrix(&format!("{name}.weight"), to, from)?;
        let mut turned = Array2::zeros((from, to).f());
        turned.assign(&weight.t());
        Ok(Self {
            weight: turned,
            bias: Array1::from_vec(tensors.vector(&format!("{name}.bias"), to)?),
        })
    }

    fn beside(parts: &[Self]) -> Result<Self, String> {
        let weights: Vec<_> = parts.iter().map(|p| p.weight.view()).collect();
        let biases: Vec<_> = parts.iter().map(|p| p.bias.view()).collect();
        Ok(Self {
            weight: concatenate(Axis(1), &weights).map_err(|e| e.to_string())?,
            bias: concatenate(Axis(0), &biases).map_err(|e| e.to_string())?,
        })
    }

    fn apply(&self, x: &Array2<f32>) -> Array2<f32> {
        let mut y = x.dot(&self.weight);
        y += &self.bias;
        y
    }
}

impl Norm {
    fn read(tensors: &Tensors, name: &str, shape: &Shape) -> Result<Self, String> {
        Ok(Self {
            scale: Array1::from_vec(tensors.vector(&format!("{name}.weight"), shape.hidden_size)?),
            shift: Array1::from_vec(tensors.vector(&format!("{name}.bias"), shape.hidden_size)?),
            least: shape.layer_norm_eps,
        })
    }

    fn apply(&self, x: &mut Array2<f32>) {
        for mut row in x.outer_iter_mut() {
            let n = row.len() as f32;
            let mean = row.sum() / n;
            let spread = (row.fold(0.0, |sum, v| sum + (v - mean) * (v - mean)) / n + self.least)
                .sqrt()
                .recip();
            Zip::from(&mut row)
                .and(&self.scale)
                .and(&self.shift)
                .for_each(|v, s, t| *v = (*v - mean) * spread * s + t);
        }
    }
}

/// The Gaussian error linear unit, `x · Φ(x)`; the error function after Abramowitz and Stegun 7.1.28 (within 3e-7), which
/// needs no exponential and so runs several values at a time.
fn gelu(x: f32) -> f32 {
    const POWERS: [f32; 6] = [
        0.070_523_08,
        0.042_282_01,
        0.009_270_527,
        0.000_152_014_3,
        0.000_276_567_2,
        0.000_043_063_8,
    ];
    let z = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let sum = POWERS.iter().rev().fold(0.0, |sum, a| (sum + a) * z);
    let to_the_16th = (0..4).fold(1.0 + sum, |power, _| power * power);
    let erf = (1.0 - 1.0 / to_the_16th).copysign(x);
    0.5 * x * (1.0 + erf)
}

#[cfg(test)]
mod tests {
    use super::gelu;

    #[test]
    fn gelu_meets_published_values() {
        for (x, y) in [
            (0.0, 0.0),
            (1.0, 0.841_344_8),
            (-1.0, -0.158_655_2),
            (3.0, 2.995_95),
        ] {
            assert!((gelu(x) - y).abs() < 1e-5, "{x}");
        }
    }
}
