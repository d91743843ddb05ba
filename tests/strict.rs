//! What cannot be read, and what `coverage.toml` and lexicons get wrong: told, and ending the run where that is wanted.

mod program;

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use assert_cmd::cargo::CommandCargoExt;
use tempfile::TempDir;

const ONE: &str = "Bridge opens in Tarn\n\nThe new bridge over the Tarn opened on Monday. About 400 people walked across.\n";
const TWO: &str = "Tarn has its bridge\n\nThe bridge over the river Tarn was opened on Monday. Some 400 people crossed it.\n";

/// Standard output, standard error and exit code of one run.
fn run(arguments: &[&str]) -> (String, String, i32) {
    program::run(Command::cargo_bin("coverage").unwrap().args(arguments))
}

/// Two articles and these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in [("north-bay.txt", ONE), ("lamp.txt", TWO)]
        .iter()
        .chain(files)
    {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn an_unreadable_file_ends_a_strict_run_and_no_other() {
    let folder = folder(&[("empty.txt", "")]);
    let path = folder.path().to_str().unwrap();
    for command in ["diff", "inspect", "events"] {
        let (out, err, code) = run(&[command, path]);
        assert_eq!(code, 0, "{err}");
        assert!(!out.is_empty() && err.contains("empty.txt"), "{err}");
        let (out, err, code) = run(&[command, path, "--strict"]);
        assert_eq!(code, 2, "{command}: {err}");
        assert!(out.is_empty(), "{out}");
        assert!(
            err.contains("empty.txt") && err.contains("--strict"),
            "{err}"
        );
    }
    fs::remove_file(folder.path().join("empty.txt")).unwrap();
    let (_, err, code) = run(&["diff", path, "--strict"]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn a_strict_batch_writes_every_line_and_then_fails() {
    let mut run = Command::cargo_bin("coverage")
        .unwrap()
        .args(["batch", "--strict"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = "{\"event\":\"a\",\"text\":\"The bridge opened on Monday and people walked across it.\"}\nno json\n";
    run.stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    let output = run.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("\"error\"")
    );
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("--strict")
    );
}

#[test]
fn what_coverage_toml_says_about_nothing_is_told_with_the_nearest() {
    let settings = "[outlets]\n\"nort-bay.txt\" = \"North Bay\"\n\"lamp.txt\" = \"The Lamp\"\n\
        [[article]]\nfile = \"lmp.txt\"\nsection = \"News\"\n[[article]]\nfile = \"l*.txt\"\nsection = \"News\"\n";
    let folder = folder(&[("coverage.toml", settings)]);
    let path = folder.path().to_str().unwrap();
    let (_, err, code) = run(&["diff", path]);
    assert_eq!(code, 0, "{err}");
    let told: Vec<&str> = err
        .lines()
        .filter(|l| l.contains("coverage.toml"))
        .collect();
    assert_eq!(told.len(), 2, "{err}");
    assert!(
        told[0].contains("nort-bay.txt") && told[0].contains("did you mean \"north-bay.txt\""),
        "{err}"
    );
    assert!(
        told[1].contains("lmp.txt") && told[1].contains("did you mean \"lamp.txt\""),
        "{err}"
    );
    let (_, err, code) = run(&["diff", path, "--strict"]);
    assert_eq!(code, 2, "{err}");
    let one = folder.path().join("lamp.txt");
    let (_, err, code) = run(&["inspect", one.to_str().unwrap()]);
    assert_eq!(code, 0, "{err}");
    assert!(
        !err.contains("coverage.toml"),
        "of a folder not read as a whole: {err}"
    );
}

#[test]
fn a_day_that_does_not_exist_is_an_error_with_its_line_and_the_nearest() {
    let settings = "[[article]]\nfile = \"lamp.txt\"\npublished = \"2024-13-10\"\n";
    let folder = folder(&[("coverage.toml", settings)]);
    let (_, err, code) = run(&["diff", folder.path().to_str().unwrap()]);
    assert_eq!(code, 2, "{err}");
    assert!(
        err.contains("2024-12-10") && err.contains("line 3"),
        "{err}"
    );
}

#[test]
fn a_lexicon_takes_both_names_of_its_tables_and_says_once_what_is_wrong() {
    let own = "name = \"crossing\"\ndefinition = \"d\"\nstems = [\"cross\"]\n";
    let folder = folder(&[]);
    let file = folder.path().join("own.lexicon");
    let path = folder.path().to_str().unwrap();
    let articles = [format!("{path}/lamp.txt"), format!("{path}/north-bay.txt")];
    let with = |table: &str| {
        fs::write(&file, format!("[[{table}]]\n{own}")).unwrap();
        let lexicon = file.to_str().unwrap();
        run(&[
            "diff",
            &articles[0],
            &articles[1],
            "--lexicon",
            lexicon,
            "--format",
            "json",
        ])
    };
    for table in ["category", "lexicon"] {
        let (out, err, code) = with(table);
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("\"name\": \"crossing\""), "[[{table}]]");
    }
    let (_, err, code) = with("categories");
    assert_eq!(code, 2);
    assert_eq!(err.matches("unknown table").count(), 1, "{err}");
    assert!(err.contains("[[category]] or [[lexicon]]"), "{err}");
    fs::write(&file, "[[category]]\nnme = \"x\"\n").unwrap();
    let (_, err, _) = run(&["diff", path, "--lexicon", file.to_str().unwrap()]);
    assert_eq!(err.matches("unknown field").count(), 1, "{err}");
}
