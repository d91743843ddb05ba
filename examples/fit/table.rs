//! Figures event by event, and whether those of two ways of comparing sentences differ by more than the choice of events.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, ensure};
use news_coverage::align::pairs::Chances;

use super::events::Case;
use super::figures::{SHOWN, figures};

/// F1 of the pairs shown and average precision, by event.
pub type Table = BTreeMap<String, [f64; 2]>;

/// Events are drawn this often, with replacement.
const DRAWS: usize = 10_000;

/// The figures of each event.
pub fn of(cases: &[Case], chances: &[Chances]) -> Table {
    let rows = cases.iter().zip(chances).map(|(case, chances)| {
        let [_, _, f1, _] = figures(case, &chances.linked, SHOWN);
        let [.., area] = figures(case, &chances.linked, 0.0);
        (case.name.clone(), [f1, area])
    });
    rows.collect()
}

/// A line an event: its name, F1, average precision.
pub fn write(table: &Table, file: &Path) -> anyhow::Result<()> {
    let lines: Vec<String> = table
        .iter()
        .map(|(name, [f1, area])| format!("{name}\t{f1:.3}\t{area:.3}\n"))
        .collect();
    std::fs::write(file, lines.concat()).with_context(|| file.display().to_string())
}

fn read(file: &Path) -> anyhow::Result<Table> {
    let text = std::fs::read_to_string(file)?;
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, f1, area] = fields[..] else {
            anyhow::bail!("no three fields: {line}");
        };
        Ok((name.to_string(), [f1.parse()?, area.parse()?]))
    };
    text.lines().map(row).collect()
}

/// Prints by how much these figures are above those in a file, with the interval that holds 95 of 100 draws of the events.
pub fn print_against(table: &Table, file: &Path) -> anyhow::Result<()> {
    let other = read(file).with_context(|| file.display().to_string())?;
    ensure!(
        table.keys().eq(other.keys()),
        "{}: not the same events",
        file.display()
    );
    println!("== against {}", file.display());
    for (at, name) in ["F1", "AP"].iter().enumerate() {
        let pairs = table.values().zip(other.values());
        let gains: Vec<f64> = pairs.map(|(ours, theirs)| ours[at] - theirs[at]).collect();
        let better = gains.iter().filter(|g| **g > 0.0).count();
        let [low, high] = interval(&gains);
        println!(
            "  {name}  {:+.3} ({low:+.3} to {high:+.3}), better on {better} of {} events",
            mean(&gains),
            gains.len()
        );
    }
    Ok(())
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The 2.5th and the 97.5th of 100 parts of the means of draws (percentile bootstrap; Efron and Tibshirani 1993).
fn interval(gains: &[f64]) -> [f64; 2] {
    let mut draw = Draw(7);
    let mut means: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let drawn: Vec<f64> = gains
                .iter()
                .map(|_| gains[draw.below(gains.len())])
                .collect();
            mean(&drawn)
        })
        .collect();
    means.sort_by(f64::total_cmp);
    [DRAWS / 40, DRAWS - DRAWS / 40 - 1].map(|at| means[at])
}

/// Pseudo-random numbers that are the same in every run (Marsaglia's xorshift).
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}
