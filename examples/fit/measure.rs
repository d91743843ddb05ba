//! Chances and labels → precision, recall, average precision, calibration.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::events::{Case, Key};

const THRESHOLDS: [f32; 9] = [0.1, 0.12, 0.15, 0.18, 0.2, 0.25, 0.3, 0.35, 0.4];

/// Prints what the chances are worth, folder by folder.
pub fn print(roots: &[PathBuf], cases: &[Case], chances: &[Vec<f32>]) {
    for root in roots {
        let inside: Vec<(&Case, &Vec<f32>)> = cases.iter().zip(chances).filter(|(c, _)| c.root == *root).collect();
        println!("== {} ({} events, mean over events)", root.display(), inside.len());
        println!("  from     P      R      F1     AP of what is shown");
        for from in THRESHOLDS {
            let figures: Vec<[f64; 4]> = inside.iter().map(|(c, p)| figures(c, p, from)).collect();
            let mean = |i: usize| figures.iter().map(|f| f[i]).sum::<f64>() / figures.len().max(1) as f64;
            println!("  {from:.2}   {:.3}  {:.3}  {:.3}  {:.3}", mean(0), mean(1), mean(2), mean(3));
        }
    }
    calibration(cases, chances);
}

/// Precision, recall, F1 and average precision (cut at twice the linked pairs) of the pairs from a chance on.
fn figures(case: &Case, chances: &[f32], from: f32) -> [f64; 4] {
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
            area += if i < 2 * case.linked.len() { right / (i + 1) as f64 } else { 0.0 };
        }
    }
    let (shown, all) = (ranked.len().max(1) as f64, case.linked.len().max(1) as f64);
    [right / shown, right / all, 2.0 * right / (ranked.len() as f64 + all), area / all]
}

/// Prints how often pairs of each chance are linked, and the mean gap between the two (expected calibration error).
fn calibration(cases: &[Case], chances: &[Vec<f32>]) {
    let mut bins = [(0.0, 0.0, 0.0); 10];
    for (case, chances) in cases.iter().zip(chances) {
        for (label, &chance) in case.labels.iter().zip(chances).filter_map(|(l, c)| Some(((*l)?, c))) {
            let bin = &mut bins[((chance * 10.0) as usize).min(9)];
            *bin = (bin.0 + 1.0, bin.1 + f64::from(chance), bin.2 + f64::from(u8::from(label)));
        }
    }
    let all: f64 = bins.iter().map(|b| b.0).sum();
    println!("== calibration, all events\n  pairs   chance  linked");
    for (n, chance, linked) in bins.iter().filter(|b| b.0 > 0.0) {
        println!("  {n:6.0}  {:.3}   {:.3}", chance / n, linked / n);
    }
    let error: f64 = bins.iter().map(|(_, chance, linked)| (chance - linked).abs()).sum::<f64>() / all.max(1.0);
    println!("  expected calibration error {error:.4}");
}
