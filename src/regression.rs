//! Signals of a pair → a chance, by logistic regression; what the aligner and the grouping of events learned has this form.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// The weights of a logistic regression. They are made by programs in `examples/`, not by hand.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Regression {
    /// Log odds of a pair whose signals are all zero.
    pub bias: f64,
    /// By name of signal: least and greatest value seen in fitting, and weight of one unit. A value outside the
    /// range counts as its nearest end, so that what is unlike the fitted pairs cannot run away with the chance.
    pub signals: BTreeMap<String, [f64; 3]>,
}

impl Regression {
    /// The chance of each pair, from signals in the order of `names`.
    pub fn chances<S: AsRef<[f32]> + Sync>(&self, names: &[String], signals: &[S]) -> Vec<f32> {
        let ready = self.ready(names);
        let chance = |values: &S| ready.chance(values.as_ref().iter().copied());
        signals.par_iter().map(chance).collect()
    }

    /// The weights in the order of `names`; a signal without weight has none.
    pub fn ready(&self, names: &[impl AsRef<str>]) -> Ready {
        let weights = names
            .iter()
            .map(|n| self.signals.get(n.as_ref()).copied().unwrap_or_default());
        Ready {
            bias: self.bias,
            weights: weights.collect(),
        }
    }
}

/// A regression with its weights in the order of the signals.
pub struct Ready {
    bias: f64,
    weights: Vec<[f64; 3]>,
}

impl Ready {
    /// The chance of a pair with these signals.
    pub fn chance(&self, values: impl Iterator<Item = f32>) -> f32 {
        let parts = self.weights.iter().zip(values);
        let sum: f64 = parts
            .map(|(&[low, high, weight], v)| weight * f64::from(v).max(low).min(high))
            .sum();
        (1.0 / (1.0 + (-(self.bias + sum)).exp())) as f32
    }
}
