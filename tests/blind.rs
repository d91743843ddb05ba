//! Blind coding: letters by a seed, a key that undoes them, and nothing that tells an outlet.

mod program;

use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

/// Standard output, standard error and exit code of `coverage diff`.
fn diff(arguments: &[&str]) -> (String, String, i32) {
    program::run(
        Command::cargo_bin("coverage")
            .unwrap()
            .arg("diff")
            .args(arguments),
    )
}

/// An event told by three outlets whose texts name outlets, accounts, agencies, writers and addresses.
fn story() -> TempDir {
    let folder = TempDir::new().unwrap();
    let article = |outlet: &str, site: &str, byline: &str, headline: &str, body: &str| {
        format!(
            "---\noutlet: {outlet}\nurl: https://www.{site}.example/news/bridge\nauthor: {byline}\ndate: 2031-03-09\n---\n\
             # {headline}\n\n{body}\n\nThe council told Reuters on Monday that the bridge had cost 40 million crowns and that the \
             ferry would stop in June.\n"
        )
    };
    let files = [
        (
            "quillmonitor.md",
            article(
                "Quill Monitor",
                "quillmonitor",
                "Nell Ashgrove",
                "Bridge opens in Tarn after nine years",
                "TARN (AP) — The new bridge over the Tarn opened on Monday. About 400 people walked across, the Quill \
                 Monitor counted. Follow @QuillMonitor or write to desk@quillmonitor.example.",
            ),
        ),
        (
            "zephyrgazette.md",
            article(
                "Zephyr Gazette",
                "zephyrgazette",
                "Odo Brackenridge",
                "Tarn has its bridge at last",
                "The bridge over the river Tarn was opened on Monday. Some 400 people crossed it, Reuters reported. Odo \
                 Brackenridge was there for the Gazette.",
            ),
        ),
        (
            "ambervoice.md",
            article(
                "Amber Voice",
                "ambervoice",
                "Una Fenwick",
                "Crowds cross the Tarn",
                "People crossed the Tarn on foot on Monday as the new bridge was opened. Pictures: #AmberVoice and \
                 https://ambervoice.example/pictures.",
            ),
        ),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::write(folder.path().join("quillmonitor-empty.txt"), "").unwrap();
    for name in ["quillmonitor.pdf", "ambervoice.pdf"] {
        fs::write(folder.path().join(name), "%PDF-1.4 x").unwrap();
    }
    let misspelt = "[outlets]\n\"zephyrgazete.md\" = \"Zephyr Gazette\"\n";
    fs::write(folder.path().join("coverage.toml"), misspelt).unwrap();
    folder
}

/// What would tell an outlet of the story, in small letters.
const LEAKS: [&str; 12] = [
    "quill",
    "monitor",
    "zephyr",
    "gazette",
    "amber",
    "ashgrove",
    "brackenridge",
    "fenwick",
    "(ap)",
    ".example",
    "nine years",
    "at last",
];

fn assert_tells_nothing(place: &str, text: &str) {
    let text = text.to_lowercase();
    for leak in LEAKS {
        assert!(!text.contains(leak), "{place} tells {leak}: {text}");
    }
}

#[test]
fn nothing_tells_an_outlet_in_any_format_or_message() {
    let folder = story();
    let articles = folder.path().to_str().unwrap();
    for format in ["json", "jsonl", "terminal", "markdown", "html"] {
        let (out, err, code) = diff(&[articles, "--blind", "--all", "--format", format]);
        assert_eq!(code, 0, "{err}");
        let page = out.split("<body").last().unwrap();
        assert_tells_nothing(format, page);
        assert!(err.contains("empty"), "{err}");
        assert_tells_nothing("standard error", &err);
    }
    let tables = folder.path().join("tables");
    let to = tables.to_str().unwrap();
    let (_, err, code) = diff(&[articles, "--blind", "--format", "csv", "-o", to]);
    assert_eq!(code, 0, "{err}");
    for table in fs::read_dir(&tables).unwrap() {
        let path = table.unwrap().path();
        assert_tells_nothing(path.to_str().unwrap(), &fs::read_to_string(&path).unwrap());
    }
}

#[test]
fn an_outlet_may_be_called_like_a_word_of_the_report() {
    let folder = TempDir::new().unwrap();
    for (name, outlet) in [
        ("1.md", "Reason"),
        ("2.md", "The Independent"),
        ("3.md", "Says"),
    ] {
        let text = format!(
            "---\noutlet: {outlet}\ndate: 2031-03-09\n---\n# A bridge opens\n\nThe bridge over the Tarn was opened on Monday. \
             Some 400 people crossed it, for whatever reason they had.\n"
        );
        fs::write(folder.path().join(name), text).unwrap();
    }
    let report = json(&[folder.path().to_str().unwrap(), "--blind"]);
    let ids: Vec<&str> = order_of(&report);
    assert_eq!(ids, ["A", "B", "C"]);
    let fact = &report["facts"][0];
    let cells = fact["cells"].as_object().unwrap();
    assert_eq!(cells.keys().collect::<Vec<_>>(), ["A", "B", "C"]);
    assert!(cells.values().all(|cell| cell == "says"), "{fact}");
}

/// The ids of the articles, in the order of the report.
fn order_of(report: &Value) -> Vec<&str> {
    let articles = report["articles"].as_array().unwrap().iter();
    articles.map(|a| a["id"].as_str().unwrap()).collect()
}

fn json(arguments: &[&str]) -> Value {
    let (out, err, code) = diff(&[arguments, &["--format", "json"]].concat());
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

/// The first words of each article's body by its id, in the order of the report.
fn order(report: &Value) -> Vec<(String, String)> {
    let articles = report["articles"].as_array().unwrap().iter();
    let start = |a: &Value| {
        let sentences = a["sentences"].as_array().unwrap();
        let body = sentences.iter().find(|s| s["kind"] == "body").unwrap();
        body["text"].as_str().unwrap().to_string()
    };
    articles
        .map(|a| (a["id"].as_str().unwrap().to_string(), start(a)))
        .collect()
}

#[test]
fn a_seed_draws_the_letters_and_names_of_files_do_not() {
    let folder = story();
    let articles = folder.path().to_str().unwrap();
    let drawn = |articles: &str, seed: &str| order(&json(&[articles, "--blind", "--seed", seed]));
    let one = drawn(articles, "1");
    let letters: Vec<&str> = one.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(letters, ["A", "B", "C"]);
    assert_eq!(
        one,
        order(&json(&[articles, "--blind"])),
        "1 is the usual seed"
    );
    let others = ["2", "3", "4", "5", "6"].map(|seed| drawn(articles, seed));
    assert!(
        others.iter().any(|other| *other != one),
        "no seed changes a letter"
    );
    let path = |name: &str| folder.path().join(name);
    fs::rename(path("quillmonitor.md"), path("0.md")).unwrap();
    fs::rename(path("ambervoice.md"), path("zz.md")).unwrap();
    assert_eq!(one, drawn(articles, "1"));
}

#[test]
fn a_key_of_its_own_undoes_the_letters() {
    let folder = story();
    let articles = folder.path().to_str().unwrap();
    let key = folder.path().join("key.csv");
    let to = key.to_str().unwrap();
    let (out, err, code) = diff(&[
        articles,
        "--blind",
        "--seed",
        "7",
        "--blind-key",
        to,
        "--format",
        "json",
    ]);
    assert_eq!(code, 0, "{err}");
    let blind: Value = serde_json::from_str(&out).unwrap();
    let table = fs::read_to_string(&key).unwrap();
    let rows: Vec<Vec<&str>> = table.lines().map(|l| l.split(',').collect()).collect();
    assert_eq!(rows[0], ["letter", "outlet", "article_id", "path"]);
    assert_eq!(rows.len(), 4, "{table}");
    for row in &rows[1..] {
        let (_, start) = order(&blind)
            .into_iter()
            .find(|(id, _)| id == row[0])
            .unwrap();
        let text = fs::read_to_string(Path::new(row[3])).unwrap();
        let last_words: Vec<&str> = start.rsplit(' ').take(2).collect();
        assert!(text.contains(last_words[1]), "{row:?}: {start}");
        assert!(text.contains(&format!("outlet: {}", row[1])));
    }
    let (_, err, code) = diff(&[articles, "--blind", "--blind-key", to]);
    assert!(code == 2 && err.contains("--force"), "{err}");
    let (_, err, code) = diff(&[articles, "--blind-key", to]);
    assert!(code == 2 && err.contains("--blind"), "{err}");
}

#[test]
fn what_blinding_empties_is_left_out() {
    let articles = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fixtures/stories/harbor-strike/articles"
    );
    let open = json(&[articles]);
    let blind = json(&[articles, "--blind"]);
    let is_blocks = |text: &Value| {
        let text = text.as_str().unwrap();
        text.contains('█') && !text.chars().any(char::is_alphanumeric)
    };
    let findings = |report: &Value| report["findings"].as_array().unwrap().clone();
    let of_headlines = |report: &Value| {
        let mut findings = findings(report).into_iter();
        findings.any(|f| {
            let evidence = f["evidence"].as_array().unwrap();
            !evidence.is_empty() && evidence.iter().all(|e| is_blocks(&e["text"]))
        })
    };
    assert!(!of_headlines(&blind));
    assert!(findings(&blind).len() <= findings(&open).len());
    for fact in blind["facts"].as_array().unwrap() {
        assert!(!is_blocks(&fact["statement"]), "{fact}");
    }
    let (out, ..) = diff(&[articles, "--blind", "--all"]);
    let is_line_of_blocks = |line: &str| {
        line.contains('█')
            && !line
                .chars()
                .any(|c| c.is_alphanumeric() || "“”…".contains(c))
    };
    assert!(!out.lines().next().is_some_and(is_line_of_blocks), "{out}");
}
