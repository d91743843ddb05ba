//! Mutated inputs of every format that the program reads: no panic, no input that takes more than ten seconds, no more
//! than 512 MB.
//!
//! ```text
//! cargo run --release --example mutate                          1,000 inputs of each format
//! cargo run --release --example mutate -- --count 10000         more of them
//! cargo run --release --example mutate -- --first 4711 --count 1 --only page.html --keep out
//! cargo run --release --example mutate -- --whole               read to the end, not only loaded
//! ```
//!
//! The same number gives the same input on every machine. Each format is read in a process of its own, which is watched:
//! what brings it down or keeps it too long is named by format and number, written below `--keep`, and passed over. Peak
//! memory is read from `/proc`, so that it is told on Linux only.

mod inputs;
mod mutation;
mod reading;
mod watching;

use std::path::PathBuf;

/// What is to be done.
#[derive(Clone, Debug)]
struct Task {
    /// The first number.
    first: u64,
    /// How many numbers.
    count: u64,
    /// The name of one input instead of all.
    only: Option<String>,
    /// Where inputs that bring the program down are written.
    keep: Option<PathBuf>,
    /// Whether articles go through the stages after loading.
    whole: bool,
    /// Where the reading process notes the number it is at; there only in that process.
    state: Option<PathBuf>,
}

fn main() {
    let task = task(std::env::args().skip(1));
    if let Some(state) = task.state.clone() {
        return reading::run(&task, &state);
    }
    let mut found = 0;
    for input in inputs::all() {
        if task.only.as_ref().is_none_or(|only| *only == input.name) {
            found += watching::run(&task, &input);
        }
    }
    std::process::exit(i32::from(found > 0));
}

fn task(mut arguments: impl Iterator<Item = String>) -> Task {
    let mut task = Task {
        first: 0,
        count: 1_000,
        only: None,
        keep: None,
        whole: false,
        state: None,
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_default();
        match argument.as_str() {
            "--first" => task.first = value().parse().unwrap_or(0),
            "--count" => task.count = value().parse().unwrap_or(0),
            "--only" => task.only = Some(value()),
            "--keep" => task.keep = Some(value().into()),
            "--state" => task.state = Some(value().into()),
            "--whole" => task.whole = true,
            other => panic!("{other} is no option; see the head of examples/mutate/main.rs"),
        }
    }
    task
}
