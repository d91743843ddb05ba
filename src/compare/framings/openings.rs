//! How the articles open, side by side: their headlines, and their first sentences.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::compare::phrases::quoted;
use crate::compare::standing;
use crate::compare::wording;
use crate::model::{
    ArticleId, BlockKind, Dimension, Document, Event, Excerpt, Framing, SentenceId, Term,
};
use crate::span::Span;

/// Share of content words from which two openings say the same. Of 23 sets of headlines that readers judged, the two that
/// are more alike than this were the two that nobody cared for.
const SAME: f64 = 0.5;

/// Sentences of a lead: the first says what happened, or is a teaser that the second resolves.
const LEAD: usize = 2;

/// Words that the first sentence needs to be printed alone; a shorter one leads to the next.
const ALONE: usize = 12;

/// The sentences with which an article opens.
type Opening = (ArticleId, Vec<Term>);

/// The headlines of all articles that have one; none where all say the same.
pub fn headlines_apart(event: &Event) -> Option<Framing> {
    let openings = event.articles().filter_map(|(id, d)| headline(id, d));
    side_by_side(
        event,
        "Headlines differ",
        Dimension::Headline,
        "headlines",
        openings,
    )
}

/// The first sentences of all articles; none where all say the same.
pub fn leads_apart(event: &Event) -> Option<Framing> {
    let openings = event.articles().filter_map(|(id, d)| lead(id, d));
    side_by_side(
        event,
        "First sentences differ",
        Dimension::Lead,
        "leads",
        openings,
    )
}

/// Whether all articles are of a day and the next; one without a day is taken for such. With more time between them it is
/// the event that differs, not how it is told: of 13 sets of headlines over more days that readers judged 4 misled, of the
/// other 51 one. Articles are not left out one by one, for a reader would miss them.
fn are_of_one_time(event: &Event) -> bool {
    let days: BTreeSet<Date> = event.documents.iter().filter_map(standing::day).collect();
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
    Some((article, vec![term]))
}

/// Headlines and first sentences in one line: where the two differ between outlets they differ in the same way, and a reader
/// wants to see it once.
pub fn together(event: &Event, headlines: &Framing, leads: &Framing) -> String {
    let both = headlines.per_source.keys().chain(leads.per_source.keys());
    let articles: BTreeSet<ArticleId> = both.copied().collect();
    let told = |article: ArticleId| {
        let parts = [headlines, leads].into_iter();
        let parts = parts.filter_map(|framing| framing.per_source.get(&article));
        let parts: Vec<String> = parts.map(|terms| printed(event, terms)).collect();
        parts.join(" — ")
    };
    let lines = lines(event, &articles, told);
    format!("How each article opens. {lines}.")
}

fn lead(article: ArticleId, document: &Document) -> Option<Opening> {
    let body = document.sentences.iter().enumerate();
    let body = body.filter(|(_, s)| s.kind == BlockKind::Body);
    let terms: Vec<Term> = body
        .take(LEAD)
        .filter_map(|(index, _)| term(article, document, index))
        .collect();
    (!terms.is_empty()).then_some((article, terms))
}

/// The words of an opening as they stand beside those of others: its first sentence, and the next where that is short.
fn printed(event: &Event, terms: &[Term]) -> String {
    let is_short = |term: &Term| {
        let sentence = event.sentence(term.excerpt.sentence);
        sentence.is_some_and(|s| s.words.len() < ALONE)
    };
    let shown = if terms.first().is_some_and(is_short) {
        LEAD
    } else {
        1
    };
    let words: Vec<&str> = terms.iter().take(shown).map(|t| t.term.as_str()).collect();
    quoted(&words.join(" "))
}

/// A sentence, without the dateline before it.
fn term(article: ArticleId, document: &Document, index: usize) -> Option<Term> {
    let whole = document.sentences.get(index)?.span;
    let told = standing::without_dateline(document, document.text(whole));
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
    openings: impl Iterator<Item = Opening>,
) -> Option<Framing> {
    let per_source: BTreeMap<ArticleId, Vec<Term>> = openings.collect();
    let stems: Vec<BTreeSet<String>> = per_source.values().map(|terms| stems(terms)).collect();
    let differ = stems
        .iter()
        .enumerate()
        .any(|(i, a)| stems.iter().skip(i + 1).any(|b| !alike(a, b)));
    if !differ || !are_of_one_time(event) {
        return None;
    }
    let articles: BTreeSet<ArticleId> = per_source.keys().copied().collect();
    let told = |article: ArticleId| {
        let terms = per_source.get(&article);
        terms.map_or(String::new(), |terms| printed(event, terms))
    };
    let lines = lines(event, &articles, told);
    Some(Framing {
        dimension,
        target: "the event".to_string(),
        per_source,
        note: format!("{title}. {lines}."),
        rule,
    })
}

/// What each outlet prints, with the day where the articles are of several: what one leaves out may not have happened yet.
fn lines(
    event: &Event,
    articles: &BTreeSet<ArticleId>,
    told: impl Fn(ArticleId) -> String,
) -> String {
    let documents = || {
        let ids = articles.iter();
        ids.filter_map(|id| Some((*id, event.document(*id)?)))
    };
    let days: BTreeSet<Option<Date>> = documents().map(|(_, d)| standing::day(d)).collect();
    let line = |(id, d): (ArticleId, &Document)| {
        let dated = standing::day(d).filter(|_| days.len() > 1);
        let day = dated.map_or(String::new(), |day| day.strftime(" (%-d %b)").to_string());
        format!("{}{day}: {}", d.article.outlet, told(id))
    };
    let lines: Vec<String> = documents().map(line).collect();
    lines.join("; ")
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
