//! Every format of a report: what stands in it, and that no article can make it do anything.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use tempfile::TempDir;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
}

fn coverage(arguments: &[&str]) -> (Vec<u8>, String, i32) {
    let output = Command::cargo_bin("coverage")
        .unwrap()
        .args(arguments)
        .output()
        .unwrap();
    (
        output.stdout,
        String::from_utf8(output.stderr).unwrap(),
        output.status.code().unwrap(),
    )
}

/// What a format prints of a folder of articles.
fn printed(articles: &Path, arguments: &[&str]) -> String {
    let (out, err, code) = coverage(&[&["diff", articles.to_str().unwrap()], arguments].concat());
    assert_eq!(code, 0, "{err}");
    String::from_utf8(out).unwrap()
}

/// What a format writes into a folder, by file name.
fn written(articles: &Path, arguments: &[&str], name: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let target = folder.path().join(name);
    let all = [
        &[
            "diff",
            articles.to_str().unwrap(),
            "-o",
            target.to_str().unwrap(),
        ],
        arguments,
    ]
    .concat();
    let (_, err, code) = coverage(&all);
    assert_eq!(code, 0, "{err}");
    (folder, target)
}

fn story() -> PathBuf {
    fixture("stories/harbor-strike/articles")
}

fn hostile() -> PathBuf {
    fixture("hostile")
}

/// Characters that would steer a terminal or reorder a line (line breaks are none).
fn steering(text: &str) -> Vec<char> {
    let steers = |c: &char| {
        (c.is_control() && !matches!(c, '\n' | '\r'))
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().filter(steers).collect()
}

#[test]
fn nothing_an_article_holds_steers_a_terminal() {
    for arguments in [
        &["--all"][..],
        &["--all", "--width", "40"],
        &["--all", "--width", "300"],
        &["--format", "markdown"],
        &["--format", "html"],
    ] {
        assert_eq!(
            steering(&printed(&hostile(), arguments)),
            Vec::<char>::new(),
            "{arguments:?}"
        );
    }
    let (_, err, _) = coverage(&["diff", hostile().to_str().unwrap()]);
    assert_eq!(steering(&err), Vec::<char>::new());
}

#[test]
fn json_escapes_what_steers_and_reads_back() {
    for format in ["json", "jsonl"] {
        let out = printed(&hostile(), &["--format", format]);
        assert!(
            !out.contains('\u{1b}') && !out.contains('\u{7}'),
            "{format}"
        );
        let lines: Vec<&str> = if format == "json" {
            vec![out.as_str()]
        } else {
            out.lines().collect()
        };
        assert!(!lines.is_empty());
        for line in lines {
            serde_json::from_str::<Value>(line).unwrap();
        }
    }
}

#[test]
fn a_page_has_one_script_and_a_policy_that_allows_no_other() {
    let page = printed(&hostile(), &["--format", "html"]);
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</script").count(), 1);
    assert!(
        page.contains("default-src &#x27;none&#x27;") || page.contains("default-src 'none'"),
        "no policy"
    );
    for loading in [
        "<img",
        "<iframe",
        "<link",
        "<object",
        "http-equiv=\"refresh\"",
        " style=\"",
    ] {
        assert!(!page.contains(loading), "{loading}");
    }
    assert!(!page.contains("href=\"java"));
}

#[test]
fn a_page_of_five_articles_stays_below_a_megabyte() {
    let page = printed(&story(), &["--format", "html"]);
    assert!(
        page.len() < 600_000,
        "{} bytes for four articles",
        page.len()
    );
}

#[test]
fn markdown_shows_words_and_never_markup_of_an_article() {
    let out = printed(&hostile(), &["--format", "markdown"]);
    let (mark, out) = out.split_once('\n').unwrap();
    assert_eq!(
        mark,
        concat!("<!-- Made by coverage ", env!("CARGO_PKG_VERSION"), " -->")
    );
    let mut bare = String::new();
    let mut characters = out.chars();
    while let Some(c) = characters.next() {
        if c == '\\' {
            characters.next();
        } else {
            bare.push(c)
        }
    }
    for markup in ["<", "](", "](javascript", "\n=HYPER", "http://"] {
        assert!(!bare.contains(markup), "{markup} in {bare}");
    }
}

#[test]
fn markdown_tables_have_as_many_cells_in_every_row() {
    for articles in [story(), hostile()] {
        let out = printed(&articles, &["--format", "markdown"]);
        let cells = |line: &str| line.replace("\\|", "").matches('|').count();
        let rows: Vec<usize> = out
            .lines()
            .filter(|l| l.starts_with('|'))
            .map(cells)
            .collect();
        assert!(rows.len() > 2);
        assert!(rows.iter().all(|n| *n == rows[0]), "{rows:?}");
    }
}

/// Two tellings with so many facts that a comment cannot hold them all.
fn long_story() -> TempDir {
    let folder = TempDir::new().unwrap();
    let things = [
        "bridge", "ferry", "school", "market", "library", "harbour", "station", "theatre", "clinic",
    ];
    for (name, verb) in [("lamp.txt", "opened"), ("torch.txt", "closed")] {
        let mut text = format!("What {verb} in Tarn\n\n");
        for i in 1..=520 {
            let thing = things[i % things.len()];
            let year = 1900 + i;
            text.push_str(&format!(
                "The {thing} number {i} of Tarn {verb} in {year} after {} people had waited {} days for the council.\n\n",
                i * 7,
                i * 3
            ));
        }
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn markdown_fits_a_comment_and_says_what_it_left_out() {
    let folder = long_story();
    let out = printed(folder.path(), &["--format", "markdown", "--one-event"]);
    let whole = printed(
        folder.path(),
        &["--format", "markdown", "--one-event", "--all"],
    );
    assert!(whole.chars().count() > 60_000, "{}", whole.chars().count());
    assert!(out.chars().count() < 60_000);
    let last = out.trim_end().lines().last().unwrap();
    assert!(
        last.starts_with("Left out") && last.contains("--all"),
        "{last}"
    );
    let lines: BTreeSet<&str> = whole.lines().collect();
    let cut: Vec<&str> = out
        .lines()
        .filter(|l| *l != last && !lines.contains(l))
        .collect();
    assert!(cut.is_empty(), "cut inside: {cut:?}");
    assert!(!printed(&story(), &["--format", "markdown"]).contains("Left out"));
}

/// Every table as rows by column name, read by another program than the one that wrote it.
const READ_TABLES: &str = r#"
import csv, json, pathlib, sys
out = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.csv")):
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file, strict=True)
        rows = list(reader)
    for row in rows:
        assert None not in row and None not in row.values(), (path, row)
    out[path.stem] = rows
print(json.dumps(out))
"#;

const READ_WITH_PANDAS: &str = r#"
import pathlib, sys
import pandas
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.csv")):
    print(path.stem, len(pandas.read_csv(path)))
"#;

/// The Python that `.ci/run` fills with pandas, else the system's.
fn python(code: &str, folder: &Path) -> std::process::Output {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/python/bin/python");
    let program = if own.exists() {
        own
    } else {
        PathBuf::from("python3")
    };
    Command::new(program)
        .args(["-c", code])
        .arg(folder)
        .output()
        .expect("python3 runs")
}

fn tables(articles: &Path) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let (_folder, target) = written(articles, &["--format", "csv"], "tables");
    let read = python(READ_TABLES, &target);
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    serde_json::from_slice(&read.stdout).unwrap()
}

#[test]
fn tables_are_tidy_and_agree_with_the_json() {
    let tables = tables(&story());
    let report: Value = serde_json::from_str(&printed(&story(), &["--format", "json"])).unwrap();
    let length = |key: &str| report[key].as_array().unwrap().len();
    for key in ["articles", "alignments", "quotes", "findings"] {
        assert_eq!(tables[key].len(), length(key), "{key}");
    }
    assert_eq!(tables["facts"].len(), length("facts"));
    let cells: BTreeSet<(&str, &str)> = tables["cells"]
        .iter()
        .map(|r| (r["fact"].as_str(), r["article"].as_str()))
        .collect();
    assert_eq!(
        cells.len(),
        length("facts") * length("articles"),
        "each fact meets each article"
    );
    for table in [
        "sentences",
        "support",
        "utterances",
        "discrepancies",
        "framings",
        "evidence",
        "origins",
        "reuse",
    ] {
        assert!(tables.contains_key(table), "{table}");
    }
    let text = |id: &str| {
        tables["articles"]
            .iter()
            .find(|a| a["article"] == id)
            .unwrap()["text"]
            .clone()
    };
    for row in tables["sentences"]
        .iter()
        .filter(|r| !r["start"].is_empty())
    {
        let (start, end): (usize, usize) =
            (row["start"].parse().unwrap(), row["end"].parse().unwrap());
        let slice: String = text(&row["article"])
            .chars()
            .skip(start)
            .take(end - start)
            .collect();
        assert_eq!(slice, row["text"]);
    }
}

#[test]
fn no_cell_starts_a_formula() {
    for (table, rows) in tables(&hostile()) {
        for (column, cell) in rows.iter().flatten() {
            // Offsets lead into the columns called "text", which stay as they are; see the test above.
            assert!(
                column == "text" || !cell.trim_start().starts_with(['=', '+', '-', '@', '\t']),
                "{table}.{column}: {cell}"
            );
            assert_eq!(steering(cell), Vec::<char>::new(), "{table}.{column}");
        }
    }
}

#[test]
fn a_byte_order_mark_opens_the_tables_on_request() {
    let mark = [0xef, 0xbb, 0xbf];
    for (arguments, is_marked) in [
        (vec!["--format", "csv"], false),
        (vec!["--format", "csv", "--bom"], true),
    ] {
        let (_folder, target) = written(&story(), &arguments, "tables");
        let bytes = fs::read(target.join("articles.csv")).unwrap();
        assert_eq!(bytes.starts_with(&mark), is_marked);
    }
    let (_, err, code) = coverage(&["diff", story().to_str().unwrap(), "--bom"]);
    assert_eq!(code, 2);
    assert!(err.contains("--bom requires --format csv"), "{err}");
}

#[test]
fn pandas_loads_the_tables_without_arguments() {
    let (_folder, target) = written(&hostile(), &["--format", "csv"], "tables");
    let read = python(READ_WITH_PANDAS, &target);
    let trouble = String::from_utf8_lossy(&read.stderr);
    if trouble.contains("No module named 'pandas'") {
        assert!(
            std::env::var_os("COVERAGE_NEEDS_PANDAS").is_none(),
            "pandas is not there"
        );
        eprintln!("SKIPPED: no pandas for python3 on this machine");
        return;
    }
    assert!(read.status.success(), "{trouble}");
    let lengths = String::from_utf8(read.stdout).unwrap();
    assert!(lengths.contains("articles 3\n"), "{lengths}");
}

/// The files of a zip archive by name.
fn unzipped(file: &Path) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(file).unwrap())).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|n| n.unwrap().into_owned())
        .collect();
    let mut read = |name: &String| {
        let mut text = String::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    };
    names
        .iter()
        .map(|name| (name.clone(), read(name)))
        .collect()
}

/// Children in the order the published schema (REFI-QDA Project.xsd 1.0) gives them, and attributes it requires.
const SCHEMA: [(&str, &[&str], &[&str]); 12] = [
    (
        "Project",
        &[
            "Users",
            "CodeBook",
            "Variables",
            "Cases",
            "Sources",
            "Notes",
            "Links",
            "Sets",
        ],
        &["name"],
    ),
    ("Users", &["User"], &[]),
    ("User", &[], &["guid"]),
    ("CodeBook", &["Codes", "Sets"], &[]),
    ("Codes", &["Code"], &[]),
    (
        "Code",
        &["Description", "NoteRef", "Code"],
        &["guid", "name", "isCodable"],
    ),
    ("Sources", &["TextSource"], &[]),
    (
        "TextSource",
        &[
            "Description",
            "PlainTextContent",
            "PlainTextSelection",
            "Coding",
            "NoteRef",
        ],
        &["guid"],
    ),
    (
        "PlainTextSelection",
        &["Description", "Coding", "NoteRef"],
        &["guid", "startPosition", "endPosition"],
    ),
    ("Coding", &["CodeRef", "NoteRef"], &["guid"]),
    ("CodeRef", &[], &["targetGUID"]),
    ("Description", &[], &[]),
];

fn is_guid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
}

fn assert_follows_the_schema(element: roxmltree::Node) {
    let name = element.tag_name().name();
    let (_, children, attributes) = SCHEMA
        .iter()
        .find(|(n, ..)| *n == name)
        .unwrap_or_else(|| panic!("<{name}>"));
    assert_eq!(
        element.tag_name().namespace(),
        Some("urn:QDA-XML:project:1.0")
    );
    for attribute in *attributes {
        assert!(
            element.has_attribute(*attribute),
            "<{name}> without {attribute}"
        );
    }
    for guid in element
        .attributes()
        .filter(|a| a.name().to_lowercase().ends_with("guid"))
    {
        assert!(is_guid(guid.value()), "{}", guid.value());
    }
    let place = |c: &roxmltree::Node| children.iter().position(|n| *n == c.tag_name().name());
    let places: Vec<Option<usize>> = element
        .children()
        .filter(|c| c.is_element())
        .map(|c| place(&c))
        .collect();
    assert!(places.iter().all(Option::is_some), "a stranger in <{name}>");
    assert!(places.is_sorted(), "children of <{name}> out of order");
    element
        .children()
        .filter(|c| c.is_element())
        .for_each(assert_follows_the_schema);
}

#[test]
fn a_refi_qda_project_follows_the_published_schema_and_its_segments_are_the_words() {
    for articles in [story(), hostile()] {
        let (_folder, file) = written(&articles, &[], "project.qdpx");
        let files = unzipped(&file);
        let document = roxmltree::Document::parse(&files["project.qde"]).unwrap();
        assert_follows_the_schema(document.root_element());
        let elements = || document.descendants().filter(|n| n.is_element());
        let guids: Vec<&str> = elements().filter_map(|n| n.attribute("guid")).collect();
        assert_eq!(
            guids.iter().collect::<BTreeSet<_>>().len(),
            guids.len(),
            "a GUID twice"
        );
        let codes: BTreeSet<&str> = elements()
            .filter(|n| n.tag_name().name() == "Code")
            .filter_map(|n| n.attribute("guid"))
            .collect();
        let mut segments = 0;
        for source in elements().filter(|n| n.tag_name().name() == "TextSource") {
            let path = source
                .attribute("plainTextPath")
                .unwrap()
                .strip_prefix("internal://")
                .unwrap();
            let length = files[&format!("Sources/{path}")].chars().count();
            for selection in source
                .children()
                .filter(|n| n.tag_name().name() == "PlainTextSelection")
            {
                let at = |name: &str| selection.attribute(name).unwrap().parse::<usize>().unwrap();
                assert!(at("startPosition") < at("endPosition") && at("endPosition") <= length);
                segments += 1;
            }
        }
        assert!(segments > 5);
        for reference in elements().filter(|n| n.tag_name().name() == "CodeRef") {
            assert!(codes.contains(reference.attribute("targetGUID").unwrap()));
        }
        let report: Value =
            serde_json::from_str(&printed(&articles, &["--format", "json"])).unwrap();
        assert_eq!(
            files.len(),
            1 + report["articles"].as_array().unwrap().len()
        );
    }
}

#[test]
fn a_project_without_the_texts_it_points_into_is_refused() {
    let folder = TempDir::new().unwrap();
    let target = folder.path().join("x.qdpx");
    let articles = story();
    let to = [
        "diff",
        articles.to_str().unwrap(),
        "-o",
        target.to_str().unwrap(),
    ];
    for flags in [vec!["--no-text"], vec!["--excerpt", "12"]] {
        let (_, err, code) = coverage(&[&to[..], &flags].concat());
        assert!(code == 2 && err.contains("point into"), "{err}");
        assert!(!target.exists());
    }
}

#[test]
fn an_excerpt_quotes_no_more_words_in_a_row_than_allowed() {
    let out = printed(&story(), &["--format", "json", "--excerpt", "6"]);
    let report: Value = serde_json::from_str(&out).unwrap();
    let words = |v: &Value| {
        v.as_str()
            .unwrap()
            .trim_end_matches('…')
            .split_whitespace()
            .count()
    };
    for article in report["articles"].as_array().unwrap() {
        assert_eq!(article["text"], "");
        assert!(
            article["sentences"]
                .as_array()
                .unwrap()
                .iter()
                .all(|s| s["text"] == "")
        );
    }
    for (list, key) in [("quotes", "text"), ("facts", "statement")] {
        let entries = report[list].as_array().unwrap();
        assert!(
            !entries.is_empty() && entries.iter().all(|e| words(&e[key]) <= 6),
            "{list}"
        );
    }
    for finding in report["findings"].as_array().unwrap() {
        assert!(
            finding["evidence"]
                .as_array()
                .unwrap()
                .iter()
                .all(|e| words(&e["text"]) <= 6)
        );
        for quoted in finding["summary"].as_str().unwrap().split('“').skip(1) {
            let inside = quoted.split('”').next().unwrap();
            assert!(
                inside.trim_end_matches('…').split_whitespace().count() <= 6,
                "{inside}"
            );
        }
    }
}

#[test]
fn without_text_the_articles_stay_home_and_the_evidence_goes_along() {
    let report: Value =
        serde_json::from_str(&printed(&story(), &["--format", "json", "--no-text"])).unwrap();
    assert!(
        report["articles"]
            .as_array()
            .unwrap()
            .iter()
            .all(|a| a["text"] == "")
    );
    let first = &report["findings"][0]["evidence"][0]["text"];
    assert!(!first.as_str().unwrap().is_empty());
    for format in ["html", "markdown", "terminal"] {
        let out = printed(&story(), &["--format", format, "--no-text"]);
        assert!(
            out.contains(first.as_str().unwrap().split_whitespace().next().unwrap()),
            "{format}"
        );
    }
}

#[test]
fn a_file_that_is_there_needs_force_and_an_article_is_never_written_over() {
    let folder = TempDir::new().unwrap();
    for entry in fs::read_dir(story()).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let articles = folder.path().to_str().unwrap();
    let elsewhere = TempDir::new().unwrap();
    let target = elsewhere.path().join("report.md");
    fs::write(&target, "mine").unwrap();
    let to = target.to_str().unwrap();
    let (_, err, code) = coverage(&["diff", articles, "-o", to]);
    assert_eq!(code, 2);
    assert!(err.contains("--force"), "{err}");
    assert_eq!(fs::read_to_string(&target).unwrap(), "mine");
    let (out, err, code) = coverage(&["diff", articles, "-o", to, "--force"]);
    assert_eq!((out.as_slice(), code), (&b""[..], 0), "{err}");
    assert!(fs::read_to_string(&target).unwrap().contains("\n# "));
    let article = folder.path().join("ledger.txt");
    let before = fs::read(&article).unwrap();
    let (_, err, code) = coverage(&[
        "diff",
        articles,
        "--format",
        "json",
        "-o",
        article.to_str().unwrap(),
        "--force",
    ]);
    assert_eq!(code, 2);
    assert!(err.contains("one of the articles"), "{err}");
    assert_eq!(fs::read(&article).unwrap(), before);
    let leftovers = fs::read_dir(elsewhere.path()).unwrap().count();
    assert_eq!(leftovers, 1, "a temporary file stayed behind");
}

#[test]
fn a_name_that_tells_no_format_is_refused_with_advice() {
    let (_, err, code) = coverage(&["diff", story().to_str().unwrap(), "-o", "report.xyz"]);
    assert_eq!(code, 2);
    assert!(err.contains("--format"), "{err}");
    let (_, err, code) = coverage(&["diff", story().to_str().unwrap(), "--format", "csv"]);
    assert_eq!(code, 2);
    assert!(err.contains("-o FOLDER/"), "{err}");
}

#[test]
fn every_format_gives_the_same_bytes_twice() {
    for format in ["html", "markdown", "jsonl"] {
        assert_eq!(
            printed(&story(), &["--format", format]),
            printed(&story(), &["--format", format]),
            "{format}"
        );
    }
    let (_a, first) = written(&story(), &[], "p.qdpx");
    let (_b, second) = written(&story(), &[], "p.qdpx");
    assert_eq!(fs::read(first).unwrap(), fs::read(second).unwrap());
}

#[test]
fn no_line_is_wider_than_asked_at_any_width() {
    let report: news_coverage::report::Report =
        serde_json::from_str(&printed(&hostile(), &["--format", "json"])).unwrap();
    let story: news_coverage::report::Report =
        serde_json::from_str(&printed(&story(), &["--format", "json"])).unwrap();
    for width in (40..=300).step_by(7) {
        for report in [&report, &story] {
            for all in [false, true] {
                let options = news_coverage::render::terminal::Options {
                    width,
                    color: false,
                    all,
                };
                let out = news_coverage::render::terminal::write(report, &options);
                for line in out.lines() {
                    let columns = unicode_width::UnicodeWidthStr::width(line);
                    assert!(columns <= width, "{columns} columns at {width}: {line}");
                }
            }
        }
    }
}

#[test]
fn colour_changes_no_word() {
    let report: news_coverage::report::Report =
        serde_json::from_str(&printed(&story(), &["--format", "json"])).unwrap();
    let with = |color| {
        let options = news_coverage::render::terminal::Options {
            width: 120,
            color,
            all: true,
        };
        news_coverage::render::terminal::write(&report, &options)
    };
    let mut bare = String::new();
    let mut parts = with(true);
    while let Some(start) = parts.find('\u{1b}') {
        let end = start + parts[start..].find('m').unwrap();
        bare.push_str(&parts[..start]);
        parts = parts[end + 1..].to_string();
    }
    let trimmed = |text: &str| {
        text.lines()
            .map(|l| l.trim_end().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(trimmed(&(bare + &parts)), trimmed(&with(false)));
}

#[test]
fn a_framing_is_shown_in_every_format() {
    let mut report: news_coverage::report::Report =
        serde_json::from_str(&printed(&story(), &["--format", "json"])).unwrap();
    let term = |article: usize, sentence: usize| {
        let sentence = &report.articles[article].sentences[sentence];
        let word = sentence.text.split(' ').next().unwrap();
        let start = sentence.start.unwrap();
        serde_json::json!([{"sentence": sentence.id, "start": start, "end": start + word.chars().count(), "term": word}])
    };
    let framing = serde_json::json!({
        "id": "r1", "dimension": "labelling", "target": "the stoppage", "note": "Two words for one stoppage.",
        "rule": "labels", "per_source": {report.articles[0].id.as_str(): term(0, 1), report.articles[1].id.as_str(): term(1, 1)},
    });
    report.framings = vec![serde_json::from_value(framing).unwrap()];
    let note = "Two words for one stoppage.";
    let options = news_coverage::render::terminal::Options {
        width: 100,
        color: false,
        all: true,
    };
    assert!(news_coverage::render::terminal::write(&report, &options).contains(note));
    assert!(news_coverage::render::markdown::write(&report, true).contains(note));
    let page = news_coverage::render::html::write(&report).unwrap();
    assert!(
        page.contains(note)
            && page.contains("id=\"r1\"")
            && page.contains("value=\"framing-labelling\"")
    );
    let tables = news_coverage::render::csv::write(&report, Default::default()).unwrap();
    let framings = tables
        .iter()
        .find(|(name, _)| name == "framings.csv")
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&framings.1).lines().count(), 3);
    let project = news_coverage::render::qdpx::write(&report).unwrap();
    assert!(String::from_utf8_lossy(&project).contains("labeling: the stoppage"));
}
