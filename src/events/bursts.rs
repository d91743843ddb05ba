//! What sets the words of a day apart: those that more articles use on it than on other days.
//!
//! The articles of a long affair share its words all the time; those of one event share the words of their day.

use std::collections::HashMap;

use rayon::prelude::*;

use super::rarity::{Vector, length};

/// Articles by which a count is held back: what two articles say on a day with a dozen is no burst.
const HELD_BACK: f32 = 2.0;

/// Vectors whose terms also count by how much they burst on the article's day: `ln(1 + r)`, where r is how many times as
/// many articles of that day use it as would by its share of all days. An article without a day keeps its weights.
pub(super) fn vectors(whole: &[Vector], days: &[Option<i32>], terms: usize) -> Vec<Vector> {
    let mut all = vec![0.0_f32; terms];
    let mut of_day: HashMap<i32, HashMap<u32, f32>> = HashMap::new();
    let mut articles: HashMap<i32, f32> = HashMap::new();
    for (vector, day) in whole.iter().zip(days) {
        for (term, _) in vector {
            if let Some(count) = all.get_mut(*term as usize) {
                *count += 1.0;
            }
            if let Some(day) = day {
                *of_day.entry(*day).or_default().entry(*term).or_default() += 1.0;
            }
        }
        if let Some(day) = day {
            *articles.entry(*day).or_default() += 1.0;
        }
    }
    let burst = |day: Option<i32>, term: u32| {
        let counted = day.and_then(|day| of_day.get(&day)?.get(&term));
        let share = all.get(term as usize).copied().unwrap_or_default() / whole.len() as f32;
        let expected = day.and_then(|day| articles.get(&day)).map(|n| n * share);
        match (counted, expected) {
            (Some(n), Some(expected)) => (1.0 + (n + HELD_BACK) / (expected + HELD_BACK)).ln(),
            _ => std::f32::consts::LN_2,
        }
    };
    let vector = |(vector, day): (&Vector, &Option<i32>)| {
        let weighed = |&(term, weight): &(u32, f32)| (term, weight * burst(*day, term));
        let weighed: Vector = vector.iter().map(weighed).collect();
        scaled(weighed, vector)
    };
    whole.par_iter().zip(days).map(vector).collect()
}

/// A vector scaled so that its length is that of another: what no other article has keeps its part of the whole.
fn scaled(mut vector: Vector, like: &[(u32, f32)]) -> Vector {
    let (own, wanted) = (length(&vector), length(like));
    if own > 0.0 {
        vector.iter_mut().for_each(|t| t.1 *= wanted / own);
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_out_on_a_day_counts_for_more_than_what_stands_in_every_paper() {
        // Term 0 stands in every article, term 1 only in those of the second day.
        let both = vec![(0, 0.6), (1, 0.8)];
        let whole = vec![
            vec![(0, 1.0)],
            vec![(0, 1.0)],
            both.clone(),
            both.clone(),
            both,
        ];
        let days = [Some(1), Some(1), Some(2), Some(2), None];
        let bursts = vectors(&whole, &days, 2);
        let share = |vector: &Vector| vector[1].1 / vector[0].1;
        assert!(share(&bursts[2]) > share(&whole[2]));
        assert_eq!(
            bursts[4], whole[4],
            "an article without a day stays as it is"
        );
        let length = |v: &Vector| v.iter().map(|t| t.1 * t.1).sum::<f32>();
        assert!((length(&bursts[2]) - 1.0).abs() < 1e-5);
    }
}
