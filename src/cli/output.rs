//! Standard output and standard error.

use std::io::{ErrorKind, IsTerminal, Write};

use anyhow::Context;
use clap::ValueEnum;

use crate::render::{plain, terminal};
use crate::report::DiagnosticEntry;

/// When to use color.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// When standard output is a terminal and NO_COLOR is not set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Whether colour is wanted where the text goes.
    pub fn wanted(self, to_terminal: bool) -> bool {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => to_terminal && std::io::stdout().is_terminal() && !no_color,
        }
    }
}

/// Columns when nobody says how many there are.
const DEFAULT_WIDTH: usize = 80;

/// How text on a terminal looks.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Terminal")]
pub struct Look {
    /// When to use color; NO_COLOR is respected.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// Width in columns, 40 to 300 [default: terminal width].
    #[arg(long, value_name = "N")]
    width: Option<usize>,
}

impl Look {
    /// What was asked for, else what the terminal says; a file has neither colour nor a terminal's width.
    pub fn options(&self, all: bool, to_terminal: bool) -> terminal::Options {
        let color = self.color.wanted(to_terminal);
        let measured = || std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        let terminal_width = || terminal_size::terminal_size().map(|(w, _)| usize::from(w.0));
        let width = self
            .width
            .or_else(measured)
            .or_else(terminal_width)
            .unwrap_or(DEFAULT_WIDTH);
        terminal::Options { width, color, all }
    }
}

/// Writes to standard output; a reader that closed the pipe early has had enough, which is success.
///
/// # Errors
/// When standard output cannot be written for another reason.
pub fn print(text: &str) -> anyhow::Result<()> {
    print_bytes(text.as_bytes())
}

/// Writes bytes like [`print`].
///
/// # Errors
/// When standard output cannot be written for another reason than a closed pipe.
pub fn print_bytes(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write to standard output"),
    }
}

/// Writes one line to standard error; where that is closed there is nobody to tell.
pub fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Writes what was skipped or repaired to standard error.
pub fn diagnostics<'a>(entries: impl IntoIterator<Item = &'a DiagnosticEntry>) {
    for d in entries {
        let severity = match d.severity {
            crate::model::Severity::Info => "note",
            crate::model::Severity::Warning => "warning",
            crate::model::Severity::Error => "error",
        };
        complain(&plain::line(&format!(
            "{severity}: {}: {}",
            d.path, d.message
        )));
    }
}
