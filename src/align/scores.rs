//! Signals → chance that two readers would link the pair: logistic regression in two rounds, from fitted weights; and a
//! regression of its own for the chance that the two say just the same.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::language::built_in;
use crate::regression::Regression;

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
    pub first: Regression,
    /// Scores it again by its standing in the first round.
    pub second: Regression,
    /// The chance that neither sentence of a linked pair says something of substance that the other does not.
    #[serde(default)]
    pub same: Regression,
}

/// The weights in the program.
pub fn fitted() -> &'static Fitted {
    &FITTED
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
