//! How the articles open, side by side: their headlines, and their first sentences.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::compare::phrases::quoted;
use crate::compare::standing::day;
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

/// Whether all articles are of a day and the next; one without a day is taken for such. With more time between them it is
/// the event that differs, not how it is told: of 13 sets of headlines over more days that readers judged 4 misled, of the
/// other 51 one. Articles are not left out one by one, for a reader would miss them.
fn are_of_one_time(event: &Event) -> bool {
    let days: BTreeSet<Date> = event.documents.iter().filter_map(day).collect();
    let ends = days.first().zip(days.last());
    ends.is_none_or(|(first, last)| (*last - *first).get_days() <= 1)
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

/// Headlines and first sentences in one line: where the two differ between outlets they differ in the same way, and a reader
/// wants to see it once.
pub fn together(event: &Event, headlines: &Framing, leads: &Framing) -> String {
    let both: BTreeSet<ArticleId> = headlines
        .per_source
        .keys()
        .chain(leads.per_source.keys())
        .copied()
        .collect();
    let articles: Vec<ArticleId> = both.into_iter().collect();
    let told = |article: &ArticleId| {
        let headline = headlines
            .per_source
            .get(article)
            .and_then(|terms| terms.first());
        let document = event.document(*article);
        let lead = document.and_then(|d| lead(*article, d));
        let headline = headline.map(|term| quoted(&term.term));
        let lead = lead.filter(|_| leads.per_source.contains_key(article));
        let lead = lead.map(|opening| quoted(&opening.text));
        let parts: Vec<String> = headline.into_iter().chain(lead).collect();
        parts.join(" — ")
    };
    let named = names(event, &articles);
    let lines: Vec<String> = named
        .iter()
        .zip(&articles)
        .map(|(name, article)| format!("{name}: {}", told(article)))
        .collect();
    format!("How each opens. {}.", lines.join("; "))
}

fn lead(article: ArticleId, document: &Document) -> Option<Opening> {
    let body = document.sentences.iter().enumerate();
    let body = body.filter(|(_, s)| s.kind == BlockKind::Body);
    let terms: Vec<Term> = body
        .take(LEAD)
        .filter_map(|(index, _)| term(article, document, index))
        .collect();
    let first = &terms.first()?.term;
    let words = terms.first().and_then(|t| {
        let index = t.excerpt.sentence.index as usize;
        Some(document.sentences.get(index)?.words.len())
    });
    let text = if words.is_some_and(|n| n < ALONE) {
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
    if !are_of_one_time(event) {
        return None;
    }
    let stems: Vec<BTreeSet<String>> = openings.iter().map(|o| stems(&o.terms)).collect();
    let differ = stems
        .iter()
        .enumerate()
        .any(|(i, a)| stems.iter().skip(i + 1).any(|b| !alike(a, b)));
    if !differ {
        return None;
    }
    let articles: Vec<ArticleId> = openings.iter().map(|o| o.article).collect();
    let named = names(event, &articles);
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
fn names(event: &Event, ids: &[ArticleId]) -> Vec<String> {
    let articles = || ids.iter().filter_map(|id| event.document(*id));
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
