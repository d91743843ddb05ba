//! The name that the program was called by: there are two, and help speaks the one that was typed.

use std::ffi::OsStr;
use std::path::Path;
use std::sync::OnceLock;

use clap::Command;
use clap::builder::StyledStr;

/// The name that the help is written with.
const SHORT: &str = "coverage";

/// The name on machines that have another `coverage`.
const LONG: &str = "news-coverage";

/// What may stand before the name of the program where a text shows how to call it.
const BEFORE: [&str; 3] = ["  ", "`", "| "];

/// The name that this process called the program by first.
static NAME: OnceLock<&str> = OnceLock::new();

/// Notes what the program was called by: a name or a path.
pub fn by(called: &OsStr) {
    let stem = Path::new(called).file_stem();
    let is_long = stem.is_some_and(|stem| stem == LONG);
    NAME.get_or_init(|| if is_long { LONG } else { SHORT });
}

/// The name of the running program.
pub fn name() -> &'static str {
    NAME.get().copied().unwrap_or(SHORT)
}

/// A definition whose help and examples speak the name of the running program.
pub fn spoken(command: Command) -> Command {
    match name() {
        SHORT => command,
        name => within(command.name(name), name),
    }
}

fn within(mut command: Command, name: &str) -> Command {
    let told = |text: Option<&StyledStr>| text.map(|t| spoken_text(&t.to_string(), name));
    if let Some(text) = told(command.get_about()) {
        command = command.about(text);
    }
    if let Some(text) = told(command.get_long_about()) {
        command = command.long_about(text);
    }
    if let Some(text) = told(command.get_after_help()) {
        command = command.after_help(text);
    }
    command
        .mut_args(|arg| match told(arg.get_help()) {
            Some(text) => arg.help(text),
            None => arg,
        })
        .mut_subcommands(|sub| within(sub, name))
}

fn spoken_text(text: &str, name: &str) -> String {
    BEFORE.iter().fold(text.to_string(), |text, before| {
        text.replace(&format!("{before}{SHORT} "), &format!("{before}{name} "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_of_the_program_change_their_name_and_other_words_stay() {
        let text = "  coverage events x | coverage batch\nas `coverage diff` says; news coverage of one event";
        assert_eq!(
            spoken_text(text, LONG),
            "  news-coverage events x | news-coverage batch\nas `news-coverage diff` says; news coverage of one event"
        );
    }
}
