//! The reader against spaCy's own results, stored by `scripts/reading_parity.py`.
//!
//! Tokens agree on all sentences. What is left are 14 tokens of 45,701 (two tags, 14 heads or labels, one entity), and
//! every one of them comes from storing the weights as 16-bit numbers: spaCy itself, given the rounded weights, reads
//! all of them as the reader does. They are near ties: "through" as IN or RP, the subject in "A dream start".

use news_coverage::model::Token;
use news_coverage::read::Reader;
use news_coverage::span::Span;

const EXPECTED: &str = include_str!("expected.txt");

/// The fields of a token's line, and the shares of tokens that must agree in them.
const FIELDS: [(&str, &[usize], f64); 5] = [
    ("tokens", &[0, 1], 1.0),
    ("lemmas", &[2], 0.9995),
    ("tags and parts of speech", &[3, 4], 0.9995),
    ("heads with labels", &[5, 6], 0.9990),
    ("entities", &[7], 0.9995),
];

#[test]
fn reads_as_the_original() {
    let mut reader = Reader::new();
    let (mut tokens, mut wrong) = (0, [0; FIELDS.len()]);
    let mut differences = Vec::new();
    for (sentence, expected) in sentences() {
        let read: Vec<String> = read_alone(&mut reader, sentence).iter().map(line).collect();
        tokens += expected.len().max(read.len());
        for n in 0..expected.len().max(read.len()) {
            let (theirs, ours) = (
                expected.get(n).copied().unwrap_or(""),
                read.get(n).map_or("", String::as_str),
            );
            if theirs != ours {
                differences.push(format!("{sentence}\n  spaCy  {theirs}\n  reader {ours}"));
                (0..FIELDS.len())
                    .filter(|&f| part(theirs, f) != part(ours, f))
                    .for_each(|f| wrong[f] += 1);
            }
        }
    }
    for ((name, _, least), wrong) in FIELDS.iter().zip(wrong) {
        let share = 1.0 - f64::from(wrong) / tokens as f64;
        println!("{name}: {:.4} % of {tokens}", share * 100.0);
        assert!(
            share >= *least,
            "{name}: {share} < {least}\n{}",
            differences.join("\n")
        );
    }
}

#[test]
fn every_sentence_of_the_list_is_compared() {
    let listed = include_str!("sentences.txt").lines().count();
    assert_eq!(sentences().len(), listed);
}

fn read_alone(reader: &mut Reader, sentence: &str) -> Vec<Token> {
    reader
        .sentences(sentence, &[Span::new(0, sentence.len())])
        .swap_remove(0)
        .tokens
}

/// Each sentence with the lines of its tokens.
fn sentences() -> Vec<(&'static str, Vec<&'static str>)> {
    let block = |block: &'static str| {
        let (sentence, tokens) = block.strip_prefix("# ")?.split_once('\n')?;
        Some((sentence, tokens.split('\n').collect()))
    };
    EXPECTED
        .trim_end_matches('\n')
        .split("\n\n")
        .map(|text| block(text).unwrap_or_else(|| unreachable!("{text}")))
        .collect()
}

/// A token as a line of the stored results.
fn line(token: &Token) -> String {
    let entity = token.entity.map_or("-".to_string(), |part| {
        format!(
            "{}-{}",
            if part.begins { "B" } else { "I" },
            part.kind.name()
        )
    });
    let (pos, tag, label) = (token.pos.name(), token.tag.name(), token.label.name());
    let (start, end) = (token.span.start, token.span.end);
    format!(
        "{start}\t{end}\t{}\t{pos}\t{tag}\t{}\t{label}\t{entity}",
        token.lemma, token.head
    )
}

/// What a line says in one of the fields.
fn part(line: &str, field: usize) -> Vec<Option<&str>> {
    let parts: Vec<&str> = line.split('\t').collect();
    FIELDS[field]
        .1
        .iter()
        .map(|&n| parts.get(n).copied())
        .collect()
}
