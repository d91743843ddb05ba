//! Every story's first screen as a file a person can read, beside its articles.
//!
//! `COVERAGE_ACCEPT=1 cargo test --test stories` writes them and the run in the README anew; the change is then reviewed as a diff.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;

/// What prints a first screen, for a terminal of the usual width.
const FIRST_SCREEN: [&str; 2] = ["--width", "80"];

/// What stands before the run in the README.
const README_RUN: &str =
    "<!-- run: fixtures/stories/dam-release/expected/first-screen.txt -->\n```\n";

fn stories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories");
    let mut found: Vec<PathBuf> = fs::read_dir(root)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.join("articles").is_dir())
        .collect();
    found.sort();
    found
}

fn output(story: &Path, args: &[&str]) -> String {
    let run = Command::cargo_bin("coverage")
        .unwrap()
        .args(["diff", "articles", "--color", "never"])
        .args(args)
        .current_dir(story)
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn every_first_screen_is_the_accepted_one() {
    let accept = std::env::var_os("COVERAGE_ACCEPT").is_some();
    let mut changed = Vec::new();
    for story in stories() {
        let got = output(&story, &FIRST_SCREEN);
        let file = story.join("expected/first-screen.txt");
        if accept {
            fs::create_dir_all(story.join("expected")).unwrap();
            fs::write(&file, &got).unwrap();
            continue;
        }
        let want = fs::read_to_string(&file).unwrap_or_default();
        if want != got {
            let diff = similar::TextDiff::from_lines(&want, &got);
            changed.push(format!(
                "{}\n{}",
                file.display(),
                diff.unified_diff().context_radius(1)
            ));
        }
    }
    assert!(
        changed.is_empty(),
        "{}\nCOVERAGE_ACCEPT=1 accepts the change",
        changed.join("\n")
    );
}

#[test]
fn the_run_in_the_readme_is_the_accepted_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (before, rest) = readme
        .split_once(README_RUN)
        .expect("the README marks where its run stands");
    let (_, after) = rest
        .split_once("\n```\n")
        .expect("the run in the README ends");
    let story = root.join("fixtures/stories/dam-release");
    let run = output(&story, &FIRST_SCREEN);
    if std::env::var_os("COVERAGE_ACCEPT").is_some() {
        fs::write(
            root.join("README.md"),
            format!("{before}{README_RUN}{}\n```\n{after}", run.trim_end()),
        )
        .unwrap();
        return;
    }
    assert!(
        readme.contains(run.trim_end()),
        "the README shows another run than {run}"
    );
}

#[test]
fn a_users_lexicon_gives_what_was_accepted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lexicon = root.join("fixtures/lexicon/cost-and-relief.toml");
    let args = ["--format", "json", "--lexicon", lexicon.to_str().unwrap()];
    let told = output(&root.join("fixtures/stories/harbor-strike"), &args);
    let report: serde_json::Value = serde_json::from_str(&told).unwrap();
    let mut told = String::new();
    for c in report["categories"].as_array().unwrap() {
        let places: Vec<&str> = c["places"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| p["text"].as_str().unwrap())
            .collect();
        let (name, article) = (c["name"].as_str().unwrap(), c["article"].as_str().unwrap());
        told += &format!(
            "{name} | {article} | {} | {} per 1000 | {}\n",
            c["count"],
            c["per_thousand"],
            places.join("; ")
        );
    }
    told += "\n";
    for f in report["framings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["rule"] == "user-category")
    {
        told += &format!("{}\n", f["note"].as_str().unwrap());
    }
    let kept = root.join("fixtures/lexicon/expected.txt");
    if std::env::var_os("COVERAGE_ACCEPT").is_some() {
        fs::write(&kept, &told).unwrap();
    }
    assert_eq!(told, fs::read_to_string(kept).unwrap());
}
