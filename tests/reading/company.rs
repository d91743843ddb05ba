//! A sentence's reading depends neither on the sentences beside it, nor on what was read before, nor on threads.

use std::thread;

use news_coverage::model::Reading;
use news_coverage::read::{self, Reader};
use news_coverage::span::Span;

const SENTENCES: &str = include_str!("sentences.txt");

/// Every eighth line of the list, as spans of it: enough for several blocks.
fn spans() -> Vec<Span> {
    let start = SENTENCES.as_ptr() as usize;
    let span = |line: &str| {
        Span::new(
            line.as_ptr() as usize - start,
            line.as_ptr() as usize - start + line.len(),
        )
    };
    SENTENCES.lines().step_by(8).map(span).collect()
}

#[test]
fn alone_and_in_company() {
    let spans = spans();
    let together = read::sentences(SENTENCES, &spans);
    let mut reader = Reader::new();
    let alone: Vec<Reading> = spans
        .iter()
        .rev()
        .flat_map(|&span| reader.sentences(SENTENCES, std::slice::from_ref(&span)))
        .collect();
    assert!(together.iter().eq(alone.iter().rev()));
}

#[test]
fn on_many_threads() {
    let spans = spans();
    let whole = read::sentences(SENTENCES, &spans);
    let parts: Vec<Reading> = thread::scope(|scope| {
        let workers: Vec<_> = spans
            .chunks(spans.len() / 7 + 1)
            .map(|part| scope.spawn(|| read::sentences(SENTENCES, part)))
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("a thread reads"))
            .collect()
    });
    assert_eq!(whole, parts);
}

#[test]
fn nothing_to_read() {
    assert!(read::sentences("", &[]).is_empty());
    let readings = read::sentences("", &[Span::new(0, 0)]);
    assert_eq!((readings.len(), readings[0].tokens.len()), (1, 0));
    assert_eq!(
        read::sentences(" \n ", &[Span::new(0, 3)])[0].tokens.len(),
        1
    );
}

#[test]
fn what_is_longer_than_any_sentence_is_read_in_parts() {
    let text = "the mayor opened a bridge, ".repeat(500);
    let reading = read::sentences(&text, &[Span::new(0, text.len())]).swap_remove(0);
    assert_eq!(reading.tokens.len(), 3000);
    assert!(
        reading
            .tokens
            .iter()
            .zip(0u32..)
            .all(|(token, at)| token.head / 1024 == at / 1024)
    );
    assert!(reading.tokens.is_sorted_by_key(|token| token.span));
}
