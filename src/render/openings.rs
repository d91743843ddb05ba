//! Headlines and first sentences that a finding holds side by side, article by article.

use super::plain;
use super::view::View;
use crate::model::Dimension;
use crate::report::{ArticleEntry, FindingEntry, FramingEntry, TermEntry};

/// Words that a first sentence needs to be shown alone; a shorter one leads to the next.
const ALONE: usize = 12;

/// What one article opens with.
pub struct Opening<'a> {
    article: &'a ArticleEntry,
    headline: Option<&'a TermEntry>,
    lead: &'a [TermEntry],
}

/// The openings that a finding compares, in the order of the columns; none for another finding.
pub fn of<'a>(view: &View<'a>, finding: &FindingEntry) -> Option<Vec<Opening<'a>>> {
    let mut framings = view.report.framings.iter();
    let about: Vec<&FramingEntry> = framings
        .by_ref()
        .filter(|f| finding.about.contains(&f.id))
        .collect();
    let is_opening =
        |f: &&FramingEntry| matches!(f.dimension, Dimension::Headline | Dimension::Lead);
    if about.is_empty() || !about.iter().all(is_opening) {
        return None;
    }
    let terms = |dimension: Dimension, article: &ArticleEntry| {
        let framing = about.iter().find(|f| f.dimension == dimension)?;
        framing.per_source.get(&article.id).map(Vec::as_slice)
    };
    let opening = |article: &'a ArticleEntry| Opening {
        article,
        headline: terms(Dimension::Headline, article).and_then(<[_]>::first),
        lead: terms(Dimension::Lead, article).unwrap_or_default(),
    };
    let all = view.columns().into_iter().map(opening);
    Some(all.filter(|o| o.first().is_some()).collect())
}

/// What a finding says, without the openings that are shown below it.
pub fn claim(view: &View, finding: &FindingEntry) -> String {
    let summary = plain::line(&finding.summary);
    match (of(view, finding), summary.split_once(". ")) {
        (Some(_), Some((title, _))) => format!("{title}."),
        _ => summary,
    }
}

/// The names of the articles, with the day each appeared where they are of several days.
pub fn labels(view: &View, openings: &[Opening]) -> Vec<String> {
    let ids = openings.iter().map(|o| &o.article.id);
    ids.map(|id| view.dated(id)).collect()
}

impl Opening<'_> {
    /// What is read first: the headline, or the first sentence where there is none to read.
    pub fn first(&self) -> Option<String> {
        let readable = |term: &&TermEntry| term.term.chars().any(char::is_alphanumeric);
        let first = self.headline.filter(readable).or(self.lead.first());
        first.map(|term| inside_quotes(&term.term))
    }

    /// The headline and the first sentence, with the next one where that is short.
    pub fn terms(&self) -> impl Iterator<Item = &TermEntry> {
        let is_short = |term: &TermEntry| term.term.matches(' ').count() + 1 < ALONE;
        let shown = match self.lead.first() {
            Some(first) if is_short(first) => self.lead,
            _ => self.lead.get(..1).unwrap_or_default(),
        };
        self.headline.into_iter().chain(shown)
    }

    /// The same in quotation marks: “headline” — “first sentence”.
    pub fn whole(&self) -> String {
        let own = |term: &&TermEntry| self.headline.is_some_and(|h| h.sentence == term.sentence);
        let (headline, lead): (Vec<&TermEntry>, Vec<&TermEntry>) = self.terms().partition(own);
        let quoted = |terms: &[&TermEntry]| {
            let words: Vec<String> = terms.iter().map(|t| inside_quotes(&t.term)).collect();
            format!("“{}”", words.join(" "))
        };
        let parts = [headline, lead];
        let parts: Vec<String> = parts
            .iter()
            .filter(|terms| !terms.is_empty())
            .map(|terms| quoted(terms))
            .collect();
        parts.join(" — ")
    }
}

/// Words that are put between double marks: double marks of their own become single.
fn inside_quotes(words: &str) -> String {
    plain::line(words).replace('“', "‘").replace('”', "’")
}
