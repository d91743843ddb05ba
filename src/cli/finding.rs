//! One finding alone, to be passed on: the flag `--finding`.

use anyhow::{anyhow, bail};

use super::diff::Format;
use crate::render::{Rendered, jsonl, markdown, terminal};
use crate::report::{FindingEntry, Report};

/// Which finding is wanted alone.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Findings")]
pub struct One {
    /// Only this finding with its evidence, by its number in the same comparison: n3; as terminal, markdown, json or jsonl.
    #[arg(long, value_name = "ID", conflicts_with_all = ["all_events", "versions"])]
    finding: Option<String>,
}

impl One {
    /// Whether one is wanted.
    pub fn is_wanted(&self) -> bool {
        self.finding.is_some()
    }

    /// Says early that a format cannot hold one finding alone.
    ///
    /// # Errors
    /// When one is wanted in such a format.
    pub fn check(&self, format: Format) -> anyhow::Result<()> {
        match format {
            Format::Html if self.is_wanted() => bail!(
                "--finding writes text, not a page; use --format terminal, markdown, json or jsonl, or link to report.html#n3"
            ),
            Format::Csv | Format::Qdpx if self.is_wanted() => {
                bail!("--finding requires --format terminal, markdown, json or jsonl")
            }
            _ => Ok(()),
        }
    }

    /// The finding in its format; none where the whole report is wanted.
    ///
    /// # Errors
    /// When there is no such finding.
    pub fn rendered(
        &self,
        report: &Report,
        format: Format,
        look: &terminal::Options,
    ) -> anyhow::Result<Option<Rendered>> {
        let Some(wanted) = &self.finding else {
            return Ok(None);
        };
        let finding = find(report, wanted)?;
        let text = match format {
            Format::Markdown => markdown::one(report, finding),
            Format::Json => jsonl::one(report, finding, true)?,
            Format::Jsonl => jsonl::one(report, finding, false)?,
            _ => terminal::finding(report, finding, look),
        };
        Ok(Some(Rendered::Text(text)))
    }
}

/// The finding with this id, written `n3`, `N3` or `3`.
fn find<'a>(report: &'a Report, wanted: &str) -> anyhow::Result<&'a FindingEntry> {
    let id = wanted.trim().to_lowercase();
    let mut found = report.findings.iter();
    let is_meant = |f: &&FindingEntry| f.id == id || f.id.strip_prefix('n') == Some(&id);
    found.find(is_meant).ok_or_else(|| {
        let ids = match report.findings.as_slice() {
            [] => "no findings".to_string(),
            [only] => format!("one finding, {}", only.id),
            [first, .., last] => format!(
                "{} findings, {} to {}",
                report.findings.len(),
                first.id,
                last.id
            ),
        };
        anyhow!("--finding: there is no finding {wanted:?}; this comparison has {ids}")
    })
}
