//! `coverage completions`: what a shell needs to complete commands and flags.

use clap_complete::Shell;

use super::output;

/// Print shell completions.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  coverage completions bash > ~/.local/share/bash-completion/completions/coverage
  coverage completions zsh > ~/.zfunc/_coverage
  coverage completions fish > ~/.config/fish/completions/coverage.fish";

/// Prints the script, made from the definitions that parse the arguments.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut super::definition(),
        super::called::name(),
        &mut script,
    );
    output::print(&String::from_utf8(script)?)
}
