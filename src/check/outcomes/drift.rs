//! Whether the report still says what it said once.

use super::super::snapshot::{self, Change, Snapshot};
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
    let edited = changes
        .iter()
        .find(|c| c.section == "sentence")
        .and_then(|c| c.place.clone());
    let place = |change: &Change| {
        let found = change.place.clone().or_else(|| {
            let is_finding = change.section == "finding";
            is_finding.then(|| evidence(report, change).or_else(|| edited.clone()))?
        });
        let (article, words) = found?;
        let entry = report.articles.iter().find(|a| a.id == article)?;
        Some(files.in_article(file_name(entry), &words))
    };
    checked.drift = changes
        .into_iter()
        .map(|change| Drift {
            place: place(&change),
            change,
        })
        .collect();
}

/// The first sentence that a finding of today quotes: article and words.
fn evidence(report: &Report, change: &Change) -> Option<(String, String)> {
    let finding = report
        .findings
        .iter()
        .find(|f| f.summary == change.subject)?;
    let id = &finding.evidence.first()?.sentence;
    let mut sentences = report
        .articles
        .iter()
        .flat_map(|a| a.sentences.iter().map(move |s| (a, s)));
    let (article, sentence) = sentences.find(|(_, s)| s.id == *id)?;
    Some((article.id.clone(), sentence.text.clone()))
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

/// "1 sentence edited, 2 findings changed; 27 pairs and 9 facts only follow".
fn told(changes: &[Change]) -> String {
    let (followers, own): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|c| c.follows);
    let own = counted(own.iter().map(|c| (c.section, c.became())));
    let own: Vec<String> = own
        .iter()
        .map(|((section, became), n)| format!("{} {became}", many(*n, section)))
        .collect();
    let follow = counted(followers.iter().map(|c| c.section));
    let follow: Vec<String> = follow.iter().map(|(s, n)| many(*n, s)).collect();
    let verb = if followers.len() == 1 {
        "follows"
    } else {
        "follow"
    };
    let own = own.join(", ");
    match follow.split_last() {
        None => own,
        Some((last, [])) => format!("{own}; {last} only {verb}"),
        Some((last, rest)) => format!("{own}; {} and {last} only {verb}", rest.join(", ")),
    }
}

/// How often each occurs, in the order in which they come.
fn counted<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for one in all {
        match counts.iter_mut().find(|(other, _)| *other == one) {
            Some((_, n)) => *n += 1,
            None => counts.push((one, 1)),
        }
    }
    counts
}

fn many(n: usize, section: &str) -> String {
    match n {
        1 => format!("1 {section}"),
        n => format!("{n} {}", plural(section)),
    }
}

fn plural(section: &str) -> String {
    match section.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{section}s"),
    }
}
