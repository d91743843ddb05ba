//! Reads sentences, one a line on standard input, and prints them in the format of `tests/reading/expected.txt`.

use std::io::{self, BufWriter, Read, Write};

use news_coverage::model::Token;
use news_coverage::read;
use news_coverage::span::Span;

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut start = 0;
    let mut spans = Vec::new();
    for line in text.split('\n') {
        spans.push(Span::new(start, start + line.len()));
        start += line.len() + 1;
    }
    spans.retain(|span| !span.is_empty());
    let mut out = BufWriter::new(io::stdout().lock());
    for (span, reading) in spans.iter().zip(read::sentences(&text, &spans)) {
        writeln!(out, "# {}", span.of(&text))?;
        for token in &reading.tokens {
            writeln!(out, "{}", line(token, span.start))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A token's fields, divided by tabs.
fn line(token: &Token, start: usize) -> String {
    let entity = token.entity.map_or("-".to_string(), |part| {
        format!(
            "{}-{}",
            if part.begins { "B" } else { "I" },
            part.kind.name()
        )
    });
    let (first, last) = (token.span.start - start, token.span.end - start);
    let (pos, tag, label) = (token.pos.name(), token.tag.name(), token.label.name());
    format!(
        "{first}\t{last}\t{}\t{pos}\t{tag}\t{}\t{label}\t{entity}",
        token.lemma, token.head
    )
}
