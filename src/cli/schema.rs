//! `coverage schema`: the JSON Schemas of what is printed as JSON.

use clap::ValueEnum;

use super::output;
use crate::report::{EditReport, Events, Report};

/// Print the JSON Schema (draft 2020-12) of the report.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Which object.
    #[arg(value_enum, default_value_t = What::Report)]
    what: What,
}

/// The objects that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// What `coverage diff` prints for an event.
    Report,
    /// What `coverage diff` prints for two versions of one article.
    Edits,
    /// What `coverage events` prints.
    Events,
}

/// Prints the schema, generated from the types.
///
/// # Errors
/// When standard output cannot be written.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let schema = match args.what {
        What::Report => schemars::schema_for!(Report),
        What::Edits => schemars::schema_for!(EditReport),
        What::Events => schemars::schema_for!(Events),
    };
    output::print(&(serde_json::to_string_pretty(&schema)? + "\n"))
}
