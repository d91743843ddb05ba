//! Sentences per second through quotes, names and values, on one core: `cargo bench --bench annotate`.
//!
//! Read "item/s" as sentences. All stories of the fixtures together, then one article of the same sentences many times
//! over, to see that the time grows with the text and not faster.

use std::path::{Path, PathBuf};

use divan::Bencher;
use divan::counter::ItemsCount;
use news_coverage::model::{Article, Block, Document};
use news_coverage::span::Span;
use news_coverage::{annotate, load, read, segment};

fn main() {
    divan::main();
}

fn articles() -> Vec<Article> {
    let stories = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories");
    let entries = std::fs::read_dir(stories)
        .map(|d| d.flatten().map(|e| e.path().join("articles")).collect());
    let mut folders: Vec<PathBuf> = entries.unwrap_or_default();
    folders.sort();
    folders
        .iter()
        .flat_map(|f| load::inputs(std::slice::from_ref(f), &load::Options::default()).articles)
        .collect()
}

/// One article with the text of all of them, `times` over.
fn long(times: usize) -> Article {
    let mut whole = Article::default();
    for article in (0..times).flat_map(|_| articles()) {
        for block in &article.blocks {
            let start = whole.text.len();
            whole.text.push_str(block.span.of(&article.text));
            whole.blocks.push(Block {
                span: Span::new(start, whole.text.len()),
                kind: block.kind,
            });
            whole.text.push_str("\n\n");
        }
    }
    whole
}

fn sentences(documents: &[Document]) -> ItemsCount {
    ItemsCount::new(documents.iter().map(|d| d.sentences.len()).sum::<usize>())
}

#[divan::bench]
fn eight_stories(bencher: Bencher) {
    bencher
        .with_inputs(|| {
            articles()
                .into_iter()
                .map(|a| read::document(segment::document(a)))
                .collect::<Vec<_>>()
        })
        .input_counter(|documents| sentences(documents))
        .bench_values(|documents| {
            documents
                .into_iter()
                .map(annotate::document)
                .collect::<Vec<_>>()
        });
}

#[divan::bench(args = [1, 4, 16])]
fn one_long_article(bencher: Bencher, times: usize) {
    bencher
        .with_inputs(|| vec![read::document(segment::document(long(times)))])
        .input_counter(|documents| sentences(documents))
        .bench_values(|documents| {
            documents
                .into_iter()
                .map(annotate::document)
                .collect::<Vec<_>>()
        });
}
