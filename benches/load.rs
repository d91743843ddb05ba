//! Loading, in bytes of input a second, for each format: `cargo bench --bench load`.
//!
//! The same two hundred made-up articles of about 500 words stand in each file. `RAYON_NUM_THREADS=1` keeps it to one
//! core.

use std::fs;
use std::path::PathBuf;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use news_coverage::load;

fn main() {
    divan::main();
}

const ARTICLES: usize = 200;
const SUBJECTS: [&str; 8] = [
    "board", "mayor", "ferry", "council", "engineer", "harbour", "union", "minister",
];
const VERBS: [&str; 8] = [
    "closed", "opened", "praised", "counted", "repaired", "sold", "visited", "measured",
];
const OBJECTS: [&str; 8] = [
    "quay", "bridge", "pier", "report", "budget", "school", "road", "archive",
];
const TIMES: [&str; 8] = [
    "on Monday",
    "in March",
    "at dawn",
    "last year",
    "before noon",
    "again",
    "by hand",
    "in 2030",
];

/// A fixed sequence that looks random (Knuth's MMIX constants), so that every run reads the same bytes.
struct Sequence(u64);

impl Sequence {
    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        words[(self.0 >> 33) as usize % words.len()]
    }

    fn sentence(&mut self) -> String {
        let (who, did) = (self.pick(&SUBJECTS), self.pick(&VERBS));
        let (what, when, other) = (self.pick(&OBJECTS), self.pick(&TIMES), self.pick(&SUBJECTS));
        format!(
            "The {who} {did} the {what} {when}, and “the {other} was not asked,” a speaker for the {who} said."
        )
    }
}

/// Title and paragraphs of one article.
fn article(number: usize) -> (String, Vec<String>) {
    let mut sequence = Sequence(number as u64 + 1);
    let paragraphs = (0..8).map(|_| {
        (0..3)
            .map(|_| sequence.sentence())
            .collect::<Vec<_>>()
            .join(" ")
    });
    (
        format!("Harbour report number {number} from the quay"),
        paragraphs.collect(),
    )
}

fn page(number: usize) -> String {
    let (title, paragraphs) = article(number);
    let body: String = paragraphs.iter().map(|p| format!("<p>{p}</p>\n")).collect();
    let menu: String = SUBJECTS
        .iter()
        .map(|s| format!("<li><a href=\"/{s}\">{s}</a></li>"))
        .collect();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} | Ledger</title>\
         <meta property=\"article:published_time\" content=\"2031-03-12T10:00:00Z\"></head><body><nav><ul>{menu}</ul></nav>\
         <article><h1>{title}</h1>\n{body}</article><footer><p>All rights reserved.</p></footer></body></html>"
    )
}

fn record(number: usize) -> String {
    let http = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}",
        page(number)
    );
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site{number}.example/report\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    )
}

fn line(number: usize) -> String {
    let (title, paragraphs) = article(number);
    let value = serde_json::json!({
        "title": title, "text": paragraphs.join("\n"), "date": "2031-03-12", "sitename": format!("Site {number}"),
    });
    format!("{value}\n")
}

fn text(number: usize) -> String {
    let (title, paragraphs) = article(number);
    format!("{title}\n\nMarch 12, 2031\n\n{}\n", paragraphs.join("\n\n"))
}

/// Loads files of these names and contents again and again.
fn run(bencher: Bencher, files: impl Iterator<Item = (String, String)>) {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = 0usize;
    for (name, content) in files {
        bytes += content.len();
        fs::write(folder.path().join(name), content).unwrap();
    }
    let paths: Vec<PathBuf> = vec![folder.path().to_path_buf()];
    let loaded = load::inputs(&paths, &load::Options::default())
        .articles
        .len();
    assert_eq!(loaded, ARTICLES, "every article loads");
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| load::inputs(black_box(&paths), &load::Options::default()));
}

#[divan::bench(sample_count = 5)]
fn plain_text(bencher: Bencher) {
    run(
        bencher,
        (0..ARTICLES).map(|i| (format!("{i:03}-site.txt"), text(i))),
    );
}

#[divan::bench(sample_count = 5)]
fn json_lines(bencher: Bencher) {
    run(
        bencher,
        std::iter::once(("all.jsonl".to_string(), (0..ARTICLES).map(line).collect())),
    );
}

#[divan::bench(sample_count = 5)]
fn web_pages(bencher: Bencher) {
    run(
        bencher,
        (0..ARTICLES).map(|i| (format!("{i:03}-site.html"), page(i))),
    );
}

#[divan::bench(sample_count = 5)]
fn warc(bencher: Bencher) {
    run(
        bencher,
        std::iter::once(("all.warc".to_string(), (0..ARTICLES).map(record).collect())),
    );
}

/// One file of each article in another format.
fn saved(number: usize) -> String {
    format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"part\"\r\n\r\n--part\r\nContent-Type: text/html; \
         charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n--part--\r\n",
        page(number)
    )
}

fn row(number: usize) -> String {
    let (title, paragraphs) = article(number);
    format!(
        "\"{title}\",Site {number},2031-03-12,\"{}\"\n",
        paragraphs.join("\n\n")
    )
}

fn nitf(number: usize) -> String {
    let (title, paragraphs) = article(number);
    let body: String = paragraphs.iter().map(|p| format!("<p>{p}</p>")).collect();
    format!(
        "<?xml version=\"1.0\"?><nitf><head><title>{title}</title></head><body><body.head><hedline><hl1>{title}</hl1></hedline>\
         </body.head><body.content>{body}</body.content></body></nitf>"
    )
}

#[divan::bench(sample_count = 5)]
fn saved_pages(bencher: Bencher) {
    run(
        bencher,
        (0..ARTICLES).map(|i| (format!("{i:03}-site.mhtml"), saved(i))),
    );
}

#[divan::bench(sample_count = 5)]
fn table(bencher: Bencher) {
    let rows =
        std::iter::once("title,outlet,date,text\n".to_string()).chain((0..ARTICLES).map(row));
    run(
        bencher,
        std::iter::once(("all.csv".to_string(), rows.collect())),
    );
}

#[divan::bench(sample_count = 5)]
fn agency_xml(bencher: Bencher) {
    run(
        bencher,
        (0..ARTICLES).map(|i| (format!("{i:03}-site.xml"), nitf(i))),
    );
}
