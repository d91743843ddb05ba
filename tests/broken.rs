//! Bad input: each gets a diagnostic that names file, place and reason, everything beside it still loads, and the
//! program ends in good order.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Output};

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;

const GOOD: &str = "Ferry returns after nine days\n\nThe ferry left the quay of Port Ellery on Monday, nine days after \
                    the strike began, the harbour board said.\n";

/// A folder with a good article and one bad file.
struct Case {
    folder: tempfile::TempDir,
    name: &'static str,
}

impl Case {
    fn new(name: &'static str, bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("good.txt"), GOOD).unwrap();
        fs::write(folder.path().join(name), bytes).unwrap();
        Self { folder, name }
    }

    fn inspect(&self) -> Output {
        inspect(self.folder.path())
    }

    /// The good article is there, the bad file is complained of in these words.
    fn tells(&self, words: &[&str]) {
        let run = self.inspect();
        let errors = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(0), "{}: {errors}", self.name);
        assert!(
            headlines(&run).contains(&"Ferry returns after nine days".to_string()),
            "{}: {errors}",
            self.name
        );
        assert!(!errors.contains("panicked"), "{}: {errors}", self.name);
        let line = errors.lines().find(|l| l.contains(self.name));
        let line = line.unwrap_or_else(|| panic!("{} is not named: {errors}", self.name));
        for word in words {
            assert!(
                line.to_lowercase().contains(&word.to_lowercase()),
                "{}: no {word:?} in: {errors}",
                self.name
            );
        }
    }
}

fn inspect(path: &Path) -> Output {
    Command::cargo_bin("coverage")
        .unwrap()
        .args(["inspect", "--format", "json"])
        .arg(path)
        .output()
        .unwrap()
}

fn headlines(run: &Output) -> Vec<String> {
    let report: Value = serde_json::from_slice(&run.stdout).unwrap_or_default();
    let articles = report["articles"].as_array().cloned().unwrap_or_default();
    articles
        .iter()
        .filter_map(|a| a["headline"].as_str().map(str::to_string))
        .collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn line(title: &str) -> String {
    format!(
        "{{\"title\": \"{title}\", \"text\": \"The board of the harbour met on Monday and voted for {title}.\"}}\n"
    )
}

#[test]
fn an_empty_file() {
    Case::new("empty.txt", b"").tells(&["empty"]);
}

#[test]
fn white_space_only() {
    Case::new("blank.txt", b" \n\n \t\n").tells(&[]);
}

#[test]
fn a_binary() {
    let bytes: Vec<u8> = (0..40_000u32)
        .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    Case::new("binary.txt", &bytes).tells(&[]);
    Case::new(
        "picture.png",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01",
    )
    .tells(&[]);
}

#[test]
fn broken_json() {
    Case::new(
        "broken.json",
        b"{\"title\": \"Half a file\", \"text\": \"The bo",
    )
    .tells(&["line 1"]);
}

#[test]
fn a_broken_line_among_good_ones() {
    let mut lines: Vec<String> = (1..=9).map(|i| line(&format!("Plan {i}"))).collect();
    lines[6] = "{\"title\": \"Plan 7\", \"text\": \n".to_string();
    let case = Case::new("lines.jsonl", lines.concat().as_bytes());
    case.tells(&["line 7"]);
    let found = headlines(&case.inspect());
    assert_eq!(
        found.iter().filter(|h| h.starts_with("Plan")).count(),
        8,
        "{found:?}"
    );
}

#[test]
fn json_nested_without_end() {
    Case::new("deep.json", "[".repeat(200_000).as_bytes()).tells(&[]);
}

#[test]
fn a_cut_gzip() {
    let body: String = (0..3_000).map(|i| line(&format!("Plan {i}"))).collect();
    let mut bytes = gzip(body.as_bytes());
    bytes.truncate(bytes.len() / 2);
    Case::new("cut.jsonl.gz", &bytes).tells(&[]);
}

#[test]
fn a_cut_warc() {
    let warc = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ledger.example/a\r\nContent-Length: 90000\r\n\
                Content-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The board";
    Case::new("cut.warc", warc.as_bytes()).tells(&[]);
    let mut bytes = gzip(warc.as_bytes());
    bytes.truncate(bytes.len() - 12);
    Case::new("cut.warc.gz", &bytes).tells(&[]);
}

#[test]
fn a_warc_whose_record_says_it_is_endless() {
    let warc = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nHTTP/1.1 200 OK\r\n\r\n";
    Case::new("endless.warc", warc.as_bytes()).tells(&[]);
}

#[test]
fn tags_in_tags_without_end() {
    let page = format!(
        "<html><body>{}The board met.{}</body></html>",
        "<div>".repeat(100_000),
        "</div>".repeat(100_000)
    );
    Case::new("deep.html", page.as_bytes()).tells(&["nested"]);
    let page = format!(
        "<html><body>{}The board met.",
        "<b><p><table><tr><td>".repeat(30_000)
    );
    Case::new("unclosed.html", page.as_bytes()).tells(&[]);
}

#[test]
fn a_page_of_very_many_blocks() {
    let blocks: String = (0..100_000).map(|i| format!("<p>word {i}</p>")).collect();
    let case = Case::new(
        "wide.html",
        format!("<html><body><article>{blocks}</article></body></html>").as_bytes(),
    );
    case.tells(&["elements"]);
}

#[test]
fn xml_that_expands_or_nests_without_end() {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\
                  <nitf><body><body.content><p>&b;</p></body.content></body></nitf>";
    let run = Case::new("laughs.xml", laughs.as_bytes()).inspect();
    assert_eq!(run.status.code(), Some(0));
    assert!(
        !String::from_utf8_lossy(&run.stdout).contains("hahaha"),
        "entities of a file are not expanded"
    );
    let deep = format!("<nitf>{}", "<p>".repeat(200_000));
    Case::new("deep.xml", deep.as_bytes()).tells(&[]);
}

#[test]
fn bytes_that_are_no_text_in_any_encoding() {
    let good = "Die Fähre fährt\n\nDie Fähre fährt seit Montag täglich, außer in Nächten, so der Hafen von Port Ellery. ";
    let mut bytes = good.as_bytes().to_vec();
    bytes.extend([0xff, 0xc0]);
    bytes.extend("Sie fährt täglich.\n".as_bytes());
    Case::new("mixed.txt", &bytes).tells(&["byte"]);
}

#[test]
fn a_zip_that_climbs_out() {
    let bytes = zipped(&[
        ("../../evil.txt", GOOD.as_bytes()),
        ("fine.txt", line("Plan 1").as_bytes()),
    ]);
    let case = Case::new("climbs.zip", &bytes);
    case.tells(&["outside the archive"]);
    assert!(!case.folder.path().join("../../evil.txt").exists());
}

#[test]
fn a_zip_that_unpacks_without_end() {
    let zeros = vec![b' '; 80 << 20];
    Case::new("bomb.zip", &zipped(&[("bomb.txt", &zeros)])).tells(&["bytes"]);
}

#[test]
fn a_cut_zip() {
    let mut bytes = zipped(&[("a.txt", GOOD.as_bytes())]);
    bytes.truncate(bytes.len() / 2);
    Case::new("cut.zip", &bytes).tells(&[]);
}

#[test]
fn a_file_beyond_the_limit() {
    let case = Case::new("huge.txt", &GOOD.as_bytes().repeat((40 << 20) / GOOD.len()));
    case.tells(&["bytes", "limit"]);
    // No byte of a file that is all hole stands on the disk; it must not be held in memory either.
    let case = Case::new("hole.txt", b"");
    let file = fs::File::options()
        .write(true)
        .open(case.folder.path().join("hole.txt"))
        .unwrap();
    file.set_len(200 << 20).unwrap();
    case.tells(&["binary"]);
}

#[test]
fn one_line_without_punctuation_loads_or_is_told() {
    let case = Case::new(
        "line.txt",
        "the board met and nobody wrote a full stop "
            .repeat(2_000)
            .as_bytes(),
    );
    let run = case.inspect();
    assert_eq!(
        run.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

#[test]
fn a_csv_without_its_columns() {
    Case::new("columns.csv", b"a,b,c\n1,2,3\n4,5,6\n").tells(&[]);
    Case::new(
        "ragged.csv",
        b"title,text\n\"Plan 1\",\"The board met on Monday and voted.\"\n\"Plan 2\n",
    )
    .tells(&[]);
}

#[test]
fn front_matter_that_does_not_end() {
    let case = Case::new(
        "open.md",
        format!("---\ntitle: Plan 1\n\n{GOOD}").as_bytes(),
    );
    assert_eq!(case.inspect().status.code(), Some(0));
}

#[test]
fn a_file_that_is_not_there() {
    let run = inspect(Path::new("/nowhere/at-all.txt"));
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("/nowhere/at-all.txt"));
}

#[cfg(unix)]
#[test]
fn a_loop_of_links() {
    let case = Case::new("fine.txt", format!("Second {GOOD}").as_bytes());
    std::os::unix::fs::symlink(case.folder.path(), case.folder.path().join("loop")).unwrap();
    std::os::unix::fs::symlink("itself", case.folder.path().join("itself")).unwrap();
    let run = case.inspect();
    let errors = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(0), "{errors}");
    assert_eq!(headlines(&run).len(), 2, "each article once: {errors}");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::new("secret.txt", GOOD.as_bytes());
    let path = case.folder.path().join("secret.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // A user to whom permissions do not apply reads it all the same; then there is nothing to test.
    if fs::read(&path).is_err() {
        case.tells(&["permission"]);
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_without_a_writer_does_not_hang() {
    let case = Case::new("fine.txt", format!("Second {GOOD}").as_bytes());
    let pipe = case.folder.path().join("pipe.txt");
    if Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .is_ok_and(|s| s.success())
    {
        assert_eq!(case.inspect().status.code(), Some(0));
    }
}

fn page(title: &str, body: &str) -> String {
    format!("<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>")
}

#[test]
fn pages_that_are_no_articles() {
    let wall = "<h1>Before you continue</h1><p>We and our 834 partners store and access information on your device, such as \
                cookies and unique identifiers, for personalised advertising and content.</p><p>You can change your choices \
                at any time.</p>";
    Case::new("wall.html", page("Tarn Post", wall).as_bytes()).tells(&["consent screen"]);
    let check = "<h1>Just a moment...</h1><p>Checking your browser before accessing tarn.example. Please allow up to 5 \
                 seconds.</p>";
    Case::new("check.html", page("Just a moment...", check).as_bytes()).tells(&["robot check"]);
    let gone = "<h1>Page not found</h1><p>Sorry, the page you are looking for does not exist.</p>";
    Case::new("gone.html", page("404 | Tarn Post", gone).as_bytes()).tells(&["error page"]);
    let shell =
        "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>";
    Case::new("shell.html", page("Tarn Post", shell).as_bytes())
        .tells(&["a script fills this page"]);
    let card = |i: usize| {
        format!(
            "<div><h2><a href=/{i}>The board of the harbour meets again, part {i}</a></h2><p>The board said on Monday that \
             it would look at matter {i} again, and the town waits for more.</p></div>"
        )
    };
    let cards: String = (0..8).map(card).collect();
    Case::new("list.html", page("Latest news", &cards).as_bytes()).tells(&["list of articles"]);
    let feed = "<rss version=\"2.0\"><channel><title>Tarn Post</title><item><title>A</title></item></channel></rss>";
    Case::new("feed.xml", feed.as_bytes()).tells(&["feed"]);
    Case::new("answer.json", b"{\"status\": \"ok\", \"totalResults\": 0}").tells(&["API response"]);
}

#[test]
fn the_beginning_before_a_paywall_is_shown_and_not_compared() {
    let stub = "Harbour board votes for the wall\n\nThe harbour board of Port Ellery voted on Monday for a new wall, which \
                is to stand by the spring.\n\nTo continue reading this article, subscribe or log in.\n";
    let case = Case::new("stub.txt", stub.as_bytes());
    case.tells(&["paywall", "not compared"]);
    assert!(headlines(&case.inspect()).contains(&"Harbour board votes for the wall".to_string()));
    let run = Command::cargo_bin("coverage")
        .unwrap()
        .arg("diff")
        .arg(case.folder.path())
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(errors.contains("only one readable article"), "{errors}");
}

/// Found by `examples/mutate`, number 56 of columns.csv: days were looked for in lines that are far too long to name
/// writers.
#[test]
fn a_cell_of_one_word_again_and_again() {
    let cell = "or lor l".repeat(30_000);
    let table = format!(
        "title,author,text\nHarbour news,\"Pia Lund, é{cell}\",\"The bridge is open. é{cell}\"\n"
    );
    let case = Case::new("cell.csv", table.as_bytes());
    let run = case.inspect();
    assert_eq!(run.status.code(), Some(0));
    assert!(headlines(&run).contains(&"Harbour news".to_string()));
}

/// Found by `examples/mutate`, number 358 of columns.csv: every line of a text was held against all that follow.
#[test]
fn a_text_of_very_many_lines() {
    let text = "41 Tern\n\n".repeat(100_000);
    Case::new("lines.txt", text.as_bytes()).tells(&["limit for one article is 5000"]);
}

/// Found by `examples/mutate`, number 6 of lines.jsonl: the stem of a word of a million letters.
#[test]
fn a_word_without_end() {
    let word = "lings".repeat(100_000);
    let line = line(&format!("Harbour news of {word}"));
    let case = Case::new("word.jsonl", line.as_bytes());
    let found = headlines(&case.inspect());
    assert!(found.iter().any(|h| h.starts_with("Harbour news of")));
}
