//! One finding alone (`--finding`), and what proves each.

mod program;

use std::collections::BTreeSet;
use std::process::Command;

use program::run;
use serde_json::Value;

const STORIES: [&str; 3] = ["dam-release", "ferry-fire", "harbor-strike"];

fn told(story: &str, arguments: &[&str]) -> (String, String, i32) {
    let articles = format!("fixtures/stories/{story}/articles");
    let mut command = Command::new(env!("CARGO_BIN_EXE_coverage"));
    run(command.args(["diff", &articles]).args(arguments))
}

fn coverage(arguments: &[&str]) -> String {
    let (out, error, code) = told("dam-release", arguments);
    assert_eq!(code, 0, "{error}");
    out
}

fn report(story: &str) -> Value {
    let (out, error, code) = told(story, &["--format", "json", "--unproven"]);
    assert_eq!(code, 0, "{error}");
    serde_json::from_str(&out).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

#[test]
fn one_finding_is_printed_with_every_sentence_that_proves_it() {
    let out = coverage(&["--finding", "n1", "--width", "100"]);
    assert!(
        out.starts_with("[n1 figure-differs] Figures differ"),
        "{out}"
    );
    assert!(
        out.contains("Coast Courier \u{b6}7  [More than 4,000] people"),
        "{out}"
    );
    assert!(out.contains("Globe Mirror \u{b6}"), "{out}");
    assert!(!out.contains("n2"), "{out}");
    let markdown = coverage(&["--finding", "1", "--format", "markdown"]);
    assert!(markdown.starts_with("1. Figures differ"), "{markdown}");
    assert!(markdown.contains("**More than 4,000**"), "{markdown}");
}

#[test]
fn one_finding_is_one_object_with_its_places() {
    let line = coverage(&["--finding", "N3", "--format", "jsonl"]);
    assert_eq!(line.lines().count(), 1);
    let finding: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(finding["id"], "n3");
    assert_eq!(
        list(&finding, "places").len(),
        list(&finding, "evidence").len()
    );
    let indented: Value =
        serde_json::from_str(&coverage(&["--finding", "n3", "--format", "json"])).unwrap();
    assert_eq!(indented, finding);
}

#[test]
fn a_finding_that_is_not_there_is_named_with_those_that_are() {
    let count = list(
        &serde_json::from_str(&coverage(&["--format", "json"])).unwrap(),
        "findings",
    )
    .len();
    let (out, error, code) = told("dam-release", &["--finding", "n99"]);
    assert_eq!((out.as_str(), code), ("", 2));
    let there = format!(
        "no finding or fact \"n99\"; this comparison has {count} findings, n1 to n{count} and "
    );
    assert!(error.contains(&there), "{error}");
    let (_, error, code) = told("dam-release", &["--finding", "n1", "--format", "html"]);
    assert_eq!(code, 2);
    assert!(error.contains("report.html#n3"), "{error}");
}

#[test]
fn every_finding_has_evidence_and_none_is_told_twice() {
    for story in STORIES {
        let report = report(story);
        let mut summaries = BTreeSet::new();
        for finding in list(&report, "findings") {
            assert!(!list(finding, "evidence").is_empty(), "{story}: {finding}");
            assert!(
                summaries.insert(finding["summary"].to_string()),
                "{story}: {finding}"
            );
        }
    }
}

#[test]
fn the_evidence_is_from_outlets_that_the_sentence_names() {
    for story in STORIES {
        let report = report(story);
        let outlet = |sentence: &str| {
            let of = |a: &&Value| list(a, "sentences").iter().any(|s| s["id"] == sentence);
            let article = list(&report, "articles").iter().find(of).unwrap();
            article["outlet"].as_str().unwrap()
        };
        let named = ["omission", "addition", "reuse"];
        let findings = list(&report, "findings").iter();
        for finding in findings.filter(|f| named.contains(&f["kind"].as_str().unwrap())) {
            for excerpt in list(finding, "evidence") {
                let outlet = outlet(excerpt["sentence"].as_str().unwrap());
                let summary = finding["summary"].as_str().unwrap();
                assert!(
                    summary.contains(outlet),
                    "{story}: {outlet} is not in {summary}"
                );
            }
        }
    }
}

#[test]
fn shared_copy_shows_the_longest_run_of_words_in_both() {
    let report = report("dam-release");
    let mut findings = list(&report, "findings").iter();
    let copy = findings.find(|f| f["rule"] == "shared-copy").unwrap();
    let words: Vec<&str> = list(copy, "evidence")
        .iter()
        .map(|e| e["text"].as_str().unwrap())
        .collect();
    assert!(words.len() >= list(copy, "articles").len(), "{words:?}");
    let longest = list(&report, "reuse")
        .iter()
        .map(|r| r["longest"].as_str().unwrap());
    let longest: Vec<&str> = longest.collect();
    assert!(
        words.iter().all(|w| longest
            .iter()
            .any(|l| l.contains(w) || l.eq_ignore_ascii_case(w))),
        "{words:?}"
    );
}
