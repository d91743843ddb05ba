//! One finding per line, for programs that read line by line.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::render::told;
use crate::render::view::View;
use crate::report::{FactEntry, FindingEntry, Report};

/// A finding with the outlets' names, so that a line can be read without the report.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    finding: &'a FindingEntry,
    /// Names of the outlets it is about, in the order of `articles`.
    outlets: Vec<&'a str>,
}

/// A finding without the others: whoever gets it has no articles to look its sentences up in.
#[derive(Serialize)]
struct Alone<'a> {
    #[serde(flatten)]
    line: Line<'a>,
    /// Outlet and paragraph of each piece of evidence: "Ledger ¶3".
    places: Vec<String>,
}

/// Every finding as one JSON object per line, most important first.
///
/// # Errors
/// When a number in the report is not finite.
pub fn write(report: &Report) -> serde_json::Result<String> {
    let mut out = String::new();
    for finding in &report.findings {
        out.push_str(&serde_json::to_string(&Line::of(report, finding))?);
        out.push('\n');
    }
    Ok(out)
}

/// One finding as it stands on its line, with its places; indented or not.
///
/// # Errors
/// When a number in it is not finite.
pub fn one(report: &Report, finding: &FindingEntry, indented: bool) -> serde_json::Result<String> {
    let view = View::new(report);
    let evidence = finding.evidence.iter();
    let line = Alone {
        line: Line::of(report, finding),
        places: evidence.map(|e| view.place(&e.sentence)).collect(),
    };
    text(&line, indented)
}

/// A row of the matrix without the report.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    fact: &'a FactEntry,
    /// Name of the outlet of each article, by article id.
    outlets: BTreeMap<&'a str, &'a str>,
    /// Outlet and paragraph of the sentence that has most of it or comes nearest, and the sentence, in the order of the columns.
    sentences: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    place: String,
    text: Option<&'a str>,
}

/// One row of the matrix with the sentences that show it; indented or not.
///
/// # Errors
/// When a number in it is not finite.
pub fn fact(report: &Report, fact: &FactEntry, indented: bool) -> serde_json::Result<String> {
    let view = View::new(report);
    let articles = report.articles.iter();
    let rows = told::row(&view, fact).into_iter();
    let row = Row {
        fact,
        outlets: articles
            .map(|a| (a.id.as_str(), a.outlet.as_str()))
            .collect(),
        sentences: rows
            .map(|told| Sentence {
                place: told.place,
                text: told.sentence,
            })
            .collect(),
    };
    text(&row, indented)
}

fn text(line: &impl Serialize, indented: bool) -> serde_json::Result<String> {
    let text = match indented {
        true => serde_json::to_string_pretty(line)?,
        false => serde_json::to_string(line)?,
    };
    Ok(text + "\n")
}

impl<'a> Line<'a> {
    fn of(report: &'a Report, finding: &'a FindingEntry) -> Self {
        let outlets = finding.articles.iter().map(|id| outlet(report, id));
        Self {
            finding,
            outlets: outlets.collect(),
        }
    }
}

fn outlet<'a>(report: &'a Report, id: &'a str) -> &'a str {
    report
        .articles
        .iter()
        .find(|a| a.id == id)
        .map_or(id, |a| a.outlet.as_str())
}
