//! `coverage events`: which articles of a collection tell one event.

use std::path::PathBuf;

use clap::ValueEnum;

use super::inputs;
use super::output::{self, Look};
use super::progress;
use super::strict::Strict;
use crate::render;
use crate::report::{self, Events};

/// Group the articles in a collection by the event they cover.
///
/// Articles are grouped by their words and names (rare ones, and those used more on that day than on others, count more), by
/// headline and lead, publication date and outlet. File names and file order do not matter.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Folders, files, patterns or archives with articles; - reads JSON Lines from standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// Also list events covered by only one article.
    #[arg(long)]
    all: bool,
    /// In JSON, include the full articles, which `coverage batch` needs.
    #[arg(long)]
    whole: bool,
    #[command(flatten)]
    strict: Strict,
    #[command(flatten)]
    look: Look,
}

const EXAMPLES: &str = "\
Examples:
  coverage events dump.jsonl                            a readable list of events
  coverage events dump.jsonl --format jsonl             one event per line
  coverage events dump.jsonl --format jsonl --whole | coverage batch
                                                        a report for each event";

/// Output formats for a list of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Human-readable text.
    Terminal,
    /// One JSON object.
    Json,
    /// One event per line.
    Jsonl,
}

/// Groups and prints.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let mut options = crate::config::options(&args.paths)?;
    options.load.limits = options.load.limits.of_collection();
    let loaded = progress::loaded(&args.paths, &options.load);
    args.strict.check(&loaded.diagnostics)?;
    let (articles, grouping) = progress::watched(|watch| crate::grouped(loaded.articles, watch));
    let whole = args.whole && args.format != Format::Terminal;
    let mut events = report::events(&articles, &grouping, &loaded.diagnostics, whole);
    if articles.is_empty() {
        return Err(inputs::too_few(0, &args.paths, &events.diagnostics));
    }
    output::diagnostics(&events.diagnostics);
    if !args.all && args.format != Format::Terminal {
        events.leave_out_alone();
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
