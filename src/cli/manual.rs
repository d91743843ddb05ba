//! `coverage man`: manual pages from the same definitions as the help.

use std::path::PathBuf;

use anyhow::Context;

use super::output;

/// Print the manual page, or write one per command to a folder.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Write coverage.1, coverage-diff.1 and so on to this folder.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  coverage man | man -l -
  coverage man -o ~/.local/share/man/man1";

/// Prints or writes the pages.
pub fn run(args: &Args) -> anyhow::Result<()> {
    // No page for clap's own `help` command.
    let definition = super::definition().disable_help_subcommand(true);
    let Some(folder) = &args.output else {
        let mut page = Vec::new();
        clap_mangen::Man::new(definition).render(&mut page)?;
        return output::print(&String::from_utf8(page)?);
    };
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot create the folder {}", folder.display()))?;
    clap_mangen::generate_to(definition, folder)
        .with_context(|| format!("cannot write to {}", folder.display()))
}
