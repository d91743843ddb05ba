//! The case tables of quotes: `fixtures/cases/{quote_marks,speakers,cues,provenance}.txt`. Adding a case needs no Rust; a
//! malformed one fails.

use std::path::Path;

use news_coverage::model::{Article, Block, BlockKind, Document, Event, Quote, QuoteKind};
use news_coverage::span::Span;
use news_coverage::{documented, resolve};

/// A text in paragraphs: a headline where one starts with "H: ", a heading between paragraphs where with "S: ".
fn read(paragraphs: &str) -> Event {
    let mut article = Article::default();
    for paragraph in paragraphs
        .split('¶')
        .map(str::trim)
        .filter(|p| !p.is_empty())
    {
        let (kind, words) = match paragraph.split_once(": ") {
            Some(("H", words)) => (BlockKind::Headline, words),
            Some(("S", words)) => (BlockKind::Subheading, words),
            _ => (BlockKind::Body, paragraph),
        };
        let start = article.text.len();
        article.text.push_str(words);
        article.blocks.push(Block {
            span: Span::new(start, article.text.len()),
            kind,
        });
        article.text.push_str("\n\n");
    }
    article.text.truncate(article.text.trim_end().len());
    resolve::event(vec![documented(article)])
}

/// The columns of a table, from a quote.
type Columns = fn(&Document, &Quote) -> Vec<String>;

fn check(name: &str, counts: fn(&Quote) -> bool, columns: Columns) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/cases")
        .join(name);
    let table = std::fs::read_to_string(path).unwrap();
    let body: Vec<&str> = table.lines().filter(|l| !l.starts_with('#')).collect();
    let mut wrong = Vec::new();
    let mut cases = 0;
    for case in body
        .join("\n")
        .split("\n\n")
        .filter(|c| !c.trim().is_empty())
    {
        let (want, text): (Vec<&str>, Vec<&str>) =
            case.trim().lines().partition(|l| l.starts_with("=> "));
        assert!(
            !want.is_empty() && !text.is_empty(),
            "{name}: malformed case: {case}"
        );
        let event = read(&text.join(" "));
        let document = &event.documents[0];
        let quotes = document.quotes.iter().filter(|q| counts(q));
        let mut got: Vec<String> = quotes
            .map(|q| format!("=> {}", columns(document, q).join(" | ")))
            .collect();
        if got.is_empty() {
            got.push("=> none".to_string());
        }
        if got != want {
            wrong.push(format!("{}\nwant {want:#?}\ngot {got:#?}", text.join("\n")));
        }
        cases += 1;
    }
    assert!(cases > 5, "{name}: hardly any cases");
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n\n"));
}

fn kind(quote: &Quote) -> String {
    let name = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Scare => "scare",
    };
    name.to_string()
}

fn words(document: &Document, span: Option<Span>) -> String {
    span.map_or("-".to_string(), |s| document.text(s).to_string())
}

#[test]
fn every_form_of_marks_is_paired() {
    check(
        "quote_marks.txt",
        |q| q.kind != QuoteKind::Indirect,
        |d, q| vec![kind(q), words(d, Some(q.span))],
    );
}

#[test]
fn every_pattern_gives_its_speaker() {
    check(
        "speakers.txt",
        |_| true,
        |d, q| {
            vec![
                kind(q),
                words(d, Some(q.span)),
                q.speaker.clone().unwrap_or("-".to_string()),
            ]
        },
    );
}

#[test]
fn every_cue_has_its_class() {
    check(
        "cues.txt",
        |_| true,
        |d, q| {
            let class = q.cue_class.map(|c| {
                serde_json::to_value(c)
                    .unwrap()
                    .as_str()
                    .unwrap()
                    .to_string()
            });
            vec![
                kind(q),
                words(d, Some(q.span)),
                words(d, q.cue),
                class.unwrap_or("-".to_string()),
            ]
        },
    );
}

#[test]
fn channel_occasion_and_hearer_are_found() {
    check(
        "provenance.txt",
        |_| true,
        |d, q| {
            let or_none = |s: &Option<String>| s.clone().unwrap_or("-".to_string());
            vec![
                kind(q),
                words(d, Some(q.span)),
                or_none(&q.via),
                or_none(&q.venue),
                words(d, q.addressee),
            ]
        },
    );
}
