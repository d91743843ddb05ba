//! Time per stage on one story of four articles: `cargo bench --bench pipeline`.

use std::path::{Path, PathBuf};

use divan::{Bencher, black_box};
use news_coverage::model::{Article, Document, Event};
use news_coverage::{
    Options, align, annotate, compare, diff, documented, load, pair, read, render, report, resolve,
    segment,
};

fn main() {
    divan::main();
}

/// The articles of the story that the stages are timed on.
fn story() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories/harbor-strike/articles")
}

fn articles() -> Vec<Article> {
    load::inputs(&[story()], &load::Options::default()).articles
}

fn documents() -> Vec<Document> {
    articles().into_iter().map(documented).collect()
}

fn event() -> Event {
    resolve::event(documents())
}

#[divan::bench]
fn load_stage(bencher: Bencher) {
    bencher.bench(|| load::inputs(black_box(&[story()]), &load::Options::default()));
}

#[divan::bench]
fn segment_stage(bencher: Bencher) {
    bencher
        .with_inputs(articles)
        .bench_values(|a| a.into_iter().map(segment::document).collect::<Vec<_>>());
}

#[divan::bench]
fn read_stage(bencher: Bencher) {
    let segmented = || {
        articles()
            .into_iter()
            .map(segment::document)
            .collect::<Vec<_>>()
    };
    bencher
        .with_inputs(segmented)
        .bench_values(|d| d.into_iter().map(read::document).collect::<Vec<_>>());
}

#[divan::bench]
fn annotate_stage(bencher: Bencher) {
    let read = || {
        articles()
            .into_iter()
            .map(|a| read::document(segment::document(a)))
            .collect::<Vec<_>>()
    };
    bencher
        .with_inputs(read)
        .bench_values(|d| d.into_iter().map(annotate::document).collect::<Vec<_>>());
}

#[divan::bench]
fn resolve_stage(bencher: Bencher) {
    bencher.with_inputs(documents).bench_values(resolve::event);
}

#[divan::bench]
fn align_stage(bencher: Bencher) {
    let event = event();
    bencher.bench(|| align::event(black_box(&event), &align::Options::default()));
}

#[divan::bench]
fn compare_stage(bencher: Bencher) {
    let event = event();
    let alignment = align::event(&event, &align::Options::default());
    let pairings = pair::event(&event, &alignment);
    bencher.bench(|| {
        compare::event(
            black_box(&event),
            &alignment,
            &pairings,
            &compare::Options::default(),
        )
    });
}

#[divan::bench]
fn report_and_json(bencher: Bencher) {
    let event = event();
    let alignment = align::event(&event, &align::Options::default());
    let pairings = pair::event(&event, &alignment);
    let comparison = compare::event(&event, &alignment, &pairings, &compare::Options::default());
    bencher.bench(|| render::json::write(&report::assemble(&event, &alignment, &comparison, &[])));
}

#[divan::bench]
fn whole_run(bencher: Bencher) {
    bencher.bench(|| diff(black_box(&[story()]), &Options::default()).map(|r| r.findings.len()));
}
