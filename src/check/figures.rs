//! Figures: how much of what was wanted was found, and how much of what was found was wanted.

use serde::Serialize;

/// One thing measured.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figure {
    /// What is measured; the name a minimum is given for.
    pub name: &'static str,
    /// Of what was found, the share that was wanted.
    pub precision: Option<f64>,
    /// Of what was wanted, the share that was found.
    pub recall: Option<f64>,
    /// The harmonic mean of precision and recall.
    pub f1: Option<f64>,
    /// A figure of another kind: a share, an error, a coefficient.
    pub value: Option<f64>,
    /// How many were wanted, or judged.
    pub gold: usize,
    /// How many were found.
    pub found: usize,
}

impl Figure {
    /// Precision, recall and F1 from sums that need not be whole: nothing found where nothing was wanted is right.
    pub fn rate(name: &'static str, hit: f64, found: usize, gold: usize) -> Self {
        let nothing = if gold == 0 { 1.0 } else { 0.0 };
        let precision = if found == 0 {
            nothing
        } else {
            hit / found as f64
        };
        let recall = if gold == 0 { 1.0 } else { hit / gold as f64 };
        let figure = Self::of(name, precision, recall, found, gold);
        // Of nothing that was wanted no share can be told.
        let has_recall = gold > 0 || found == 0;
        Self {
            recall: figure.recall.filter(|_| has_recall),
            ..figure
        }
    }

    /// Precision and recall that were counted apart.
    pub fn of(name: &'static str, precision: f64, recall: f64, found: usize, gold: usize) -> Self {
        let sum = precision + recall;
        let f1 = if sum > 0.0 {
            2.0 * precision * recall / sum
        } else {
            0.0
        };
        Self {
            name,
            precision: Some(precision),
            recall: Some(recall),
            f1: Some(f1),
            value: None,
            gold,
            found,
        }
    }

    /// A figure of another kind over `gold` cases; none where it cannot be told.
    pub fn value(name: &'static str, value: Option<f64>, gold: usize) -> Self {
        Self {
            name,
            value,
            gold,
            ..Self::default()
        }
    }

    /// The share that is right; none where nothing was judged.
    pub fn share(name: &'static str, right: usize, judged: usize) -> Self {
        Self::value(
            name,
            (judged > 0).then(|| right as f64 / judged as f64),
            judged,
        )
    }

    /// The one number that stands for the figure.
    pub fn main(&self) -> Option<f64> {
        self.f1.or(self.value)
    }

    /// One of its numbers by name.
    pub fn part(&self, part: Part) -> Option<f64> {
        match part {
            Part::Precision => self.precision,
            Part::Recall => self.recall,
            Part::Main => self.main(),
        }
    }
}

/// The numbers of a figure that can be held to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The share of the found that was wanted.
    Precision,
    /// The share of the wanted that was found.
    Recall,
    /// F1, or the value of a figure of another kind.
    Main,
}

/// Something that was missed, is wrong, or is too much, with the sentences.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Miss {
    /// The figure it lowers.
    pub figure: &'static str,
    /// What is the matter: `missed`, `wrong`, `extra` or, between coders, `disagreement`.
    pub fault: &'static str,
    /// What was expected or found, in words; empty where the sentences say it all.
    pub note: String,
    /// The sentences by their ids in the gold.
    pub sentences: Vec<(String, String)>,
}

/// What scoring found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Score {
    /// The figures, in a fixed order.
    pub figures: Vec<Figure>,
    /// Pairs by the score they were given: how often each kind is right.
    pub calibration: Vec<Bin>,
    /// What was missed and what is wrong.
    pub misses: Vec<Miss>,
}

/// Pairs that were given about the same score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bin {
    /// Least score.
    pub from: f64,
    /// Greatest score.
    pub to: f64,
    /// How many pairs.
    pub pairs: usize,
    /// Their mean score.
    pub said: f64,
    /// The share that is right.
    pub right: f64,
}

impl Score {
    /// The figure of a name.
    pub fn figure(&self, name: &str) -> Option<&Figure> {
        self.figures.iter().find(|f| f.name == name)
    }

    /// Adds the figures and misses of another part.
    pub fn add(&mut self, other: Score) {
        self.figures.extend(other.figures);
        self.calibration.extend(other.calibration);
        self.misses.extend(other.misses);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_found_is_right_only_where_nothing_was_wanted() {
        assert_eq!(Figure::rate("pairs", 0.0, 0, 0).f1, Some(1.0));
        assert_eq!(Figure::rate("pairs", 0.0, 0, 4).f1, Some(0.0));
        assert_eq!(Figure::rate("pairs", 0.0, 4, 0).precision, Some(0.0));
        assert_eq!(Figure::rate("pairs", 0.0, 4, 0).recall, None);
        assert_eq!(Figure::rate("pairs", 2.0, 4, 2).f1, Some(2.0 / 3.0));
        assert_eq!(Figure::share("dates", 0, 0).value, None);
    }
}
