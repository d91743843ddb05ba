//! Whether the report still says what it said once.

use super::super::snapshot::{self, Change, Kind, Snapshot};
use super::super::verdict::{Checked, Drift, Outcome, Place, State};
use super::Files;
use crate::report::{ArticleEntry, Report};

/// Compares with the snapshot; scores may move by `tolerance`.
pub(super) fn check(
    report: &Report,
    stored: &Snapshot,
    tolerance: f64,
    files: &Files,
    checked: &mut Checked,
) {
    let today = match Snapshot::of(report) {
        Ok(today) => today,
        Err(e) => return checked.outcomes.push(broken_report(&e)),
    };
    let changes = snapshot::changes(stored, &today, tolerance);
    let message = if changes.is_empty() {
        String::new()
    } else {
        told(&changes)
    };
    checked.outcomes.push(Outcome {
        name: "snapshot".to_string(),
        state: if changes.is_empty() {
            State::Holds
        } else {
            State::Fails
        },
        message,
        lines: Vec::new(),
        place: Some(Place {
            path: format!("{}/expected.json", files.folder),
            line: 1,
        }),
    });
    let place = |change: &Change| {
        let (article, words) = change.place.as_ref()?;
        let entry = report.articles.iter().find(|a| a.id == *article)?;
        Some(files.in_article(file_name(entry), words))
    };
    checked.drift = changes
        .into_iter()
        .map(|change| Drift {
            place: place(&change),
            change,
        })
        .collect();
}

fn broken_report(error: &serde_json::Error) -> Outcome {
    Outcome {
        name: "snapshot".to_string(),
        state: State::Unusable,
        message: format!("the report cannot be compared: {error}"),
        lines: Vec::new(),
        place: None,
    }
}

fn file_name(entry: &ArticleEntry) -> &str {
    entry.path.rsplit(['/', '\\']).next().unwrap_or(&entry.path)
}

/// "2 pairs vanished, 1 fact changed".
fn told(changes: &[Change]) -> String {
    let mut counts: Vec<((&str, Kind), usize)> = Vec::new();
    for change in changes {
        let key = (change.section, change.kind);
        match counts.iter_mut().find(|(k, _)| *k == key) {
            Some((_, n)) => *n += 1,
            None => counts.push((key, 1)),
        }
    }
    let word = |((section, kind), n): &((&str, Kind), usize)| {
        let became = match kind {
            Kind::Appeared => "appeared",
            Kind::Vanished => "disappeared",
            Kind::Changed => "changed",
        };
        format!(
            "{n} {} {became}",
            if *n == 1 {
                section.to_string()
            } else {
                plural(section)
            }
        )
    };
    counts.iter().map(word).collect::<Vec<_>>().join(", ")
}

fn plural(section: &str) -> String {
    match section.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{section}s"),
    }
}
