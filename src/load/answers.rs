//! Answers of news interfaces: articles in a list inside an object or two, their fields in an object of their own, texts
//! that the interface cut.
//!
//! The names are those of NewsAPI, GNews, mediastack, NewsData, the Guardian, the New York Times, Elasticsearch, JSON Feed,
//! Superdesk and WordPress.

use serde_json::Value;

use crate::model::Residue;

/// Lists that hold articles where the object itself is none.
const LISTS: [&str; 8] = [
    "articles", "items", "_items", "results", "data", "docs", "hits", "@graph",
];

/// Objects that hold such a list.
const ROUND_LISTS: [&str; 4] = ["response", "result", "data", "hits"];

/// Objects that hold the fields of an article.
const ROUND_FIELDS: [&str; 3] = ["_source", "fields", "attributes"];

/// The text of a field that is an object.
const INSIDE: [&str; 2] = ["rendered", "main"];

/// The list of articles in an answer.
pub fn articles(answer: &Value) -> Option<&Vec<Value>> {
    let inner = ROUND_LISTS.iter().filter_map(|name| answer.get(*name));
    let mut places = std::iter::once(answer).chain(inner);
    places.find_map(|place| LISTS.iter().find_map(|name| place.get(*name)?.as_array()))
}

/// An article with the fields that stand in objects of their own; none where there are no such objects.
pub fn laid_open(article: &Value) -> Option<Value> {
    let object = article.as_object()?;
    let text = |value: &Value| {
        INSIDE
            .iter()
            .find_map(|name| value.get(*name).filter(|v| v.is_string()).cloned())
    };
    let is_round = |name: &&&str| object.get(**name).is_some_and(Value::is_object);
    let is_deep = ROUND_FIELDS.iter().filter(is_round).count() > 0
        || object.values().any(|v| text(v).is_some());
    if !is_deep {
        return None;
    }
    let mut open = object.clone();
    for name in ROUND_FIELDS.iter().filter(is_round) {
        if let Some(Value::Object(fields)) = open.remove(*name) {
            open.extend(fields);
        }
    }
    for value in open.values_mut() {
        if let Some(words) = text(value) {
            *value = words;
        }
    }
    Some(Value::Object(open))
}

/// A text without the mark of the interface that the rest was cut ("… [+2829 chars]"), and the mark.
pub fn uncut(text: &str) -> (&str, Option<Residue>) {
    let mark = text.trim_end().strip_suffix(" chars]").and_then(|rest| {
        let at = rest.rfind('[')?;
        let count = rest.get(at + 1..)?.trim_start_matches('+');
        let is_count = !count.is_empty() && count.chars().all(|c| c.is_ascii_digit());
        is_count.then_some(at)
    });
    let Some((kept, mark)) = mark.map(|at| text.split_at(at)) else {
        return (text, None);
    };
    let residue = Residue {
        text: mark.trim().to_string(),
        reason: "the API cut the text here".to_string(),
    };
    (kept.trim_end().trim_end_matches(['…', '.']), Some(residue))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Value {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn lists_and_fields_are_found_inside_objects() {
        for answer in [
            r#"{"status":"ok","articles":[1]}"#,
            r#"{"response":{"results":[1]}}"#,
            r#"{"hits":{"total":1,"hits":[1]}}"#,
        ] {
            assert_eq!(articles(&read(answer)).map(Vec::len), Some(1), "{answer}");
        }
        assert!(articles(&read(r#"{"text":"a"}"#)).is_none());
        let open = laid_open(&read(
            r#"{"_source":{"text":"a"},"title":{"rendered":"b"}}"#,
        ))
        .unwrap();
        assert_eq!(open, read(r#"{"text":"a","title":"b"}"#));
        assert!(laid_open(&read(r#"{"text":"a"}"#)).is_none());
    }

    #[test]
    fn the_mark_of_a_cut_is_no_text() {
        for (text, kept) in [
            ("The pier is sh… [+2829 chars]", "The pier is sh"),
            ("The pier is sh... [12 chars]", "The pier is sh"),
            ("The pier is shut.", "The pier is shut."),
            ("A row of [40 chars] text.", "A row of [40 chars] text."),
        ] {
            let (found, mark) = uncut(text);
            assert_eq!(found, kept);
            assert_eq!(mark.is_some(), found != text, "{text}");
        }
    }
}
