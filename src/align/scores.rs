//! Signals → chance that two readers would link the pair: logistic regression in two rounds, from fitted weights; and a
//! regression of its own for the chance that the two say just the same.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::language::built_in;

/// The weights in the program; the file says how, on what and when they were fitted.
static FITTED: LazyLock<Fitted> =
    LazyLock::new(|| built_in::table("weights.toml", include_str!("weights.toml")));

/// Weights by method.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Fitted {
    /// With token vectors of the encoder in the program.
    pub built_in: Method,
    /// With those of a language model that the user named.
    pub model: Method,
}

/// The weights of one method.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Method {
    /// Scores each pair by itself and its standing by likeness.
    pub first: Round,
    /// Scores it again by its standing in the first round.
    pub second: Round,
    /// The chance that neither sentence of a linked pair says something of substance that the other does not.
    #[serde(default)]
    pub same: Round,
}

/// The weights of one round.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Round {
    /// Log odds of a pair whose signals are all zero.
    pub bias: f64,
    /// By name of signal: least and greatest value seen in fitting, and weight of one unit. A value outside the
    /// range counts as its nearest end, so that an event unlike the fitted ones cannot run away with the score.
    pub signals: BTreeMap<String, [f64; 3]>,
}

/// The weights in the program.
pub fn fitted() -> &'static Fitted {
    &FITTED
}

impl Round {
    /// The chance of each pair, from signals in the order of `names`.
    pub fn chances<S: AsRef<[f32]> + Sync>(&self, names: &[String], signals: &[S]) -> Vec<f32> {
        let ready = self.ready(names);
        let chance = |values: &S| ready.chance(values.as_ref().iter().copied());
        signals.par_iter().map(chance).collect()
    }

    /// The weights in the order of `names`; a signal without weight has none.
    pub fn ready(&self, names: &[String]) -> Ready {
        let weights = names
            .iter()
            .map(|n| self.signals.get(n).copied().unwrap_or_default());
        Ready {
            bias: self.bias,
            weights: weights.collect(),
        }
    }
}

/// A round with its weights in the order of the signals.
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

#[cfg(test)]
mod tests {
    use super::super::pairs::{first_names, same_names, second_names};
    use super::*;

    #[test]
    fn every_signal_has_a_weight_and_every_weight_a_signal() {
        for method in [&fitted().built_in, &fitted().model] {
            let rounds = [
                (&method.first, first_names()),
                (&method.second, second_names()),
                (&method.same, same_names()),
            ];
            for (round, mut names) in rounds {
                names.sort();
                assert_eq!(round.signals.keys().cloned().collect::<Vec<_>>(), names);
                assert!(
                    round
                        .signals
                        .values()
                        .all(|[low, high, weight]| low <= high && weight.is_finite())
                );
            }
        }
    }
}
