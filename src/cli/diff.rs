//! `coverage diff`: the comparison of a folder of articles.

use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;

use super::output::{self, Color};
use crate::DiffError;
use crate::render;

/// Show which facts, quotes and framings each source adds, omits or changes.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folders and files with articles about one event.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print the report.
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// Everything instead of the first screen.
    #[arg(long)]
    all: bool,
    /// When to use colour.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// Columns; the terminal's own where not given.
    #[arg(long, value_name = "N")]
    width: Option<usize>,
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person in a terminal.
    Terminal,
    /// The whole report as one JSON object.
    Json,
}

/// Compares and prints.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let report = match crate::diff(&args.paths, &crate::Options::default()) {
        Ok(report) => report,
        Err(DiffError::TooFew { found, diagnostics }) => {
            for d in &diagnostics {
                output::complain(&format!("error: {}: {}", d.path, d.message));
            }
            bail!(
                "comparing takes at least two readable articles, found {found}; name a folder with one file per article"
            );
        }
    };
    output::diagnostics(&report.diagnostics);
    match args.format {
        Format::Json => output::print(&render::json::write(&report)?),
        Format::Terminal => {
            output::print(&render::terminal::write(&report, &output::look(args.color, args.width, args.all)))
        }
    }
}
