//! Chances and labels → precision, recall, average precision, calibration.

use std::collections::{BTreeMap, BTreeSet};

use news_coverage::align::pairs::Chances;

use super::events::{Case, Key};

/// Chance from which a pair is shown.
pub const SHOWN: f32 = 0.18;

/// Mean of figures that belong together.
pub fn mean<const N: usize>(figures: impl Iterator<Item = [f64; N]>) -> [f64; N] {
    let all: Vec<[f64; N]> = figures.collect();
    std::array::from_fn(|i| all.iter().map(|f| f[i]).sum::<f64>() / all.len().max(1) as f64)
}

/// F1 of so many right ones among those shown and those there are; 1 where there is nothing to show and nothing shown.
pub fn f1(right: f64, shown: f64, all: f64) -> f64 {
    if shown + all == 0.0 {
        1.0
    } else {
        2.0 * right / (shown + all)
    }
}

/// How many of the pairs shown as saying the same do, how many are shown, how many there are.
pub fn equivalent(case: &Case, chances: &Chances, from: f32) -> [usize; 3] {
    let judged = case
        .keys
        .iter()
        .zip(chances.linked.iter().zip(&chances.same));
    let shown = judged
        .filter(|(_, (linked, same))| **linked >= SHOWN && **same >= from)
        .flat_map(|(keys, _)| keys);
    let shown: BTreeSet<&Key> = shown.filter(|k| !case.doubtful.contains(*k)).collect();
    [
        shown
            .iter()
            .filter(|k| case.equivalent.contains(**k))
            .count(),
        shown.len(),
        case.equivalent.len(),
    ]
}

/// Precision, recall, F1 and average precision (cut at twice the linked pairs) of the pairs from a chance on.
pub fn figures(case: &Case, chances: &[f32], from: f32) -> [f64; 4] {
    let mut best: BTreeMap<&Key, f32> = BTreeMap::new();
    for (keys, &chance) in case.keys.iter().zip(chances).filter(|(_, c)| **c >= from) {
        for key in keys.iter().filter(|k| !case.doubtful.contains(k)) {
            let top = best.entry(key).or_insert(chance);
            *top = top.max(chance);
        }
    }
    let mut ranked: Vec<(&Key, f32)> = best.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let (mut right, mut area) = (0.0, 0.0);
    for (i, (key, _)) in ranked.iter().enumerate() {
        if case.linked.contains(*key) {
            right += 1.0;
            area += if i < 2 * case.linked.len() {
                right / (i + 1) as f64
            } else {
                0.0
            };
        }
    }
    let (shown, all) = (ranked.len().max(1) as f64, case.linked.len().max(1) as f64);
    [
        right / shown,
        right / all,
        2.0 * right / (ranked.len() as f64 + all),
        area / all,
    ]
}

/// Per tenth of chance how many pairs, their mean chance and the share linked; and the mean gap between the two
/// (expected calibration error).
pub fn calibration(cases: &[Case], chances: &[Chances]) -> (Vec<(f64, f64, f64)>, f64) {
    let mut bins = [(0.0, 0.0, 0.0); 10];
    for (case, chances) in cases.iter().zip(chances) {
        for (label, &chance) in case
            .labels
            .iter()
            .zip(&chances.linked)
            .filter_map(|(l, c)| Some(((*l)?, c)))
        {
            let bin = &mut bins[((chance * 10.0) as usize).min(9)];
            *bin = (
                bin.0 + 1.0,
                bin.1 + f64::from(chance),
                bin.2 + f64::from(u8::from(label)),
            );
        }
    }
    let all: f64 = bins.iter().map(|b| b.0).sum();
    let error: f64 = bins
        .iter()
        .map(|(_, chance, linked)| (chance - linked).abs())
        .sum::<f64>()
        / all.max(1.0);
    let filled = bins.iter().filter(|b| b.0 > 0.0);
    (
        filled
            .map(|(n, chance, linked)| (*n, chance / n, linked / n))
            .collect(),
        error,
    )
}
