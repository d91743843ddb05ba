//! `coverage diff` of two versions of one article: what an editor changed.

use std::path::Path;

use anyhow::bail;

use super::destination::Destination;
use super::output;
use crate::load::Loaded;
use crate::render::terminal::Options;
use crate::render::{self, Rendered};
use crate::report::{self, EditReport};

/// The formats in which changes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a person in a terminal.
    Terminal,
    /// For notes and pull requests.
    Markdown,
    /// One object; of more than two versions one object per line.
    Json,
}

/// Prints what changed from each version to the next.
///
/// # Errors
/// When fewer than two versions are left, or the result cannot be written.
pub fn run(
    versions: Loaded,
    format: Format,
    look: &Options,
    destination: &Destination,
) -> anyhow::Result<()> {
    let paths: Vec<String> = versions.articles.iter().map(|a| a.path.clone()).collect();
    let steps = crate::edited(versions.articles);
    if steps.is_empty() {
        bail!("comparing versions takes two of them");
    }
    let mut reports: Vec<EditReport> = steps.iter().map(|e| report::edits(e, &[])).collect();
    if let Some(first) = reports.first_mut() {
        first.diagnostics = versions.diagnostics.iter().map(Into::into).collect();
        output::diagnostics(first.diagnostics.iter().filter(|d| !is_about_versions(d)));
    }
    let parts: Result<Vec<String>, serde_json::Error> = reports
        .iter()
        .map(|r| match format {
            Format::Terminal => Ok(render::edits::terminal(r, look)),
            Format::Markdown => Ok(render::edits::markdown(r)),
            Format::Json if steps.len() == 1 => Ok(serde_json::to_string_pretty(r)? + "\n"),
            Format::Json => Ok(serde_json::to_string(r)? + "\n"),
        })
        .collect();
    let between = if format == Format::Json { "" } else { "\n" };
    for path in paths.iter().map(Path::new) {
        destination.spare_input(path)?;
    }
    let text = Rendered::Text(parts?.join(between));
    destination.deliver(text, &[], format == Format::Terminal)
}

/// That older versions are not compared is said of events; here they are.
fn is_about_versions(diagnostic: &report::DiagnosticEntry) -> bool {
    diagnostic.severity == crate::model::Severity::Info
}
