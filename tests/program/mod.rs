//! One run of the program, for the tests that meet it as a user does.

use std::process::Command;

/// Standard output, standard error and exit code of one run.
pub fn run(command: &mut Command) -> (String, String, i32) {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code().unwrap(),
    )
}
