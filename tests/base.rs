//! `--base`: what one outlet lacks, has alone and says otherwise.

mod program;

use std::process::Command;

use program::run;

const STORY: &str = "fixtures/stories/harbor-strike/articles";

fn coverage(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coverage"));
    let (out, error, code) = run(command
        .args(["diff", STORY, "--base", "Daily Torch"])
        .args(arguments));
    assert_eq!(code, 0, "{error}");
    out
}

#[test]
fn the_first_screen_lists_what_the_base_lacks_and_has_alone() {
    let out = coverage(&[]);
    let at = |words: &str| {
        out.find(words)
            .unwrap_or_else(|| panic!("{words} is not in\n{out}"))
    };
    assert!(at("everything compared with: Daily Torch") < at("Missing from Daily Torch"));
    assert!(at("Missing from Daily Torch") < at("Only in Daily Torch"));
    assert!(out.contains("Dot Pringle"), "{out}");
    let page = coverage(&["--format", "html"]);
    assert!(page.contains("Missing from Daily Torch"));
    assert!(coverage(&["--format", "markdown"]).contains("## Only in Daily Torch"));
}

#[test]
fn every_omission_is_the_base_s_and_every_addition_too() {
    let report: serde_json::Value =
        serde_json::from_str(&coverage(&["--format", "json", "--unproven"])).unwrap();
    let base = report["base"].as_str().unwrap();
    assert_eq!(base, "daily-torch");
    let mut omissions = 0;
    for finding in report["findings"].as_array().unwrap() {
        let articles: Vec<&str> = finding["articles"]
            .as_array()
            .unwrap()
            .iter()
            .map(|a| a.as_str().unwrap())
            .collect();
        match (
            finding["rule"].as_str().unwrap(),
            finding["kind"].as_str().unwrap(),
        ) {
            ("absent" | "only-here", "omission") => {
                assert_eq!(articles, [base], "{finding}");
                let proof = finding["evidence"].as_array().unwrap();
                assert!(
                    proof
                        .iter()
                        .all(|e| !e["sentence"].as_str().unwrap().starts_with(base)),
                    "{finding}"
                );
                omissions += 1;
            }
            ("only-here", kind) => {
                assert_eq!((kind, articles), ("addition", vec![base]), "{finding}")
            }
            _ => {}
        }
    }
    assert!(omissions > 0);
}
