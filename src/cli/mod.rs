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
mod gold;
mod inspect;
mod lexicon;
mod licences;
mod manual;
mod models;
mod output;
mod pager;
mod progress;
mod schema;
mod several;
mod strict;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

/// Compare how news outlets cover one event.
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
  coverage diff articles/ -o report.html      one page to open and share
  coverage diff articles/ --format json       the same for programs
  coverage events dump.jsonl                  which articles of an archive tell one event
  coverage batch events.jsonl                 a report a line on every event of a stream
  coverage inspect articles/ledger.txt        what was read from one file
  coverage check fixtures/                    whether fixtures still hold, and how good the figures are
  coverage gold fixtures/strike               a first gold.json to correct by hand
  coverage explain only-here                  what a rule of the findings means
  coverage schema                             the JSON Schema of the report
  coverage completions bash                   completions for a shell
  coverage licences                           the terms of the program and of the model in it

Exit codes: 0 done, 1 a check failed, 2 wrong use or input that cannot be read.";

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
    Licences(licences::Args),
    Completions(completions::Args),
    Man(manual::Args),
}

/// The definition of every command and flag, for completions and manual pages.
fn definition() -> clap::Command {
    called::spoken(Cli::command())
}

/// Wrong use, or input that cannot be read.
const WRONG_USE: u8 = 2;

/// Runs the program with the process's arguments; results go to standard output, trouble to standard error.
pub fn run() -> ExitCode {
    let arguments = definition().get_matches();
    let read = Cli::from_arg_matches(&arguments).unwrap_or_else(|e| e.exit());
    let done = match read.command {
        Command::Diff(args) => diff::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Events(args) => events::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Batch(args) => batch::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Inspect(args) => inspect::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Check(args) => check::run(&args),
        Command::Gold(args) => gold::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Schema(args) => schema::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Licences(args) => licences::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Completions(args) => completions::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Man(args) => manual::run(&args).map(|()| ExitCode::SUCCESS),
        Command::Explain(args) => explain::run(&args).map(|()| ExitCode::SUCCESS),
    };
    match done {
        Ok(code) => code,
        Err(e) => {
            output::complain(&format!("{}: {e:#}", called::name()));
            ExitCode::from(WRONG_USE)
        }
    }
}
