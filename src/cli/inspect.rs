//! `coverage inspect`: what was read from each file.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;

use super::output::{self, Look};
use super::strict::Strict;
use crate::render::{self, inspection};

/// Show what was read from each file: metadata, sentences, quotes, and what was taken out and why.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folders, files, patterns and archives with articles; - for JSON Lines on standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print it; a person at a terminal gets the readable form, a pipe gets JSON.
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    strict: Strict,
    #[command(flatten)]
    look: Look,
}

/// The formats of an inspection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person in a terminal.
    Terminal,
    /// The report with articles and quotes only.
    Json,
}

/// Reads and prints.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let report = crate::inspect(&args.paths, &crate::config::options(&args.paths)?);
    args.strict.check(report.diagnostics.clone())?;
    output::diagnostics(&report.diagnostics);
    if report.articles.is_empty() {
        bail!("no article could be read");
    }
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
