//! One finding or fact alone, to be passed on: the flag `--finding`.

use anyhow::{anyhow, bail};

use super::diff::Format;
use crate::render::{Rendered, jsonl, markdown, terminal};
use crate::report::{FactEntry, FindingEntry, Report};

/// Which single finding or fact to show.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Findings")]
pub struct One {
    /// Show only this finding with its evidence (n3), or this fact with each article's sentence (f3), by its number in
    /// the same comparison; requires --format terminal, markdown, json or jsonl.
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

    /// The finding or fact in its format; none where the whole report is wanted.
    ///
    /// # Errors
    /// When there is none of that id.
    pub fn rendered(
        &self,
        report: &Report,
        format: Format,
        look: &terminal::Options,
    ) -> anyhow::Result<Option<Rendered>> {
        let Some(wanted) = &self.finding else {
            return Ok(None);
        };
        let is_indented = format == Format::Json;
        let text = match (find(report, wanted)?, format) {
            (Wanted::Finding(finding), Format::Markdown) => markdown::one(report, finding),
            (Wanted::Finding(finding), Format::Json | Format::Jsonl) => {
                jsonl::one(report, finding, is_indented)?
            }
            (Wanted::Finding(finding), _) => terminal::finding(report, finding, look),
            (Wanted::Fact(fact), Format::Markdown) => markdown::fact(report, fact),
            (Wanted::Fact(fact), Format::Json | Format::Jsonl) => {
                jsonl::fact(report, fact, is_indented)?
            }
            (Wanted::Fact(fact), _) => terminal::fact(report, fact, look),
        };
        Ok(Some(Rendered::Text(text)))
    }
}

/// What is wanted alone.
enum Wanted<'a> {
    Finding(&'a FindingEntry),
    Fact(&'a FactEntry),
}

/// The finding with this id, written `n3`, `N3` or `3`, or the fact `f3`.
fn find<'a>(report: &'a Report, wanted: &str) -> anyhow::Result<Wanted<'a>> {
    let id = wanted.trim().to_lowercase();
    let finding = report
        .findings
        .iter()
        .find(|f| f.id == id || f.id.strip_prefix('n') == Some(&id));
    let fact = || report.facts.iter().find(|f| f.id == id).map(Wanted::Fact);
    let found = finding.map(Wanted::Finding).or_else(fact);
    found.ok_or_else(|| {
        let findings: Vec<&str> = report.findings.iter().map(|f| f.id.as_str()).collect();
        let facts: Vec<&str> = report.facts.iter().map(|f| f.id.as_str()).collect();
        anyhow!(
            "--finding: there is no finding or fact {wanted:?}; this comparison has {} and {}",
            counted(&findings, "finding"),
            counted(&facts, "fact")
        )
    })
}

/// "no facts", "one fact, f1", "3 facts, f1 to f3".
fn counted(ids: &[&str], noun: &str) -> String {
    match ids {
        [] => format!("no {noun}s"),
        [only] => format!("one {noun}, {only}"),
        [first, .., last] => format!("{} {noun}s, {first} to {last}", ids.len()),
    }
}
