//! `--strict`: what cannot be read ends the run.

use anyhow::bail;

use super::output;
use crate::model::Severity;
use crate::report::DiagnosticEntry;

/// Whether unreadable input stops the run.
#[derive(clap::Args, Debug)]
pub struct Strict {
    /// Stop with exit code 2 if a file or entry cannot be read or is not an article, or if coverage.toml mentions one that
    /// does not exist; otherwise such problems are reported on standard error and skipped.
    #[arg(long, help_heading = "Input")]
    pub strict: bool,
}

impl Strict {
    /// Ends the run, where that is wanted, after saying what could not be read.
    ///
    /// # Errors
    /// When there is an error among the diagnostics and the run is strict.
    pub fn check(
        &self,
        diagnostics: impl IntoIterator<Item = impl Into<DiagnosticEntry>>,
    ) -> anyhow::Result<()> {
        if !self.strict {
            return Ok(());
        }
        let all = diagnostics.into_iter().map(Into::into);
        let errors: Vec<DiagnosticEntry> = all.filter(|d| d.severity == Severity::Error).collect();
        if errors.is_empty() {
            return Ok(());
        }
        output::diagnostics(&errors);
        bail!(
            "--strict: {}; nothing was written",
            match errors.len() {
                1 => "1 error in the input".to_string(),
                n => format!("{n} errors in the input"),
            }
        )
    }
}
