//! The `coverage` binary: see the library for everything.

use std::process::ExitCode;

fn main() -> ExitCode {
    news_coverage::cli::run()
}
