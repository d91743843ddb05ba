//! Every list and every expression of the program is whole, sorted, said to be whose it is, and read.

use std::collections::BTreeSet;

use news_coverage::language::built_in::{self, File};
use news_coverage::language::en;

use crate::source::{program, src};

/// The only list whose order says something: the first rule that fits counts.
const IN_ORDER: [&str; 1] = ["residue.txt"];

/// Files that compile expressions of a user, or of the articles themselves: those come back as errors.
const EXPRESSIONS_OF_OTHERS: [&str; 2] = ["codebook/matcher.rs", "report/blind/names.rs"];

/// Texts in the program that are no lists of English: weights and the codebook, pages and licences.
const OTHER_TEXTS: [&str; 12] = [
    "align/scores.rs",
    "align/vectors/mod.rs",
    "cli/licences.rs",
    "codebook/mod.rs",
    "codebook/records.rs",
    "codebook/terms.rs",
    "compare/utterances/likeness.rs",
    "events/signals.rs",
    "language/en/mod.rs",
    "render/csv/package.rs",
    "render/html/mod.rs",
    "resolve/chains/ranker.rs",
];

#[test]
fn the_register_and_the_folder_name_the_same_files() {
    let registered: BTreeSet<String> = en::ALL.iter().map(|file| file.name.to_string()).collect();
    let folder = std::fs::read_dir(src().join("language/en")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let found: BTreeSet<String> = names.filter(|name| name != "mod.rs").collect();
    assert_eq!(registered, found);
    assert_eq!(registered.len(), en::ALL.len());
}

#[test]
fn every_file_says_what_it_is_where_it_comes_from_and_its_licence() {
    for file in en::ALL {
        let head: Vec<&str> = file
            .text
            .lines()
            .take_while(|l| l.starts_with('#'))
            .collect();
        let head = head.join(" ");
        assert!(
            head.contains("for this project") || head.contains("Made by scripts/"),
            "{}: no origin",
            file.name
        );
        let licences = ["MIT", "WordNet licence", "public domain"];
        assert!(
            licences.iter().any(|licence| head.contains(licence)),
            "{}: no licence",
            file.name
        );
    }
}

#[test]
fn every_list_is_sorted_and_has_nothing_twice() {
    for file in en::ALL.iter().filter(|file| file.name.ends_with(".txt")) {
        let mut seen = BTreeSet::new();
        for block in blocks(file) {
            let words: Vec<&str> = block.iter().map(|entry| word(entry)).collect();
            assert!(
                words.is_sorted() || IN_ORDER.contains(&file.name),
                "{}: {:?} is out of order",
                file.name,
                words.windows(2).find(|pair| pair[0] > pair[1])
            );
            for entry in block {
                assert!(seen.insert(entry), "{}: {entry} stands twice", file.name);
                assert_eq!(entry, entry.trim(), "{}: blanks around {entry}", file.name);
            }
        }
        assert!(!seen.is_empty(), "{} is empty", file.name);
    }
}

/// The entries between two comments or empty lines.
fn blocks(file: &File) -> Vec<Vec<&'static str>> {
    let mut blocks = vec![Vec::new()];
    for line in file.text.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            blocks.push(Vec::new());
        } else {
            blocks.last_mut().unwrap().push(line);
        }
    }
    blocks
}

/// What an entry is about: what stands before its first mark.
fn word(entry: &str) -> &str {
    entry.split([':', '|', ',']).next().unwrap().trim()
}

#[test]
fn every_table_is_well_formed_and_its_sets_are_sorted() {
    for file in en::ALL.iter().filter(|file| file.name.ends_with(".toml")) {
        let table: toml::Table = file.table();
        for (name, value) in &table {
            check(&format!("{}: {name}", file.name), value);
        }
    }
}

/// Sets stand in arrays, or in texts of words in small letters with blanks between them.
fn check(place: &str, value: &toml::Value) {
    match value {
        toml::Value::Table(table) => {
            for (name, value) in table {
                check(&format!("{place}.{name}"), value);
            }
        }
        toml::Value::Array(entries) if !place.starts_with("patterns") => {
            let entries: Vec<&str> = entries.iter().map(|e| e.as_str().unwrap()).collect();
            check_set(place, &entries);
        }
        toml::Value::String(text) if place.starts_with("words") || place.starts_with("venues") => {
            check_set(place, &text.split_whitespace().collect::<Vec<_>>());
        }
        toml::Value::String(text) => assert!(!text.trim().is_empty(), "{place} is empty"),
        _ => {}
    }
}

fn check_set(place: &str, entries: &[&str]) {
    assert!(!entries.is_empty(), "{place} is empty");
    assert!(!entries.contains(&""), "{place} has an empty entry");
    for pair in entries.windows(2) {
        assert!(pair[0] < pair[1], "{place}: {} before {}", pair[0], pair[1]);
    }
}

#[test]
fn every_file_is_asked_for() {
    let code: String = program().into_iter().map(|(_, code)| code).collect();
    let register = &program()
        .into_iter()
        .find(|(name, _)| name == "language/en/mod.rs")
        .unwrap()
        .1;
    for file in en::ALL {
        let line = register
            .lines()
            .find(|line| line.ends_with(&format!(" = \"{}\",", file.name)))
            .unwrap();
        let constant = line.trim().split(' ').next().unwrap();
        assert!(
            code.contains(&format!("en::{constant}")),
            "nothing reads {}",
            file.name
        );
    }
}

#[test]
fn texts_come_into_the_program_by_the_register_alone() {
    for (name, code) in program() {
        let model = name.starts_with("read/");
        assert!(
            !code.contains("include_str!") || model || OTHER_TEXTS.contains(&name.as_str()),
            "{name} includes a text of its own"
        );
    }
}

#[test]
fn expressions_stand_where_this_test_compiles_them() {
    for (name, code) in program() {
        let own = name == "language/built_in.rs" || EXPRESSIONS_OF_OTHERS.contains(&name.as_str());
        let compiles = code.contains("Regex::new") || code.contains("RegexBuilder::new");
        assert!(own || !compiles, "{name} compiles an expression by itself");
        assert!(
            !code.contains("LazyLock<Option"),
            "{name} can go without its expression"
        );
        if code.contains("built_in::pattern") {
            for text in raw_texts(&code) {
                built_in::pattern(text);
            }
        }
    }
}

/// The raw texts of a file: r"…" and r#"…"#.
fn raw_texts(code: &str) -> Vec<&str> {
    let between = |start: &'static str, end: &'static str| {
        let after = code.split(start).skip(1);
        after.map(move |rest| rest.split(end).next().unwrap())
    };
    between("r\"", "\"").chain(between("r#\"", "\"#")).collect()
}
