//! The program that writes the record of each rule: what it counts, what it leaves as it is, and what it refuses.

#[path = "../examples/records/made.rs"]
mod made;
#[path = "../examples/records/verdicts.rs"]
mod verdicts;

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use verdicts::{Renewed, read, renewed};

const KEPT: &str =
    "# Comment.\nabsent\tfire\t1\t0\t9\nabsent\tflood\t5\t0\t5\nleads\tfire\t1\t1\t2\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn verdicts(event: &str, findings: &[(&str, &str)]) -> String {
    let findings: Vec<serde_json::Value> = findings
        .iter()
        .map(|(rule, verdict)| {
            serde_json::json!({"kind": "omission", "rule": rule, "summary": "", "evidence": [], "verdict": verdict, "why": ""})
        })
        .collect();
    serde_json::json!({"event": event, "findings": findings, "rows": [], "differences": []})
        .to_string()
}

fn refused(files: &[(&str, &str)]) -> String {
    let folder = folder(files);
    format!(
        "{:#}",
        read(&[folder.path().to_path_buf()], None).err().unwrap()
    )
}

#[test]
fn judged_events_are_written_anew_and_the_others_stay() {
    let found = [
        ("absent", "true"),
        ("absent", "trivial"),
        ("absent", "false"),
        ("only-here", "misleading"),
    ];
    let one = folder(&[
        ("fire.json", &verdicts("fire", &found)),
        ("notes.txt", "no verdicts"),
    ]);
    let two = folder(&[("storm.json", &verdicts("storm", &[("absent", "true")]))]);
    let judged = read(&[one.path().to_path_buf(), two.path().to_path_buf()], None).unwrap();
    assert_eq!((judged.events(), judged.findings()), (2, 5));
    let Renewed { text, left_out } = renewed(KEPT, &judged, |_| true).unwrap();
    let lines = "absent\tfire\t1\t1\t3\nabsent\tflood\t5\t0\t5\nabsent\tstorm\t1\t0\t1\nonly-here\tfire\t0\t0\t1\n";
    assert_eq!(text, format!("# Comment.\n{lines}"));
    assert!(left_out.is_empty());
    assert_eq!(
        renewed(&text, &judged, |_| true).unwrap().text,
        text,
        "a second run changes nothing"
    );
}

#[test]
fn an_event_without_any_judged_finding_has_no_lines() {
    let judged = read(
        &[folder(&[("fire.json", &verdicts("fire", &[]))])
            .path()
            .to_path_buf()],
        None,
    )
    .unwrap();
    assert_eq!(
        renewed(KEPT, &judged, |_| true).unwrap().text,
        "# Comment.\nabsent\tflood\t5\t0\t5\n"
    );
}

#[test]
fn rules_that_are_gone_are_left_out_and_named() {
    let judged = read(
        &[
            folder(&[("storm.json", &verdicts("storm", &[("old", "true")]))])
                .path()
                .to_path_buf(),
        ],
        None,
    )
    .unwrap();
    let Renewed { text, left_out } = renewed(KEPT, &judged, |rule| rule == "absent").unwrap();
    assert_eq!(
        text,
        "# Comment.\nabsent\tfire\t1\t0\t9\nabsent\tflood\t5\t0\t5\n"
    );
    assert_eq!(left_out.into_iter().collect::<Vec<_>>(), ["leads", "old"]);
}

#[test]
fn what_is_malformed_is_refused_with_its_place() {
    let whole = verdicts("fire", &[("absent", "true")]);
    for (text, reason) in [
        (
            whole.replace("\"true\"", "\"maybe\""),
            "unknown variant `maybe`",
        ),
        (whole.replace("\"true\"", "\"\""), "unknown variant ``"),
        (
            whole.replace("\"rule\"", "\"role\""),
            "missing field `rule`",
        ),
        (whole.replace("\"absent\"", "null"), "invalid type: null"),
        (
            whole.replace("\"findings\"", "\"found\""),
            "missing field `findings`",
        ),
        (
            whole.replace("\"event\"", "\"name\""),
            "missing field `event`",
        ),
        (whole[..whole.len() - 1].to_string(), "EOF"),
    ] {
        let told = refused(&[("fire.json", &text)]);
        assert!(
            told.contains("fire.json") && told.contains(reason) && told.contains("line 1 column"),
            "{told}"
        );
    }
    let told = refused(&[("fire.json", &verdicts("fi\tre", &[]))]);
    assert!(
        told.contains("fire.json") && told.contains("cannot be the name"),
        "{told}"
    );
    let told = refused(&[("fire.json", &whole), ("fire-2.json", &whole)]);
    assert!(
        told.contains("fire.json: the event fire was judged in another file too"),
        "{told}"
    );
    assert!(refused(&[("notes.txt", "")]).contains("no files of verdicts"));
    let nowhere = format!(
        "{:#}",
        read(&[PathBuf::from("/nowhere/at-all")], None)
            .err()
            .unwrap()
    );
    assert!(nowhere.contains("/nowhere/at-all"), "{nowhere}");
}

#[test]
fn a_malformed_file_of_records_is_refused() {
    let judged = read(
        &[folder(&[("fire.json", &verdicts("fire", &[]))])
            .path()
            .to_path_buf()],
        None,
    )
    .unwrap();
    let told = renewed("# Comment.\nabsent\tflood\t5\t5\n", &judged, |_| true)
        .err()
        .unwrap()
        .to_string();
    assert!(told.starts_with("line 2: "), "{told}");
}

#[test]
fn with_reports_only_findings_that_are_still_made_count() {
    let excerpt = |key: &str, at: &str, text: &str| serde_json::json!({key: at, "text": text});
    let judged = |rule: &str, text: &str| {
        let evidence = [
            excerpt("article", "ledger", text),
            excerpt("article", "torch", "Nobody was hurt."),
        ];
        serde_json::json!({"rule": rule, "summary": "s", "evidence": evidence, "verdict": "true"})
    };
    let made = [
        excerpt("sentence", "ledger:4", "The mill burned for two days"),
        excerpt("sentence", "torch:1", "hurt"),
    ];
    let report = serde_json::json!({"findings": [{"id": "n1", "rule": "absent", "summary": "t", "evidence": made}]});
    let findings = [
        judged("absent", "the mill burned for three days"),
        judged("absent", "nobody knows when work starts again"),
        judged("only-here", "the mill burned for two days"),
    ];
    let verdicts = folder(&[(
        "fire.json",
        &serde_json::json!({"event": "fire", "findings": findings}).to_string(),
    )]);
    let reports = folder(&[("fire.json", &report.to_string())]);
    let counted = |reports: Option<&Path>| read(&[verdicts.path().to_path_buf()], reports);
    assert_eq!(counted(None).unwrap().findings(), 3);
    let still = counted(Some(reports.path())).unwrap();
    assert_eq!(
        renewed("", &still, |_| true).unwrap().text,
        "absent\tfire\t1\t0\t1\n"
    );
    let missing = format!(
        "{:#}",
        counted(Some(verdicts.path().parent().unwrap()))
            .err()
            .unwrap()
    );
    assert!(missing.contains("fire.json"), "{missing}");
}
