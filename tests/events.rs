//! Several events in one folder: found, listed, and each compared for itself.

mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

fn stories() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories")
}

fn coverage(arguments: &[&str]) -> (String, String, i32) {
    program::run(Command::cargo_bin("coverage").unwrap().args(arguments))
}

/// A folder with the articles of some stories under names that begin as `name` says of the story and its place.
fn folder(only: &[&str], name: impl Fn(&str, usize) -> String) -> TempDir {
    let folder = TempDir::new().unwrap();
    for story in fs::read_dir(stories()).unwrap().map(|s| s.unwrap()) {
        let story_name = story.file_name().into_string().unwrap();
        let articles = story.path().join("articles");
        if !articles.is_dir() || !(only.is_empty() || only.contains(&story_name.as_str())) {
            continue;
        }
        for (at, file) in fs::read_dir(articles).unwrap().enumerate() {
            let file = file.unwrap();
            let own = file.file_name().into_string().unwrap();
            let to = folder
                .path()
                .join(format!("{}{own}", name(&story_name, at)));
            fs::copy(file.path(), to).unwrap();
        }
    }
    folder
}

fn mixed(only: &[&str]) -> TempDir {
    folder(only, |story, _| format!("{story}_"))
}

fn events(folder: &Path) -> Value {
    let (out, err, code) = coverage(&["events", folder.to_str().unwrap(), "--format", "json"]);
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

/// The names of the files of each event, whatever stands before the first "_".
fn groups(events: &Value) -> BTreeSet<BTreeSet<String>> {
    let file = |a: &Value| {
        let path = a["path"].as_str().unwrap();
        path.rsplit(['/', '_']).next().unwrap().to_string()
    };
    let list = |v: &Value| v.as_array().unwrap().clone();
    list(&events["events"])
        .iter()
        .map(|e| list(&e["articles"]).iter().map(file).collect())
        .collect()
}

#[test]
fn a_folder_of_all_stories_is_divided_into_the_stories() {
    let folder = mixed(&[]);
    let found = events(folder.path());
    let mut of_story: BTreeMap<String, usize> = BTreeMap::new();
    for event in found["events"].as_array().unwrap() {
        let articles = event["articles"].as_array().unwrap();
        let story = |a: &Value| {
            let name = a["path"].as_str().unwrap().rsplit('/').next().unwrap();
            name.split('_').next().unwrap().to_string()
        };
        let stories: BTreeSet<String> = articles.iter().map(story).collect();
        assert_eq!(stories.len(), 1, "{event}");
        *of_story
            .entry(stories.first().unwrap().clone())
            .or_default() += articles.len();
        assert!(
            articles
                .iter()
                .all(|a| a["certainty"].as_f64().unwrap() > 0.5),
            "{event}"
        );
    }
    assert_eq!(found["events"].as_array().unwrap().len(), of_story.len());
    assert!(of_story.values().all(|n| *n == 4), "{of_story:?}");
}

#[test]
fn names_and_order_of_files_change_nothing() {
    let one = folder(&[], |_, at| format!("{at}_"));
    let other = folder(&[], |story, at| format!("{}{}_", 9 - at, story.len()));
    assert_eq!(groups(&events(one.path())), groups(&events(other.path())));
}

#[test]
fn people_get_a_list_and_programs_a_line_an_event() {
    let folder = mixed(&["harbor-strike", "ferry-fire"]);
    let path = folder.path().to_str().unwrap();
    let (out, _, code) = coverage(&["events", path]);
    assert_eq!(code, 0);
    assert!(out.starts_with("2 events in 8 articles\n"), "{out}");
    assert!(
        out.contains("2023-03-14") && out.contains("4 articles: "),
        "{out}"
    );
    let (lines, _, _) = coverage(&["events", path, "--format", "jsonl"]);
    assert_eq!(lines.lines().count(), 2);
    let (whole, _, _) = coverage(&["events", path, "--format", "jsonl", "--whole"]);
    assert!(whole.contains("\"text\":"), "{whole}");
    assert_eq!(coverage(&["events", "no-such-folder"]).2, 2);
}

#[test]
fn an_article_alone_is_listed_where_all_are_wanted() {
    let folder = mixed(&["harbor-strike"]);
    let alone = "Bees in the belfry\n\nA swarm of bees moved into the belfry of St Brannoc in Oxmere on Friday, the verger said.\n";
    fs::write(folder.path().join("bees_1.txt"), alone).unwrap();
    let path = folder.path().to_str().unwrap();
    let lines = |more: &[&str]| {
        let (out, ..) = coverage(&[&["events", path, "--format", "jsonl"], more].concat());
        out.lines().count()
    };
    assert_eq!((lines(&[]), lines(&["--all"])), (1, 2));
}

#[test]
fn several_events_are_listed_and_none_is_compared_unasked() {
    let folder = mixed(&["harbor-strike", "ferry-fire"]);
    let path = folder.path().to_str().unwrap();
    let (out, _, code) = coverage(&["diff", path]);
    assert_eq!(code, 0);
    assert!(out.contains("2 events") && out.contains("--event 1") && out.contains("--all-events"));
    let (out, err, code) = coverage(&["diff", path, "--format", "json"]);
    assert_eq!((out.as_str(), code), ("", 2));
    assert!(err.contains("--one-event"), "{err}");
    let (all, _, code) = coverage(&["diff", path, "--format", "json", "--one-event"]);
    let all: Value = serde_json::from_str(&all).unwrap();
    assert_eq!((all["articles"].as_array().unwrap().len(), code), (8, 0));
}

#[test]
fn one_event_of_several_is_compared_as_if_it_stood_alone() {
    let folder = mixed(&["harbor-strike", "ferry-fire"]);
    let alone = mixed(&["harbor-strike"]);
    let report = |folder: &TempDir, more: &[&str]| {
        let path = folder.path().to_str().unwrap();
        let (out, err, code) = coverage(&[&["diff", path, "--format", "json"], more].concat());
        assert_eq!(code, 0, "{err}");
        out.replace(path, "")
    };
    assert_eq!(report(&folder, &["--event", "1"]), report(&alone, &[]));
    let path = folder.path().to_str().unwrap();
    let (_, err, code) = coverage(&["diff", path, "--event", "7"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("--event 7: no such event; choose a number from 1 to 2"),
        "{err}"
    );
}

#[test]
fn an_event_is_called_the_same_in_the_list_and_in_its_comparison() {
    let mixed = mixed(&["council-vote", "harbor-strike"]);
    let path = mixed.path().to_str().unwrap();
    for event in events(mixed.path())["events"].as_array().unwrap() {
        let (number, headline) = (event["id"].to_string(), event["headline"].as_str().unwrap());
        let arguments = ["diff", path, "--event", &number, "--format", "markdown"];
        let (out, err, _) = coverage(&arguments);
        let title = out.lines().find(|line| line.starts_with("# ")).unwrap();
        assert_eq!(title, format!("# {headline}"), "{err}");
    }
}

#[test]
fn every_event_gets_a_page_and_an_index_leads_to_them() {
    let folder = mixed(&["harbor-strike", "ferry-fire"]);
    let out = TempDir::new().unwrap();
    let (path, to) = (
        folder.path().to_str().unwrap(),
        out.path().to_str().unwrap(),
    );
    assert_eq!(coverage(&["diff", path, "--all-events"]).2, 2);
    let (_, err, code) = coverage(&["diff", path, "--all-events", "-o", to]);
    assert_eq!(code, 0, "{err}");
    let index = fs::read_to_string(out.path().join("index.html")).unwrap();
    let pages: Vec<String> = fs::read_dir(out.path())
        .unwrap()
        .map(|f| f.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "index.html")
        .collect();
    assert_eq!(pages.len(), 2);
    assert!(
        pages.iter().all(|page| index.contains(page.as_str())),
        "{index}"
    );
    let (_, err, code) = coverage(&["diff", path, "--all-events", "-o", to]);
    assert_eq!(code, 2);
    assert!(err.contains("--force"), "{err}");
}

#[test]
fn a_folder_of_one_event_is_compared_as_ever() {
    for story in ["harbor-strike", "reef-survey"] {
        let articles = stories().join(story).join("articles");
        let path = articles.to_str().unwrap();
        let as_is = coverage(&["diff", path, "--format", "json"]);
        let told = coverage(&["diff", path, "--format", "json", "--one-event"]);
        assert_eq!(as_is.0, told.0, "{story}");
    }
}

/// A strike and its end eleven days later, each told by two outlets.
const SERIES: [(&str, &str); 4] = [
    (
        "ledger.txt",
        "Pilots of Tarn Ferries walk out over night shifts\n\n2031-03-01\n\nPilots of Tarn Ferries walked out on Saturday in a \
         dispute over night shifts, stopping every sailing between Tarn and the Skerry islands.\n\nThe Pilots' Guild said 140 of \
         its members had joined the walkout at midnight. Its secretary Ada Crane said nobody would go back before the company \
         withdrew the new roster.\n\nTarn Ferries called the strike reckless and said 3,000 passengers were stranded on the \
         islands.\n",
    ),
    (
        "courier.txt",
        "Islands cut off as ferry pilots strike\n\n2031-03-01\n\nThe Skerry islands were cut off on Saturday after pilots of \
         Tarn Ferries began a strike against a new roster of night shifts.\n\nAbout 3,000 passengers were stranded, the company \
         said. Ada Crane, secretary of the Pilots' Guild, said 140 members had walked out at midnight and more would \
         follow.\n\nShops on Skerry ran short of bread and milk.\n",
    ),
    (
        "ledger-later.txt",
        "Ferry pilots end strike after deal on pay for night shifts\n\n2031-03-12\n\nPilots of Tarn Ferries voted on Wednesday \
         to end a strike of eleven days after the company offered a fifth more pay for night shifts.\n\nThe Pilots' Guild said \
         118 members were for the deal and 20 against it. Ada Crane, its secretary, spoke of a good day for the islands.\n\nThe \
         first sailing to Skerry was to leave Tarn on Thursday at six.\n",
    ),
    (
        "courier-later.txt",
        "Sailings to Skerry resume as guild accepts pay deal\n\n2031-03-12\n\nFerries to the Skerry islands will sail again on \
         Thursday after the Pilots' Guild accepted a pay deal by 118 votes to 20.\n\nTarn Ferries will pay a fifth more for night \
         shifts, and pilots return to work after eleven days on strike. Secretary Ada Crane thanked the islanders for their \
         patience.\n",
    ),
];

#[test]
fn a_strike_and_its_end_are_two_events_that_know_each_other() {
    let folder = TempDir::new().unwrap();
    for (name, text) in SERIES {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let found = events(folder.path());
    let of = |key: &str| -> Vec<Value> {
        let events = found["events"].as_array().unwrap();
        events.iter().map(|e| e[key].clone()).collect()
    };
    assert_eq!(of("date"), ["2031-03-01", "2031-03-12"]);
    assert_eq!(
        of("related"),
        [serde_json::json!([2]), serde_json::json!([1])]
    );
    let path = folder.path().to_str().unwrap();
    let (out, err, code) = coverage(&["diff", path, "--format", "json"]);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((report["articles"].as_array().unwrap().len(), code), (4, 0));
    assert!(err.contains("2 related events"), "{err}");
}
