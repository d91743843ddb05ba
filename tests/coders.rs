//! Two coders as they meet the program: a sheet each from `coverage gold`, filled in, read back by `coverage check`.

mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

const STORY: &str = "fixtures/stories/ferry-fire";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn coverage(args: &[&str]) -> (String, String, i32) {
    program::run(Command::cargo_bin("coverage").unwrap().args(args))
}

/// A story's articles without any answers, in a folder called `story`.
fn story() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let at = folder.path().join("story");
    fs::create_dir_all(at.join("articles")).unwrap();
    for file in fs::read_dir(root().join(STORY).join("articles")).unwrap() {
        let file = file.unwrap().path();
        fs::copy(&file, at.join("articles").join(file.file_name().unwrap())).unwrap();
    }
    (folder, at)
}

fn gold(at: &Path, args: &[&str]) -> String {
    let (out, err, code) = coverage(&[&["gold", at.to_str().unwrap()], args].concat());
    assert_eq!(code, 0, "{out}{err}");
    out
}

fn check(at: &Path, args: &[&str]) -> (String, i32) {
    let (out, err, code) = coverage(&[&["check", at.to_str().unwrap()], args].concat());
    (out + &err, code)
}

/// The rows of a sheet by column.
fn rows(at: &Path, coder: &str) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let bytes = fs::read(at.join(format!("coder-{coder}.csv"))).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let text = text
        .strip_prefix('\u{feff}')
        .expect("a mark for spreadsheets");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    (header, reader.records().map(Result::unwrap).collect())
}

/// Fills in a sheet as a spreadsheet with semicolons would save it.
fn fill(at: &Path, coder: &str, label: impl Fn(usize, &str) -> &'static str) {
    let (header, rows) = rows(at, coder);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_path(at.join(format!("coder-{coder}.csv")))
        .unwrap();
    writer.write_record(&header).unwrap();
    for (i, row) in rows.iter().enumerate() {
        let cells = header.iter().zip(row).map(|(name, cell)| match name {
            "label" => label(i, &row[0]),
            _ => cell,
        });
        writer.write_record(cells).unwrap();
    }
    writer.flush().unwrap();
}

fn figure(at: &Path, name: &str) -> Value {
    let (out, _) = check(at, &["--format", "json"]);
    let verdict: Value = serde_json::from_str(&out).unwrap();
    let figures = verdict["fixtures"][0]["score"]["figures"]
        .as_array()
        .unwrap();
    let found = figures.iter().find(|f| f["name"] == name);
    found.unwrap_or_else(|| panic!("no {name}: {out}")).clone()
}

#[test]
fn two_sheets_are_written_filled_in_and_compared() {
    let (_folder, at) = story();
    let out = gold(&at, &["--coder", "ak,bn", "--cells"]);
    for told in [
        "gold.json",
        "coder-ak.csv",
        "coder-bn.csv",
        "pairs to judge",
        "cells to judge",
        "2 (same)",
    ] {
        assert!(out.contains(told), "{out}");
    }
    let (header, sheet) = rows(&at, "ak");
    assert_eq!(
        header.iter().collect::<Vec<_>>(),
        [
            "unit", "a", "b", "outlet_a", "outlet_b", "text_a", "text_b", "label", "labels"
        ]
    );
    let pairs = sheet.iter().filter(|r| &r[0] == "pair").count();
    assert!(pairs > 25 && sheet.len() > pairs, "{pairs}");
    for row in sheet.iter().filter(|r| &r[0] == "pair") {
        assert!(!row[5].is_empty() && !row[6].is_empty() && row[3] != row[4]);
        assert!(row[7].is_empty() && row[8].contains("2 same"));
    }
    // They agree on all but the first pair and the first cell; one leaves the second pair open.
    fill(&at, "ak", |i, unit| match (i, unit) {
        (1, _) => "?",
        (_, "cell") => "1",
        (i, _) => ["2", "0", "1"][i % 3],
    });
    fill(&at, "bn", |i, unit| match (i, unit) {
        (0, _) => "0",
        (i, "cell") if i == pairs => "0",
        (_, "cell") => "1",
        (i, _) => ["2", "0", "1"][i % 3],
    });
    let agreement = figure(&at, "coders_pairs_agreement");
    let judged = pairs as f64 - 1.0;
    assert_eq!(agreement["gold"], pairs - 1);
    assert!((agreement["value"].as_f64().unwrap() - (judged - 1.0) / judged).abs() < 1e-9);
    let alpha = figure(&at, "coders_pairs_alpha")["value"].as_f64().unwrap();
    assert!(alpha > 0.8 && alpha < 1.0, "{alpha}");
    assert!(
        figure(&at, "coders_cells_agreement")["value"]
            .as_f64()
            .unwrap()
            < 1.0
    );
    // What both call the same or partly the same is the gold.
    let (out, code) = check(&at, &["--errors"]);
    assert_eq!(code, 0, "{out}");
    let told = format!(
        "coders_pairs_alpha disagreement: ak 2, bn 0 | {} “{}” | {} “",
        &sheet[0][1], &sheet[0][5], &sheet[0][2]
    );
    assert!(out.contains(&told), "{told}\n{out}");
    assert!(
        out.contains("coders_cells_alpha disagreement: ak 1, bn 0 | "),
        "{out}"
    );
    assert_eq!(out.matches(" disagreement: ").count(), 2, "{out}");
    assert!(out.contains("still the program's own draft"), "{out}");
    let wanted = (0..pairs)
        .filter(|i| *i > 1 && ["2", "0", "1"][i % 3] != "0")
        .count();
    assert_eq!(figure(&at, "equivalents")["name"], "equivalents");
    assert_eq!(figure(&at, "pairs")["gold"], wanted);
    // All cells but the one they disagree on are what the program's cells are measured by; it has not reported every fact.
    let cells = figure(&at, "cells");
    assert_eq!(cells["gold"], sheet.len() - pairs - 1);
    assert_eq!(cells["precision"], 1.0);
    assert!(cells["recall"].as_f64().unwrap() < 1.0, "{cells}");
    assert!(out.contains("cells missed: "), "{out}");
}

#[test]
fn a_blind_sheet_names_no_outlet_and_is_read_back() {
    let (_folder, at) = story();
    gold(&at, &["--coder", "ak,bn", "--cells", "--blind"]);
    let (_, sheet) = rows(&at, "ak");
    let gold_json: Value =
        serde_json::from_str(&fs::read_to_string(at.join("gold.json")).unwrap()).unwrap();
    let whole = fs::read_to_string(at.join("coder-ak.csv"))
        .unwrap()
        .to_lowercase();
    for (id, article) in gold_json["articles"].as_object().unwrap() {
        let outlet = article["outlet"].as_str().unwrap().to_lowercase();
        assert!(!whole.contains(&outlet), "{outlet}");
        assert!(!whole.contains(&id.to_lowercase()), "{id}");
    }
    for row in sheet.iter().filter(|r| &r[0] == "pair") {
        assert!(row[3].chars().all(|c| c.is_ascii_uppercase()), "{row:?}");
    }
    for coder in ["ak", "bn"] {
        fill(&at, coder, |i, _| if i % 2 == 0 { "1" } else { "0" });
    }
    let pairs = sheet.iter().filter(|r| &r[0] == "pair").count();
    assert_eq!(figure(&at, "coders_pairs_agreement")["gold"], pairs);
    assert_eq!(figure(&at, "coders_cells_agreement")["value"], 1.0);
    assert_eq!(figure(&at, "pairs")["gold"], pairs.div_ceil(2));
    let told = (pairs..sheet.len()).filter(|i| i % 2 == 0).count();
    let cells = figure(&at, "cells");
    assert_eq!(cells["gold"], told);
    assert!(cells["precision"].as_f64().unwrap() < 1.0, "{cells}");
}

#[test]
fn answers_are_never_overwritten_and_a_gold_that_is_there_is_kept() {
    let (_folder, at) = story();
    gold(&at, &[]);
    let before = fs::read_to_string(at.join("gold.json")).unwrap();
    gold(&at, &["--coder", "ak"]);
    assert_eq!(fs::read_to_string(at.join("gold.json")).unwrap(), before);
    let (_, err, code) = coverage(&["gold", at.to_str().unwrap(), "--coder", "ak"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("coder-ak.csv exists") && err.contains("--force"),
        "{err}"
    );
    let (_, err, code) = coverage(&["gold", at.to_str().unwrap(), "--coder", "../ak"]);
    assert_eq!(code, 2);
    assert!(err.contains("letters, digits, hyphens"), "{err}");
    // A sheet beside the articles is no article.
    fs::copy(at.join("coder-ak.csv"), at.join("articles/coder-ak.csv")).unwrap();
    let (out, err, code) = coverage(&["diff", at.join("articles").to_str().unwrap()]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("articles") && err.contains("made by coverage"),
        "{err}"
    );
}

#[test]
fn a_label_that_is_none_is_told_with_file_and_line() {
    let (_folder, at) = story();
    gold(&at, &["--coder", "ak"]);
    let (out, code) = check(&at, &[]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.contains("coder ak: ") && out.contains("no label yet"),
        "{out}"
    );
    fill(&at, "ak", |i, _| if i == 4 { "same" } else { "1" });
    let (out, code) = check(&at, &[]);
    assert_eq!(code, 2, "{out}");
    assert!(
        out.contains("coder-ak.csv:6: label is “same” but must be 2 (same), 1 (partly)"),
        "{out}"
    );
    fs::remove_file(at.join("gold.json")).unwrap();
    let (out, code) = check(at.parent().unwrap(), &[]);
    assert_eq!(code, 2, "{out}");
}

#[test]
fn a_draft_that_was_touched_is_no_longer_called_untouched() {
    let (_folder, at) = story();
    gold(&at, &[]);
    let (out, code) = check(&at, &[]);
    assert_eq!(code, 0);
    assert!(
        out.contains("note: gold.json is still the program's own draft"),
        "{out}"
    );
    let path = at.join("gold.json");
    let mut gold: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    gold["alignment"].as_array_mut().unwrap().pop();
    fs::write(&path, gold.to_string()).unwrap();
    let (out, _) = check(&at, &[]);
    assert!(
        out.contains("still has a note saying that it is a draft"),
        "{out}"
    );
    gold["note"] = "Corrected by ak.".into();
    fs::write(&path, gold.to_string()).unwrap();
    let (out, _) = check(&at, &[]);
    assert!(!out.contains("draft"), "{out}");
}
