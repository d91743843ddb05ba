//! Fits and measures the weights that tell which sayings of two articles are one utterance.
//!
//! ```text
//! cargo run --release --example fit_utterances -- [--write FILE] [--as-is] [--without NAME]... GOLD_FOLDER...
//! ```
//!
//! Each gold folder holds one folder per event with `articles/` and `gold.json`. What is printed is measured with each
//! event left out in turn: its sayings are judged by weights fitted without it. `--write` then fits on all events.

mod cases;
#[path = "../fit/logistic.rs"]
mod logistic;
#[path = "../fit/places.rs"]
mod places;

use std::path::PathBuf;

use cases::Case;
use clap::Parser;
use news_coverage::compare::utterances::likeness::{NAMES, Weights, fitted};
use news_coverage::regression::Regression;

/// Thresholds that are tried.
const TRIED: [f64; 9] = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

#[derive(Parser)]
struct Args {
    /// Folders with one folder per event.
    #[arg(required = true)]
    roots: Vec<PathBuf>,
    /// File to put the weights into.
    #[arg(long)]
    write: Option<PathBuf>,
    /// The threshold to write.
    #[arg(long, default_value_t = 0.3)]
    same: f64,
    /// Measure the weights in the program instead of fitting any.
    #[arg(long)]
    as_is: bool,
    /// Penalty on squared weights of standardized signals.
    #[arg(long, default_value_t = 3.0)]
    ridge: f64,
    /// Signals to leave out.
    #[arg(long)]
    without: Vec<String>,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let mut cases = cases::read(&args.roots)?;
    cases.iter_mut().for_each(|c| c.forget(&args.without));
    let weights: Vec<Weights> = (0..cases.len())
        .map(|left_out| {
            let others: Vec<&Case> = cases
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != left_out)
                .map(|(_, c)| c)
                .collect();
            if args.as_is {
                fitted().clone()
            } else {
                fit(&others, &args)
            }
        })
        .collect();
    print(&args.roots, &cases, &weights);
    if let Some(file) = &args.write {
        let all: Vec<&Case> = cases.iter().collect();
        let text = format!(
            "{}\n{}",
            header(&cases, &args),
            toml::to_string(&fit(&all, &args))?
        );
        std::fs::write(file, text)?;
    }
    Ok(())
}

fn fit(cases: &[&Case], args: &Args) -> Weights {
    let names: Vec<String> = NAMES.iter().map(|n| n.to_string()).collect();
    let Regression { bias, signals } = logistic::fit(
        &names,
        cases
            .iter()
            .map(|c| (c.candidates.signals.as_slice(), c.labels.as_slice())),
        args.ridge,
    );
    Weights {
        same: args.same,
        bias,
        signals,
    }
}

/// F1 of pairs of sentences that are joined, by event and threshold, and the mean of each folder.
fn print(roots: &[PathBuf], cases: &[Case], weights: &[Weights]) {
    println!(
        "{:32} {}",
        "threshold",
        TRIED.map(|t| format!("{t:5.2}")).join(" ")
    );
    for root in roots {
        let mut rows: Vec<Vec<f64>> = Vec::new();
        for (case, weights) in cases.iter().zip(weights).filter(|(c, _)| c.root == *root) {
            let at = |same: f64| {
                case.f1(&Weights {
                    same,
                    ..weights.clone()
                })
            };
            let row: Vec<f64> = TRIED.iter().map(|t| at(*t)).collect();
            println!("{:32} {}", case.name, shown(&row));
            rows.push(row);
        }
        let mean = |k: usize| rows.iter().map(|r| r[k]).sum::<f64>() / rows.len().max(1) as f64;
        println!(
            "{:32} {}\n",
            format!("mean of {}", rows.len()),
            shown(&(0..TRIED.len()).map(mean).collect::<Vec<_>>())
        );
    }
}

fn shown(row: &[f64]) -> String {
    row.iter()
        .map(|v| format!("{v:5.3}"))
        .collect::<Vec<_>>()
        .join(" ")
}

fn header(cases: &[Case], args: &Args) -> String {
    let judged: usize = cases
        .iter()
        .map(|c| c.labels.iter().flatten().count())
        .sum();
    let one: usize = cases
        .iter()
        .map(|c| c.labels.iter().filter(|l| **l == Some(true)).count())
        .sum();
    let ridge = args.ridge;
    let today = jiff::Zoned::now().date();
    format!(
        "# Which sayings are one utterance. Made by `cargo run --release --example fit_utterances`, not by hand;\n\
         # last on {today}. With each event left out in turn, .25 and .3 joined best; the more precise one was taken.\n\
         # Logistic regression, ridge {ridge}, on {} events read by people: {judged} pairs of sayings that share a content\n\
         # word, {one} of them one utterance; an event counts by the inverse root of its pairs. Some of the texts are not\n\
         # part of this project; none of their words are here.\n\
         # Each signal: least value seen, greatest value seen, weight of one unit.\n",
        cases.len()
    )
}
