//! `coverage batch`: events in, reports out, whatever happens on the way.

mod program;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use assert_cmd::cargo::CommandCargoExt;
use serde_json::{Value, json};
use tempfile::TempDir;

fn article(outlet: &str, number: usize) -> Value {
    json!({
        "title": format!("Bridge {number} opens in Tarn"),
        "outlet": outlet,
        "date": "2031-03-12",
        "text": format!(
            "The new bridge {number} over the Tarn opened on Monday. About {} people walked across, said mayor Ada Crane.\n\n\
             “We waited for this for ten years,” said Crane. {outlet} was there.",
            400 + number
        ),
    })
}

/// Lines of articles with their events, two articles an event.
fn articles(events: usize) -> String {
    let mut text = String::new();
    for number in 0..events {
        for outlet in ["Ledger", "Bay Courier"] {
            let mut article = article(outlet, number);
            article["event"] = json!(format!("bridge-{number}"));
            text.push_str(&format!("{article}\n"));
        }
    }
    text
}

fn file(folder: &TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    path
}

fn run(arguments: &[&str]) -> (String, String, i32) {
    program::run(Command::cargo_bin("coverage").unwrap().args(arguments))
}

fn batch(path: &Path, more: &[&str]) -> (String, String, i32) {
    run(&[&["batch", path.to_str().unwrap()], more].concat())
}

fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_line_holds_the_report_that_diff_prints() {
    let folder = TempDir::new().unwrap();
    let input = file(&folder, "in.jsonl", &articles(1));
    let (out, err, code) = batch(&input, &[]);
    assert_eq!(code, 0, "{err}");
    let told = &lines(&out)[0];
    assert_eq!(
        (&told["line"], &told["event"]),
        (&json!(1), &json!("bridge-0"))
    );
    let (report, _, _) = run(&["diff", "--format", "json", input.to_str().unwrap()]);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(told["report"].to_string(), report.to_string());
}

#[test]
fn events_come_in_the_order_of_the_input_and_trouble_is_a_line() {
    let folder = TempDir::new().unwrap();
    let whole = json!({"id": "x", "articles": [article("Ledger", 7), article("Bay Courier", 7)]});
    let text = format!(
        "{}no json\n{whole}\n{{\"event\":\"alone\",\"text\":\"One.\"}}\n{}\n",
        articles(1),
        json!({"text": "no event"})
    );
    let (out, _, code) = batch(&file(&folder, "in.jsonl", &text), &[]);
    assert_eq!(code, 0);
    let lines = lines(&out);
    let told = |at: usize| {
        (
            lines[at]["line"].as_u64().unwrap(),
            lines[at].get("error").is_some(),
        )
    };
    assert_eq!(
        (0..lines.len()).map(told).collect::<Vec<_>>(),
        [(1, false), (3, true), (4, false), (5, true), (6, true)]
    );
    assert_eq!(lines[2]["event"], "x");
    assert!(lines[4]["error"].as_str().unwrap().contains("--key"));
}

#[test]
fn trouble_with_events_is_one_note_beside_the_lines() {
    let folder = TempDir::new().unwrap();
    let input = file(&folder, "in.jsonl", "no json\nnone here\n");
    let (out, err, code) = batch(&input, &[]);
    assert_eq!(code, 0);
    assert_eq!(lines(&out).len(), 2);
    let note = "note: 2 events could not be fully compared; the output says why\n";
    assert!(err.ends_with(note), "{err}");
    let (_, err, _) = batch(&file(&folder, "well.jsonl", &articles(1)), &[]);
    assert!(!err.contains("note:"), "{err}");
    let (out, err, code) = batch(&file(&folder, "empty.jsonl", ""), &[]);
    assert_eq!((out.as_str(), code), ("", 0));
    assert!(err.contains("no event to compare in "), "{err}");
}

#[test]
fn standard_input_and_findings_a_line() {
    let mut command = Command::cargo_bin("coverage").unwrap();
    command
        .args(["batch", "--findings", "--unproven"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(articles(2).as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let found = lines(&String::from_utf8(output.stdout).unwrap());
    assert!(!found.is_empty());
    assert!(
        found
            .iter()
            .all(|f| f["event"].is_string() && f["summary"].is_string())
    );
}

#[test]
fn what_was_interrupted_goes_on_to_the_same_bytes() {
    let folder = TempDir::new().unwrap();
    let input = file(&folder, "in.jsonl", &articles(5));
    let out = folder.path().join("out.jsonl");
    let to = out.to_str().unwrap();
    assert_eq!(batch(&input, &["-o", to]).2, 0);
    let whole = fs::read(&out).unwrap();
    let (_, err, code) = batch(&input, &["-o", to]);
    assert_eq!(code, 2);
    assert!(err.contains("--resume"), "{err}");
    for kept in [0, 10, whole.len() / 2, whole.len() - 1, whole.len()] {
        fs::write(&out, &whole[..kept]).unwrap();
        assert_eq!(batch(&input, &["-o", to, "--resume"]).2, 0);
        assert!(fs::read(&out).unwrap() == whole, "cut at {kept}");
    }
    // An output of another input, or of other lines, stays as it is.
    let other = file(&folder, "other.jsonl", &articles(2));
    for (from, more) in [(&other, &[][..]), (&input, &["--findings"])] {
        let (_, err, code) = batch(from, &[&["-o", to, "--resume"], more].concat());
        assert_eq!(code, 2, "{err}");
        assert!(err.contains("nothing was changed"), "{err}");
        assert!(fs::read(&out).unwrap() == whole);
    }
    fs::write(&out, "notes of mine\n").unwrap();
    assert_eq!(batch(&input, &["-o", to, "--resume"]).2, 2);
}

#[test]
fn articles_without_events_are_grouped_first() {
    let folder = TempDir::new().unwrap();
    let stories = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories");
    let mut text = String::new();
    for story in ["harbor-strike", "ferry-fire"] {
        for entry in fs::read_dir(stories.join(story).join("articles")).unwrap() {
            let body = fs::read_to_string(entry.unwrap().path()).unwrap();
            if !body.starts_with('{') {
                text.push_str(&format!("{}\n", json!({"outlet": "x", "text": body})));
            }
        }
    }
    let (out, err, code) = batch(&file(&folder, "in.jsonl", &text), &["--group"]);
    assert_eq!(code, 0, "{err}");
    let found = lines(&out);
    let sizes = found
        .iter()
        .map(|l| l["report"]["articles"].as_array().unwrap().len());
    assert_eq!(sizes.collect::<Vec<_>>(), [3, 3]);
}

#[test]
fn an_article_that_cannot_be_read_is_told_and_counts_as_trouble() {
    let folder = TempDir::new().unwrap();
    let text = articles(1) + "{\"event\":\"bridge-0\",\"outlet\":\"Torch\",\"words\":\"none\"}\n";
    let input = file(&folder, "in.jsonl", &text);
    let (out, _, code) = batch(&input, &["--strict"]);
    assert_eq!(code, 2);
    let told = &lines(&out)[0]["report"]["diagnostics"][0];
    assert_eq!(told["severity"], "error");
    let message = told["message"].as_str().unwrap();
    assert!(
        message.starts_with("line 3: JSON: no article text"),
        "{message}"
    );
}

#[test]
fn no_bytes_stop_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("in.jsonl");
    fs::write(&path, b"\x00\xff\xfe\n{\"event\":1}\n[[[[\n{\"articles\":{}}\n\n\"text\"\n{\"articles\":[1,null]}\n").unwrap();
    let (out, err, code) = batch(&path, &[]);
    assert_eq!(code, 0, "{err}");
    assert!(lines(&out).iter().all(|l| l["error"].is_string()));
}
