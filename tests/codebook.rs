//! The codebook: rules are explained with their records, and a user's categories are found like the built-in ones.

use std::path::PathBuf;
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn run(args: &[&str]) -> (bool, String, String) {
    let output = Command::cargo_bin("coverage")
        .unwrap()
        .args(args)
        .current_dir(root())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.success(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn report(args: &[&str]) -> Value {
    let (done, out, trouble) = run(&[&["diff", "--format", "json"], args].concat());
    assert!(done, "{trouble}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn a_kind_lists_its_rules_and_a_measure_is_explained() {
    let (done, out, trouble) = run(&["explain", "omission"]);
    assert!(done, "{trouble}");
    for told in [
        "--only omission",
        "absent",
        "never-mentioned",
        "left-out-of-copy",
    ] {
        assert!(out.contains(told), "{out}");
    }
    assert!(!out.contains("figure-differs"), "{out}");
    for measure in news_coverage::codebook::measures() {
        let (done, out, trouble) = run(&["explain", &measure.name]);
        assert!(done, "{trouble}");
        assert!(out.contains("(`coverage check` measure)"), "{out}");
    }
    let (done, _, trouble) = run(&["explain", "omissions"]);
    assert!(
        !done && trouble.contains("did you mean \"omission\"?"),
        "{trouble}"
    );
}

#[test]
fn findings_are_of_the_kinds_that_their_rules_name() {
    for story in [
        "harbor-strike",
        "dam-release",
        "minister-letter",
        "reef-survey",
    ] {
        let articles = format!("fixtures/stories/{story}/articles");
        let report = report(&[articles.as_str(), "--unproven"]);
        for finding in report["findings"].as_array().unwrap() {
            let rule = finding["rule"].as_str().unwrap();
            let mut rules = news_coverage::codebook::rules().iter();
            let kinds = &rules.find(|r| r.name == rule).unwrap().kinds;
            let kinds = serde_json::to_value(kinds).unwrap();
            assert!(
                kinds.as_array().unwrap().contains(&finding["kind"]),
                "{rule}"
            );
        }
    }
}

#[test]
fn explaining_a_rule_tells_its_record() {
    for rule in news_coverage::codebook::rules() {
        let (done, out, trouble) = run(&["explain", &rule.name]);
        assert!(done, "{trouble}");
        for part in ["Definition: ", "Counter-example: ", "Record: "] {
            assert!(out.contains(part), "{} lacks {part}", rule.name);
        }
    }
    let record = news_coverage::codebook::record("only-here");
    let (_, out, _) = run(&["explain", "only-here"]);
    let told = format!(
        "Record: {} of {} judged findings right, {} more true but trivial, in {} events",
        record.right, record.of, record.trivial, record.events
    );
    let lines: Vec<&str> = out.split_whitespace().collect();
    assert!(lines.join(" ").contains(&told), "{out}");
    let (_, list, _) = run(&["explain"]);
    let line = list
        .lines()
        .find(|l| l.trim_start().starts_with("only-here "))
        .unwrap();
    let columns: Vec<String> = line
        .split_whitespace()
        .skip(1)
        .take(3)
        .map(str::to_string)
        .collect();
    assert_eq!(
        columns,
        [record.right, record.trivial, record.of].map(|n| n.to_string())
    );
}

#[test]
fn the_words_of_a_report_are_explained() {
    for word in [
        "origin",
        "salience",
        "confidence",
        "score",
        "state",
        "says",
        "part",
        "otherwise",
        "unclear",
        "not_found",
        "out_of_scope",
    ] {
        let (done, out, trouble) = run(&["explain", word]);
        assert!(done, "{trouble}");
        assert!(
            out.starts_with(&format!("{word} (term used in reports)\n")),
            "{out}"
        );
        assert!(out.contains("Definition: "), "{out}");
    }
}

#[test]
fn a_framing_is_a_contrast_of_two_sources_with_words_of_both() {
    let report = report(&["fixtures/stories/court-verdict/articles"]);
    let framings = report["framings"].as_array().unwrap();
    assert!(!framings.is_empty());
    for framing in framings {
        let sources = framing["per_source"].as_object().unwrap();
        assert!(sources.len() >= 2, "{framing}");
        for (article, terms) in sources {
            let entry = report["articles"]
                .as_array()
                .unwrap()
                .iter()
                .find(|a| a["id"] == article.as_str())
                .unwrap();
            let text: Vec<char> = entry["text"].as_str().unwrap().chars().collect();
            for term in terms.as_array().unwrap() {
                let range = term["start"].as_u64().unwrap() as usize
                    ..term["end"].as_u64().unwrap() as usize;
                assert_eq!(
                    text[range].iter().collect::<String>(),
                    term["term"].as_str().unwrap()
                );
            }
        }
    }
}

#[test]
fn a_lexicon_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bad.toml");
    std::fs::write(&file, "[[category]]\nname = 'x'\n").unwrap();
    let (done, _, trouble) = run(&[
        "diff",
        "fixtures/stories/harbor-strike/articles",
        "--lexicon",
        file.to_str().unwrap(),
    ]);
    assert!(!done && trouble.contains("bad.toml"), "{trouble}");
}

#[test]
fn a_blind_report_names_no_outlet_in_any_format() {
    let articles = "fixtures/stories/harbor-strike/articles";
    let names = [
        "Torch",
        "Ledger",
        "Radio Six",
        "radiosixcoast",
        "Rick Sable",
        "RICK SABLE",
        "CAVE IN",
        "accept deal",
    ];
    for format in ["json", "jsonl", "terminal", "markdown", "html"] {
        let (done, out, trouble) = run(&["diff", articles, "--blind", "--all", "--format", format]);
        assert!(done, "{trouble}");
        for name in names {
            assert!(!out.contains(name), "{format} names {name}");
        }
    }
}

#[test]
fn a_blind_report_names_no_outlet_in_tables_and_projects() {
    let articles = "fixtures/stories/harbor-strike/articles";
    let names = [
        "Torch",
        "Ledger",
        "Radio Six",
        "radiosixcoast",
        "Northern Wire",
        "Rick Sable",
        "CAVE IN",
        "accept deal",
    ];
    let folder = tempfile::tempdir().unwrap();
    let written = |name: &str, more: &[&str]| -> PathBuf {
        let path = folder.path().join(name);
        let (done, _, trouble) = run(&[
            &["diff", articles, "--blind", "-o", path.to_str().unwrap()],
            more,
        ]
        .concat());
        assert!(done, "{trouble}");
        path
    };
    let tables = written("tables", &["--format", "csv"]);
    let mut texts: Vec<(String, String)> = std::fs::read_dir(tables)
        .unwrap()
        .map(|e| e.unwrap().path())
        .map(|p| {
            (
                p.display().to_string(),
                std::fs::read_to_string(&p).unwrap(),
            )
        })
        .collect();
    assert!(texts.len() > 5, "hardly any tables");
    let mut project =
        zip::ZipArchive::new(std::fs::File::open(written("project.qdpx", &[])).unwrap()).unwrap();
    for at in 0..project.len() {
        let mut part = project.by_index(at).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        texts.push((part.name().unwrap().to_string(), text));
    }
    for (place, text) in &texts {
        for name in names {
            assert!(
                !place.contains(name) && !text.contains(name),
                "{place} names {name}"
            );
        }
    }
}

#[test]
fn offsets_fit_a_blind_report() {
    let report = report(&["fixtures/stories/harbor-strike/articles", "--blind"]);
    for article in report["articles"].as_array().unwrap() {
        let text: Vec<char> = article["text"].as_str().unwrap().chars().collect();
        for sentence in article["sentences"].as_array().unwrap() {
            let (Some(start), Some(end)) = (sentence["start"].as_u64(), sentence["end"].as_u64())
            else {
                continue;
            };
            let slice: String = text[start as usize..end as usize].iter().collect();
            assert_eq!(slice, sentence["text"].as_str().unwrap());
        }
    }
}

#[test]
fn an_example_without_a_word_and_a_counter_example_with_one_are_noted() {
    let folder = tempfile::tempdir().unwrap();
    let lexicon = folder.path().join("cost.toml");
    let own = "[[category]]\nname = \"cost\"\ndefinition = \"What it costs.\"\nstems = [\"expense\"]\n\
               example = \"It was dear.\"\ncounter_example = \"At the expense of others.\"\n";
    std::fs::write(&lexicon, own).unwrap();
    let articles = "fixtures/stories/harbor-strike/articles";
    let (done, _, told) = run(&["diff", articles, "--lexicon", lexicon.to_str().unwrap()]);
    assert!(done, "{told}");
    for note in [
        "note: the example of your category “cost” contains none of its words\n",
        "note: the counter-example of your category “cost” contains “expense”, which will be counted\n",
    ] {
        assert!(told.contains(note), "{told}");
    }
}

#[test]
fn categories_in_the_folders_own_file_count_too() {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(root().join("fixtures/stories/harbor-strike/articles")).unwrap()
    {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let own = "[[lexicon]]\nname = \"machines\"\ndefinition = \"Machines at work.\"\nstems = [\"carrier\", \"machine\"]\n\n\
               [[lexicon]]\nname = \"planets\"\ndefinition = \"Planets.\"\nstems = [\"neptune\"]\n";
    std::fs::write(folder.path().join("coverage.toml"), own).unwrap();
    let (_, _, told) = run(&["diff", "--format", "json", folder.path().to_str().unwrap()]);
    let note = "note: no words from your category “planets” appear in these articles";
    assert!(
        told.contains(note) && !told.contains("“machines”"),
        "{told}"
    );
    let report = report(&[folder.path().to_str().unwrap()]);
    let counts: Vec<u64> = report["categories"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|c| c["name"] == "machines")
        .map(|c| c["count"].as_u64().unwrap())
        .collect();
    assert_eq!(counts.len(), 4);
    assert!(counts.iter().all(|c| *c > 0), "{counts:?}");
}
