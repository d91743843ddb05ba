//! schema.org articles as JSON-LD: in files of their own and in the head of web pages.

use serde_json::Value;

use super::draft::{Draft, Piece, Role};
use super::json::{names, pieces, words};
use crate::model::DateSource;

/// Types of schema.org that are articles.
const TYPES: [&str; 9] = [
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "ReviewNewsArticle",
];

/// Whether an object is an article of schema.org.
pub fn is(value: &Value) -> bool {
    let is_type = |t: &Value| {
        t.as_str()
            .is_some_and(|t| TYPES.contains(&t.rsplit(['/', ':']).next().unwrap_or_default()))
    };
    match value.get("@type") {
        Some(Value::Array(types)) => types.iter().any(is_type),
        Some(kind) => is_type(kind),
        None => false,
    }
}

/// The first article in a value: itself, in a list, or in a graph.
pub fn article_in(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(article_in),
        Value::Object(_) if is(value) => Some(value),
        Value::Object(object) => ["@graph", "mainEntity", "mainEntityOfPage"]
            .iter()
            .find_map(|n| article_in(object.get(*n)?)),
        _ => None,
    }
}

/// The publisher that an article names by a reference only: the node with that name, else the site or the only body in
/// the graph.
pub fn publisher_in(value: &Value, article: &Value) -> Option<String> {
    let nodes: Vec<&Value> = match value.get("@graph").unwrap_or(value) {
        Value::Array(items) => items.iter().collect(),
        one => vec![one],
    };
    let wanted = article.get("publisher").and_then(|p| p.get("@id"));
    let is = |node: &Value, kinds: &[&str]| {
        let kind = node.get("@type").and_then(Value::as_str);
        kind.is_some_and(|k| kinds.contains(&k))
    };
    let named = nodes
        .iter()
        .find(|n| wanted.is_some() && n.get("@id") == wanted)
        .or_else(|| nodes.iter().find(|n| is(n, &["WebSite"])))
        .or_else(|| {
            let bodies = ["Organization", "NewsMediaOrganization"];
            nodes.iter().find(|n| is(n, &bodies))
        });
    named.and_then(|n| n.get("name")).and_then(words)
}

/// What an article object says.
pub fn draft(value: &Value) -> Draft {
    let field = |name: &str| value.get(name).and_then(words);
    let address = |name: &str| {
        let found = value.get(name)?;
        let at = found.get("@id").or(found.get("url")).unwrap_or(found);
        words(at).filter(|u| u.starts_with("http"))
    };
    let body = value
        .get("articleBody")
        .or(value.get("text"))
        .and_then(Value::as_str)
        .unwrap_or_default();
    let mut found = pieces(body);
    found.extend(updates(value));
    for correction in corrections(value) {
        found.push(Piece::plain(correction));
    }
    Draft {
        headline: field("headline").or_else(|| field("name")),
        subheadline: field("alternativeHeadline"),
        outlet: field("publisher").or_else(|| field("sourceOrganization")),
        url: address("url")
            .or_else(|| address("mainEntityOfPage"))
            .or_else(|| address("@id")),
        byline: ["author", "creator"]
            .iter()
            .map(|n| names(value.get(*n)))
            .find(|l| !l.is_empty())
            .unwrap_or_default(),
        published: field("datePublished")
            .or_else(|| field("dateCreated"))
            .map(|d| (d, DateSource::Metadata)),
        updated: field("dateModified"),
        dateline: field("dateline"),
        section: field("articleSection"),
        language: language(value),
        pieces: found,
        ..Draft::default()
    }
}

/// The entries of a live blog, each under its heading, in the order in which the page prints them.
fn updates(value: &Value) -> Vec<Piece> {
    let entries = value.get("liveBlogUpdate").and_then(Value::as_array);
    let entry = |entry: &Value| {
        let heading = entry.get("headline").and_then(words).map(|text| Piece {
            text,
            role: Role::Heading,
        });
        let body = entry
            .get("articleBody")
            .or(entry.get("text"))
            .and_then(Value::as_str);
        let text = pieces(body.unwrap_or_default());
        heading.into_iter().chain(text).collect::<Vec<_>>()
    };
    entries.into_iter().flatten().flat_map(entry).collect()
}

fn language(value: &Value) -> Option<String> {
    let found = value.get("inLanguage")?;
    found
        .get("alternateName")
        .and_then(words)
        .or_else(|| words(found))
}

/// Corrections as schema.org keeps them, in the form in which pages print them.
fn corrections(value: &Value) -> Vec<String> {
    let text = |v: &Value| v.get("text").and_then(words).or_else(|| words(v));
    let found: Vec<String> = match value.get("correction") {
        Some(Value::Array(list)) => list.iter().filter_map(text).collect(),
        Some(one) => text(one).into_iter().collect(),
        None => Vec::new(),
    };
    let labelled = |words: String| {
        if words.to_lowercase().starts_with("correct") {
            words
        } else {
            format!("Correction: {words}")
        }
    };
    found.into_iter().map(labelled).collect()
}
