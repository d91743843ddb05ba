//! Fits and measures the weights of the aligner on folders of hand-made answers.
//!
//! ```text
//! cargo run --release --example fit -- [--model DIR | --models DIR] [--write FILE] [--table FILE] [--against FILE] GOLD_FOLDER...
//! ```
//!
//! Each gold folder holds one folder per event with `articles/` and `gold.json`. What is printed is measured by
//! cross-validation over events: a pair is always scored by weights fitted without its event, in both rounds.
//! `--write` then fits on all events and puts the weights into FILE, leaving the other method's weights as they are.

mod events;
mod figures;
mod logistic;
mod measure;
mod places;
mod table;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use clap::Parser;
use events::Case;
use news_coverage::align::Options;
use news_coverage::align::pairs::{Chances, first_names, same_names, second_names};
use news_coverage::align::scores::{Fitted, Method, fitted};
use news_coverage::align::vectors::Model;

/// Penalty on squared weights of standardized signals. 3 to 30 measured the same within 0.003; the stronger end was
/// taken, since other events differ more from these than these from each other.
const RIDGE: f64 = 20.0;

/// Parts of the cross-validation over events; and inside the training events, for the input of the second round.
const FOLDS: usize = 9;
const INNER_FOLDS: usize = 6;

/// Chance of the first round from which a pair has a say in what "the same" is: that of a link that is shown.
const LIKELY: f32 = 0.2;

#[derive(Parser)]
struct Args {
    /// Folders with one folder per event.
    #[arg(required = true)]
    roots: Vec<PathBuf>,
    /// Folder with a language model, to fit the method that uses it.
    #[arg(long)]
    model: Option<PathBuf>,
    /// Folder with language models `0`, `1` …, each taught without every so manieth event: every event is measured, and
    /// every weight fitted, with the model that did not see it.
    #[arg(long, conflicts_with = "model")]
    models: Option<PathBuf>,
    /// File to put the weights into.
    #[arg(long)]
    write: Option<PathBuf>,
    /// File for F1 and average precision by event.
    #[arg(long)]
    table: Option<PathBuf>,
    /// Such a file of another run, to compare with event by event.
    #[arg(long)]
    against: Option<PathBuf>,
    /// Measure the weights in the program instead of fitting any.
    #[arg(long)]
    as_is: bool,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let models = models(&args)?;
    let cases = events::read(&args.roots, |event| Options {
        model: models.get(event % models.len().max(1)).cloned(),
    })?;
    let all: Vec<&Case> = cases.iter().collect();
    let chances = if args.as_is {
        let method = method(fitted(), !models.is_empty());
        all.iter().map(|c| c.pairs.judged(method)).collect()
    } else {
        cross_validated(&all)
    };
    measure::print(&args.roots, &cases, &chances);
    let table = table::of(&cases, &chances);
    if let Some(file) = &args.table {
        table::write(&table, file)?;
    }
    if let Some(file) = &args.against {
        table::print_against(&table, file)?;
    }
    if let Some(file) = &args.write {
        let mut weights = present(file)?;
        let fresh = fit(&all);
        if !models.is_empty() {
            weights.model = fresh
        } else {
            weights.built_in = fresh
        }
        let text = format!("{}\n{}", header(&cases), toml::to_string(&weights)?);
        std::fs::write(file, text).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

/// The weights that a file holds; those in the program where there is none yet.
fn present(file: &Path) -> anyhow::Result<Fitted> {
    if !file.exists() {
        return Ok(fitted().clone());
    }
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    toml::from_str(&text).with_context(|| file.display().to_string())
}

/// The language models in use: none, one, or one for each part of the events.
fn models(args: &Args) -> anyhow::Result<Vec<Arc<Model>>> {
    let numbered = |folder: &PathBuf| {
        let parts = (0..).map(|part: usize| folder.join(part.to_string()));
        parts.take_while(|f| f.is_dir()).collect::<Vec<_>>()
    };
    let folders = match (&args.model, &args.models) {
        (Some(folder), _) => vec![folder.clone()],
        (None, Some(folder)) => numbered(folder),
        (None, None) => Vec::new(),
    };
    let read = folders.iter().map(|f| Ok(Arc::new(Model::read(f)?)));
    read.collect()
}

fn method(weights: &Fitted, model: bool) -> &Method {
    if model {
        &weights.model
    } else {
        &weights.built_in
    }
}

/// Both rounds on the training events; the second sees first-round chances that its own events had no part in, and so
/// does the chance of saying the same, which is fitted on the pairs that the first round finds likely.
fn fit(train: &[&Case]) -> Method {
    let first = |cases: &[&Case]| {
        logistic::fit(
            &first_names(),
            cases
                .iter()
                .map(|c| (c.pairs.first.as_slice(), c.labels.as_slice())),
            RIDGE,
        )
    };
    let mut known: Vec<Vec<Vec<f32>>> = vec![Vec::new(); train.len()];
    let mut same: Vec<Vec<Vec<f32>>> = vec![Vec::new(); train.len()];
    let mut judged: Vec<Vec<Option<bool>>> = vec![Vec::new(); train.len()];
    for fold in folds(train.len(), INNER_FOLDS) {
        let inside: Vec<&Case> = pick(train, |i| !fold.contains(&i));
        let round = first(&inside);
        for &i in &fold {
            let case = train[i];
            let chances = round.chances(&first_names(), &case.pairs.first);
            known[i] = case.pairs.second(&chances);
            let likely = |(c, label): (&f32, &Option<bool>)| label.filter(|_| *c >= LIKELY);
            same[i] = case.pairs.same(&known[i]);
            judged[i] = chances.iter().zip(&case.same).map(likely).collect();
        }
    }
    let rows = known
        .iter()
        .zip(train)
        .map(|(signals, c)| (signals.as_slice(), c.labels.as_slice()));
    let judged = same
        .iter()
        .zip(&judged)
        .map(|(signals, labels)| (signals.as_slice(), labels.as_slice()));
    Method {
        first: first(train),
        second: logistic::fit(&second_names(), rows, RIDGE),
        same: logistic::fit(&same_names(), judged, RIDGE),
    }
}

fn cross_validated(cases: &[&Case]) -> Vec<Chances> {
    let mut chances = vec![Chances::default(); cases.len()];
    for fold in folds(cases.len(), FOLDS) {
        let method = fit(&pick(cases, |i| !fold.contains(&i)));
        for &i in &fold {
            chances[i] = cases[i].pairs.judged(&method);
        }
    }
    chances
}

fn pick<'a>(cases: &[&'a Case], keep: impl Fn(usize) -> bool) -> Vec<&'a Case> {
    cases
        .iter()
        .enumerate()
        .filter(|(i, _)| keep(*i))
        .map(|(_, c)| *c)
        .collect()
}

/// Every `n`th item together, so that the folds do not depend on chance.
fn folds(items: usize, n: usize) -> Vec<Vec<usize>> {
    (0..n).map(|f| (f..items).step_by(n).collect()).collect()
}

fn header(cases: &[Case]) -> String {
    let pairs: usize = cases
        .iter()
        .map(|c| c.labels.iter().filter(|l| l.is_some()).count())
        .sum();
    let linked: usize = cases
        .iter()
        .map(|c| c.labels.iter().filter(|l| **l == Some(true)).count())
        .sum();
    let today = jiff::Zoned::now().date();
    format!(
        "# Weights of the aligner. Made by `cargo run --release --example fit`, not by hand; last on {today}.\n\
         # Logistic regression in two rounds, ridge {}, on {} events read by people: {pairs} candidate pairs of\n\
         # sentences, {linked} of them linked; doubtful pairs left out; an event counts by the inverse root of its\n\
         # links. The numbers were fitted to texts that are not part of this project; none of their words are here.\n\
         # Each signal: least value seen, greatest value seen, weight of one unit.\n",
        RIDGE,
        cases.len(),
    )
}
