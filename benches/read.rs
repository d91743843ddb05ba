//! Tokens per second through the reader, on one core: `cargo bench --bench read`. Read "item/s" as tokens.

use divan::Bencher;
use divan::counter::ItemsCount;
use news_coverage::read::{self, Reader};
use news_coverage::span::Span;

const SENTENCES: &str = include_str!("../tests/reading/sentences.txt");

fn main() {
    read::sentences("", &[]);
    divan::main();
}

/// The first so many sentences of the tests.
fn spans(count: usize) -> Vec<Span> {
    let mut start = 0;
    let span = |line: &str| {
        let span = Span::new(start, start + line.len());
        start = span.end + 1;
        span
    };
    SENTENCES.lines().map(span).take(count).collect()
}

fn tokens(spans: &[Span]) -> ItemsCount {
    ItemsCount::new(
        read::sentences(SENTENCES, spans)
            .iter()
            .map(|reading| reading.tokens.len())
            .sum::<usize>(),
    )
}

/// A reader that knows no word yet: one sentence, a short article, a long one, all.
#[divan::bench(args = [1, 20, 100, 4000])]
fn fresh(bencher: Bencher, count: usize) {
    let spans = spans(count);
    bencher
        .counter(tokens(&spans))
        .bench(|| read::sentences(SENTENCES, &spans));
}

/// A reader that has met every word.
#[divan::bench(args = [1, 20, 100, 4000])]
fn practised(bencher: Bencher, count: usize) {
    let spans = spans(count);
    let mut reader = Reader::new();
    reader.sentences(SENTENCES, &spans);
    bencher
        .counter(tokens(&spans))
        .bench_local(|| reader.sentences(SENTENCES, &spans));
}
