//! What was read from each file, for a person.

use std::fmt::Write;

use super::terminal::paint::{Paint, Style, wrap};
use super::{plain, shares};
use crate::report::{ArticleEntry, QuoteEntry, Report};

/// How it looks.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Columns.
    pub width: usize,
    /// Whether escape codes for colour may be used.
    pub color: bool,
}

/// Metadata, sentences, quotes and what was set apart of each article, then who is mentioned.
pub fn write(report: &Report, options: &Options) -> String {
    let paint = Paint {
        color: options.color,
    };
    let columns = options.width.clamp(40, 300);
    let mut out = String::new();
    for article in &report.articles {
        head(&mut out, article, columns, paint);
        sentences(&mut out, article, columns, paint);
        quotes(
            &mut out,
            report.quotes.iter().filter(|q| q.article == article.id),
            columns,
            paint,
        );
        voices(&mut out, article, columns, paint);
        residue(&mut out, article, columns, paint);
        out.push('\n');
    }
    entities(&mut out, report, columns, paint);
    out
}

/// How much of the article is whose words.
fn voices(out: &mut String, article: &ArticleEntry, columns: usize, paint: Paint) {
    if !article.voices.speakers.is_empty() {
        heading(out, "  Voices", paint);
        put(
            out,
            &shares::shares_of_speakers(&article.voices),
            columns,
            "    ",
            "      ",
        );
    }
}

fn put(out: &mut String, words: &str, columns: usize, first: &str, rest: &str) {
    for line in wrap(words, columns, first, rest) {
        let _ = writeln!(out, "{line}");
    }
}

fn heading(out: &mut String, words: &str, paint: Paint) {
    let _ = writeln!(out, "{}", paint.paint(Style::Bold, words));
}

fn head(out: &mut String, article: &ArticleEntry, columns: usize, paint: Paint) {
    heading(
        out,
        &format!(
            "{} · {}",
            plain::line(&article.outlet),
            plain::line(&article.path)
        ),
        paint,
    );
    let from = article
        .published_from
        .map(|f| format!(" (from {f:?})").to_lowercase())
        .unwrap_or_default();
    let rows = [
        ("id", Some(article.id.clone())),
        ("headline", article.headline.clone()),
        (
            "byline",
            Some(article.byline.join(", ")).filter(|b| !b.is_empty()),
        ),
        ("dateline", article.dateline.clone()),
        (
            "published",
            Some(
                article
                    .published
                    .clone()
                    .map_or("unknown".to_string(), |p| p + &from),
            ),
        ),
        ("updated", article.updated.clone()),
        (
            "wire",
            Some(article.wire.join(", ")).filter(|w| !w.is_empty()),
        ),
        ("section", article.section.clone()),
        ("language", article.language.clone()),
        ("url", article.url.clone()),
        ("scope", article.out_of_scope.clone()),
    ];
    for (name, value) in rows {
        if let Some(value) = value {
            put(
                out,
                &format!("{name}: {}", plain::line(&value)),
                columns,
                "  ",
                "    ",
            );
        }
    }
    for correction in &article.corrections {
        put(
            out,
            &format!("correction: {}", plain::line(correction)),
            columns,
            "  ",
            "    ",
        );
    }
}

fn sentences(out: &mut String, article: &ArticleEntry, columns: usize, paint: Paint) {
    heading(
        out,
        &format!(
            "  {} sentences, {} words",
            article.sentences.len(),
            article.words
        ),
        paint,
    );
    for (i, sentence) in article.sentences.iter().enumerate() {
        let kind = match sentence.kind {
            crate::model::BlockKind::Body => String::new(),
            other => format!("({}) ", format!("{other:?}").to_lowercase()),
        };
        put(
            out,
            &format!("{kind}{}", plain::line(&sentence.text)),
            columns,
            &format!("  {i:>3} "),
            "      ",
        );
    }
}

fn quotes<'a>(
    out: &mut String,
    quotes: impl Iterator<Item = &'a QuoteEntry>,
    columns: usize,
    paint: Paint,
) {
    let mut first = true;
    for quote in quotes {
        if std::mem::take(&mut first) {
            heading(out, "  Quotes", paint);
        }
        let speaker = quote
            .speaker
            .as_deref()
            .map_or("unknown speaker".to_string(), plain::line);
        let cue = quote
            .cue
            .as_deref()
            .map(|c| format!(", {}", plain::line(c)))
            .unwrap_or_default();
        let via = quote
            .via
            .as_deref()
            .map(|v| format!(", via {}", plain::line(v)))
            .unwrap_or_default();
        let kind = format!("{:?}", quote.kind).to_lowercase();
        put(
            out,
            &format!("{kind}, {speaker}{cue}{via}: {}", plain::line(&quote.text)),
            columns,
            "    ",
            "      ",
        );
    }
}

fn residue(out: &mut String, article: &ArticleEntry, columns: usize, paint: Paint) {
    if !article.boilerplate.is_empty() {
        heading(out, "  Removed", paint);
    }
    for piece in &article.boilerplate {
        put(
            out,
            &format!(
                "{}: {}",
                plain::line(&piece.reason),
                plain::line(&piece.text)
            ),
            columns,
            "    ",
            "      ",
        );
    }
}

fn entities(out: &mut String, report: &Report, columns: usize, paint: Paint) {
    if report.entities.iter().any(|e| e.named) {
        heading(out, "Mentioned", paint);
    }
    for entity in report.entities.iter().filter(|e| e.named) {
        let kind = format!("{:?}", entity.kind).to_lowercase();
        let aliases = if entity.aliases.is_empty() {
            String::new()
        } else {
            format!(", also {}", entity.aliases.join(", "))
        };
        put(
            out,
            &format!(
                "{kind}: {}{}",
                plain::line(&entity.name),
                plain::inline(&aliases)
            ),
            columns,
            "  ",
            "    ",
        );
    }
}
