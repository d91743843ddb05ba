//! Two versions of one article, as a user meets them: what an editor changed.

mod program;

use std::path::Path;
use std::process::Command;

use program::run;

const FIRST: &str = "The ferry Corvina sank off Cape Lorn on Monday evening. Rescuers found three bodies in the water near \
the pier. “We are searching every cove,” said the coast guard's Ida Brandt. The owner has not yet commented. Divers will \
go on at first light, the harbor office said. The Corvina was built in 1988 and sailed under the flag of Tessaly.";

const LATER: &str = "The ferry Corvina sank off Cape Lorn on Monday evening. Rescuers found five bodies in the water near \
the pier. “We are searching every cove,” said the coast guard's Ida Brandt. “We are heartbroken,” said the owner, Per Aldous. \
Divers will go on at first light, the harbor office said. The Corvina was built in 1988 and sailed under the flag of Tessaly.";

fn write(folder: &Path, name: &str, title: &str, time: &str, text: &str) {
    let article = serde_json::json!({
        "title": title, "text": text, "date": format!("2031-03-04T{time}:00Z"),
        "sitename": "Lantern Post", "url": "https://lantern.example/ferry",
    });
    std::fs::write(folder.join(name), article.to_string()).unwrap();
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "b.json",
        "Three dead as ferry sinks off Cape Lorn",
        "18:00",
        FIRST,
    );
    write(
        folder.path(),
        "a.json",
        "Five dead as ferry sinks off Cape Lorn",
        "21:00",
        LATER,
    );
    folder
}

fn coverage(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coverage"));
    run(command.arg("diff").arg(folder).args(arguments))
}

#[test]
fn a_folder_of_two_versions_shows_what_an_editor_changed() {
    let folder = folder();
    let (out, _, code) = coverage(folder.path(), &[]);
    assert_eq!(code, 0);
    for line in [
        "Two versions of one article: Lantern Post",
        "e1 [Three → Five] dead as ferry sinks off Cape Lorn",
        "Figures and dates",
        "e2 Rescuers found [three → five] bodies in the water near the pier.",
        "+ added: “We are heartbroken,” said the owner, Per Aldous.",
        "− cut: The owner has not yet commented.",
    ] {
        assert!(out.contains(line), "{line} is not in\n{out}");
    }
}

#[test]
fn offsets_of_the_changes_lead_into_the_texts() {
    let folder = folder();
    let (out, _, code) = coverage(folder.path(), &["--format", "json"]);
    assert_eq!(code, 0);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let mut seen = 0;
    for edit in report["edits"].as_array().unwrap() {
        for words in edit["words"].as_array().unwrap() {
            for side in ["before", "after"] {
                let text: Vec<char> = report[side]["text"].as_str().unwrap().chars().collect();
                let at = |key| words[side][key].as_u64().unwrap() as usize;
                let found: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(words[side]["text"], found);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 4);
}

#[test]
fn other_formats_say_what_to_do_and_one_event_compares() {
    let folder = folder();
    let (_, error, code) = coverage(folder.path(), &["--format", "jsonl"]);
    assert_eq!(code, 2);
    assert!(error.contains("--one-event"), "{error}");
    let (out, _, code) = coverage(folder.path(), &["--one-event", "--format", "json"]);
    assert_eq!(code, 0);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["articles"].as_array().unwrap().len(), 2);
}

#[test]
fn versions_without_an_outlet_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("monday.txt"), FIRST).unwrap();
    std::fs::write(folder.path().join("tuesday.txt"), LATER).unwrap();
    let (out, _, code) = coverage(folder.path(), &["--versions"]);
    assert_eq!(code, 0);
    assert!(out.contains("[three → five]"), "{out}");
}

#[test]
fn articles_of_two_outlets_are_compared_as_versions_with_a_note() {
    let folder = tempfile::tempdir().unwrap();
    let articles = [
        ("a.json", "Lantern Post", FIRST),
        ("b.json", "Bay Courier", LATER),
    ];
    for (file, outlet, text) in articles {
        let article = serde_json::json!({"outlet": outlet, "text": text, "date": "2031-03-04"});
        std::fs::write(folder.path().join(file), article.to_string()).unwrap();
    }
    let (_, error, code) = coverage(folder.path(), &["--versions"]);
    assert_eq!(code, 0, "{error}");
    let note = "note: --versions treats articles from different outlets (Bay Courier, Lantern Post) as versions";
    assert!(error.contains(note), "{error}");
    let (_, error, _) = coverage(self::folder().path(), &["--versions"]);
    assert!(!error.contains("different outlets"), "{error}");
}

#[test]
fn two_files_of_one_address_and_day_are_two_versions() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("first.json", FIRST), ("later.json", LATER)] {
        let article = serde_json::json!({
            "title": "Ferry sinks off Cape Lorn", "text": text, "date": "2031-03-04",
            "sitename": "Lantern Post", "url": "https://lantern.example/ferry",
        });
        std::fs::write(folder.path().join(name), article.to_string()).unwrap();
    }
    let (out, error, code) = coverage(folder.path(), &["--versions"]);
    assert_eq!(code, 0, "{error}");
    assert!(out.contains("[three → five]"), "{out}");
}
