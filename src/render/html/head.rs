//! The head of the page: the event, the outlets, which of them share copy, what was skipped.

use serde::Serialize;

use crate::model::{BlockKind, OriginKind, Severity};
use crate::render::labels::count;
use crate::render::view::View;
use crate::render::{nothing, plain};
use crate::report::{ArticleEntry, OriginEntry};

/// The head of the page.
#[derive(Serialize)]
pub struct Head {
    title: String,
    date: Option<String>,
    articles: String,
    origins_count: String,
    /// Which findings were asked for, where not all.
    asked: Option<String>,
    /// What is said where there are none.
    nothing: String,
    people: Vec<String>,
    organizations: Vec<String>,
    outlets: Vec<Outlet>,
    origins: Vec<Origin>,
    diagnostics: Vec<String>,
    method: String,
    generator: String,
    schema: String,
}

/// One column of the page.
#[derive(Serialize)]
pub struct Outlet {
    index: usize,
    name: String,
    short: String,
    /// Its file, where the name alone does not tell which article it is.
    file: Option<String>,
    headline: Option<String>,
    /// The first sentence, where there is no headline.
    lead: Option<String>,
    published: Option<String>,
    words: usize,
    /// What a reader should know before holding a gap against it.
    note: Option<String>,
}

/// Columns that carry the same copy, beside each other.
#[derive(Serialize)]
pub struct Origin {
    /// "same copy: AFP"; nothing for an article on its own.
    label: Option<String>,
    span: usize,
    evidence: Vec<String>,
    outlets: Vec<usize>,
}

/// The head of the page.
pub fn head(view: &View) -> Head {
    let report = view.report;
    let columns = view.columns();
    let trouble = report
        .diagnostics
        .iter()
        .filter(|d| d.severity != Severity::Info);
    Head {
        title: view
            .title()
            .map_or_else(|| "Coverage".to_string(), plain::line),
        date: report.event.date.as_deref().map(plain::line),
        articles: count(report.articles.len(), "article"),
        origins_count: count(report.origins.len(), "origin"),
        asked: nothing::asked(report),
        nothing: nothing::nothing(report),
        people: report.event.people.iter().map(|p| plain::line(p)).collect(),
        organizations: report
            .event
            .organizations
            .iter()
            .map(|o| plain::line(o))
            .collect(),
        outlets: columns
            .iter()
            .enumerate()
            .map(|(i, a)| outlet(view, i, a))
            .collect(),
        origins: origins(view, &columns),
        diagnostics: trouble
            .map(|d| format!("{}: {}", plain::line(&d.path), plain::line(&d.message)))
            .collect(),
        method: plain::line(&report.alignment_method),
        generator: format!(
            "{} {}",
            plain::line(&report.generator.name),
            plain::line(&report.generator.version)
        ),
        schema: report.schema_version.clone(),
    }
}

fn outlet(view: &View, index: usize, article: &ArticleEntry) -> Outlet {
    let scope = article.out_of_scope.as_deref().map(plain::line);
    let brief = view.is_brief(article).then(|| "brief".to_string());
    let alone = view
        .report
        .origins
        .iter()
        .find(|o| o.articles == [article.id.clone()]);
    let credited = alone.filter(|o| o.kind == OriginKind::Wire && o.name != article.outlet);
    let wire = credited.map(|o| format!("credits {}", plain::line(&o.name)));
    Outlet {
        index,
        name: plain::line(&article.outlet),
        short: view.short(&article.id),
        file: view.file(article),
        headline: article.headline.as_deref().map(plain::line),
        lead: lead(article).map(plain::line),
        published: article
            .published
            .as_deref()
            .map(|p| plain::line(p).chars().take(10).collect()),
        words: article.words,
        note: scope.or(view.earlier(article)).or(brief).or(wire),
    }
}

/// The first sentence of an article without a headline; a card with nothing on it says less.
fn lead(article: &ArticleEntry) -> Option<&str> {
    let mut body = article
        .sentences
        .iter()
        .filter(|s| s.kind == BlockKind::Body && !s.text.is_empty());
    let first = body.next().map(|s| s.text.as_str());
    first.filter(|_| article.headline.is_none())
}

fn origins(view: &View, columns: &[&ArticleEntry]) -> Vec<Origin> {
    let position = |id: &String| columns.iter().position(|a| a.id == *id);
    let known = view.report.origins.iter().map(|origin| {
        let outlets: Vec<usize> = origin.articles.iter().filter_map(position).collect();
        Origin {
            label: origin_label(origin),
            span: outlets.len(),
            evidence: origin.evidence.iter().map(|e| plain::line(e)).collect(),
            outlets,
        }
    });
    known.filter(|o| o.span > 0).collect()
}

fn origin_label(origin: &OriginEntry) -> Option<String> {
    let source = match origin.kind {
        OriginKind::Wire | OriginKind::Release => Some(plain::line(&origin.name)),
        _ => None,
    };
    match (origin.articles.len() > 1, source) {
        (true, Some(source)) => Some(format!("same copy: {source}")),
        (true, None) => Some("same copy".to_string()),
        (false, _) => None,
    }
}
