//! The report for a person in a terminal.

use std::fmt::Write;

use crate::report::Report;

/// How the terminal looks.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Columns.
    pub width: usize,
    /// Whether escape codes for colour may be used.
    pub color: bool,
    /// Everything instead of the first screen.
    pub all: bool,
}

/// The report as lines of at most `options.width` columns.
pub fn write(report: &Report, _options: &Options) -> String {
    let mut out = String::new();
    for article in &report.articles {
        let _ = writeln!(out, "{}  {}", article.outlet, article.headline.as_deref().unwrap_or("(no headline)"));
    }
    out
}
