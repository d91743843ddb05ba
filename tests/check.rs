//! `coverage check` and `coverage gold` as their users meet them: verdicts, formats, exit codes, messages.

mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

const ON_PURPOSE: &str = "tests/check/fails-on-purpose";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Standard output, standard error and exit code of one run in the project's folder.
fn coverage<S: AsRef<std::ffi::OsStr>>(args: &[S]) -> (String, String, i32) {
    program::run(
        Command::cargo_bin("coverage")
            .unwrap()
            .args(args)
            .current_dir(root()),
    )
}

/// A copy of the fixture that fails on purpose, without what makes it fail.
fn fixture() -> TempDir {
    let folder = TempDir::new().unwrap();
    let at = folder.path().join("clock");
    fs::create_dir_all(at.join("articles")).unwrap();
    for name in [
        "articles/harrow-post.txt",
        "articles/valley-courier.txt",
        "gold.json",
    ] {
        fs::copy(root().join(ON_PURPOSE).join(name), at.join(name)).unwrap();
    }
    folder
}

fn check(folder: &TempDir, args: &[&str]) -> (String, String, i32) {
    let mut all = vec!["check".to_string(), folder.path().display().to_string()];
    all.extend(args.iter().map(|a| a.to_string()));
    coverage(&all)
}

fn write(folder: &TempDir, name: &str, text: &str) {
    fs::write(folder.path().join("clock").join(name), text).unwrap();
}

fn replace(folder: &TempDir, name: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.path().join("clock").join(name)).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    write(folder, name, &text.replace(from, to));
}

/// What a check that must not be usable says.
fn unusable(folder: &TempDir) -> String {
    let (out, err, code) = check(folder, &[]);
    assert_eq!(code, 2, "{out}{err}");
    out + &err
}

#[test]
fn the_projects_own_fixtures_hold() {
    let (out, err, code) = coverage(&["check", "fixtures"]);
    println!("{out}");
    assert_eq!(code, 0, "{out}{err}");
    let stories = fs::read_dir(root().join("fixtures/stories"))
        .unwrap()
        .map(|e| e.unwrap().path());
    for story in stories.filter(|p| p.is_dir()) {
        assert!(
            out.contains(&format!(
                "PASS {}",
                story.strip_prefix(root()).unwrap().display()
            )),
            "{out}"
        );
        assert!(
            story.join("coverage.toml").is_file(),
            "{} has no minimum figures",
            story.display()
        );
    }
}

#[test]
fn a_fixture_that_fails_on_purpose_exits_with_1_and_says_why() {
    let (out, err, code) = coverage(&["check", ON_PURPOSE]);
    assert_eq!(code, 1, "{out}{err}");
    for message in [
        "FAIL tests/check/fails-on-purpose",
        "finding disappeared: Nobody knows what the mayor promised.",
        "coverage.toml:3: not aligned: “Anton Reiss, promised that the town would pay” and “Traders on the square say”",
        "coverage.toml:9: pairs recall is 0.",
        "but must be at least 1.000",
        "1 fixture: 1 failed",
    ] {
        assert!(out.contains(message), "no “{message}” in\n{out}");
    }
}

#[test]
fn errors_lists_what_was_missed_with_the_sentences() {
    let (out, _, _) = coverage(&["check", ON_PURPOSE, "--errors"]);
    let missed = "pairs missed: partial | harrow-post.4 “The mayor, Anton Reiss, promised that the town would pay.” | \
                  valley-courier.3 “Traders on the square say";
    assert!(out.contains(missed), "{out}");
    assert!(
        out.contains("score 0."),
        "the calibration is not shown:\n{out}"
    );
}

#[test]
fn junit_is_well_formed_and_counts_what_fails() {
    let (out, _, code) = coverage(&["check", ON_PURPOSE, "--format", "junit"]);
    assert_eq!(code, 1);
    let document = roxmltree::Document::parse(&out).unwrap();
    let suites = document.root_element();
    let named = |name: &'static str| document.descendants().filter(move |n| n.has_tag_name(name));
    assert_eq!(
        suites.attribute("tests"),
        Some(named("testcase").count().to_string().as_str())
    );
    assert_eq!(
        suites.attribute("failures"),
        Some(named("failure").count().to_string().as_str())
    );
    assert_eq!(named("failure").count(), 3);
    let recall = named("testcase")
        .find(|c| c.attribute("name") == Some("pairs recall at least 1.000"))
        .unwrap();
    assert_eq!(recall.attribute("line"), Some("9"));
    assert!(named("property").any(|p| p.attribute("name") == Some("pairs.f1")));
}

#[test]
fn github_annotates_file_and_line() {
    let (out, _, _) = coverage(&["check", ON_PURPOSE, "--format", "github"]);
    let line = format!(
        "::error file={ON_PURPOSE}/coverage.toml,line=9,title=coverage check {ON_PURPOSE}::pairs recall is"
    );
    assert!(out.lines().any(|l| l.starts_with(&line)), "{out}");
}

#[test]
fn json_and_markdown_hold_state_and_figures() {
    let (out, _, _) = coverage(&["check", ON_PURPOSE, "--format", "json"]);
    let verdict: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(verdict["state"], "fails");
    let figures = verdict["fixtures"][0]["score"]["figures"]
        .as_array()
        .unwrap();
    let pairs = figures.iter().find(|f| f["name"] == "pairs").unwrap();
    assert!(pairs["recall"].as_f64().unwrap() < 1.0);
    let drift = verdict["fixtures"][0]["drift"].as_array().unwrap();
    assert!(
        drift
            .iter()
            .any(|d| d["section"] == "finding" && d["kind"] == "vanished"),
        "{drift:?}"
    );
    let (out, _, _) = coverage(&["check", ON_PURPOSE, "--format", "markdown"]);
    assert!(
        out.contains("| pairs | ") && out.contains("```diff"),
        "{out}"
    );
}

#[test]
fn a_snapshot_is_made_on_demand_and_then_holds() {
    let folder = fixture();
    let at = folder.path().join("clock");
    fs::remove_file(at.join("gold.json")).unwrap();
    // The folder above is enough: whatever holds articles below it gets a snapshot.
    let (_, err, code) = check(&folder, &[]);
    assert_eq!(code, 2, "{err}");
    let (out, err, code) = check(&folder, &["--update"]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("wrote"), "{out}");
    let made = fs::read(at.join("expected.json")).unwrap();
    assert_eq!(check(&folder, &[]).2, 0);
    assert_eq!(check(&folder, &["--update"]).2, 0);
    assert_eq!(fs::read(at.join("expected.json")).unwrap(), made);
    assert_eq!(
        fs::read_dir(&at).unwrap().count(),
        2,
        "a temporary file was left behind"
    );
}

#[test]
fn the_report_itself_is_a_snapshot() {
    let folder = fixture();
    let articles = folder.path().join("clock/articles").display().to_string();
    let (report, _, _) = coverage(&["diff", "--format", "json", &articles]);
    write(&folder, "expected.json", &report);
    let (out, err, code) = check(&folder, &[]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("1 of 1 expectations met"), "{out}");
}

#[test]
fn an_article_that_changed_drifts_and_update_accepts_it() {
    let folder = fixture();
    fs::remove_file(folder.path().join("clock/gold.json")).unwrap();
    coverage(&[
        "check",
        "--update",
        &folder.path().join("clock").display().to_string(),
    ]);
    replace(
        &folder,
        "articles/valley-courier.txt",
        "said the engineer, Petra Lund",
        "said the engineer, Oda Brandt",
    );
    let (out, _, code) = check(&folder, &[]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("~ sentence edited  ("), "{out}");
    assert!(
        out.contains("said the engineer, Petra Lund.”\n      + valley-courier"),
        "{out}"
    );
    assert!(
        out.contains("valley-courier.txt:9)"),
        "the line of the article is not told:\n{out}"
    );
    let (out, _, code) = check(&folder, &["--update"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.contains("note: updated ") && out.contains("expected.json ("),
        "{out}"
    );
    assert_eq!(check(&folder, &[]).2, 0);
}

/// The edit of [`edited_story`]: a file, and words of it before and after.
const EDITED: &str = "coast-courier.txt";
const BEFORE: &str = "three days of record rain";
const AFTER: &str = "four days of steady rain";

/// A copy of a story with a snapshot, and two words of one article changed since.
fn edited_story() -> TempDir {
    let folder = TempDir::new().unwrap();
    let articles = folder.path().join("event/articles");
    fs::create_dir_all(&articles).unwrap();
    for entry in fs::read_dir(root().join("fixtures/stories/dam-release/articles")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, articles.join(path.file_name().unwrap())).unwrap();
    }
    // The folder above is enough.
    let (out, err, code) = check(&folder, &["--update"]);
    assert_eq!(code, 0, "{out}{err}");
    let file = articles.join(EDITED);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(BEFORE), "{text}");
    fs::write(&file, text.replacen(BEFORE, AFTER, 1)).unwrap();
    folder
}

#[test]
fn an_edit_of_two_words_is_one_edited_sentence_and_the_rest_follows() {
    let folder = edited_story();
    let (out, _, code) = check(&folder, &[]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains(": 1 sentence edited"), "{out}");
    assert!(out.contains("only follow"), "{out}");
    assert_eq!(out.matches("sentence edited  (").count(), 1, "{out}");
    assert!(!out.contains("pair appeared"), "{out}");
    // Six lines of a cell that changed with the sentence, for each of two facts.
    assert!(out.lines().count() <= 30, "{out}");
    let (out, ..) = check(&folder, &["--format", "github"]);
    let errors: Vec<&str> = out.lines().filter(|l| l.starts_with("::error")).collect();
    assert!(errors.len() <= 6, "{out}");
    let place = format!("articles/{EDITED},line=");
    assert!(errors.iter().any(|l| l.contains(&place)), "{out}");
    let (out, ..) = check(&folder, &["--format", "json"]);
    let verdict: Value = serde_json::from_str(&out).unwrap();
    let drift = verdict["fixtures"][0]["drift"].as_array().unwrap();
    assert!(drift.iter().any(|d| d["follows"] == true), "{out}");
}

#[test]
fn scores_may_move_as_far_as_tolerance_says() {
    let folder = fixture();
    fs::remove_file(folder.path().join("clock/gold.json")).unwrap();
    let at = folder.path().join("clock");
    coverage(&["check", "--update", &at.display().to_string()]);
    let mut stored: Value =
        serde_json::from_str(&fs::read_to_string(at.join("expected.json")).unwrap()).unwrap();
    let score = stored["alignments"][0]["score"].as_f64().unwrap();
    stored["alignments"][0]["score"] = (score - 0.1).into();
    write(&folder, "expected.json", &stored.to_string());
    let (out, _, code) = check(&folder, &[]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("pair changed"), "{out}");
    assert_eq!(check(&folder, &["--tolerance", "0.2"]).2, 0);
    write(&folder, "coverage.toml", "[check]\ntolerance = 0.2\n");
    assert_eq!(check(&folder, &[]).2, 0);
    assert_eq!(
        check(&folder, &["--tolerance", "0.05"]).2,
        1,
        "the command line goes before the file"
    );
    assert_eq!(check(&folder, &["--tolerance", "7"]).2, 2);
}

#[test]
fn an_edited_article_is_an_error_that_names_the_sentence() {
    let folder = fixture();
    replace(
        &folder,
        "articles/harrow-post.txt",
        "promised that the town would pay",
        "refused to pay",
    );
    let message = unusable(&folder);
    let said = "gold.json is out of date: harrow-post.4 is not in articles/harrow-post.txt: “The mayor, Anton Reiss, \
                promised that the town would pay.”";
    assert!(message.contains(said), "{message}");
    assert!(
        message.contains("the article now says: “The mayor, Anton Reiss, refused to pay.”"),
        "{message}"
    );
    assert!(
        !message.contains("F1   found / in gold"),
        "figures against a stale gold:\n{message}"
    );
}

#[test]
fn text_the_gold_does_not_know_is_told() {
    let folder = fixture();
    replace(
        &folder,
        "articles/harrow-post.txt",
        "The mayor, ",
        "Nobody had wound it since May.\n\nThe mayor, ",
    );
    let (out, err, code) = check(&folder, &[]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("this text is not in gold.json"), "{out}");
    assert!(out.contains("“Nobody had wound it since May.”"), "{out}");
}

#[test]
fn a_missing_article_is_named() {
    let folder = fixture();
    let articles = folder.path().join("clock/articles");
    fs::write(
        articles.join("third-voice.txt"),
        "Clock stops\n\nThe clock of the mill has stopped, it was said on Monday.\n",
    )
    .unwrap();
    fs::remove_file(articles.join("valley-courier.txt")).unwrap();
    let message = unusable(&folder);
    assert!(
        message.contains("gold.json lists articles/valley-courier.txt, which is missing"),
        "{message}"
    );
    assert!(
        message.contains("third-voice.txt is not in gold.json, so it is not scored"),
        "{message}"
    );
}

#[test]
fn a_lost_folder_of_articles_does_not_pass() {
    let folder = fixture();
    fs::remove_dir_all(folder.path().join("clock/articles")).unwrap();
    assert!(unusable(&folder).contains("articles does not exist"));
}

#[test]
fn an_empty_folder_of_articles_says_so() {
    let folder = fixture();
    fs::remove_dir_all(folder.path().join("clock/articles")).unwrap();
    fs::create_dir(folder.path().join("clock/articles")).unwrap();
    assert!(unusable(&folder).contains("at least two readable articles, found 0"));
}

#[test]
fn a_folder_without_fixtures_says_what_one_is() {
    let folder = TempDir::new().unwrap();
    let message = unusable(&folder);
    assert!(
        message.contains("a fixture is a folder with articles/ and expected.json, gold.json or a coverage.toml with [check]"),
        "{message}"
    );
    assert!(unusable_path("no/such/folder").contains("no/such/folder: no such folder"));
    assert!(unusable_path("Cargo.toml").contains("Cargo.toml is not a folder"));
}

fn unusable_path(path: &str) -> String {
    let (out, err, code) = coverage(&["check", path]);
    assert_eq!(code, 2, "{out}{err}");
    out + &err
}

#[test]
fn a_broken_gold_says_where() {
    let folder = fixture();
    replace(
        &folder,
        "gold.json",
        "\"alignment\": [",
        "\"alignment\": [,",
    );
    let message = unusable(&folder);
    assert!(
        message.contains("gold.json:") && message.contains("expected value at line"),
        "{message}"
    );
}

#[test]
fn an_unknown_key_is_named_in_gold_and_settings() {
    let folder = fixture();
    replace(&folder, "gold.json", "\"alignment\": [", "\"alignmnt\": [");
    assert!(unusable(&folder).contains("unknown field `alignmnt`"));
    let folder = fixture();
    write(&folder, "coverage.toml", "[check.minimum]\npears = 0.5\n");
    let message = unusable(&folder);
    assert!(
        message.contains("unknown metric pears; metrics are sentences, text"),
        "{message}"
    );
    write(&folder, "coverage.toml", "[check]\nmust_algin = []\n");
    assert!(unusable(&folder).contains("must_algin"));
}

#[test]
fn a_gold_that_points_nowhere_is_an_error() {
    let folder = fixture();
    replace(
        &folder,
        "gold.json",
        "\"b\": \"valley-courier.3\", \"label\"",
        "\"b\": \"valley-courier.33\", \"label\"",
    );
    assert!(unusable(&folder).contains("alignment refers to valley-courier.33"));
}

#[test]
fn a_broken_snapshot_is_an_error() {
    let folder = fixture();
    write(&folder, "expected.json", "{\"articles\": [}");
    let message = unusable(&folder);
    assert!(
        message.contains("expected.json:1: not valid JSON") && message.contains("--update"),
        "{message}"
    );
}

#[test]
fn quoted_sentences_that_nobody_has_are_errors() {
    let folder = fixture();
    write(
        &folder,
        "coverage.toml",
        "[check]\nmust_align = [[\"the main spring\", \"the moon is round\"]]\n",
    );
    assert!(unusable(&folder).contains("no article contains “the moon is round”"));
    write(
        &folder,
        "coverage.toml",
        "[check]\nmust_align = [[\"the main spring\", \"The mayor, Anton Reiss\"]]\n",
    );
    assert!(unusable(&folder).contains("both sentences are in the same article"));
}

#[test]
fn a_pair_that_must_not_be_aligned_fails_with_its_score() {
    let folder = fixture();
    let pair = "[\"stopped at ten past four\", \"at ten past four on Monday afternoon\"]";
    write(
        &folder,
        "coverage.toml",
        &format!("[check]\nmust_not_align = [{pair}]\n"),
    );
    let (out, _, code) = check(&folder, &[]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("coverage.toml:2: aligned at "), "{out}");
    write(
        &folder,
        "coverage.toml",
        &format!("[check]\nmust_align = [{pair}]\n"),
    );
    assert_eq!(check(&folder, &[]).2, 0);
}

#[test]
fn an_error_may_have_a_maximum() {
    let folder = fixture();
    write(
        &folder,
        "coverage.toml",
        "[check.maximum]\ncalibration_error = 0.0\n",
    );
    let (out, _, code) = check(&folder, &[]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("but must be at most 0.000"), "{out}");
    write(&folder, "coverage.toml", "[check.minimum]\nvia = 0.5\n");
    assert!(unusable(&folder).contains("gold.json has no answers to measure it with"));
}

#[test]
fn pairs_can_be_asked_for_without_gold_or_snapshot_but_figures_cannot() {
    let folder = fixture();
    fs::remove_file(folder.path().join("clock/gold.json")).unwrap();
    let pair = "[\"stopped at ten past four\", \"at ten past four on Monday afternoon\"]";
    write(
        &folder,
        "coverage.toml",
        &format!("[check]\nmust_align = [{pair}]\n"),
    );
    let (out, err, code) = check(&folder, &[]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("1 of 1 expectations met"), "{out}");
    write(&folder, "coverage.toml", "[check.minimum]\npairs = 0.5\n");
    let message = unusable(&folder);
    assert!(
        message.contains(
            "coverage.toml:2: coverage.toml sets a threshold for pairs, but there is no gold.json"
        ),
        "{message}"
    );
}

#[test]
fn the_settings_of_a_fixture_reach_its_report() {
    let folder = fixture();
    let settings = "[outlets]\n\"articles/harrow-post.txt\" = \"The Post of Harrow\"\n";
    write(&folder, "coverage.toml", settings);
    let at = folder.path().join("clock");
    coverage(&["check", "--update", &at.display().to_string()]);
    let stored = fs::read_to_string(at.join("expected.json")).unwrap();
    assert!(stored.contains("The Post of Harrow"), "{stored}");
    write(
        &folder,
        "coverage.toml",
        "[outlet]\n\"harrow-post.txt\" = \"x\"\n",
    );
    assert!(unusable(&folder).contains("unknown field `outlet`"));
}

/// Two fixtures that fail and one that holds.
fn three() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, minimum) in [("a", "1.0"), ("b", "0.1"), ("c", "1.0")] {
        let at = folder.path().join("deep").join(name);
        fs::create_dir_all(at.join("articles")).unwrap();
        for file in [
            "articles/harrow-post.txt",
            "articles/valley-courier.txt",
            "gold.json",
        ] {
            fs::copy(root().join(ON_PURPOSE).join(file), at.join(file)).unwrap();
        }
        fs::write(
            at.join("coverage.toml"),
            format!("[check.minimum]\npairs = {minimum}\n"),
        )
        .unwrap();
    }
    folder
}

#[test]
fn fixtures_are_found_below_and_filtered_and_may_stop_at_the_first() {
    let folder = three();
    let (out, _, code) = check(&folder, &[]);
    assert_eq!(code, 1, "{out}");
    assert!(
        out.contains("3 fixtures: 1 passed, 2 failed") && out.contains("mean over fixtures"),
        "{out}"
    );
    let (out, _, code) = check(&folder, &["--filter", "deep/b"]);
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("1 fixture: 1 passed"), "{out}");
    let (out, _, code) = check(&folder, &["--fail-fast"]);
    assert_eq!(code, 1);
    assert!(out.contains("1 fixture: 1 failed, 2 skipped"), "{out}");
    let (_, err, code) = check(&folder, &["--filter", "zebra"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("none of the 3 fixtures has “zebra” in its path"),
        "{err}"
    );
}

#[test]
fn what_cannot_be_used_weighs_more_than_what_fails() {
    let folder = three();
    fs::write(folder.path().join("deep/b/gold.json"), "{}").unwrap();
    let (out, _, code) = check(&folder, &[]);
    assert_eq!(code, 2, "{out}");
    assert!(out.contains("3 fixtures: 2 failed, 1 error"), "{out}");
}

#[test]
fn words_of_articles_stay_words_in_every_format() {
    let folder = fixture();
    let nasty = "\u{1b}[31mNobody ::error::had <b>wound</b> & `mended` it since May | 100%.";
    replace(
        &folder,
        "articles/harrow-post.txt",
        "The mayor, ",
        &format!("{nasty}\n\nThe mayor, "),
    );
    for format in ["human", "json", "junit", "github", "markdown"] {
        let (out, err, code) = check(&folder, &["--format", format]);
        assert_eq!(code, 0, "{out}{err}");
        assert!(!out.contains('\u{1b}'), "{format}: {out}");
        match format {
            "junit" => assert!(roxmltree::Document::parse(&out).is_ok(), "{out}"),
            "github" => assert!(!out.lines().any(|l| l.starts_with("::error")), "{out}"),
            "markdown" => assert!(!out.contains("<b>"), "{out}"),
            _ => {}
        }
    }
}

#[test]
fn two_coders_are_compared_and_their_common_answers_are_the_gold() {
    let folder = fixture();
    let mut gold: Value =
        serde_json::from_str(&fs::read_to_string(folder.path().join("clock/gold.json")).unwrap())
            .unwrap();
    let pairs = gold.as_object_mut().unwrap().remove("alignment").unwrap();
    let first = pairs.as_array().unwrap()[..4].to_vec();
    let second = pairs.as_array().unwrap()[1..].to_vec();
    gold["coders"] = serde_json::json!({
        "ak": {"alignment": first, "facts": {"f1": ["harrow-post", "valley-courier"], "f3": ["valley-courier"]}},
        "bn": {"alignment": second, "facts": {"f1": ["harrow-post"], "f3": ["valley-courier"]}},
    });
    write(&folder, "gold.json", &gold.to_string());
    let (out, err, code) = check(&folder, &["--format", "json"]);
    assert_eq!(code, 0, "{out}{err}");
    let verdict: Value = serde_json::from_str(&out).unwrap();
    let figures = verdict["fixtures"][0]["score"]["figures"]
        .as_array()
        .unwrap();
    let figure = |name: &str| {
        figures
            .iter()
            .find(|f| f["name"] == name)
            .unwrap_or_else(|| panic!("no {name}"))
            .clone()
    };
    assert_eq!(figure("pairs")["gold"], 3, "pairs that both have");
    let alpha = figure("coders_pairs_alpha")["value"].as_f64().unwrap();
    assert!(alpha > 0.3 && alpha < 0.9, "{alpha}");
    // Four cells, one disagreement: observed 2 of 8, expected 2·6·2 of 8·7, alpha = 1 − 7·2/24.
    let cells = figure("coders_cells_alpha");
    assert_eq!(cells["gold"], 4);
    assert!(
        (cells["value"].as_f64().unwrap() - (1.0 - 7.0 * 2.0 / 30.0)).abs() < 1e-9,
        "{cells}"
    );
}

#[test]
fn a_draft_agrees_with_the_report_it_was_made_from() {
    let folder = TempDir::new().unwrap();
    let story = folder.path().join("story");
    fs::create_dir_all(story.join("articles")).unwrap();
    for entry in fs::read_dir(root().join("fixtures/stories/dam-release/articles")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(
            &path,
            story.join("articles").join(path.file_name().unwrap()),
        )
        .unwrap();
    }
    let at = story.display().to_string();
    let (out, err, code) = coverage(&["gold", &at, "--near", "3"]);
    assert_eq!(code, 0, "{out}{err}");
    let near: Vec<f64> = out
        .lines()
        .filter_map(|l| l.split("  ").next()?.parse().ok())
        .collect();
    assert_eq!(near.len(), 3, "{out}");
    assert!(out.contains("Pairs worth a second look"), "{out}");
    let full = [
        "pairs",
        "equivalents",
        "direct_quotes",
        "facts",
        "cells",
        "sentences",
    ];
    let minimum: String = full.iter().map(|f| format!("{f} = 1.0\n")).collect();
    fs::write(
        story.join("coverage.toml"),
        format!("[check.minimum]\n{minimum}"),
    )
    .unwrap();
    let (out, err, code) = coverage(&["check", &at]);
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn hand_made_answers_are_not_written_over() {
    let folder = fixture();
    let at = folder.path().join("clock");
    let before = fs::read(at.join("gold.json")).unwrap();
    let (_, err, code) = coverage(&["gold", &at.display().to_string()]);
    assert_eq!(code, 2);
    assert!(
        err.contains("may contain hand-coded answers; add --force to overwrite it"),
        "{err}"
    );
    assert_eq!(fs::read(at.join("gold.json")).unwrap(), before);
    assert_eq!(
        coverage(&["gold", "--force", &at.display().to_string()]).2,
        0
    );
    assert_ne!(fs::read(at.join("gold.json")).unwrap(), before);
    let (_, err, code) = coverage(&["gold", &Path::new("tests").display().to_string()]);
    assert_eq!(code, 2);
    assert!(err.contains("tests/articles does not exist"), "{err}");
}

#[test]
fn a_model_that_cannot_be_read_is_named_wherever_it_is_asked_for() {
    let folder = fixture();
    let (at, empty) = (folder.path().join("clock"), TempDir::new().unwrap());
    let (at, model) = (at.display().to_string(), empty.path().display().to_string());
    for command in [&["check"][..], &["gold", "--force"]] {
        let (_, err, code) = coverage(&[command, &[&at, "--model", &model]].concat());
        assert_eq!(code, 2);
        assert!(err.contains("config.json; a model folder needs"), "{err}");
    }
    fs::write(
        folder.path().join("clock/coverage.toml"),
        "[align]\nmodel = \"nowhere\"\n",
    )
    .unwrap();
    let (out, err, code) = coverage(&["check", &at]);
    assert_eq!(code, 2, "{out}{err}");
    assert!(
        out.contains("coverage.toml:1")
            && out.contains("cannot read")
            && out.contains("nowhere/config.json"),
        "{out}{err}"
    );
}
