//! The `coverage` binary: see the library for everything.

use std::process::ExitCode;

/// The system's own allocator keeps four times as much of the memory that reading needs for a moment.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    news_coverage::cli::run()
}
