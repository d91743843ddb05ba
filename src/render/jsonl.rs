//! One finding per line, for programs that read line by line.

use serde::Serialize;

use crate::report::{FindingEntry, Report};

/// A finding with the outlets' names, so that a line can be read without the report.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    finding: &'a FindingEntry,
    /// Names of the outlets it is about, in the order of `articles`.
    outlets: Vec<&'a str>,
}

/// Every finding as one JSON object per line, most important first.
///
/// # Errors
/// When a number in the report is not finite.
pub fn write(report: &Report) -> serde_json::Result<String> {
    let mut out = String::new();
    for finding in &report.findings {
        let line = Line {
            finding,
            outlets: finding
                .articles
                .iter()
                .map(|id| outlet(report, id))
                .collect(),
        };
        out.push_str(&serde_json::to_string(&line)?);
        out.push('\n');
    }
    Ok(out)
}

fn outlet<'a>(report: &'a Report, id: &'a str) -> &'a str {
    report
        .articles
        .iter()
        .find(|a| a.id == id)
        .map_or(id, |a| a.outlet.as_str())
}
