//! How the articles open, side by side: their headlines, and their first sentences.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::compare::phrases::quoted;
use crate::compare::wording;
use crate::model::{
    ArticleId, BlockKind, Dimension, Document, Event, Excerpt, Framing, SentenceId, Term,
};
use crate::span::Span;

/// Share of content words from which two openings say the same. Of 23 sets of
/// headlines that readers judged, the two that are more alike than this were the two that nobody cared for.
const SAME: f64 = 0.5;

/// Sentences of a lead: the first says what happened, or is a teaser that the second resolves.
const LEAD: usize = 2;

/// Words that the first sentence needs to be printed alone; a shorter one leads to the next.
const ALONE: usize = 12;

/// How one article opens.
struct Opening {
    article: ArticleId,
    /// As printed beside the others.
    text: String,
    terms: Vec<Term>,
}

/// The headlines of all articles that have one; none where all say the same.
pub fn headlines_apart(event: &Event) -> Option<Framing> {
    let openings: Vec<Opening> = event
        .articles()
        .filter_map(|(id, d)| headline(id, d))
        .collect();
    side_by_side(
        event,
        "The headlines",
        Dimension::Headline,
        "headlines",
        openings,
    )
}

/// The first sentences of all articles; none where all say the same.
pub fn leads_apart(event: &Event) -> Option<Framing> {
    let openings: Vec<Opening> = event.articles().filter_map(|(id, d)| lead(id, d)).collect();
    side_by_side(event, "How each begins", Dimension::Lead, "leads", openings)
}

fn headline(article: ArticleId, document: &Document) -> Option<Opening> {
    let index = document
        .sentences
        .iter()
        .position(|s| s.kind == BlockKind::Headline)?;
    let mut term = term(article, document, index)?;
    if let Some(whole) = &document.article.headline {
        term.term.clone_from(whole); // A headline of two sentences is one headline.
    }
    Some(Opening {
        article,
        text: term.term.clone(),
        terms: vec![term],
    })
}

fn lead(article: ArticleId, document: &Document) -> Option<Opening> {
    let body = document.sentences.iter().enumerate();
    let body = body.filter(|(_, s)| s.kind == BlockKind::Body);
    let terms: Vec<Term> = body
        .take(LEAD)
        .filter_map(|(index, _)| term(article, document, index))
        .collect();
    let first = &terms.first()?.term;
    let text = if first.split_whitespace().count() < ALONE {
        let all: Vec<&str> = terms.iter().map(|t| t.term.as_str()).collect();
        all.join(" ")
    } else {
        first.clone()
    };
    Some(Opening {
        article,
        text,
        terms,
    })
}

/// A sentence, without the dateline before it.
fn term(article: ArticleId, document: &Document, index: usize) -> Option<Term> {
    let whole = document.sentences.get(index)?.span;
    let text = document.text(whole);
    let dateline = document.article.dateline.as_deref();
    let told = dateline
        .and_then(|d| text.strip_prefix(d))
        .map_or(text, |t| {
            t.trim_start_matches(|c: char| c.is_whitespace() || "—–―-:".contains(c))
        });
    let span = Span::new(whole.end - told.len(), whole.end);
    let sentence = SentenceId {
        article,
        index: index as u32,
    };
    Some(Term {
        excerpt: Excerpt { sentence, span },
        term: told.to_string(),
    })
}

fn side_by_side(
    event: &Event,
    title: &str,
    dimension: Dimension,
    rule: &'static str,
    openings: Vec<Opening>,
) -> Option<Framing> {
    let stems: Vec<BTreeSet<String>> = openings.iter().map(|o| stems(&o.terms)).collect();
    let differ = stems
        .iter()
        .enumerate()
        .any(|(i, a)| stems.iter().skip(i + 1).any(|b| !alike(a, b)));
    if !differ {
        return None;
    }
    let named = names(event, &openings);
    let beside = openings.iter().zip(&named);
    let lines: Vec<String> = beside
        .map(|(opening, name)| format!("{name}: {}", quoted(&opening.text)))
        .collect();
    let per_source: BTreeMap<ArticleId, Vec<Term>> =
        openings.into_iter().map(|o| (o.article, o.terms)).collect();
    Some(Framing {
        dimension,
        target: "the event".to_string(),
        per_source,
        note: format!("{title}. {}.", lines.join("; ")),
        rule,
    })
}

/// The outlets, with the day where they are of several days: what an article leaves out may not have happened yet.
fn names(event: &Event, openings: &[Opening]) -> Vec<String> {
    let articles = || openings.iter().filter_map(|o| event.document(o.article));
    let day = |d: &Document| {
        d.article
            .published
            .as_deref()
            .and_then(|p| p.get(..10)?.parse().ok())
    };
    let days: BTreeSet<Option<Date>> = articles().map(day).collect();
    let name = |d: &Document| match day(d) {
        Some(date) if days.len() > 1 => {
            format!("{} ({})", d.article.outlet, date.strftime("%-d %b"))
        }
        _ => d.article.outlet.clone(),
    };
    articles().map(name).collect()
}

fn stems(terms: &[Term]) -> BTreeSet<String> {
    let words = terms.iter().flat_map(|t| {
        t.term
            .split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
            .filter(|w| !w.is_empty())
    });
    wording::content(words).into_iter().collect()
}

fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.intersection(b).count() as f64 >= SAME * a.len().max(b.len()) as f64
}
