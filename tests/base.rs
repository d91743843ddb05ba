//! `--base`: what one outlet lacks, has alone and says otherwise.

mod program;

use std::process::Command;

use program::run;

fn coverage(arguments: &[&str]) -> String {
    let articles = "fixtures/stories/dam-release/articles";
    let mut command = Command::new(env!("CARGO_BIN_EXE_coverage"));
    let base = command.args(["diff", articles, "--base", "Globe Mirror"]);
    let (out, error, code) = run(base.args(arguments));
    assert_eq!(code, 0, "{error}");
    out
}

#[test]
fn the_first_screen_lists_where_the_base_differs_what_it_lacks_and_has_alone() {
    let out = coverage(&[]);
    let at = |words: &str| {
        out.find(words)
            .unwrap_or_else(|| panic!("{words} is not in\n{out}"))
    };
    assert!(at("everything compared with: Globe Mirror") < at("Globe Mirror differs"));
    assert!(at("Globe Mirror differs") < at("“Some 14,000”"));
    assert!(at("“Some 14,000”") < at("Missing from Globe Mirror"));
    assert!(at("Missing from Globe Mirror") < at("Only in Globe Mirror"));
    assert!(at("Only in Globe Mirror") < at("Edda Crowe"));
    let page = coverage(&["--format", "html"]);
    assert!(page.contains("Missing from Globe Mirror"));
    assert!(coverage(&["--format", "markdown"]).contains("## Only in Globe Mirror"));
}

#[test]
fn every_omission_is_the_base_s_and_every_addition_too() {
    let out = coverage(&["--format", "json", "--unproven"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let base = report["base"].as_str().unwrap();
    assert_eq!(base, "globe-mirror");
    let mut kinds = Vec::new();
    for finding in report["findings"].as_array().unwrap() {
        let word = |key: &str| finding[key].as_str().unwrap();
        if !["absent", "only-here"].contains(&word("rule")) {
            continue;
        }
        assert_eq!(finding["articles"], serde_json::json!([base]), "{finding}");
        let mut proof = finding["evidence"].as_array().unwrap().iter();
        let is_its_own = proof.all(|e| e["sentence"].as_str().unwrap().starts_with(base));
        assert_eq!(is_its_own, word("kind") == "addition", "{finding}");
        kinds.push(word("kind"));
    }
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["addition", "omission"]);
}

#[test]
fn the_name_of_a_file_names_the_base_and_a_group_without_rows_says_so() {
    let articles = "fixtures/stories/dam-release/articles";
    let file = std::fs::read_dir(articles)
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let file = file.file_name().into_string().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_coverage"));
    let (out, error, code) = run(command.args(["diff", articles, "--base", &file]));
    assert_eq!(code, 0, "{error}");
    for group in ["Missing from ", "Only in "] {
        let at = out
            .find(group)
            .unwrap_or_else(|| panic!("{group} in\n{out}"));
        let below = out[at..].lines().nth(1).unwrap();
        let says = [
            "[f",
            "  No fact is certain enough.",
            " certain enough to show here",
        ];
        assert!(says.iter().any(|s| below.contains(s)), "{below}");
    }
}
