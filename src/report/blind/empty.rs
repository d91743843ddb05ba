//! What masking leaves nothing of is left out: a finding on headlines would be a line of blocks.

use std::collections::{BTreeMap, BTreeSet};

use super::names::is_blank;
use crate::model::BlockKind;
use crate::report::{ArticleEntry, ExcerptEntry, FactEntry, Report};

/// Leaves out rows, framings, words and findings of which only blocks are left.
pub fn leave_out(report: &mut Report) {
    let before: BTreeSet<String> = ids(report).map(str::to_string).collect();
    let articles: BTreeMap<&str, &ArticleEntry> =
        report.articles.iter().map(|a| (a.id.as_str(), a)).collect();
    report.facts.retain_mut(|fact| is_told(fact, &articles));
    report.framings.retain(|framing| {
        let mut terms = framing.per_source.values().flatten().peekable();
        terms.peek().is_none() || terms.any(|t| !is_blank(&t.term))
    });
    for vocabulary in &mut report.vocabulary {
        vocabulary
            .words
            .retain(|word| is_shown(&word.places) && !is_blank(&word.word));
    }
    report.findings.retain(|f| is_shown(&f.evidence));
    let blank = |name: &String| !is_blank(name);
    report.event.people.retain(blank);
    report.event.organizations.retain(blank);
    let after: BTreeSet<String> = ids(report).map(str::to_string).collect();
    for finding in &mut report.findings {
        finding
            .about
            .retain(|id| after.contains(id) || !before.contains(id));
    }
}

/// Ids of what can be left out and told about.
fn ids(report: &Report) -> impl Iterator<Item = &str> {
    let facts = report.facts.iter().map(|f| f.id.as_str());
    facts.chain(report.framings.iter().map(|f| f.id.as_str()))
}

fn is_shown(places: &[ExcerptEntry]) -> bool {
    places.is_empty() || places.iter().any(|place| !is_blank(&place.text))
}

/// Whether a row still says something. One that speaks in the words of a headline takes those of another place that tells it.
fn is_told(fact: &mut FactEntry, articles: &BTreeMap<&str, &ArticleEntry>) -> bool {
    if !is_blank(&fact.home.text) {
        return !is_blank(&fact.statement);
    }
    let mut places = fact.support.values().flatten();
    let Some(home) = places.find_map(|s| body(&s.sentence, s.start..s.end, articles)) else {
        return false;
    };
    fact.statement.clone_from(&home.text);
    fact.home = home;
    true
}

/// The words of a place in the body of an article.
fn body(
    sentence: &str,
    range: std::ops::Range<usize>,
    articles: &BTreeMap<&str, &ArticleEntry>,
) -> Option<ExcerptEntry> {
    let (article, _) = sentence.rsplit_once(':')?;
    let article = articles.get(article)?;
    let entry = article.sentences.iter().find(|s| s.id == sentence)?;
    let text: String = article
        .text
        .chars()
        .skip(range.start)
        .take(range.end.checked_sub(range.start)?)
        .collect();
    let is_readable = entry.kind != BlockKind::Headline && !text.is_empty() && !is_blank(&text);
    is_readable.then(|| ExcerptEntry {
        sentence: sentence.to_string(),
        start: range.start,
        end: range.end,
        text,
    })
}
