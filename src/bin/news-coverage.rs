//! The `coverage` program under its longer name, for machines that have another `coverage` already.

use std::process::ExitCode;

fn main() -> ExitCode {
    news_coverage::cli::run()
}
