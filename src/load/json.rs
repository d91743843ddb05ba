//! JSON as extractors and sites write it: trafilatura, newspaper4k, news-please, schema.org, ninjs, and plain objects
//! with the usual names.

use std::io::BufRead;

use serde_json::Value;

use super::draft::Draft;
use super::{answers, bounded, linked, ninjs, text, xml};
use crate::model::DateSource;

/// Names under which each field is found, the surest first. Sources: the `to_json`/`get_sql_dict` outputs of
/// trafilatura, newspaper4k and news-please, and the names that news APIs and data sets print.
const HEADLINE: [&str; 5] = ["title", "headline", "title_page", "title_rss", "webtitle"];
const SUBHEADLINE: [&str; 5] = ["subheadline", "subtitle", "standfirst", "dek", "kicker"];
const OUTLET: [&str; 12] = [
    "outlet",
    "sitename",
    "site_name",
    "meta_site_name",
    "publisher",
    "publication",
    "source_name",
    "source",
    "source-hostname",
    "hostname",
    "source_domain",
    "domain",
];
const ADDRESS: [&str; 8] = [
    "canonical_link",
    "canonical_url",
    "url",
    "source",
    "link",
    "source_url",
    "weburl",
    "web_url",
];
const BYLINE: [&str; 4] = ["author", "authors", "byline", "creator"];
const PUBLISHED: [&str; 12] = [
    "date_publish",
    "publish_date",
    "published",
    "date",
    "datepublished",
    "published_at",
    "publishedat",
    "pub_date",
    "publication_date",
    "webpublicationdate",
    "pubdate",
    "date_published",
];
const UPDATED: [&str; 8] = [
    "date_modify",
    "updated",
    "modified",
    "datemodified",
    "updated_at",
    "last_modified",
    "lastmod",
    "date_modified",
];
const SECTION: [&str; 4] = ["section", "category", "articlesection", "categories"];
const LANGUAGE: [&str; 4] = ["language", "lang", "meta_lang", "inlanguage"];
const DATELINE: [&str; 1] = ["dateline"];
const WIRE: [&str; 4] = ["wire", "agency", "agencies", "credit"];
const TEXT: [&str; 14] = [
    "text",
    "maintext",
    "articlebody",
    "body",
    "content",
    "article_body",
    "full_text",
    "fulltext",
    "article",
    "raw_text",
    "bodytext",
    "content_html",
    "content_text",
    "lead_paragraph",
];

/// How a message begins about an object without the text of an article.
pub const NO_TEXT: &str = "JSON: no article text";

/// Hands on the articles of one JSON value with their numbers, or what is wrong with it.
pub fn drafts(raw: &str, take: &mut dyn FnMut(u64, Result<Draft, String>)) {
    match serde_json::from_str::<Value>(raw) {
        Ok(value) => match list(&value) {
            Some(items) => (1..)
                .zip(items)
                .filter(|(_, i)| is_article(i))
                .for_each(|(i, item)| take(i, draft(item))),
            None => take(1, draft(&value)),
        },
        Err(e) => take(e.line() as u64, Err(format!("JSON: {e}"))),
    }
}

/// Hands on the article of each line, one line in memory at a time; a broken line costs only itself.
pub fn lines(
    mut reader: impl BufRead,
    limit: u64,
    take: &mut dyn FnMut(u64, Result<Draft, String>),
) {
    let mut number = 0u64;
    loop {
        number += 1;
        let line = match bounded::line(&mut reader, limit) {
            Ok(line) if line.is_empty() => return,
            Ok(line) => line,
            Err(e) => return take(number, Err(format!("{e}; earlier lines were read"))),
        };
        if line.len() as u64 == limit && line.last() != Some(&b'\n') {
            take(
                number,
                Err(format!("line is longer than {limit} bytes; skipped")),
            );
            if let Err(e) = pass_line(&mut reader, limit) {
                return take(number, Err(e.to_string()));
            }
            continue;
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n', '\u{1e}']);
        if !text.is_empty() {
            let read =
                serde_json::from_str::<Value>(text).map_err(|e| format!("JSON: {}", bare(&e)));
            match read {
                Ok(value) => match list(&value) {
                    Some(items) => items
                        .iter()
                        .filter(|item| is_article(item))
                        .for_each(|item| take(number, draft(item))),
                    None => take(number, draft(&value)),
                },
                Err(e) => take(number, Err(e)),
            }
        }
    }
}

fn pass_line(reader: &mut impl BufRead, limit: u64) -> std::io::Result<()> {
    while bounded::line(reader, limit)?
        .last()
        .is_some_and(|b| *b != b'\n')
    {}
    Ok(())
}

/// The message of an error without its line, which is always 1 here.
fn bare(e: &serde_json::Error) -> String {
    e.to_string().replace(" at line 1 column ", " at column ")
}

/// The articles of a list, or of an object that is no article itself.
fn list(value: &Value) -> Option<&Vec<Value>> {
    if value.is_array() {
        return value.as_array();
    }
    let is_itself = text_of(value).is_some() || ninjs::is(value) || linked::is(value);
    answers::articles(value).filter(|_| !is_itself)
}

/// Graphs of schema.org hold the site and its pictures beside the article.
fn is_article(value: &Value) -> bool {
    value.get("@type").is_none() || linked::is(value)
}

/// The article of one object, or why it is none.
pub fn draft(value: &Value) -> Result<Draft, String> {
    if ninjs::is(value) {
        return ninjs::draft(value);
    }
    if linked::is(value) {
        return Ok(linked::draft(value));
    }
    let open = answers::laid_open(value);
    let value = open.as_ref().unwrap_or(value);
    let Some(object) = value.as_object() else {
        return Err("JSON: expected an object with named fields".to_string());
    };
    let Some(raw) = text_of(value) else {
        let names: Vec<&str> = object.keys().map(String::as_str).take(12).collect();
        return Err(format!(
            "{NO_TEXT} (expected a field such as text, content or articleBody; found {})",
            names.join(", ")
        ));
    };
    let (raw, cut) = answers::uncut(&raw);
    Ok(Draft {
        headline: first(value, &HEADLINE),
        subheadline: first(value, &SUBHEADLINE),
        outlet: OUTLET
            .iter()
            .filter_map(|n| words(field(value, n)?))
            .find(|o| !o.contains("://")),
        url: ADDRESS
            .iter()
            .filter_map(|n| words(field(value, n)?))
            .find(|u| u.starts_with("http")),
        byline: BYLINE
            .iter()
            .map(|n| names(field(value, n)))
            .find(|l| !l.is_empty())
            .unwrap_or_default(),
        published: first(value, &PUBLISHED).map(|d| (d, DateSource::Metadata)),
        updated: first(value, &UPDATED),
        dateline: first(value, &DATELINE),
        section: first(value, &SECTION).and_then(|s| s.split(';').next().map(str::to_string)),
        language: first(value, &LANGUAGE),
        wire: WIRE
            .iter()
            .map(|n| names(field(value, n)))
            .find(|l| !l.is_empty())
            .unwrap_or_default(),
        pieces: pieces(raw),
        residue: cut.into_iter().collect(),
        ..Draft::default()
    })
}

/// A field whatever the case of its name.
fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let object = value.as_object()?;
    object.get(name).or_else(|| {
        object
            .iter()
            .find(|(k, _)| k.eq_ignore_ascii_case(name))
            .map(|(_, v)| v)
    })
}

fn first(value: &Value, fields: &[&str]) -> Option<String> {
    fields.iter().find_map(|name| words(field(value, name)?))
}

/// The words of a value: a text, a number, the name of an object, the first of a list.
pub fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => {
            Some(text::fold(words)).filter(|w| !w.is_empty() && !w.eq_ignore_ascii_case("null"))
        }
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => ["name", "value", "@value", "title"]
            .iter()
            .find_map(|n| words(object.get(*n)?)),
        Value::Array(list) => list.first().and_then(words),
        _ => None,
    }
}

/// Every name of a value; trafilatura joins names by semicolons, and tables print lists as Python does.
pub fn names(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().filter_map(words).collect(),
        Some(Value::String(joined)) => joined
            .trim_matches(['[', ']'])
            .split([';', '\n'])
            .flat_map(|part| part.split("', '"))
            .filter_map(|part| {
                words(&Value::String(
                    part.trim().trim_matches(['\'', '"']).to_string(),
                ))
            })
            .collect(),
        Some(other) => words(other).into_iter().collect(),
        None => Vec::new(),
    }
}

fn text_of(value: &Value) -> Option<String> {
    let filled = |v: &Value| {
        v.as_str()
            .filter(|w| !w.trim().is_empty())
            .map(str::to_string)
    };
    let joined = |v: &Value| {
        let list: Vec<&str> = v.as_array()?.iter().filter_map(Value::as_str).collect();
        (!list.is_empty()).then(|| list.join("\n\n"))
    };
    TEXT.iter()
        .find_map(|name| field(value, name).and_then(|v| filled(v).or_else(|| joined(v))))
}

/// Paragraphs of a text that may be a piece of a web page.
pub fn pieces(raw: &str) -> Vec<super::draft::Piece> {
    let is_marked = ["<p>", "<p ", "<br", "</p>", "<div"]
        .iter()
        .any(|tag| raw.contains(tag));
    let marked = is_marked
        .then(|| xml::parse(&format!("<div>{raw}</div>")).ok())
        .flatten();
    marked.map_or_else(|| text::pieces(raw), |root| root.pieces())
}
