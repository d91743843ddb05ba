//! The two layers everything is made of: a linear map, and a maxout with layer norm.

use ndarray::{Array2, Axis, Slice};

use super::rows::Rows;
use crate::tensors::Tensors;

/// Length of the vector of a word form or token.
pub const WIDTH: usize = 96;

/// How many values each output of a maxout is the largest of.
pub const PIECES: usize = 3;

/// Added to a variance before it divides (thinc's `LayerNorm`).
const LEAST_VARIANCE: f32 = 1e-8;

/// A linear map.
#[derive(Debug)]
pub struct Linear {
    /// Inputs × outputs.
    weight: Array2<f32>,
    /// One number for each output.
    bias: Vec<f32>,
}

impl Linear {
    /// The map with this name.
    pub fn read(
        tensors: &Tensors,
        name: &str,
        inputs: usize,
        outputs: usize,
    ) -> Result<Self, String> {
        Ok(Self {
            weight: tensors.matrix(&format!("{name}.weight"), inputs, outputs)?,
            bias: tensors.vector(&format!("{name}.bias"), outputs)?,
        })
    }

    /// The outputs for each row of inputs.
    pub fn apply(&self, rows: &Rows) -> Rows {
        let mut out = rows.times(self.weight.view());
        for row in out.iter_mut() {
            for (value, bias) in row.iter_mut().zip(&self.bias) {
                *value += bias;
            }
        }
        out
    }
}

/// A linear map to three values for each output, the largest of the three, and layer norm (Ba et al. 2016).
#[derive(Debug)]
pub struct Maxout {
    /// Columns: all first values, all second, all third.
    linear: Linear,
    scale: Vec<f32>,
    shift: Vec<f32>,
}

impl Maxout {
    /// The layer with this name.
    pub fn read(tensors: &Tensors, name: &str, inputs: usize) -> Result<Self, String> {
        Ok(Self {
            linear: Linear::read(tensors, name, inputs, PIECES * WIDTH)?,
            scale: tensors.vector(&format!("{name}.scale"), WIDTH)?,
            shift: tensors.vector(&format!("{name}.shift"), WIDTH)?,
        })
    }

    /// The values before the largest is taken, without their bias, for each stretch of so many rows.
    pub fn values(&self, rows: &Rows, window: usize) -> Rows {
        rows.windows_times(window, self.linear.weight.view())
    }

    /// The part of the values that comes from the first inputs, so many as there are in each row.
    pub fn values_of_first(&self, rows: &Rows, inputs: usize) -> Rows {
        rows.times(
            self.linear
                .weight
                .slice_axis(Axis(0), Slice::from(..inputs)),
        )
    }

    /// The part of the values that comes from the inputs from `first` on.
    pub fn values_of(&self, first: usize, inputs: &[f32]) -> Vec<f32> {
        let mut out = vec![0.0; PIECES * WIDTH];
        for (input, weights) in inputs
            .iter()
            .zip(self.linear.weight.rows().into_iter().skip(first))
        {
            for (value, weight) in out.iter_mut().zip(weights) {
                *value += input * weight;
            }
        }
        out
    }

    /// The output for one row of values.
    pub fn largest(&self, values: &[f32]) -> [f32; WIDTH] {
        let piece = |n: usize| {
            values[n * WIDTH..][..WIDTH]
                .iter()
                .zip(&self.linear.bias[n * WIDTH..][..WIDTH])
        };
        let mut out = [0.0; WIDTH];
        for (out, ((a, b), c)) in out.iter_mut().zip(piece(0).zip(piece(1)).zip(piece(2))) {
            *out = (a.0 + a.1).max(b.0 + b.1).max(c.0 + c.1);
        }
        self.normalize(&mut out);
        out
    }

    fn normalize(&self, row: &mut [f32; WIDTH]) {
        let mean = sum(row) / WIDTH as f32;
        let deviations = row.map(|value| value - mean);
        let variance = sum(&deviations.map(|value| value * value)) / WIDTH as f32;
        let factor = (variance + LEAST_VARIANCE).sqrt().recip();
        for (n, value) in row.iter_mut().enumerate() {
            *value = deviations[n] * factor * self.scale[n] + self.shift[n];
        }
    }
}

/// Eight running sums, added at the end, so that the compiler may keep them in one register.
fn sum(row: &[f32; WIDTH]) -> f32 {
    let mut sums = [0.0; 8];
    for values in row.as_chunks::<8>().0 {
        for (sum, value) in sums.iter_mut().zip(values) {
            *sum += value;
        }
    }
    sums.iter().sum()
}
