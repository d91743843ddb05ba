//! ninjs, the news agencies' JSON: versions 1 (flat fields), 2 and 3 (lists of headlines and bodies).

use serde_json::Value;

use super::draft::{Draft, Piece};
use super::{text, xml};
use crate::model::{DateSource, Residue};

/// Whether an object is ninjs: it has an identifier, a version stamp or the standard's name, and a body of its kind.
pub fn is(value: &Value) -> bool {
    let has = |names: &[&str]| names.iter().any(|n| value.get(*n).is_some());
    let named = value
        .pointer("/standard/name")
        .and_then(Value::as_str)
        .is_some_and(|n| n.eq_ignore_ascii_case("ninjs"));
    let stamped = has(&["versioncreated", "versionCreated", "versionedcreated"]);
    let bodied = has(&[
        "body_text",
        "body_xhtml",
        "body_html",
        "body_html5",
        "body_nitf",
        "bodies",
        "pubstatus",
        "pubStatus",
    ]);
    named || (has(&["uri", "guid"]) && stamped && bodied)
}

/// The article of an object, or why there is none.
pub fn draft(value: &Value) -> Result<Draft, String> {
    if let Some(status @ ("withheld" | "canceled" | "cancelled")) =
        word(value, &["pubstatus", "pubStatus"]).as_deref()
    {
        return Err(format!("ninjs: the sender marked this item as {status}"));
    }
    if let Some(kind @ ("picture" | "graphic" | "video" | "audio")) =
        word(value, &["type"]).as_deref()
    {
        return Err(format!("ninjs: this item is of type {kind}, not text"));
    }
    let first = word(
        value,
        &[
            "firstcreated",
            "firstCreated",
            "contentcreated",
            "contentCreated",
        ],
    );
    let version = word(value, &["versioncreated", "versionCreated"]);
    Ok(Draft {
        headline: word(value, &["headline"])
            .or_else(|| listed(value, "headlines", "main"))
            .or_else(|| word(value, &["title"])),
        subheadline: listed(value, "headlines", "sub"),
        outlet: source(value),
        url: word(value, &["canonicalurl", "canonicalUrl", "url"])
            .or_else(|| word(value, &["uri"]).filter(|u| is_page(u))),
        byline: word(value, &["byline", "by"]).into_iter().collect(),
        published: first
            .clone()
            .or_else(|| version.clone())
            .map(|d| (d, DateSource::Metadata)),
        updated: version.filter(|v| first.as_ref().is_some_and(|f| f != v)),
        section: word(value, &["section"]),
        language: word(value, &["language"]),
        dateline: word(value, &["dateline"]),
        wire: word(value, &["creditline"]).into_iter().collect(),
        pieces: pieces(value)?,
        residue: notes(value),
        ..Draft::default()
    })
}

fn is_page(uri: &str) -> bool {
    uri.starts_with("http") && !uri.contains("/urn")
}

fn word(value: &Value, names: &[&str]) -> Option<String> {
    let found = names
        .iter()
        .find_map(|n| value.get(*n).and_then(Value::as_str))
        .map(text::fold);
    found.filter(|w| !w.is_empty())
}

/// The value in a list of objects whose role says what is wanted. The main one is the one that says so, else one without a
/// role, else the first that is of no other kind.
fn listed(value: &Value, list: &str, role: &str) -> Option<String> {
    let entries = value.get(list)?.as_array()?;
    let found = match role {
        "main" => main(entries),
        _ => entries.iter().find(|e| has_role(e, role)),
    };
    word(found?, &["value"])
}

fn has_role(entry: &Value, role: &str) -> bool {
    let own = entry.get("role").and_then(Value::as_str);
    own.is_some_and(|own| own.to_lowercase().contains(role))
}

/// The main entry of a list of headlines or bodies.
fn main(entries: &[Value]) -> Option<&Value> {
    let named = entries.iter().find(|e| has_role(e, "main"));
    let bare = || entries.iter().find(|e| e.get("role").is_none());
    let other = || entries.iter().find(|e| !has_role(e, "sub"));
    named.or_else(bare).or_else(other)
}

/// The agency: the source with the role of a provider, else the first, else who holds the copyright.
fn source(value: &Value) -> Option<String> {
    let sources = ["infosource", "infosources", "infoSources"]
        .iter()
        .find_map(|n| value.get(*n)?.as_array());
    let sources = sources.map(Vec::as_slice).unwrap_or_default();
    let provides = |s: &&Value| {
        s.get("role")
            .and_then(Value::as_str)
            .is_some_and(|r| r.contains("provider"))
    };
    let named = sources
        .iter()
        .find(provides)
        .or(sources.first())
        .and_then(|s| word(s, &["name", "literal"]));
    let held = || word(value, &["copyrightholder", "copyrightHolder"]);
    let rights = || {
        value
            .pointer("/rightsinfo/copyrightholder")
            .and_then(Value::as_str)
            .map(text::fold)
    };
    named
        .or_else(|| word(value, &["source", "provider"]))
        .or_else(held)
        .or_else(rights)
}

fn pieces(value: &Value) -> Result<Vec<Piece>, String> {
    let marked = ["body_xhtml", "body_html", "body_html5", "body_nitf"]
        .iter()
        .find_map(|n| word_raw(value.get(*n)?));
    if let Some(marked) = marked {
        return fragment(&marked);
    }
    if let Some(plain) = value.get("body_text").and_then(word_raw) {
        return Ok(text::pieces(&plain));
    }
    let bodies = value
        .get("bodies")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let kind = |b: &Value| word(b, &["contenttype", "contentType"]).unwrap_or_default();
    let is_marked = |b: &&Value| kind(b).contains("html") || kind(b).contains("xml");
    let whole = main(bodies).filter(is_marked);
    let html = whole.or_else(|| bodies.iter().find(is_marked));
    match (html, main(bodies).or(bodies.first())) {
        (Some(body), _) => fragment(&body.get("value").and_then(word_raw).unwrap_or_default()),
        (None, Some(body)) => Ok(text::pieces(
            &body.get("value").and_then(word_raw).unwrap_or_default(),
        )),
        (None, None) => Ok(Vec::new()),
    }
}

fn word_raw(value: &Value) -> Option<String> {
    value
        .as_str()
        .filter(|w| !w.trim().is_empty())
        .map(str::to_string)
}

/// Marked-up text without a root of its own.
fn fragment(marked: &str) -> Result<Vec<Piece>, String> {
    xml::parse(&format!("<div>{marked}</div>")).map(|root| root.pieces())
}

/// Notes to editors are told to the reader as set apart, never as text.
fn notes(value: &Value) -> Vec<Residue> {
    let note = word(value, &["ednote", "edNote", "editorialnote"]);
    note.into_iter()
        .map(|text| Residue {
            text,
            reason: "editor's note".to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_main_headline_and_body_are_those_that_say_so() {
        let item = json!({"guid": "g", "versioncreated": "2031-03-04", "headlines": [
            {"role": "short", "value": "Wall"}, {"role": "main", "value": "Wall backed"},
            {"role": "subheadline", "value": "Vote"}], "bodies": [
            {"role": "short", "contenttype": "text/html", "value": "<p>In short.</p>"},
            {"role": "main", "contenttype": "text/html", "value": "<p>In full.</p>"}]});
        assert!(is(&item));
        let found = draft(&item).unwrap();
        assert_eq!(found.headline.as_deref(), Some("Wall backed"));
        assert_eq!(found.subheadline.as_deref(), Some("Vote"));
        assert_eq!(found.pieces[0].text, "In full.");
    }
}
