//! Prints what chances are worth.

use std::collections::BTreeSet;
use std::path::PathBuf;

use news_coverage::align::pairs::Chances;

use super::events::Case;
use super::figures::{calibration, equivalent, f1, figures, mean};

const SAME: [f32; 6] = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55];
const THRESHOLDS: [f32; 9] = [0.1, 0.12, 0.15, 0.18, 0.2, 0.25, 0.3, 0.35, 0.4];

/// Prints what the chances are worth, folder by folder.
pub fn print(roots: &[PathBuf], cases: &[Case], chances: &[Chances]) {
    for root in roots {
        let inside: Vec<(&Case, &Chances)> = cases
            .iter()
            .zip(chances)
            .filter(|(c, _)| c.root == *root)
            .collect();
        println!(
            "== {} ({} events, mean over events)",
            root.display(),
            inside.len()
        );
        println!("  from     P      R      F1     AP of what is shown");
        for from in THRESHOLDS {
            let [p, r, f1, ap] = mean(inside.iter().map(|(c, p)| figures(c, &p.linked, from)));
            println!("  {from:.2}   {p:.3}  {r:.3}  {f1:.3}  {ap:.3}");
        }
        println!("  the same, from:");
        for from in SAME {
            let pooled: Vec<[usize; 3]> =
                inside.iter().map(|(c, p)| equivalent(c, p, from)).collect();
            let sum = |i: usize| pooled.iter().map(|f| f[i]).sum::<usize>() as f64;
            let each = pooled
                .iter()
                .map(|f| [f1(f[0] as f64, f[1] as f64, f[2] as f64)]);
            let ([by_event], p, r) = (
                mean(each),
                sum(0) / sum(1).max(1.0),
                sum(0) / sum(2).max(1.0),
            );
            let all = f1(sum(0), sum(1), sum(2));
            println!(
                "  {from:.2}   {p:.3}  {r:.3}  {all:.3} pooled, F1 {by_event:.3} mean over events"
            );
        }
    }
    let pairs: usize = cases.iter().map(|c| c.keys.len()).sum();
    let linked: usize = cases.iter().map(|c| c.linked.len()).sum();
    let held = cases.iter().map(|c| {
        let keys: BTreeSet<_> = c.keys.iter().flatten().collect();
        c.linked.iter().filter(|l| keys.contains(l)).count()
    });
    println!(
        "== candidates: {pairs} pairs, {} of {linked} links",
        held.sum::<usize>()
    );
    let (bins, error) = calibration(cases, chances);
    println!("== calibration, all events\n  pairs   chance  linked");
    for (n, chance, linked) in bins {
        println!("  {n:6.0}  {chance:.3}   {linked:.3}");
    }
    println!("  expected calibration error {error:.4}");
}
