//! `coverage events`: which articles of a collection tell one event.

use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;

use super::output::{self, Look};
use super::strict::Strict;
use crate::render;
use crate::report::{self, Events};

/// Group the articles of a collection by the events they tell.
///
/// Articles are grouped by their words and names, weighted by rarity, by headline and lead, and by the days they appeared.
/// The names of files and their order change nothing.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Folders, files, patterns and archives with articles; - for JSON Lines on standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print the events.
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// Also list the articles that no other tells the event of.
    #[arg(long)]
    all: bool,
    /// In JSON the whole articles too, as `coverage batch` reads them.
    #[arg(long)]
    whole: bool,
    #[command(flatten)]
    strict: Strict,
    #[command(flatten)]
    look: Look,
}

const EXAMPLES: &str = "\
Examples:
  coverage events dump.jsonl                            the events, for people
  coverage events dump.jsonl --format jsonl             one event a line
  coverage events dump.jsonl --format jsonl --whole | coverage batch
                                                        a report on every event";

/// The formats of a list of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person in a terminal.
    Terminal,
    /// One JSON object.
    Json,
    /// One event a line.
    Jsonl,
}

/// Groups and prints.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let mut options = crate::config::options(&args.paths)?;
    options.load.limits = options.load.limits.of_collection();
    let loaded = crate::load::read(&args.paths, &options.load);
    args.strict.check(&loaded.diagnostics)?;
    let (articles, grouping) = crate::grouped(loaded.articles);
    let whole = args.whole && args.format != Format::Terminal;
    let events = report::events(&articles, &grouping, &loaded.diagnostics, whole);
    output::diagnostics(&events.diagnostics);
    if articles.is_empty() {
        bail!("no article could be read");
    }
    output::print(&text(&events, args)?)
}

fn text(events: &Events, args: &Args) -> anyhow::Result<String> {
    Ok(match args.format {
        Format::Json => serde_json::to_string_pretty(events)? + "\n",
        Format::Jsonl => render::events::lines(events)?,
        Format::Terminal => {
            let look = args.look.options(args.all, true);
            render::events::write(events, look.width, args.all)
        }
    })
}
