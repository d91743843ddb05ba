//! Articles or paths → the text that the program prints about them.

use std::path::PathBuf;

use news_coverage::load::{self, Loaded};
use news_coverage::render;
use news_coverage::report::{self, Report};
use pyo3::FromPyObject;

use crate::choice::Choice;
use crate::working::Failure;

/// Where articles come from.
#[derive(FromPyObject)]
pub enum Source {
    /// Articles as JSON Lines.
    #[pyo3(transparent)]
    Lines(String),
    /// Files, folders, patterns and archives.
    #[pyo3(transparent)]
    Paths(Vec<PathBuf>),
}

impl Source {
    /// The paths about which a `coverage.toml` may speak.
    fn paths(&self) -> &[PathBuf] {
        match self {
            Source::Lines(_) => &[],
            Source::Paths(paths) => paths,
        }
    }

    fn read(&self, options: &load::Options) -> Loaded {
        match self {
            Source::Lines(lines) => load::lines(lines, options),
            Source::Paths(paths) => load::read(paths, options),
        }
    }
}

/// The report on the articles as one JSON object.
///
/// # Errors
/// When they cannot be compared, or report several events and are not to be compared as one.
pub fn report(source: &Source, choice: Choice) -> Result<String, Failure> {
    let is_one = choice.one_event;
    let options = choice.options(source.paths())?;
    let loaded = source.read(&options.load);
    let loaded = if is_one { loaded } else { one_event(loaded)? };
    let report =
        news_coverage::compared(loaded, &options, &|_| {}).map_err(|e| Failure(e.whole()))?;
    Ok(render::json::write(&report)?)
}

/// The articles, where they do not report several events that have nothing to do with each other.
fn one_event(loaded: Loaded) -> Result<Loaded, Failure> {
    let (articles, grouping) = news_coverage::grouped(loaded.articles, &|_| {});
    if grouping.matters() > 1 {
        return Err(Failure(format!(
            "these {} articles report several events; news_coverage.events groups them, and one_event=True compares all of \
             them as one",
            articles.len()
        )));
    }
    Ok(Loaded {
        articles,
        diagnostics: loaded.diagnostics,
    })
}

/// The events that the articles report as one JSON object.
///
/// # Errors
/// When no article can be read.
pub fn events(source: &Source, whole: bool) -> Result<String, Failure> {
    let mut options = news_coverage::config::options(source.paths())?;
    options.load.limits = options.load.limits.of_collection();
    let loaded = source.read(&options.load);
    if loaded.articles.is_empty() {
        let told = loaded.diagnostics.iter();
        let told: Vec<String> = told.map(|d| format!("{}: {}", d.path, d.message)).collect();
        return Err(Failure(format!(
            "no article could be read ({})",
            told.join("; ")
        )));
    }
    let (articles, grouping) = news_coverage::grouped(loaded.articles, &|_| {});
    let events = report::events(&articles, &grouping, &loaded.diagnostics, whole);
    Ok(serde_json::to_string_pretty(&events)? + "\n")
}

/// The tables of a report and what describes them, by file name.
///
/// # Errors
/// When the text is no report of this program.
pub fn tables(report: &str) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let report: Report =
        serde_json::from_str(report).map_err(|e| Failure(format!("not a coverage report: {e}")))?;
    Ok(render::csv::write(
        &report,
        render::csv::Options::default(),
    )?)
}
