//! `coverage inspect`: what was read from each file.

use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;

use super::output;
use crate::render;

/// Show what was read from each file: metadata, sentences, quotes, and what was taken out and why.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folders and files with articles.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

/// The formats of an inspection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The report with articles and quotes only.
    Json,
}

/// Reads and prints.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let report = crate::inspect(&args.paths);
    output::diagnostics(&report.diagnostics);
    if report.articles.is_empty() {
        bail!("no article could be read");
    }
    match args.format {
        Format::Json => output::print(&render::json::write(&report)?),
    }
}
