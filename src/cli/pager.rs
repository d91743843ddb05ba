//! Long output on a terminal, one screen at a time.

use std::io::{ErrorKind, IsTerminal, Write};
use std::process::{Command, Stdio};

use super::output;

/// Shows the text in a pager where a person looks at a terminal that it does not fit on; prints it otherwise.
///
/// # Errors
/// When standard output cannot be written.
pub fn show(text: &str) -> anyhow::Result<()> {
    if !std::io::stdout().is_terminal() || fits(text) {
        return output::print(text);
    }
    match paged(text) {
        Some(()) => Ok(()),
        None => output::print(text),
    }
}

fn fits(text: &str) -> bool {
    let rows = terminal_size::terminal_size().map_or(usize::MAX, |(_, rows)| usize::from(rows.0));
    text.lines().count() < rows
}

/// The pager's name and arguments: COVERAGE_PAGER, else PAGER, else less; empty or `cat` means none.
fn pager() -> Option<Vec<String>> {
    let wanted = std::env::var("COVERAGE_PAGER").or_else(|_| std::env::var("PAGER"));
    let words: Vec<String> = wanted
        .unwrap_or("less".to_string())
        .split_whitespace()
        .map(String::from)
        .collect();
    words.first().is_some_and(|w| w != "cat").then_some(words)
}

/// Runs the pager over the text; nothing where it cannot be started.
fn paged(text: &str) -> Option<()> {
    let words = pager()?;
    let (program, arguments) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        // Colours, leave what fits on the screen, keep it after leaving.
        command.env("LESS", "FRX");
    }
    if std::env::var_os("LESSCHARSET").is_none() {
        command.env("LESSCHARSET", "utf-8");
    }
    let mut child = command.spawn().ok()?;
    let written = child
        .stdin
        .take()
        .map_or(Ok(()), |mut pipe| pipe.write_all(text.as_bytes()));
    let left_early = written
        .as_ref()
        .is_err_and(|e| e.kind() == ErrorKind::BrokenPipe);
    let waited = child.wait().ok()?;
    (left_early || (written.is_ok() && waited.success())).then_some(())
}
