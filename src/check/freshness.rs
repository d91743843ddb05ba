//! Whether the articles still are what the gold was made from: an edited article is an error, never a lower score.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::gold::{Gold, GoldArticle, GoldSentence};
use super::ties::article_of;
use crate::language::bags::Words;
use crate::language::built_in;
use crate::report::{ArticleEntry, Report};

/// What is the matter with an article of the gold.
#[derive(Clone, Debug, PartialEq)]
pub enum Stale {
    /// The file is not there, or could not be read.
    Missing {
        /// The article's id.
        article: String,
        /// Its file.
        file: String,
    },
    /// A sentence of the gold does not stand in the article.
    Edited {
        /// Its file.
        file: String,
        /// Id of the sentence.
        sentence: String,
        /// Its words in the gold.
        text: String,
        /// The likest sentence that stands there now.
        now: Option<String>,
    },
}

/// Likeness (Dice) from which a sentence of today is shown as what became of one of the gold; only for showing.
const BECAME: f64 = 0.5;

/// Everything that is the matter, in the order of the gold. `files` holds the articles' texts by file name.
pub fn stale(report: &Report, gold: &Gold, files: &BTreeMap<String, String>) -> Vec<Stale> {
    let mut found = Vec::new();
    for (id, article) in &gold.articles {
        let made_from =
            |e: &&ArticleEntry| article_of(gold, &e.path).is_some_and(|(of, _)| of == id);
        let Some(entry) = report.articles.iter().find(made_from) else {
            found.push(Stale::Missing {
                article: id.clone(),
                file: article.file.clone(),
            });
            continue;
        };
        let name = entry.path.rsplit(['/', '\\']).next().unwrap_or(&entry.path);
        let texts = texts(
            entry,
            files.get(name).map(String::as_str).unwrap_or_default(),
        );
        let gone = article.sentences.iter().filter(|s| {
            let words = Words::of(&s.text);
            !texts.iter().any(|text| text.contain(&words))
        });
        found.extend(gone.map(|s| edited(article, s, entry)));
    }
    found
}

fn edited(article: &GoldArticle, sentence: &GoldSentence, entry: &ArticleEntry) -> Stale {
    let words = Words::of(&sentence.text);
    let likeness = |text: &str| Words::of(text).dice(&words);
    let today = entry
        .sentences
        .iter()
        .map(|s| (likeness(&s.text), &s.text))
        .filter(|(l, _)| *l >= BECAME);
    let now = today
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, text)| text.clone());
    Stale::Edited {
        file: article.file.clone(),
        sentence: sentence.id.clone(),
        text: sentence.text.clone(),
        now,
    }
}

/// Sentences of the report that the gold knows neither as article nor as page; it was not made from them.
pub fn unknown<'a>(report: &'a Report, gold: &Gold) -> Vec<(&'a str, &'a str)> {
    let mut found = Vec::new();
    for entry in &report.articles {
        let Some((_, article)) = article_of(gold, &entry.path) else {
            continue;
        };
        let all: Vec<&str> = article.sentences.iter().map(|s| s.text.as_str()).collect();
        let headline = article.headline.as_deref().unwrap_or_default();
        let known: Vec<Words> = [all.join(" ").as_str(), headline]
            .into_iter()
            .chain(article.boilerplate.iter().map(|b| b.text.as_str()))
            .map(Words::of)
            .collect();
        let knows = |text: &str| {
            let words = Words::of(text);
            known.iter().any(|k| k.contain(&words))
        };
        found.extend(
            entry
                .sentences
                .iter()
                .filter(|s| !knows(&s.text))
                .map(|s| (entry.path.as_str(), s.text.as_str())),
        );
    }
    found
}

/// The words of an article as they can be read: the file as it stands, its strings where it is JSON, its text where it
/// is HTML, and what the program made of it, so that no reading of a format makes an article stale.
fn texts(entry: &ArticleEntry, raw: &str) -> Vec<Words> {
    let mut texts = vec![Words::of(raw)];
    if let Ok(value) = serde_json::from_str::<Value>(raw.trim_start_matches('\u{feff}')) {
        let mut strings = Vec::new();
        strings_of(&value, &mut strings);
        texts.push(Words::of(&strings.join("\n")));
    }
    texts.push(Words::of(&TAGS.replace_all(raw, " ")));
    texts.push(Words::of(&entry.text));
    texts.push(Words::of(entry.headline.as_deref().unwrap_or_default()));
    texts.extend(entry.boilerplate.iter().map(|b| Words::of(&b.text)));
    texts
}

/// Tags, comments and entities of HTML and XML.
static TAGS: LazyLock<Regex> =
    LazyLock::new(|| built_in::pattern(r"(?s)<!--.*?-->|<[a-zA-Z/!][^>]*>|&#?\w+;"));

fn strings_of<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
    match value {
        Value::String(s) => into.push(s),
        Value::Array(values) => values.iter().for_each(|v| strings_of(v, into)),
        Value::Object(map) => map.values().for_each(|v| strings_of(v, into)),
        _ => {}
    }
}
