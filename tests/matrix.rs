//! The matrix that a reader sees is in the report: every format can be rebuilt from the JSON, and no sign is told of the
//! article whose words the row prints.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use news_coverage::model::SentenceId;
use serde_json::Value;

fn stories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories");
    let mut found: Vec<PathBuf> = fs::read_dir(root)
        .unwrap()
        .map(|e| e.unwrap().path().join("articles"))
        .filter(|p| p.is_dir())
        .collect();
    found.sort();
    found
}

fn printed(articles: &Path, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("coverage").unwrap();
    let output = command
        .arg("diff")
        .arg(articles)
        .args(["--color", "never"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn report(articles: &Path) -> Value {
    serde_json::from_str(&printed(articles, &["--format", "json"])).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap()
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

/// The sign of a cell, as the legend explains it.
fn sign(cell: &Value) -> &'static str {
    match cell.as_str().unwrap() {
        "says" => "●",
        "part" => "◐",
        "otherwise" => "≠",
        "absent" => "○",
        "unclear" => "?",
        "not_found" => "·",
        "out_of_scope" => "–",
        other => panic!("no such cell: {other}"),
    }
}

/// The signs of a fact in the order of the columns: the articles of one origin beside each other.
fn signs(report: &Value, fact: &Value) -> Vec<&'static str> {
    let columns = list(report, "origins")
        .iter()
        .flat_map(|o| list(o, "articles"));
    columns
        .map(|article| sign(&fact["cells"][article.as_str().unwrap()]))
        .collect()
}

#[test]
fn the_matrix_in_markdown_is_that_of_the_json() {
    for story in stories() {
        let report = report(&story);
        let markdown = printed(&story, &["--format", "markdown"]);
        let table = markdown
            .lines()
            .skip_while(|l| !l.starts_with("| --- |"))
            .skip(1);
        let rows: Vec<Vec<&str>> = table
            .take_while(|l| l.starts_with('|'))
            .map(|l| l.trim_end_matches(" |").split(" | ").skip(1).collect())
            .collect();
        let rebuilt: Vec<Vec<&str>> = list(&report, "facts")
            .iter()
            .map(|f| signs(&report, f))
            .collect();
        assert_eq!(rows, rebuilt, "{}", story.display());
    }
}

#[test]
fn the_first_screen_of_the_terminal_is_that_of_the_json() {
    let mut rows = 0;
    for story in stories() {
        let report = report(&story);
        let screen = printed(&story, &["--width", "200"]);
        let first: Vec<&Value> = list(&report, "facts")
            .iter()
            .filter(|f| f["first_screen"] == true)
            .collect();
        if first.is_empty() {
            assert!(screen.contains("No fact is certain enough"), "{screen}");
            continue;
        }
        rows += first.len();
        assert!(
            first.len() <= 11,
            "{} rows in {}",
            first.len(),
            story.display()
        );
        let (screen, _) = screen.split_once("\n● says it").unwrap();
        let mut lines = screen.lines();
        for fact in first {
            let opening: String = word(fact, "statement").chars().take(25).collect();
            let opening = format!("[{}] {opening}", word(fact, "id"));
            let row = lines
                .find(|l| l.starts_with(&opening))
                .unwrap_or_else(|| panic!("no row “{opening}”"));
            let cells: Vec<&str> = row
                .split("  ")
                .map(str::trim)
                .filter(|c| c.chars().count() == 1)
                .collect();
            assert_eq!(cells, signs(&report, fact), "{row}");
        }
    }
    assert!(rows > 5, "only {rows} rows in all stories");
}

/// Whether a statement has these words, but for a name in brackets in the place of its subject.
fn is_of(statement: &str, words: &str) -> bool {
    let parts = || {
        let (before, rest) = statement.split_once('[')?;
        Some((before, rest.split_once(']')?.1))
    };
    statement == words
        || parts()
            .is_some_and(|(before, after)| words.starts_with(before) && words.ends_with(after))
}

#[test]
fn the_home_of_a_fact_holds_its_words_and_says_it() {
    for story in stories() {
        let report = report(&story);
        for fact in list(&report, "facts") {
            let (home, article) = (&fact["home"], article_of(&fact["home"]));
            let statement = word(fact, "statement").trim_start_matches("… ");
            assert!(
                is_of(statement, word(home, "text")),
                "{statement} is not of its home"
            );
            assert_eq!(fact["cells"][article], "says", "{}", fact["statement"]);
            let columns = list(&report, "articles").len();
            assert_eq!(
                fact["cells"].as_object().unwrap().len(),
                columns,
                "a cell is missing"
            );
        }
    }
}

/// Whether a value of a discrepancy stands inside these words.
fn holds(words: &Value, value: &Value) -> bool {
    let offset = |v: &Value, key: &str| v[key].as_u64().unwrap();
    let inside = offset(words, "start") <= offset(value, "start")
        && offset(value, "end") <= offset(words, "end");
    words["sentence"] == value["sentence"] && inside
}

fn article_of(place: &Value) -> &str {
    word(place, "sentence").rsplit_once(':').unwrap().0
}

#[test]
fn otherwise_rests_on_two_values_in_the_words_of_the_row_and_of_the_article() {
    let mut seen = 0;
    for story in stories() {
        let report = report(&story);
        for fact in list(&report, "facts") {
            let conflicts = list(&report, "discrepancies")
                .iter()
                .filter(|d| list(fact, "conflicts").contains(&d["id"]));
            let conflicts: Vec<&Value> = conflicts.collect();
            let cells = fact["cells"].as_object().unwrap();
            let otherwise = cells.iter().filter(|(_, cell)| *cell == "otherwise");
            for (article, _) in otherwise {
                let told = list(&fact["support"], article);
                let rests = |d: &&&Value| {
                    let of = |words: &Value| {
                        list(d, "values")
                            .iter()
                            .find(|v| holds(words, v))
                            .map(|v| v["side"].clone())
                    };
                    let here = of(&fact["home"]);
                    here.is_some() && told.iter().filter_map(of).any(|there| Some(there) != here)
                };
                assert!(
                    conflicts.iter().any(|d| rests(&d)),
                    "{article}: {}",
                    fact["statement"]
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 0, "no cell says otherwise");
}

/// The words between quotation marks.
fn quoted(text: &str) -> Vec<&str> {
    let parts = text.split('“').skip(1);
    parts.filter_map(|p| Some(p.split_once('”')?.0)).collect()
}

/// Words as they are compared: no signs, no capitals.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|w| !w.is_empty()).map(str::to_lowercase);
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

#[test]
fn who_says_a_fact_prints_what_it_quotes_and_who_omits_it_does_not_print_it() {
    let (mut quotations, mut omissions) = (0, 0);
    for story in stories() {
        let report = report(&story);
        for fact in list(&report, "facts") {
            for article in list(&report, "articles") {
                let text = plain(word(article, "text"));
                match fact["cells"][word(article, "id")].as_str() {
                    Some("says") => {
                        for words in quoted(word(fact, "statement")) {
                            quotations += 1;
                            assert!(text.contains(&plain(words)), "{words}");
                        }
                    }
                    Some("absent") => {
                        omissions += 1;
                        let sentence = plain(word(&fact["home"], "text"));
                        assert!(!text.contains(&sentence), "{sentence}");
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(
        quotations > 20 && omissions > 50,
        "{quotations}, {omissions}"
    );
}

/// Which articles each sentence of an event is linked to or comes near, by the ids of the report.
fn near(articles: &Path, report: &Value) -> BTreeSet<(String, String)> {
    let options = news_coverage::Options::default();
    let event = news_coverage::event(&[articles.to_path_buf()], &options);
    let alignment = news_coverage::align::event(&event, &options.align);
    let linked = alignment.links.iter().map(|link| (link.a, link.b));
    let id = |sentence: SentenceId| {
        let article = &list(report, "articles")[sentence.article.0 as usize];
        let own = &list(article, "sentences")[sentence.index as usize];
        (word(own, "id").to_string(), word(article, "id").to_string())
    };
    let pairs = linked.chain(alignment.near.iter().copied());
    let both = pairs.flat_map(|(a, b)| [(id(a).0, id(b).1), (id(b).0, id(a).1)]);
    both.collect()
}

#[test]
fn no_article_omits_what_only_another_says_if_a_sentence_of_it_comes_near() {
    let (mut alone, mut unclear) = (0, 0);
    for story in stories() {
        let report = report(&story);
        let near = near(&story, &report);
        let of_one = |fact: &&Value| fact["support"].as_object().unwrap().len() == 1;
        for fact in list(&report, "facts").iter().filter(of_one) {
            let told: Vec<&Value> = fact["support"].as_object().unwrap().values().collect();
            let told: Vec<&str> = told
                .iter()
                .flat_map(|t| t.as_array().unwrap())
                .map(|s| word(s, "sentence"))
                .collect();
            for (article, cell) in fact["cells"].as_object().unwrap() {
                let comes_near = told
                    .iter()
                    .any(|s| near.contains(&(s.to_string(), article.clone())));
                assert!(
                    !comes_near || cell != "absent",
                    "{article} omits {}",
                    fact["statement"]
                );
                unclear += usize::from(comes_near && cell == "unclear");
            }
            alone += 1;
        }
    }
    assert!(alone > 100 && unclear > 20, "{alone}, {unclear}");
}

#[test]
fn what_one_article_says_in_a_word_or_two_or_says_again_is_no_row() {
    let folder = tempfile::TempDir::new().unwrap();
    let article = |opening: &str| {
        format!(
            "{opening} The mayor of Tarn opened the new bridge over the river on Monday morning. Why? How dare you. \
             About 400 people walked across before the first bus came."
        )
    };
    fs::write(folder.path().join("a.txt"), article("Crowds came early.")).unwrap();
    let other = "The new bridge over the river was opened on Monday morning by the mayor of Tarn. Buses run from Tuesday. \
                 Buses run from Tuesday.";
    fs::write(folder.path().join("b.txt"), other).unwrap();
    let report = report(folder.path());
    let statements: Vec<&str> = list(&report, "facts")
        .iter()
        .map(|f| word(f, "statement"))
        .collect();
    assert!(
        statements.iter().any(|s| s.contains("400 people")),
        "{statements:?}"
    );
    let says_nothing = |s: &&str| s.contains("dare") || s.contains("Why");
    assert!(!statements.iter().any(says_nothing), "{statements:?}");
    let buses = statements.iter().filter(|s| s.contains("Buses"));
    assert_eq!(
        buses.count(),
        1,
        "what is printed twice is one row: {statements:?}"
    );
}

#[test]
fn a_row_alone_shows_what_each_article_does_with_it_and_its_sentence() {
    let story = &stories()[0];
    let report = report(story);
    let mut first = list(&report, "facts").iter();
    let fact = first.find(|f| f["first_screen"] == true).unwrap();
    let (id, statement) = (word(fact, "id"), word(fact, "statement"));
    let out = printed(story, &["--finding", id, "--width", "300"]);
    assert!(out.starts_with(&format!("[{id}] {statement}")), "{out}");
    for article in list(&report, "articles") {
        let sign = sign(&fact["cells"][word(article, "id")]);
        let begins = format!("    {sign} {}", word(article, "outlet"));
        assert!(
            out.lines().any(|l| l.starts_with(&begins)),
            "{begins} in {out}"
        );
    }
    let markdown = printed(story, &["--finding", id, "--format", "markdown"]);
    assert!(
        markdown.starts_with(&format!("1. {statement} ({id})")),
        "{markdown}"
    );
    let line = printed(story, &["--finding", id, "--format", "jsonl"]);
    let alone: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(alone["cells"], fact["cells"]);
    let sentences = list(&alone, "sentences");
    assert_eq!(sentences.len(), list(&report, "articles").len());
    let home = word(&fact["home"], "text");
    let has_home = |s: &Value| s["text"].as_str().is_some_and(|t| t.contains(home));
    assert!(sentences.iter().any(has_home), "{line}");
}
