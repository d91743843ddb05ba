//! Measures how well articles are grouped by the events they tell, and fits the chance that two of them tell one.
//!
//! ```text
//! cargo run --release --example fit_events -- --archive ARTICLES.jsonl [--known FOLDER] [--write src/events/weights.toml]
//! ```
//!
//! The weights are fitted on an archive of half a year, of which two readers each judged 128 neighbourhoods of ten
//! articles (`judged.txt`), and others what the program made of it (`pairs.txt`). Measured is each half of the neighbourhoods by
//! weights fitted without any article of its time, at several bounds. FOLDER holds one folder an event, with its articles in it or in `articles/`; all of them are
//! grouped as one collection, with their days and without them.

#[path = "../fit/logistic.rs"]
mod logistic;

mod judged;
mod known;

use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use news_coverage::events::{Options, signals};

/// Grouping by events: fitting and measuring.
#[derive(Parser)]
struct Args {
    /// JSON Lines with the judged articles.
    #[arg(long)]
    archive: Option<PathBuf>,
    /// A folder of events that are measured as one collection.
    #[arg(long)]
    known: Option<PathBuf>,
    /// Where to write weights that are fitted to all neighbourhoods.
    #[arg(long)]
    write: Option<PathBuf>,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let mut weights = signals::fitted().clone();
    if let Some(file) = &args.archive {
        let archive = judged::Archive::read(file)?;
        archive.measure();
        weights = archive.fit(|_| true);
        if let Some(to) = &args.write {
            let text = format!("{}\n{}", archive.header(), toml::to_string(&weights)?);
            std::fs::write(to, text).with_context(|| to.display().to_string())?;
        }
    }
    if let Some(folder) = &args.known {
        let options = |same| Options {
            weights: weights.clone(),
            same,
            ..Options::default()
        };
        known::measure(folder, options)?;
    }
    Ok(())
}
