//! The command line: one file per command, its flags, its help and its function.

mod all_events;
mod batch;
mod blind;
mod called;
mod check;
mod choice;
mod completions;
mod destination;
mod diff;
mod edits;
mod events;
mod explain;
mod finding;
mod gold;
mod inputs;
mod inspect;
pub mod lexicon;
mod licences;
mod manual;
mod models;
mod output;
mod pager;
mod progress;
mod schema;
mod several;
mod sheets;
mod start;
mod strict;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

/// Compare how news outlets cover the same event.
#[derive(Parser, Debug)]
#[command(name = "coverage", version, about, max_term_width = 100, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  coverage diff articles/                     what each outlet adds, omits or changes
  coverage diff articles/ --all               every fact, quote and framing
  coverage diff articles/ -o report.html      a web page to read and share
  coverage diff articles/ --format json       the same for other programs
  coverage events dump.jsonl                  group the articles in an archive by event
  coverage batch events.jsonl                 one report for each event in a stream
  coverage inspect articles/ledger.txt        what was read from one file
  coverage check fixtures/                    compare fixtures with their expected results
  coverage gold fixtures/strike               draft a gold.json to correct by hand
  coverage explain only-here                  what a rule means
  coverage schema                             JSON Schema of the report
  coverage completions bash                   shell completions
  coverage licences                           licenses of the program and its models

Exit codes: 0 success, 1 a check failed, 2 usage error or unreadable input.";

#[derive(Subcommand, Debug)]
enum Command {
    Diff(diff::Args),
    Events(events::Args),
    Batch(batch::Args),
    Inspect(inspect::Args),
    Check(check::Args),
    Gold(gold::Args),
    Explain(explain::Args),
    Schema(schema::Args),
    #[command(alias = "licenses")]
    Licences(licences::Args),
    Completions(completions::Args),
    Man(manual::Args),
}

/// The definition of every command and flag, for completions and manual pages.
fn definition() -> clap::Command {
    called::spoken(Cli::command())
}

/// All went well.
const DONE: u8 = 0;

/// Wrong use, or input that cannot be read.
const WRONG_USE: u8 = 2;

/// Runs the program with the process's arguments; results go to standard output, errors to standard error.
pub fn run() -> ExitCode {
    ExitCode::from(main(std::env::args_os()))
}

/// Runs the program with these arguments, of which the first is the name that it was called by, inside a process that
/// goes on afterwards; the exit code comes back.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let typed: Vec<OsString> = arguments.into_iter().collect();
    if let Some(name) = typed.first() {
        called::by(name);
    }
    let read = definition()
        .try_get_matches_from(&typed)
        .and_then(|read| Cli::from_arg_matches(&read));
    match read {
        Ok(read) => done(read.command),
        Err(error) => start::answer(&error, &typed),
    }
}

fn done(command: Command) -> u8 {
    let done = match command {
        Command::Diff(args) => diff::run(&args).map(|()| DONE),
        Command::Events(args) => events::run(&args).map(|()| DONE),
        Command::Batch(args) => batch::run(&args).map(|()| DONE),
        Command::Inspect(args) => inspect::run(&args).map(|()| DONE),
        Command::Check(args) => check::run(&args),
        Command::Gold(args) => gold::run(&args).map(|()| DONE),
        Command::Schema(args) => schema::run(&args).map(|()| DONE),
        Command::Licences(args) => licences::run(&args).map(|()| DONE),
        Command::Completions(args) => completions::run(&args).map(|()| DONE),
        Command::Man(args) => manual::run(&args).map(|()| DONE),
        Command::Explain(args) => explain::run(&args).map(|()| DONE),
    };
    match done {
        Ok(code) => code,
        Err(e) => {
            output::complain(&format!("{}: {e:#}", called::name()));
            WRONG_USE
        }
    }
}
