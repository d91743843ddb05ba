//! What was expected of a fixture, and whether it holds.

use serde::Serialize;

use super::figures::{Figure, Part, Score};
use super::snapshot::Change;

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It does.
    Holds,
    /// It drifted or is below a limit.
    Fails,
    /// It cannot be told: something is missing, malformed or stale.
    Unusable,
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
}

/// One expectation and what became of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// What is expected, in a few words.
    pub name: String,
    /// Whether it holds.
    pub state: State,
    /// What is the matter, in one sentence; empty where nothing is.
    pub message: String,
    /// More of it, line by line.
    pub lines: Vec<String>,
    /// Where to look.
    pub place: Option<Place>,
}

/// One difference from the snapshot, with where to look.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drift {
    /// The difference.
    #[serde(flatten)]
    pub change: Change,
    /// Where to look.
    pub place: Option<Place>,
}

/// What became of one fixture.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Checked {
    /// Its folder.
    pub path: String,
    /// Every expectation.
    pub outcomes: Vec<Outcome>,
    /// Differences from the snapshot.
    pub drift: Vec<Drift>,
    /// Figures against the gold.
    pub score: Option<Score>,
    /// What should be known but fails nothing.
    pub notes: Vec<String>,
}

impl Checked {
    /// The worst of its outcomes.
    pub fn state(&self) -> State {
        self.outcomes
            .iter()
            .map(|o| o.state)
            .max()
            .unwrap_or(State::Holds)
    }

    /// A fixture that cannot be used, and why.
    pub fn unusable(path: &str, message: String, place: Option<Place>) -> Self {
        let outcome = Outcome {
            name: "readable".into(),
            state: State::Unusable,
            message,
            lines: Vec::new(),
            place,
        };
        Self {
            path: path.to_string(),
            outcomes: vec![outcome],
            ..Self::default()
        }
    }
}

/// What became of all fixtures.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Verdict {
    /// Fixture by fixture, in the order of their paths.
    pub fixtures: Vec<Checked>,
    /// Fixtures that were not looked at, because one before failed.
    pub skipped: Vec<String>,
}

impl Verdict {
    /// The worst of its fixtures.
    pub fn state(&self) -> State {
        self.fixtures
            .iter()
            .map(Checked::state)
            .max()
            .unwrap_or(State::Holds)
    }

    /// How many fixtures are in a state.
    pub fn count(&self, state: State) -> usize {
        self.fixtures.iter().filter(|f| f.state() == state).count()
    }

    /// Every figure's mean over the fixtures that have it, each fixture as heavy as the next; empty for one fixture.
    pub fn mean(&self) -> Vec<Figure> {
        let scores: Vec<&Score> = self
            .fixtures
            .iter()
            .filter_map(|f| f.score.as_ref())
            .collect();
        if scores.len() < 2 {
            return Vec::new();
        }
        let of = |name: &'static str| {
            let figures: Vec<&Figure> = scores.iter().filter_map(|s| s.figure(name)).collect();
            let mean = |part: fn(&Figure) -> Option<f64>| {
                let values: Vec<f64> = figures.iter().filter_map(|f| part(f)).collect();
                (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
            };
            let sum = |count: fn(&Figure) -> usize| figures.iter().map(|f| count(f)).sum();
            (!figures.is_empty()).then(|| Figure {
                name,
                precision: mean(|f| f.part(Part::Precision)),
                recall: mean(|f| f.part(Part::Recall)),
                f1: mean(|f| f.f1),
                value: mean(|f| f.value),
                gold: sum(|f| f.gold),
                found: sum(|f| f.found),
            })
        };
        super::score::FIGURES
            .iter()
            .filter_map(|name| of(name))
            .collect()
    }
}
