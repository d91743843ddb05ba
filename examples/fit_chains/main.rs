//! Fits and measures the weights that tell which mentions of an article point at one and the same.
//!
//! ```text
//! cargo run --release --example fit_chains -- [--write FILE] [--errors] [--without SIGNAL]... FOLDER
//! ```
//!
//! FOLDER holds one JSON file an article: `text` and `mentions` with `start`, `end` (code points) and `entity`, as people
//! marked them. What is printed is measured by cross-validation over articles: the chains of an article come from
//! weights fitted without it. `--write` then fits on all articles and puts the weights into FILE.

mod article;
mod fit;
mod measure;

use std::path::PathBuf;

use anyhow::Context;
use article::Marked;
use clap::Parser;
use fit::Choice;
use measure::Figures;
use news_coverage::resolve::chains::Weights;

#[derive(Parser)]
struct Args {
    /// Folder with marked articles.
    folder: PathBuf,
    /// File to put the weights into.
    #[arg(long)]
    write: Option<PathBuf>,
    /// Print what went wrong.
    #[arg(long)]
    errors: bool,
    /// Print every choice that went wrong with its candidates.
    #[arg(long)]
    why: bool,
    /// Measure the weights in the program instead of fitting any.
    #[arg(long)]
    as_is: bool,
    /// Leave out a signal.
    #[arg(long)]
    without: Vec<String>,
    /// Penalty on squared weights.
    #[arg(long, default_value_t = 3.0)]
    ridge: f32,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let marked = article::read(&args.folder)?;
    let choices: Vec<Vec<Choice>> = marked
        .iter()
        .map(|article| article.choices(&args.without))
        .collect();
    let mut figures = Figures::default();
    for (held_out, article) in marked.iter().enumerate() {
        let weights = if args.as_is {
            news_coverage::resolve::chains::weights().clone()
        } else {
            let others = choices.iter().enumerate().filter(|(i, _)| *i != held_out);
            fit::weights(others.flat_map(|(_, choices)| choices), args.ridge)
        };
        if args.why {
            choices[held_out]
                .iter()
                .for_each(|choice| article.explain(choice, &weights));
        }
        figures.add(article, &article.chains(&weights), args.errors);
    }
    println!("{figures}");
    if let Some(file) = &args.write {
        let weights = fit::weights(choices.iter().flatten(), args.ridge);
        let text = format!(
            "{}\n{}",
            header(&marked, &choices, args.ridge),
            toml::to_string(&rounded(weights))?
        );
        std::fs::write(file, text).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

fn rounded(mut weights: Weights) -> Weights {
    for weight in weights
        .pronouns
        .values_mut()
        .chain(weights.descriptions.values_mut())
    {
        *weight = (*weight * 1000.0).round() / 1000.0;
    }
    weights
}

fn header(marked: &[Marked], choices: &[Vec<Choice>], ridge: f32) -> String {
    format!(
        "# Weights of the ranker of antecedents. Made by `cargo run --release --example fit_chains`, not by hand: a\n\
         # log-linear choice among the chains of an article and none, ridge {ridge}, on {} articles marked by people with {}\n\
         # choices. The numbers were fitted to texts that are not part of this project; none of their words are here.\n",
        marked.len(),
        choices.iter().map(Vec::len).sum::<usize>()
    )
}
