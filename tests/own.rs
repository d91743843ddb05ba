//! What the program writes beside the articles changes nothing of the next run.

use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

/// Runs the program in a folder: what it prints, and what it complains of.
fn coverage(folder: &Path, arguments: &[&str]) -> (String, String) {
    let output = Command::cargo_bin("coverage")
        .unwrap()
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    (text(output.stdout), text(output.stderr))
}

/// A copy of the articles of a story.
fn copied() -> TempDir {
    let folder = TempDir::new().unwrap();
    let story =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories/council-vote/articles");
    for file in fs::read_dir(story).unwrap().flatten() {
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    folder
}

/// The report of a folder without what was said about files.
fn report(folder: &Path) -> (Value, String) {
    let (json, err) = coverage(folder, &["diff", ".", "--format", "json"]);
    let mut report: Value = serde_json::from_str(&json).unwrap();
    report["diagnostics"].take();
    (report, err)
}

#[test]
fn every_format_beside_the_articles_is_left_out_with_one_line() {
    for (file, arguments) in [
        ("report.html", &[][..]),
        ("report.json", &[]),
        ("report.md", &[]),
        ("report.txt", &[]),
        ("report.qdpx", &[]),
        ("findings.jsonl", &["--format", "jsonl"]),
        ("tables", &["--format", "csv"]),
    ] {
        let folder = copied();
        let (before, _) = report(folder.path());
        coverage(
            folder.path(),
            &[&["diff", ".", "-o", file], arguments].concat(),
        );
        assert!(folder.path().join(file).exists(), "{file}");
        let (after, err) = report(folder.path());
        assert_eq!(before, after, "{file}");
        let said = err.lines().filter(|l| l.contains(file));
        assert_eq!(said.count(), 1, "{file}: {err}");
        assert!(err.contains("made by coverage"), "{file}: {err}");
    }
}

#[test]
fn the_answers_and_the_snapshot_of_a_fixture_are_no_articles() {
    let folder = TempDir::new().unwrap();
    let articles = folder.path().join("articles");
    fs::create_dir(&articles).unwrap();
    for file in fs::read_dir(copied().path()).unwrap().flatten() {
        fs::copy(file.path(), articles.join(file.file_name())).unwrap();
    }
    let (before, _) = report(folder.path());
    coverage(folder.path(), &["check", "--update", "."]);
    coverage(folder.path(), &["gold", ".", "--coder", "ak"]);
    let (after, err) = report(folder.path());
    assert_eq!(before, after);
    for file in ["expected.json", "gold.json", "coder-ak.csv"] {
        assert!(folder.path().join(file).exists(), "{file}");
        assert_eq!(err.lines().filter(|l| l.contains(file)).count(), 1, "{err}");
    }
    coverage(folder.path(), &["diff", ".", "--strict"]);
}

#[test]
fn the_data_package_describes_every_column_of_every_table() {
    let folder = copied();
    coverage(
        folder.path(),
        &["diff", ".", "--format", "csv", "-o", "tables"],
    );
    let tables = folder.path().join("tables");
    let package = fs::read_to_string(tables.join("datapackage.json")).unwrap();
    let package: Value = serde_json::from_str(&package).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let files = fs::read_dir(&tables).unwrap().flatten().count();
    assert_eq!(resources.len() + 1, files);
    for resource in resources {
        let file = tables.join(resource["path"].as_str().unwrap());
        let text = fs::read_to_string(file).unwrap();
        let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().filter_map(|f| f["name"].as_str()).collect();
        assert_eq!(header, names, "{}", resource["name"]);
        assert!(resource["description"].is_string(), "{}", resource["name"]);
        assert!(fields.iter().all(|f| f["description"] != ""));
    }
}
