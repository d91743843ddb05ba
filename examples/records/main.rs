//! Writes the record of each rule from the verdicts of careful readers on findings.
//!
//! ```text
//! cargo run --example records -- [--reports FOLDER] [--file FILE] FOLDER...
//! ```
//!
//! Each folder holds files of verdicts, one an event. The lines of these events are written anew, those of other events
//! stay. Only rules that the codebook has are kept.
//!
//! Verdicts outlive what they judged: a rule that was made stricter would be held for its old mistakes for good. With
//! `--reports`, a folder with what `coverage diff --format json` prints of each event, only findings that are still made
//! count.

mod made;
mod verdicts;

use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use news_coverage::codebook;

/// The file that the program reads its records from.
const RECORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/codebook/records.tsv");

#[derive(Parser)]
struct Args {
    /// Folders with files of verdicts, `*.json`.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Folder with a report of each event, EVENT.json: only findings that are in it count.
    #[arg(long)]
    reports: Option<PathBuf>,
    /// File of records to write anew.
    #[arg(long, default_value = RECORDS)]
    file: PathBuf,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let judged = verdicts::read(&args.folders, args.reports.as_deref())?;
    let named = || args.file.display().to_string();
    let text = std::fs::read_to_string(&args.file).with_context(named)?;
    let known = |rule: &str| codebook::rules().iter().any(|r| r.name == rule);
    let written = verdicts::renewed(&text, &judged, known).with_context(named)?;
    std::fs::write(&args.file, &written.text).with_context(named)?;
    println!(
        "{} judged findings of {} events count",
        judged.findings(),
        judged.events()
    );
    if !written.left_out.is_empty() {
        let rules: Vec<&str> = written.left_out.iter().map(String::as_str).collect();
        println!(
            "left out, since the codebook has no such rules: {}",
            rules.join(", ")
        );
    }
    Ok(())
}
