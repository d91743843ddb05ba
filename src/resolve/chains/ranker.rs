//! Signals → the likeliest antecedent, by fitted weights.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::chain::Chain;
use super::signals::{Class, Signals};
use crate::language::built_in;

/// Decides which chain a mention goes on with.
pub trait Judge {
    /// The index of the candidate that a mention goes on with; none where it begins a chain.
    ///
    /// `none` are the signals for that. `chains` are all chains so far.
    fn choose(
        &mut self,
        mention: usize,
        class: Class,
        candidates: &[(usize, Signals)],
        none: &Signals,
        chains: &[Chain],
    ) -> Option<usize>;
}

/// Weights by signal, of pronouns and of descriptions.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Of pronouns.
    pub pronouns: BTreeMap<String, f32>,
    /// Of descriptions.
    pub descriptions: BTreeMap<String, f32>,
}

impl Weights {
    /// Those of a class.
    pub fn of(&self, class: Class) -> &BTreeMap<String, f32> {
        match class {
            Class::Description => &self.descriptions,
            _ => &self.pronouns,
        }
    }

    /// How likely a candidate is beside others: the sum of its weighted signals.
    pub fn score(&self, class: Class, signals: &Signals) -> f32 {
        let weights = self.of(class);
        signals
            .iter()
            .map(|(name, value)| weights.get(*name).copied().unwrap_or_default() * value)
            .sum()
    }
}

/// The weights in the program; the file says how they were made.
static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| built_in::table("chains/weights.toml", include_str!("weights.toml")));

/// The weights in the program.
pub fn weights() -> &'static Weights {
    &WEIGHTS
}

/// Takes the likeliest.
pub struct Ranker<'a> {
    /// The weights.
    pub weights: &'a Weights,
}

impl Judge for Ranker<'_> {
    fn choose(
        &mut self,
        _: usize,
        class: Class,
        candidates: &[(usize, Signals)],
        none: &Signals,
        _: &[Chain],
    ) -> Option<usize> {
        let least = self.weights.score(class, none);
        let scores = candidates
            .iter()
            .map(|(_, signals)| self.weights.score(class, signals));
        let best = scores
            .enumerate()
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        (best.1 > least).then_some(best.0)
    }
}
