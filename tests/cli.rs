//! The binary as a user meets it: exit codes, standard output and standard error.

mod program;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use assert_cmd::cargo::CommandCargoExt;
use program::run;
use tempfile::TempDir;

fn coverage() -> Command {
    Command::cargo_bin("coverage").unwrap()
}

fn story(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/stories")
        .join(name)
        .join("articles")
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

const ONE: &[u8] =
    b"Bridge opens in Tarn\n\nThe new bridge over the Tarn opened on Monday. About 400 people walked across.\n";
const TWO: &[u8] =
    b"Tarn has its bridge\n\nThe bridge over the river Tarn was opened on Monday. Some 400 people crossed it.\n";

#[test]
fn a_comparison_goes_to_standard_output_with_exit_code_0() {
    let (out, err, code) = run(coverage().arg("diff").arg(story("harbor-strike")));
    assert_eq!(code, 0, "{err}");
    assert!(!out.is_empty());
    assert!(
        !out.contains('\u{1b}'),
        "colour although standard output is no terminal"
    );
}

#[test]
fn a_quote_that_articles_give_to_two_speakers_is_headed_by_both() {
    for format in ["terminal", "markdown", "html"] {
        let mut command = coverage();
        command.args(["diff", "--all", "--format", format]);
        let output = command.arg(story("harbor-strike")).output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        let speakers = "Marta Quill or Joss Varley";
        assert!(out.contains(speakers), "not in {format}: {speakers}");
    }
}

#[test]
fn what_the_articles_refute_is_listed_with_the_sentence_that_does() {
    let told = |arguments: &[&str]| {
        let mut command = coverage();
        command.arg("diff").arg(story("harbor-strike"));
        let (out, err, code) = run(command.args(["--format", "json"]).args(arguments));
        assert_eq!(code, 0, "{err}");
        serde_json::from_str::<serde_json::Value>(&out).unwrap()
    };
    assert!(told(&[]).get("rejected").is_none());
    let report = told(&["--explain-rejected"]);
    let rejected = report["rejected"].as_array().unwrap();
    assert!(!rejected.is_empty());
    for claim in rejected {
        let (article, by) = (&claim["article"], claim["refuted_by"].as_str().unwrap());
        let Some(place) = claim["place"].as_object() else {
            assert_eq!(by, "out_of_scope", "{claim}");
            continue;
        };
        assert!(
            ["linked", "named", "quoted", "worded"].contains(&by),
            "{claim}"
        );
        let sentence = place["sentence"].as_str().unwrap();
        assert_eq!(sentence.split(':').next(), article.as_str(), "{claim}");
        assert_ne!(claim["home"]["sentence"], place["sentence"], "{claim}");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let once = || {
        run(coverage()
            .args(["diff", "--format", "json"])
            .arg(story("harbor-strike")))
        .0
    };
    assert_eq!(once(), once());
}

#[test]
fn the_number_of_threads_does_not_change_the_bytes() {
    let with = |threads: &str| {
        let mut command = coverage();
        command
            .args(["diff", "--format", "json"])
            .arg(story("dam-release"))
            .env("RAYON_NUM_THREADS", threads);
        run(&mut command).0
    };
    assert_eq!(with("1"), with("4"));
}

#[test]
fn wrong_use_exits_with_2_and_says_what_to_do() {
    let (out, err, code) = run(coverage().arg("dif"));
    assert_eq!((out.as_str(), code), ("", 2));
    assert!(err.contains("diff"), "{err}");
}

#[test]
fn a_path_that_does_not_exist_is_named_and_exits_with_2() {
    let (_, err, code) = run(coverage().args(["diff", "no-such-folder"]));
    assert_eq!(code, 2);
    assert!(err.contains("no-such-folder"), "{err}");
}

#[test]
fn one_article_is_too_few_and_says_so() {
    let folder = folder(&[("one.txt", ONE)]);
    let (_, err, code) = run(coverage().arg("diff").arg(folder.path()));
    assert_eq!(code, 2);
    assert!(err.contains("at least two"), "{err}");
}

#[test]
fn an_empty_file_is_a_diagnostic_and_the_rest_goes_on() {
    let folder = folder(&[("a.txt", ONE), ("b.txt", TWO), ("empty.txt", b"")]);
    let (out, err, code) = run(coverage()
        .args(["diff", "--format", "json"])
        .arg(folder.path()));
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("empty.txt"), "{err}");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["articles"].as_array().unwrap().len(), 2);
    assert!(report["diagnostics"].to_string().contains("empty.txt"));
}

#[test]
fn files_that_name_nobody_are_numbered_with_a_legend_in_every_page() {
    let folder = folder(&[("000_355cc0f550f8ce54.txt", ONE), ("17.txt", TWO)]);
    let with = |arguments: &[&str]| run(coverage().arg("diff").arg(folder.path()).args(arguments));
    for format in ["terminal", "markdown", "html"] {
        let (out, err, code) = with(&["--format", format]);
        assert_eq!(code, 0, "{err}");
        let out = out.replace("\\_", "_");
        for told in [
            "article 000",
            "article 17",
            "000_355cc0f550f8ce54.txt",
            "17.txt",
        ] {
            assert!(out.contains(told), "no “{told}” in {format}");
        }
        assert!(
            !out.contains("000_355cc0f550f8ce54 "),
            "a digest is the name of an outlet in {format}"
        );
    }
    let report: serde_json::Value = serde_json::from_str(&with(&["--format", "json"]).0).unwrap();
    let heads: Vec<[&str; 3]> = report["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| ["id", "outlet", "masthead"].map(|key| a[key].as_str().unwrap()))
        .collect();
    assert_eq!(
        heads[0],
        [
            "000-355cc0f550f8ce54",
            "article 000",
            "000_355cc0f550f8ce54"
        ]
    );
    assert_eq!(heads[1], ["17", "article 17", "17"]);
    let told = |base: &str| with(&["--format", "jsonl", "--base", base]);
    let (by_name, err, code) = told("Article 000");
    assert_eq!(code, 0, "{err}");
    for base in ["000_355cc0f550f8ce54", "000-355cc0f550f8ce54"] {
        assert_eq!(told(base).0, by_name, "{base}");
    }
    assert!(
        told("article 18")
            .1
            .contains("(outlets: article 000, article 17)")
    );
}

#[test]
fn two_articles_of_one_outlet_are_told_apart_in_every_sentence() {
    let article = |day: &str, text: &[u8]| {
        let head = format!("---\noutlet: Bay Courier\ndate: 2031-03-{day}\n---\n");
        [head.as_bytes(), text].concat()
    };
    let folder = folder(&[
        ("one.md", &article("09", ONE)),
        ("two.md", &article("12", TWO)),
    ]);
    let (out, err, code) = run(coverage().arg("diff").arg(folder.path()));
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("no shared copy found: Bay Courier (9 Mar), Bay Courier (12 Mar)"),
        "{out}"
    );
    let words: Vec<&str> = out.split_whitespace().collect();
    let is_named = words.join(" ").contains("Bay Courier (12 Mar) = two.md");
    assert!(is_named, "{out}");
    let (blind, ..) = run(coverage()
        .arg("diff")
        .arg(folder.path())
        .args(["--blind", "--all"]));
    assert!(
        !blind.contains("Bay Courier") && !blind.contains("Courier ("),
        "{blind}"
    );
    for base in ["bay courier (12 mar)", "Bay Courier", "two"] {
        let (_, err, code) = run(coverage()
            .arg("diff")
            .arg(folder.path())
            .args(["--base", base]));
        assert_eq!(code, 0, "{err}");
    }
}

#[test]
fn broken_bytes_never_fail_a_run() {
    let folder = folder(&[
        ("a.txt", ONE),
        ("b.txt", TWO),
        ("c.json", b"{\"title\": \"x\""),
        ("d.txt", &[0, 159, 146, 150]),
    ]);
    let (_, err, code) = run(coverage()
        .args(["diff", "--format", "json"])
        .arg(folder.path()));
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("c.json"), "{err}");
}

#[test]
fn a_closed_pipe_is_success() {
    let mut child = coverage()
        .args(["diff", "--format", "json"])
        .arg(story("harbor-strike"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn inspect_prints_articles_and_quotes_and_leaves_the_rest_empty() {
    let folder = folder(&[("one.txt", ONE)]);
    let (out, err, code) = run(coverage()
        .args(["inspect", "--format", "json"])
        .arg(folder.path().join("one.txt")));
    assert_eq!(code, 0, "{err}");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["articles"].as_array().unwrap().len(), 1);
    for key in [
        "alignments",
        "passages",
        "facts",
        "discrepancies",
        "utterances",
        "framings",
        "findings",
    ] {
        assert_eq!(report[key].as_array().map(Vec::len), Some(0), "{key}");
    }
}

#[test]
fn a_sentence_is_the_slice_of_the_text_at_its_code_points() {
    let (out, _, _) = run(coverage()
        .args(["diff", "--format", "json"])
        .arg(story("harbor-strike")));
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let mut seen = 0;
    for article in report["articles"].as_array().unwrap() {
        let text: Vec<char> = article["text"].as_str().unwrap().chars().collect();
        for sentence in article["sentences"].as_array().unwrap() {
            let (Some(start), Some(end)) = (sentence["start"].as_u64(), sentence["end"].as_u64())
            else {
                continue;
            };
            let slice: String = text[start as usize..end as usize].iter().collect();
            assert_eq!(slice, sentence["text"].as_str().unwrap());
            seen += 1;
        }
    }
    assert!(seen > 20);
}

#[test]
fn the_licences_of_the_program_and_of_the_model_are_printed() {
    let (licences, _, code) = run(coverage().arg("licences"));
    assert_eq!(code, 0);
    for holder in [
        "the coverage authors",
        "ExplosionAI",
        "OntoNotes 5",
        "Princeton University",
    ] {
        assert!(licences.contains(holder), "{holder}");
    }
}

#[test]
fn the_schema_describes_every_key_of_the_report() {
    let (schema, _, code) = run(coverage().arg("schema"));
    assert_eq!(code, 0);
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    assert!(schema["$schema"].as_str().unwrap().contains("2020-12"));
    let (out, _, _) = run(coverage()
        .args(["diff", "--format", "json"])
        .arg(story("harbor-strike")));
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    for key in report.as_object().unwrap().keys() {
        assert!(
            schema["properties"].get(key).is_some(),
            "{key} is not in the schema"
        );
    }
}

#[test]
fn help_gives_examples() {
    let (out, _, code) = run(coverage().arg("--help"));
    assert_eq!(code, 0);
    assert!(out.contains("coverage diff"), "{out}");
}

#[test]
fn the_longer_name_is_the_same_program_and_speaks_its_name() {
    let folder = folder(&[("one.txt", ONE), ("two.txt", TWO)]);
    let path = folder.path().to_str().unwrap();
    let run =
        |name: &str, arguments: &[&str]| run(Command::cargo_bin(name).unwrap().args(arguments));
    assert_eq!(
        run("news-coverage", &["diff", path]),
        run("coverage", &["diff", path])
    );
    for arguments in [
        ["help", "diff"],
        ["events", "--help"],
        ["completions", "bash"],
    ] {
        let (out, err, code) = run("news-coverage", &arguments);
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("news-coverage"), "{out}");
        let others = out
            .replace("news-coverage", "")
            .replace("coverage.toml", "");
        assert!(!others.contains(" coverage "), "{others}");
        let (out, ..) = run("coverage", &arguments);
        assert!(!out.contains("news-coverage"), "{out}");
    }
    let (_, err, _) = run("news-coverage", &["diff", "/nowhere/at-all"]);
    assert!(err.contains("news-coverage: "), "{err}");
}
