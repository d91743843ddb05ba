//! What is said where no finding is left, and which findings were asked for.

use super::labels::label;
use crate::model::FindingKind;
use crate::report::{Report, SelectionEntry};

/// That nothing was found of what was asked for: "No discrepancies with a salience of at least 0.5 are certain enough to
/// report."
pub fn nothing(report: &Report) -> String {
    let Some(selection) = &report.selection else {
        return "No finding is certain enough to report.".to_string();
    };
    let kinds: Vec<&str> = selection.kinds.iter().map(plural).collect();
    let kinds = match kinds.split_last() {
        None => "findings".to_string(),
        Some((last, [])) => (*last).to_string(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    };
    format!(
        "No {kinds}{} are certain enough to report.",
        least(selection)
    )
}

/// Which findings the report was asked for: "only discrepancy, omission; salience at least 0.5".
pub fn asked(report: &Report) -> Option<String> {
    let selection = report.selection.as_ref()?;
    let kinds: Vec<String> = selection.kinds.iter().map(label).collect();
    let mut parts: Vec<String> = Vec::new();
    if !kinds.is_empty() {
        parts.push(kinds.join(", "));
    }
    if selection.min_salience > 0.0 {
        parts.push(format!("salience at least {}", selection.min_salience));
    }
    Some(format!("only: {}", parts.join("; ")))
}

fn least(selection: &SelectionEntry) -> String {
    if selection.min_salience > 0.0 {
        format!(" with a salience of at least {}", selection.min_salience)
    } else {
        String::new()
    }
}

fn plural(kind: &FindingKind) -> &'static str {
    match kind {
        FindingKind::Discrepancy => "discrepancies",
        FindingKind::Omission => "omissions",
        FindingKind::Addition => "additions",
        FindingKind::Quote => "quote changes",
        FindingKind::Framing => "framing differences",
        FindingKind::Reuse => "shared copy",
    }
}
