//! Candidate pairs with their signals, in the two rounds in which they are scored.
//!
//! The first round scores a pair by what the two sentences have in common and how it stands by likeness among its
//! rivals. The second round scores it again, knowing how all other pairs fared in the first.

use rayon::prelude::*;

use super::rows::{self, Rows};
use super::signals::{standing, wording};
use super::vectors::{self, Vectors};
use super::{Options, candidates, neighbours, scores};
use crate::model::{Event, SentenceId};

/// The signals of a pair in the first round, in the order of [`first_names`].
pub type First = [f32; wording::NAMES.len() + vectors::NAMES.len() + 2 * standing::NAMES.len()];

/// The candidate pairs of an event.
pub struct Pairs {
    /// The sentences.
    pub(super) rows: Rows,
    /// Row numbers of the two ends, the smaller first, sorted.
    pub(super) ends: Vec<(u32, u32)>,
    /// The signals of the first round.
    pub first: Vec<First>,
    /// Whether the meaning comes from a language model that the user named, not from the encoder in the program.
    pub model: bool,
}

/// Where the standing by likeness, the meaning, and the standing by meaning begin among the signals of the first round.
const LIKENESS: usize = wording::NAMES.len();
const MEANING: usize = LIKENESS + standing::NAMES.len();
const STANDING: usize = MEANING + vectors::NAMES.len();

/// Writes signals of each pair into its row, from one place on: all signals of all pairs are too many to be held twice.
fn fill<const N: usize>(
    first: &mut [First],
    ends: &[(u32, u32)],
    from: usize,
    of: impl Fn(u32, u32) -> [f32; N] + Sync,
) {
    first
        .par_iter_mut()
        .zip(ends)
        .for_each(|(row, &(a, b))| row[from..from + N].copy_from_slice(&of(a, b)));
}

/// Names of the signals of the first round: of the words, then of their meaning.
pub fn first_names() -> Vec<String> {
    let own = wording::NAMES.iter().map(|n| n.to_string());
    let lexical = own.chain(standing::NAMES.iter().map(|n| format!("likeness {n}")));
    let meant = vectors::NAMES.iter().map(|n| n.to_string());
    let meant = meant.chain(standing::NAMES.iter().map(|n| format!("meaning {n}")));
    lexical.chain(meant).collect()
}

/// Names of the signals of the second round.
pub fn second_names() -> Vec<String> {
    let known = first_names().into_iter().chain(["first score".to_string()]);
    known
        .chain(standing::NAMES.iter().map(|n| format!("score {n}")))
        .collect()
}

/// What tells "the same" from "the same and more": what each side has that the other has not.
const SAME: [&str; 19] = [
    "cover least",
    "cover most",
    "first score",
    "headlines",
    "length most",
    "letters",
    "meaning",
    "meaning cover least",
    "meaning cover most",
    "meaning met least",
    "meaning met most",
    "meaning of whole",
    "meaning window least",
    "other names most",
    "other numbers most",
    "parallel actors",
    "roles swapped",
    "shared weight",
    "word sequences",
];

/// Names of the signals for the chance that a linked pair says just the same.
pub fn same_names() -> Vec<String> {
    SAME.iter().map(|n| n.to_string()).collect()
}

/// The chances of each pair.
#[derive(Clone, Debug, Default)]
pub struct Chances {
    /// That two readers would link it.
    pub linked: Vec<f32>,
    /// That, if so, neither side says something of substance that the other does not.
    pub same: Vec<f32>,
}

impl Pairs {
    /// The pairs of an event worth a closer look, with the signals of the first round.
    pub fn of(event: &Event, options: &Options) -> Self {
        let rows = rows::rows_of_event(event);
        let texts: Vec<&str> = rows
            .rows
            .iter()
            .map(|r| event.sentence_text(r.id))
            .collect();
        let model = options
            .model
            .as_deref()
            .unwrap_or_else(|| vectors::built_in());
        let vectors = Vectors::new(model, &texts);
        let mut ends = candidates::pairs(&rows);
        ends.extend(neighbours::pairs(&rows, &vectors.wholes()));
        ends.par_sort_unstable();
        ends.dedup();
        let mut first: Vec<First> = vec![[0.0; _]; ends.len()];
        fill(&mut first, &ends, 0, |a, b| {
            let both = rows.get(a).zip(rows.get(b));
            both.map_or([0.0; _], |(x, y)| wording::signals(&rows, x, y))
        });
        let likeness = first
            .iter()
            .map(|[words, letters, ..]| 0.5 * words + 0.5 * letters);
        let field = standing::Field::new(&rows, &ends, &likeness.collect::<Vec<f32>>());
        fill(&mut first, &ends, LIKENESS, |a, b| field.of(a, b));
        fill(&mut first, &ends, MEANING, |a, b| vectors.of(a, b));
        drop(vectors);
        let meaning: Vec<f32> = first.iter().map(|signals| signals[MEANING]).collect();
        let field = standing::Field::new(&rows, &ends, &meaning);
        fill(&mut first, &ends, STANDING, |a, b| field.of(a, b));
        Self {
            rows,
            ends,
            first,
            model: options.model.is_some(),
        }
    }

    /// What the meaning of sentences is taken from: the encoder in the program, or a model that the user named.
    pub fn method(&self) -> String {
        if self.model { "model" } else { "built-in" }.to_string()
    }

    /// The likeness by meaning among the signals of a pair.
    pub fn meaning(&self, signals: &[f32]) -> Option<f32> {
        signals.get(MEANING).copied()
    }

    /// The sentences of each pair, the one in the earlier article first.
    pub fn sentences(&self) -> impl Iterator<Item = (SentenceId, SentenceId)> {
        self.ends
            .iter()
            .filter_map(|&(a, b)| Some((self.rows.get(a)?.id, self.rows.get(b)?.id)))
    }

    /// The chances of each pair by the weights in the program.
    pub fn chances(&self) -> Chances {
        let fitted = scores::fitted();
        self.judged(if self.model {
            &fitted.model
        } else {
            &fitted.built_in
        })
    }

    /// The chances of each pair by the given weights.
    pub fn judged(&self, method: &scores::Method) -> Chances {
        let first = method.first.chances(&first_names(), &self.first);
        let (second, same) = (method.second.ready(&second_names()), self.places_of_same());
        let of_same = method.same.ready(&same_names());
        let (linked, same) = self.again(&first, |signals| {
            let picked = same.iter().filter_map(|&p| signals.get(p).copied());
            (
                second.chance(signals.iter().copied()),
                of_same.chance(picked),
            )
        });
        Chances { linked, same }
    }

    /// The signals in the order of [`same_names`], out of those of the second round.
    pub fn same(&self, second: &[Vec<f32>]) -> Vec<Vec<f32>> {
        let places = self.places_of_same();
        second
            .par_iter()
            .map(|s| places.iter().filter_map(|&p| s.get(p).copied()).collect())
            .collect()
    }

    /// Where the signals of [`same_names`] stand among those of the second round.
    fn places_of_same(&self) -> Vec<usize> {
        let known = second_names();
        same_names()
            .iter()
            .filter_map(|n| known.iter().position(|k| k == n))
            .collect()
    }

    /// The signals of the second round, in the order of [`second_names`], from the chances of the first.
    pub fn second(&self, chances: &[f32]) -> Vec<Vec<f32>> {
        self.again(chances, |signals| signals.to_vec())
    }

    /// Something of each pair's signals of the second round, which are too many to be kept for all pairs at once.
    fn again<T: Send, C: FromParallelIterator<T>>(
        &self,
        chances: &[f32],
        of: impl Fn(&[f32]) -> T + Sync,
    ) -> C {
        let field = standing::Field::new(&self.rows, &self.ends, chances);
        let known = self.ends.par_iter().zip(&self.first).zip(chances);
        let signals = known.map_init(Vec::new, |signals, ((&(a, b), first), &chance)| {
            signals.clear();
            signals.extend_from_slice(first);
            signals.push(log_odds(chance));
            signals.extend_from_slice(&field.of(a, b));
            of(signals)
        });
        signals.collect()
    }
}

/// Log odds of a chance kept away from 0 and 1.
fn log_odds(chance: f32) -> f32 {
    let chance = chance.clamp(0.001, 0.999);
    (chance / (1.0 - chance)).ln()
}
