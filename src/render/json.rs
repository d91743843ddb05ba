//! The report as one JSON object.

use crate::report::Report;

/// The report, indented, with a final line break.
///
/// # Errors
/// When a number in the report is not finite.
pub fn write(report: &Report) -> serde_json::Result<String> {
    let mut out = serde_json::to_string_pretty(report)?;
    out.push('\n');
    Ok(out)
}
