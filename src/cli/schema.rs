//! `coverage schema`: the JSON Schema of the report.

use super::output;
use crate::report::Report;

/// Print the JSON Schema (draft 2020-12) of the report.
#[derive(clap::Args, Debug)]
pub struct Args {}

/// Prints the schema, generated from the report's types.
pub fn run(_args: &Args) -> anyhow::Result<()> {
    let schema = schemars::schema_for!(Report);
    output::print(&(serde_json::to_string_pretty(&schema)? + "\n"))
}
