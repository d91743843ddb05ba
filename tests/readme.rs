//! Every example in the README, run as it is printed there: a line after `$` is the command, what follows is what it prints.
//!
//! `COVERAGE_ACCEPT=1 cargo test --test readme` writes what is printed now into the README.

use std::fs;
use std::path::Path;
use std::process::Command;

const BEGINS: &str = "```console\n";
const ENDS: &str = "```\n";

/// A block of commands with what they print now.
fn run(block: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_coverage")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut out = String::new();
    for command in block.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let done = Command::new("sh")
            .args(["-c", command])
            .current_dir(folder)
            .env("PATH", &path)
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        let error = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{command}: {error}");
        out.push_str(&format!("$ {command}\n"));
        out.push_str(&String::from_utf8(done.stdout).unwrap());
    }
    out
}

#[test]
fn every_example_prints_what_the_readme_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(root.join("fixtures"), folder.path().join("fixtures")).unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let mut parts = readme.split(BEGINS);
    let mut now = parts.next().unwrap().to_string();
    let mut examples = 0;
    for part in parts {
        let (block, rest) = part.split_once(ENDS).expect("an example ends");
        now.push_str(&format!(
            "{BEGINS}{}{ENDS}{rest}",
            run(block, folder.path())
        ));
        examples += 1;
    }
    assert!(examples >= 5, "one example for each reader and more");
    if std::env::var_os("COVERAGE_ACCEPT").is_some() {
        fs::write(root.join("README.md"), now).unwrap();
        return;
    }
    let diff = similar::TextDiff::from_lines(&readme, &now);
    assert!(readme == now, "{}", diff.unified_diff().context_radius(2));
}
