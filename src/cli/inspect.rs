//! `coverage inspect`: what was read from each file.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::ValueEnum;

use super::inputs;
use super::output::{self, Look};
use super::progress;
use super::strict::Strict;
use crate::render::{self, inspection};

/// Show what was read from each file: metadata, sentences, quotes, and what was removed and why.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folders, files, patterns or archives with articles; - reads JSON Lines from standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Output format [default: text on a terminal, JSON otherwise].
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    strict: Strict,
    #[command(flatten)]
    look: Look,
}

/// Output formats for an inspection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Human-readable text.
    Terminal,
    /// A report with articles and quotes only.
    Json,
}

/// Reads and prints.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let options = crate::config::options(&args.paths)?;
    let report = progress::watched(|watch| crate::inspect_watched(&args.paths, &options, watch));
    args.strict.check(report.diagnostics.clone())?;
    if report.articles.is_empty() {
        return Err(inputs::too_few(0, &args.paths, &report.diagnostics));
    }
    output::diagnostics(&report.diagnostics);
    let by_default = || {
        if std::io::stdout().is_terminal() {
            Format::Terminal
        } else {
            Format::Json
        }
    };
    match args.format.unwrap_or_else(by_default) {
        Format::Json => output::print(&render::json::write(&report)?),
        Format::Terminal => {
            let look = args.look.options(false, true);
            let options = inspection::Options {
                width: look.width,
                color: look.color,
            };
            output::print(&inspection::write(&report, &options))
        }
    }
}
