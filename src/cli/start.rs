//! What the program answers where no command was understood: most often a path was given in its place.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{WRONG_USE, called, output};
use crate::load;
use crate::render::plain;

/// The exit code after clap's own answer, or with a better one where we know what was meant.
pub fn answer(error: &clap::Error, typed: &[OsString]) -> u8 {
    let typed = typed.get(1..).unwrap_or_default();
    match advice(error, typed) {
        Some(advice) => {
            output::complain(&format!("{}: {advice}", called::name()));
            WRONG_USE
        }
        None => {
            let code = error.exit_code();
            // Nobody is left to hear of it where this fails.
            let _ = error.print();
            if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
                && typed.is_empty()
            {
                let name = called::name();
                output::complain(&format!(
                    "\nStart here: {name} diff FOLDER    (a folder with one file per article)"
                ));
            }
            u8::try_from(code).unwrap_or(WRONG_USE)
        }
    }
}

/// What to type instead, where a path or an address stands in place of a command.
fn advice(error: &clap::Error, typed: &[OsString]) -> Option<String> {
    if error.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    if load::is_address(Path::new(word)) {
        return Some(format!("{}: {}", plain::line(word), load::NO_FETCHING));
    }
    let is_path = word.contains(['/', '\\', '*']) || Path::new(word).extension().is_some();
    let (name, line) = (called::name(), line(typed));
    if Path::new(word).exists() {
        Some(format!(
            "{} is not a command; did you mean `{name} diff {line}`?",
            plain::line(word)
        ))
    } else if is_path && !word.contains('*') {
        Some(format!(
            "{}: no such file or folder; to compare articles, run `{name} diff FOLDER`",
            plain::line(word)
        ))
    } else {
        is_path.then(|| format!("to compare articles, run `{name} diff {line}`"))
    }
}

/// Arguments as a shell takes them.
fn line(typed: &[OsString]) -> String {
    let quoted = |word: &OsString| {
        let word = plain::line(&word.to_string_lossy());
        let is_plain = |c: char| c.is_alphanumeric() || "-_./:=,@%+~\\".contains(c);
        if word.chars().all(is_plain) {
            word
        } else {
            format!("'{}'", word.replace('\'', "'\\''"))
        }
    };
    typed.iter().map(quoted).collect::<Vec<_>>().join(" ")
}
