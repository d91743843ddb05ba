//! `coverage diff` of versions of one article: what an editor changed.

use std::path::Path;

use anyhow::bail;

use super::destination::Destination;
use super::diff::Format;
use super::output;
use crate::load::Loaded;
use crate::model::Severity;
use crate::render::terminal::Options;
use crate::render::{self, Rendered};
use crate::report::EditReport;

/// Prints what changed from each version to the next; in JSON one object, of more than two versions one per line.
///
/// # Errors
/// When the format cannot hold it, or the result cannot be written.
pub fn run(
    versions: Loaded,
    format: Format,
    look: &Options,
    destination: &Destination,
) -> anyhow::Result<()> {
    for article in &versions.articles {
        destination.spare_input(Path::new(&article.path))?;
    }
    let mut reports = crate::edited(versions.articles);
    if let Some(first) = reports.first_mut() {
        first.diagnostics = versions.diagnostics.iter().map(Into::into).collect();
        // That older versions are not compared is said of events; here they are.
        let told = first.diagnostics.iter();
        output::diagnostics(told.filter(|d| d.severity != Severity::Info));
    }
    let text = match format {
        Format::Terminal => joined(&reports, |r| render::edits::terminal(r, look)),
        Format::Markdown => joined(&reports, render::edits::markdown),
        Format::Json => json(&reports)?,
        _ => bail!(
            "these articles are versions of one article; use --format terminal, markdown or json to see what changed (--one-event compares them like articles from different outlets)"
        ),
    };
    destination.deliver(Rendered::Text(text), &[], format == Format::Terminal)
}

fn joined(reports: &[EditReport], text: impl Fn(&EditReport) -> String) -> String {
    reports.iter().map(text).collect::<Vec<_>>().join("\n")
}

fn json(reports: &[EditReport]) -> serde_json::Result<String> {
    if let [only] = reports {
        return Ok(serde_json::to_string_pretty(only)? + "\n");
    }
    reports
        .iter()
        .map(|r| Ok(serde_json::to_string(r)? + "\n"))
        .collect()
}
