//! Verdicts of careful readers on the findings of an event, counted by rule.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use news_coverage::codebook::Record;
use news_coverage::codebook::records::{self, RecordError, Records};
use serde::Deserialize;

use super::made::{self, Finding};

/// What was judged of an event.
#[derive(Deserialize)]
struct Verdicts {
    event: String,
    findings: Vec<Judged>,
}

/// A finding that was judged.
#[derive(Deserialize)]
struct Judged {
    #[serde(flatten)]
    finding: Finding,
    verdict: Verdict,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    /// A careful reader of the whole articles agrees, and it is worth saying.
    True,
    /// True, but nobody would care, or another finding says it.
    Trivial,
    /// Rests on the text, but a careful reader would object.
    Misleading,
    /// Wrong.
    False,
}

/// The records of each event that was judged, by rule.
pub struct Events(BTreeMap<String, BTreeMap<String, Record>>);

impl Events {
    /// How many events were judged, those without any finding included.
    pub fn events(&self) -> usize {
        self.0.len()
    }

    /// How many findings were judged.
    pub fn findings(&self) -> u32 {
        self.0
            .values()
            .flat_map(BTreeMap::values)
            .map(|r| r.of)
            .sum()
    }
}

/// The text of a file of records, written anew.
pub struct Renewed {
    /// The whole text.
    pub text: String,
    /// Rules whose records were left out, since the codebook does not have them.
    pub left_out: BTreeSet<String>,
}

/// What the files of verdicts in the folders say: every `*.json` that stands in one of them. Where a folder of reports is
/// given, `EVENT.json`, only verdicts on findings that the report of their event has too are counted.
///
/// # Errors
/// Where a folder has none, a file is malformed, two files are of one event, or the report of an event is missing.
pub fn read(folders: &[PathBuf], reports: Option<&Path>) -> anyhow::Result<Events> {
    let mut events = BTreeMap::new();
    for folder in folders {
        let files = files(folder).with_context(|| folder.display().to_string())?;
        ensure!(
            !files.is_empty(),
            "{}: no files of verdicts (*.json)",
            folder.display()
        );
        for file in files {
            let (event, counts) =
                event(&file, reports).with_context(|| file.display().to_string())?;
            if events.contains_key(&event) {
                bail!(
                    "{}: the event {event} was judged in another file too",
                    file.display()
                );
            }
            events.insert(event, counts);
        }
    }
    Ok(Events(events))
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?
        .map(|e| e.map(|e| e.path()))
        .collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<PathBuf> = entries
        .into_iter()
        .filter(|p| p.is_file() && p.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    Ok(files)
}

fn event(
    file: &Path,
    reports: Option<&Path>,
) -> anyhow::Result<(String, BTreeMap<String, Record>)> {
    let Verdicts {
        event,
        mut findings,
    } = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    for name in std::iter::once(&event).chain(findings.iter().map(|f| &f.finding.rule)) {
        let fit = !name.is_empty() && !name.starts_with('#') && !name.contains(char::is_control);
        ensure!(fit, "{name:?} cannot be the name of an event or a rule");
    }
    if let Some(reports) = reports.filter(|_| !findings.is_empty()) {
        let made = made::read(&reports.join(format!("{event}.json")))?;
        findings.retain(|judged| made.iter().any(|finding| finding.is(&judged.finding)));
    }
    let mut counts: BTreeMap<String, Record> = BTreeMap::new();
    for Judged { finding, verdict } in findings {
        let record = counts.entry(finding.rule).or_insert(Record {
            events: 1,
            ..Record::default()
        });
        record.of += 1;
        record.right += u32::from(verdict == Verdict::True);
        record.trivial += u32::from(verdict == Verdict::Trivial);
    }
    Ok((event, counts))
}

/// A file of records with the lines of judged events written anew. Comments stay, before the records.
///
/// # Errors
/// Where the file is malformed.
pub fn renewed(
    text: &str,
    judged: &Events,
    known: impl Fn(&str) -> bool,
) -> Result<Renewed, RecordError> {
    let mut all: Records = records::read(text)?;
    all.retain(|(_, event), _| !judged.0.contains_key(event));
    for (event, counts) in &judged.0 {
        all.extend(
            counts
                .iter()
                .map(|(rule, record)| ((rule.clone(), event.clone()), *record)),
        );
    }
    let left_out = all
        .keys()
        .map(|(rule, _)| rule.clone())
        .filter(|rule| !known(rule))
        .collect();
    all.retain(|(rule, _), _| known(rule));
    let comments: String = text
        .lines()
        .filter(|l| l.starts_with('#'))
        .map(|l| format!("{l}\n"))
        .collect();
    Ok(Renewed {
        text: comments + &records::lines(&all),
        left_out,
    })
}
