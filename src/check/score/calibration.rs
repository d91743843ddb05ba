//! Whether a score says how often it is right.

use super::super::figures::{Bin, Figure};

/// Bins of a tenth each, as in Naeini et al. 2015 and most of what followed.
const BINS: usize = 10;

/// Pairs by the tenth their score lies in; empty tenths are left out.
pub(super) fn bins(judged: &[(f64, bool)]) -> Vec<Bin> {
    let width = 1.0 / BINS as f64;
    let place = |score: f64| ((score / width) as usize).min(BINS - 1);
    let bin = |i: usize| {
        let inside: Vec<&(f64, bool)> = judged
            .iter()
            .filter(|(score, _)| place(*score) == i)
            .collect();
        let pairs = inside.len();
        (pairs > 0).then(|| Bin {
            from: i as f64 * width,
            to: (i + 1) as f64 * width,
            pairs,
            said: inside.iter().map(|j| j.0).sum::<f64>() / pairs as f64,
            right: inside.iter().filter(|j| j.1).count() as f64 / pairs as f64,
        })
    };
    (0..BINS).filter_map(bin).collect()
}

/// Expected calibration error: the mean distance between what scores say and how often they are right, each bin as
/// heavy as its pairs. None where there are no pairs.
pub(super) fn error(judged: &[(f64, bool)]) -> Figure {
    let distance = |b: &Bin| b.pairs as f64 * (b.said - b.right).abs();
    let sum: f64 = bins(judged).iter().map(distance).sum();
    let error = (!judged.is_empty()).then(|| sum / judged.len() as f64);
    Figure::value("calibration_error", error, judged.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_the_weighted_distance_between_said_and_right() {
        let judged = [
            (0.95, true),
            (0.95, true),
            (0.85, false),
            (0.85, true),
            (1.0, true),
        ];
        let [low, high] = bins(&judged)[..] else {
            panic!("two bins")
        };
        assert_eq!((low.pairs, high.pairs), (2, 3));
        let expected = (2.0 * (0.85_f64 - 0.5).abs() + 3.0 * (2.9_f64 / 3.0 - 1.0).abs()) / 5.0;
        assert!((error(&judged).value.unwrap() - expected).abs() < 1e-12);
        assert_eq!(error(&[]).value, None);
    }
}
