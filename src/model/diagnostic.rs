//! What went wrong or was repaired, and where.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How serious a problem is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Something was repaired or deliberately skipped; the result is complete.
    Info,
    /// Something was skipped; the run continues.
    Warning,
    /// A file could not be used; the run continues.
    Error,
}

/// What precedes the names of files that one message is about; blinding drops what follows.
pub const SKIPPED: &str = " and were skipped: ";

/// One sentence about one file: what was skipped or repaired, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as the user named it.
    pub path: String,
    /// What happened and what to do about it.
    pub message: String,
}
