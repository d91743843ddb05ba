//! `coverage check`: fixtures still say what they said, and reach what they must.

mod discover;
mod fixture;
mod sheets;

use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;

use super::models::Models;
use super::output::{self, Color};
use crate::check::verdict::{State, Verdict};
use crate::render::verdict::{self as formats, Options};

/// Something changed or is below a limit.
const FAILED: u8 = 1;

/// Check fixtures against their expected results: expected.json, gold.json, [check] in coverage.toml.
///
/// A fixture is a folder with `articles/` and at least one of `expected.json` (a snapshot of an earlier report),
/// `gold.json` (hand-coded answers, with coders' sheets named `coder-NAME.csv`) and `coverage.toml` with a `[check]`
/// table (thresholds). Folders are searched recursively. To see what a measure means, run for example `coverage explain
/// cells`.
#[derive(clap::Args, Debug)]
#[command(
    after_help = "Exit codes: 0 all fixtures pass, 1 a result changed or is below a threshold, 2 usage error or a fixture \
                        that cannot be checked (unreadable, malformed or stale)."
)]
pub struct Args {
    /// Fixtures, or folders that contain them.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Update expected.json where results changed; create it in every folder with articles/ that has none.
    #[arg(long)]
    update: bool,
    /// How far a score may move before it counts as changed [default: from coverage.toml, otherwise 0.05].
    #[arg(long, value_name = "N", value_parser = tolerance)]
    tolerance: Option<f64>,
    /// Output format.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Also list misses, false positives and coder disagreements, with the sentences.
    #[arg(long)]
    errors: bool,
    /// Stop at the first fixture that fails.
    #[arg(long)]
    fail_fast: bool,
    /// Only fixtures whose path contains this text.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// Folder with a language model, as for `coverage diff`; a fixture's coverage.toml can also set one.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
    /// When to use color; NO_COLOR is respected.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
}

/// Output formats for a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Human-readable text.
    Human,
    /// One JSON object.
    Json,
    /// JUnit XML for CI systems.
    Junit,
    /// GitHub Actions annotations, with file and line.
    Github,
    /// For a job summary or a comment.
    Markdown,
}

fn tolerance(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("expected a number from 0 to 1".to_string()),
    }
}

/// Checks and prints; the exit code says the worst.
pub fn run(args: &Args) -> anyhow::Result<u8> {
    let mut folders = discover::fixtures(&args.paths, args.update)?;
    let found = folders.len();
    if let Some(filter) = &args.filter {
        folders.retain(|f| f.to_string_lossy().contains(filter.as_str()));
    }
    if folders.is_empty() {
        let paths: Vec<String> = args.paths.iter().map(|p| p.display().to_string()).collect();
        match &args.filter {
            Some(filter) if found > 0 => {
                bail!("--filter: none of the {found} fixtures has “{filter}” in its path")
            }
            _ => bail!(
                "no fixtures in {0}: a fixture is a folder with articles/ and expected.json, gold.json or a coverage.toml with [check]; \
                 `{1} check --update FOLDER` creates expected.json, `{1} gold FOLDER` drafts a gold.json",
                paths.join(", "),
                super::called::name()
            ),
        }
    }
    let verdict = check_all(&folders, args)?;
    print(&verdict, args)?;
    Ok(match verdict.state() {
        State::Holds => super::DONE,
        State::Fails => FAILED,
        State::Unusable => super::WRONG_USE,
    })
}

fn check_all(folders: &[PathBuf], args: &Args) -> anyhow::Result<Verdict> {
    let mut verdict = Verdict::default();
    let mut models = Models::new(args.model.as_deref())?;
    let mut rest = folders.iter();
    for folder in rest.by_ref() {
        let checked = fixture::check(folder, args.tolerance, args.update, &mut models);
        let goes_on = !args.fail_fast || checked.state() == State::Holds;
        verdict.fixtures.push(checked);
        if !goes_on {
            break;
        }
    }
    verdict.skipped = rest.map(|f| f.display().to_string()).collect();
    Ok(verdict)
}

fn print(verdict: &Verdict, args: &Args) -> anyhow::Result<()> {
    let options = Options {
        errors: args.errors,
        color: args.color.wanted(true),
    };
    output::print(&match args.format {
        Format::Human => formats::human::write(verdict, options),
        Format::Json => formats::json::write(verdict, options)?,
        Format::Junit => formats::junit::write(verdict, options),
        Format::Github => formats::github::write(verdict, options),
        Format::Markdown => formats::markdown::write(verdict, options),
    })
}
