//! A log-linear choice, fitted by gradient ascent.

use std::collections::BTreeMap;

use news_coverage::resolve::chains::{Class, Signals, Weights};

/// One mention with its candidates.
pub struct Choice {
    /// What is ranked.
    pub class: Class,
    /// Signals of each candidate.
    pub candidates: Vec<Signals>,
    /// Signals of none.
    pub none: Signals,
    /// Which candidates are right.
    pub right: Vec<bool>,
    /// Whether none at all is right.
    pub none_is_right: bool,
    /// The mention, by its index among the article's.
    pub mention: usize,
    /// The last mention of each candidate.
    pub chains: Vec<usize>,
}

const STEPS: usize = 400;
const RATE: f32 = 0.5;

/// The weights under which the right answers are the likeliest.
pub fn weights<'a>(choices: impl Iterator<Item = &'a Choice>, ridge: f32) -> Weights {
    let (descriptions, pronouns): (Vec<&Choice>, Vec<&Choice>) =
        choices.partition(|choice| choice.class == Class::Description);
    Weights {
        pronouns: fit(&pronouns, ridge),
        descriptions: fit(&descriptions, ridge),
    }
}

/// The signals of one option, by the index of their weight.
type Row = Vec<(usize, f32)>;

/// Adagrad on all choices at once.
fn fit(choices: &[&Choice], ridge: f32) -> BTreeMap<String, f32> {
    let mut index: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in choices
        .iter()
        .flat_map(|c| c.candidates.iter().chain([&c.none]).flatten())
    {
        let next = index.len();
        index.entry(name).or_insert(next);
    }
    let rows: Vec<(Vec<Row>, Vec<bool>)> = choices
        .iter()
        .map(|choice| {
            let row = |signals: &Signals| signals.iter().map(|(n, v)| (index[n], *v)).collect();
            let options = choice
                .candidates
                .iter()
                .chain([&choice.none])
                .map(row)
                .collect();
            let mut right = choice.right.clone();
            right.push(choice.none_is_right);
            (options, right)
        })
        .collect();
    let mut weights = vec![0.0_f32; index.len()];
    let mut squares = vec![1e-6_f32; index.len()];
    for _ in 0..STEPS {
        let mut slope: Vec<f32> = weights.iter().map(|w| -ridge * w).collect();
        for (options, right) in &rows {
            let scores: Vec<f32> = options
                .iter()
                .map(|option| option.iter().map(|(i, v)| weights[*i] * v).sum())
                .collect();
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            let all: Vec<f32> = scores.iter().map(|s| (s - most).exp()).collect();
            let total: f32 = all.iter().sum();
            let good: f32 = all
                .iter()
                .zip(right)
                .filter(|(_, r)| **r)
                .map(|(p, _)| p)
                .sum();
            for ((option, p), right) in options.iter().zip(&all).zip(right) {
                let wanted = if *right { p / good.max(1e-9) } else { 0.0 };
                let push = wanted - p / total;
                option.iter().for_each(|(i, v)| slope[*i] += push * v);
            }
        }
        for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(&slope) {
            *square += slope * slope;
            *weight += RATE * slope / square.sqrt();
        }
    }
    index
        .into_iter()
        .map(|(name, i)| (name.to_string(), weights[i]))
        .collect()
}
