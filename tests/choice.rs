//! `--only` and `--min-salience`: every format holds what was asked for and nothing else; order and folder names change nothing.

mod program;

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

const STORY: &str = "fixtures/stories/dam-release/articles";

fn coverage(args: &[&str]) -> (String, String) {
    let (out, err, code) = program::run(
        Command::cargo_bin("coverage")
            .unwrap()
            .args(args)
            .current_dir(env!("CARGO_MANIFEST_DIR")),
    );
    assert_eq!(code, 0, "{err}");
    (out, err)
}

fn json(args: &[&str]) -> Value {
    let (out, _) = coverage(&[&["diff", STORY, "--format", "json"], args].concat());
    serde_json::from_str(&out).unwrap()
}

fn ids(report: &Value, part: &str) -> BTreeSet<String> {
    let id = |v: &Value| v["id"].as_str().unwrap().to_string();
    report[part].as_array().unwrap().iter().map(id).collect()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap()
}

/// What nothing that was asked for rests on.
const NONE: [&str; 2] = ["--min-salience", "1"];

#[test]
fn the_report_holds_what_the_findings_rest_on_and_no_more() {
    let whole = json(&[]);
    assert!(whole.get("selection").is_none());
    for kind in [
        "discrepancy",
        "omission",
        "addition",
        "quote",
        "framing",
        "reuse",
    ] {
        let report = json(&["--only", kind]);
        assert_eq!(report["selection"]["kinds"][0], kind);
        assert_eq!(
            list(&report, "articles").len(),
            list(&whole, "articles").len()
        );
        let findings = list(&report, "findings");
        assert!(findings.iter().all(|f| f["kind"] == kind), "{kind}");
        let about: BTreeSet<String> = findings
            .iter()
            .flat_map(|f| list(f, "about"))
            .map(|id| id.as_str().unwrap().to_string())
            .collect();
        for part in ["facts", "discrepancies", "framings", "origins"] {
            let there = ids(&report, part);
            let named = about.iter().filter(|id| ids(&whole, part).contains(*id));
            assert!(named.into_iter().all(|id| there.contains(id)), "{kind}");
        }
        // A fact is what a finding is about, or what a discrepancy that stays is about.
        let discrepancies = ids(&report, "discrepancies");
        for fact in list(&report, "facts") {
            let conflicts = list(fact, "conflicts");
            assert!(
                conflicts
                    .iter()
                    .all(|d| discrepancies.contains(d.as_str().unwrap()))
            );
            assert!(about.contains(fact["id"].as_str().unwrap()) || !conflicts.is_empty());
        }
        assert!(ids(&report, "framings").is_subset(&about), "{kind}");
        let quotes = ids(&report, "quotes");
        for version in list(&report, "utterances")
            .iter()
            .flat_map(|u| list(u, "members"))
        {
            assert!(
                quotes.contains(version["quote"].as_str().unwrap()),
                "{kind}"
            );
        }
        assert!(list(&report, "vocabulary").is_empty() && list(&report, "space").is_empty());
        let fewer = ["facts", "quotes", "framings", "alignments"]
            .iter()
            .any(|part| list(&report, part).len() < list(&whole, part).len());
        assert!(fewer, "{kind}");
    }
    let salient = json(&["--min-salience", "0.7"]);
    assert_eq!(salient["selection"]["min_salience"], 0.7);
    assert!(
        list(&salient, "findings")
            .iter()
            .all(|f| f["salience"].as_f64().unwrap() >= 0.7)
    );
    assert!(list(&salient, "facts").len() < list(&whole, "facts").len());
}

/// The names of the tables of a report and how many rows each has.
fn tables(args: &[&str]) -> Vec<(String, usize)> {
    let folder = TempDir::new().unwrap();
    let at = folder.path().join("tables");
    coverage(
        &[
            &["diff", STORY, "--format", "csv", "-o", at.to_str().unwrap()],
            args,
        ]
        .concat(),
    );
    let mut found = Vec::new();
    for file in fs::read_dir(&at).unwrap().map(|e| e.unwrap().path()) {
        if file.extension().is_some_and(|e| e == "csv") {
            let rows = csv::Reader::from_path(&file)
                .unwrap()
                .into_records()
                .count();
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            found.push((name, rows));
        }
    }
    found.sort();
    found
}

fn project(args: &[&str]) -> String {
    let folder = TempDir::new().unwrap();
    let at = folder.path().join("p.qdpx");
    coverage(&[&["diff", STORY, "-o", at.to_str().unwrap()], args].concat());
    let mut archive = zip::ZipArchive::new(fs::File::open(&at).unwrap()).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name("project.qde").unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn every_format_keeps_to_what_was_asked_for() {
    let only = ["--only", "discrepancy"];
    let report = json(&only);
    let told = list(&report, "findings")[0]["summary"].as_str().unwrap();
    assert!(list(&report, "framings").is_empty());
    let headings = [
        ("terminal", "\nFramings\n"),
        ("markdown", "\n## Framings\n"),
        ("html", "<section id=\"framings\""),
    ];
    for (format, heading) in headings {
        let of = |args: &[&str]| {
            let all = ["diff", STORY, "--format", format, "--width", "300", "--all"];
            coverage(&[&all[..], args].concat()).0
        };
        let (everything, some) = (of(&[]), of(&only));
        assert!(everything.contains(heading), "{format}");
        assert!(!some.contains(heading), "{format}");
        assert!(
            some.contains(told.split(['“', ':', '\'']).next().unwrap()),
            "{format}"
        );
        assert!(some.contains("only: discrepancy"), "{format}");
        assert!(some.len() < everything.len());
    }
    let (everything, some) = (tables(&[]), tables(&only));
    let rows =
        |tables: &[(String, usize)], name: &str| tables.iter().find(|(n, _)| n == name).unwrap().1;
    assert_eq!(rows(&some, "articles"), rows(&everything, "articles"));
    assert_eq!(rows(&some, "facts"), list(&report, "facts").len());
    assert!(rows(&some, "facts") < rows(&everything, "facts"));
    assert!(rows(&some, "quotes") < rows(&everything, "quotes"));
    assert_eq!(rows(&some, "framings"), 0);
    assert!(project(&only).len() < project(&[]).len());
}

#[test]
fn where_nothing_is_left_every_format_says_so() {
    for format in ["terminal", "markdown", "html"] {
        let (out, _) = coverage(&[&["diff", STORY, "--format", format][..], &NONE].concat());
        assert!(
            out.contains("No findings with a salience of at least 1 are certain enough to report."),
            "{format}: {out}"
        );
    }
    for format in ["json", "jsonl", "markdown"] {
        let args = [
            &["diff", STORY, "--format", format, "--only", "framing"][..],
            &NONE,
        ]
        .concat();
        let (_, err) = coverage(&args);
        assert!(
            err.contains("note: No framing differences with a salience of at least 1 are certain enough to report."),
            "{err}"
        );
    }
    let report = json(&NONE);
    for part in [
        "findings",
        "facts",
        "discrepancies",
        "quotes",
        "utterances",
        "framings",
        "alignments",
    ] {
        assert!(list(&report, part).is_empty(), "{part}");
    }
    let tables = tables(&NONE);
    assert!(
        tables
            .iter()
            .any(|(name, rows)| name == "articles" && *rows > 1)
    );
    assert!(
        tables
            .iter()
            .any(|(name, rows)| name == "facts" && *rows == 0)
    );
    assert!(project(&NONE).contains("<TextSource"));
}

fn copy(from: &Path, to: &Path) -> Vec<PathBuf> {
    fs::create_dir_all(to).unwrap();
    let mut files: Vec<PathBuf> = Vec::new();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap().path();
        let at = to.join(file.file_name().unwrap());
        fs::copy(&file, &at).unwrap();
        files.push(at);
    }
    files.sort();
    files
}

/// A report without the paths of its articles and of what was wrong with files.
fn without_paths(mut report: Value) -> String {
    for part in ["articles", "diagnostics"] {
        for entry in report[part].as_array_mut().unwrap() {
            let path = entry["path"].as_str().unwrap();
            let name = path.rsplit('/').next().unwrap().to_string();
            entry["path"] = name.into();
        }
    }
    format!("{report:#}")
}

#[test]
fn order_of_arguments_and_name_of_the_folder_change_no_byte_but_the_path() {
    let folder = TempDir::new().unwrap();
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join(STORY);
    let one = copy(&story, &folder.path().join("alpha"));
    copy(&story, &folder.path().join("zeta-42"));
    // Files that name nobody, twice the same text without a day, one that is no article.
    for at in ["alpha", "zeta-42"] {
        let at = folder.path().join(at);
        let text = fs::read_to_string(&one[0]).unwrap();
        let body: Vec<&str> = text.lines().rev().take(12).collect();
        let body: Vec<&str> = body.into_iter().rev().collect();
        for name in ["004_355cc0f550f8ce54.txt", "c0ffee00c0ffee01.txt"] {
            fs::write(at.join(name), body.join("\n")).unwrap();
        }
        fs::write(at.join("notes.txt"), "Call back on Monday.").unwrap();
    }
    let of = |paths: &[PathBuf], format: &str| {
        let paths = paths.iter().map(|p| p.to_str().unwrap());
        let args: Vec<&str> = ["diff", "--one-event", "--format", format, "--all"]
            .into_iter()
            .chain(paths)
            .collect();
        coverage(&args).0
    };
    let report =
        |paths: &[PathBuf]| without_paths(serde_json::from_str(&of(paths, "json")).unwrap());
    let files = |name: &str| {
        let entries = fs::read_dir(folder.path().join(name)).unwrap();
        let mut files: Vec<PathBuf> = entries.map(|e| e.unwrap().path()).collect();
        files.sort();
        files
    };
    let given = files("alpha");
    let reversed: Vec<PathBuf> = given.iter().rev().cloned().collect();
    let wanted = report(&given);
    assert_eq!(report(&reversed), wanted);
    assert_eq!(report(&files("zeta-42")), wanted);
    let folders = ["alpha", "zeta-42"].map(|name| vec![folder.path().join(name)]);
    assert_eq!(report(&folders[0]), report(&folders[1]));
    for format in ["terminal", "markdown", "html", "jsonl"] {
        assert_eq!(of(&given, format), of(&reversed, format), "{format}");
        let [one, other] = [&folders[0], &folders[1]].map(|paths| of(paths, format));
        assert_eq!(one.replace("alpha", "zeta-42"), other, "{format}");
    }
}
