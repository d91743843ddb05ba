//! `coverage licences`: under which terms the program and what is built into it may be used.

use super::output;
use crate::align::vectors;
use crate::read;

/// Print the licenses of the program and its built-in models.
#[derive(clap::Args, Debug)]
pub struct Args {}

/// The license of the program's own code, texts and lists.
const OWN: &str = include_str!("../../LICENSE");

/// Prints each licence under the name of what it is for.
pub fn run(_args: &Args) -> anyhow::Result<()> {
    let parts = [
        ("coverage", OWN),
        (
            "The reading model: en_core_web_sm 3.8.0 (https://github.com/explosion/spacy-models)",
            read::LICENCE,
        ),
        (
            "What the reading model was made from",
            read::LICENCES_OF_SOURCES,
        ),
        (
            "The encoder: distilled from all-MiniLM-L6-v2 (https://www.sbert.net)",
            vectors::LICENCE,
        ),
    ];
    let told = parts
        .map(|(name, text)| format!("{name}\n{}\n\n{}\n", "=".repeat(name.len()), text.trim()));
    output::print(&told.join("\n\n"))
}
