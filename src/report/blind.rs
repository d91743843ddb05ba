//! A report whose outlets cannot be told: for coders who must not know whose text they read.
//!
//! The report is changed as data, so that every renderer gets the same masked one. Outlets become A, B, C in the order
//! of the articles; names of outlets and headlines inside the text become blocks of the same length, so that every
//! offset still fits.

use std::collections::{BTreeMap, BTreeSet};

use regex::{Regex, RegexBuilder};
use serde_json::{Map, Value};

use super::{ArticleEntry, Report};
use crate::model::BlockKind;

/// What stands in place of one letter of a masked name or headline.
const BLOCK: char = '█';

/// Sentences print quoted words with single marks for double ones, and with the missing one of a pair.
const MARKS: &str = "[‘’'“”\"]";

/// A sentence of the report with blocks in place of quoted words, whatever marks those were given.
fn without(text: &str, words: &str) -> String {
    let parts: Vec<String> = words
        .split(['‘', '’', '\'', '“', '”', '"'])
        .map(regex::escape)
        .collect();
    let pattern = format!("“{MARKS}?{}{MARKS}?”", parts.join(MARKS));
    match Regex::new(&pattern) {
        Ok(found) => found
            .replace_all(text, format!("“{}”", blocks(words)))
            .into_owned(),
        Err(_) => text.replace(words, &blocks(words)),
    }
}

/// Sentences of the report itself: what they name has no offsets, and reads better as a letter.
const PROSE: [&str; 5] = ["summary", "note", "message", "evidence", "out_of_scope"];

/// The same report without outlets, writers, addresses and headlines.
///
/// # Errors
/// When the report cannot be written as data, which no report of this program is.
pub fn blind(report: &Report) -> serde_json::Result<Report> {
    let mask = Mask::of(&report.articles);
    let mut value = serde_json::to_value(report)?;
    mask.walk(&mut value, "");
    let mut blinded: Report = serde_json::from_value(value)?;
    for (article, original) in blinded.articles.iter_mut().zip(&report.articles) {
        mask.head(article, original);
    }
    blinded
        .reuse
        .sort_by(|a, b| (&a.a, &a.b).cmp(&(&b.a, &b.b)));
    blinded
        .diagnostics
        .iter_mut()
        .for_each(|d| d.path = "a file".to_string());
    Ok(blinded)
}

struct Mask {
    letters: BTreeMap<String, String>,
    headlines: BTreeSet<String>,
    names: Vec<Name>,
}

/// What stands for an outlet.
struct Name {
    found: Regex,
    letter: String,
    /// Whether only sentences of the report name it so: "article 1" may be another thing in a text.
    is_made: bool,
}

impl Mask {
    fn of(articles: &[ArticleEntry]) -> Self {
        let letters: BTreeMap<String, String> = articles
            .iter()
            .enumerate()
            .map(|(i, a)| (a.id.clone(), letter(i)))
            .collect();
        let headlines = articles
            .iter()
            .flat_map(|a| &a.sentences)
            .filter(|s| s.kind == BlockKind::Headline);
        let mut names: Vec<(String, String, bool)> = Vec::new();
        for (i, article) in articles.iter().enumerate() {
            names.extend(names_of(article).into_iter().map(|n| (n, letter(i), false)));
            names.push((article.outlet.clone(), letter(i), true));
        }
        names.retain(|(name, ..)| !name.is_empty());
        names.sort_by_key(|(name, ..)| std::cmp::Reverse(name.len()));
        let compiled = names.into_iter().filter_map(|(name, letter, is_made)| {
            let after = if name.ends_with(char::is_alphanumeric) {
                r"\b"
            } else {
                ""
            };
            let pattern = format!(r"\b{}{after}", regex::escape(&name));
            Some(Name {
                found: RegexBuilder::new(&pattern).build().ok()?,
                letter,
                is_made,
            })
        });
        Self {
            letters,
            headlines: headlines.map(|s| s.id.clone()).collect(),
            names: compiled.collect(),
        }
    }

    /// Masks a value in place; `key` is the field it stands in.
    fn walk(&self, value: &mut Value, key: &str) {
        match value {
            Value::String(text) => *text = self.text(text, key),
            Value::Array(items) => items.iter_mut().for_each(|v| self.walk(v, key)),
            Value::Object(fields) => self.object(fields),
            _ => {}
        }
    }

    fn object(&self, fields: &mut Map<String, Value>) {
        let quoted = self.headline_words(&Value::Object(fields.clone()));
        for prose in ["note", "summary"] {
            if let Some(Value::String(text)) = fields.get_mut(prose) {
                for words in &quoted {
                    *text = without(text, words);
                }
            }
        }
        let old = std::mem::take(fields);
        let in_headline = ["sentence", "id"].iter().any(|k| {
            old.get(*k)
                .and_then(Value::as_str)
                .is_some_and(|id| self.headlines.contains(id))
        });
        for (key, mut value) in old {
            match &mut value {
                Value::String(text) if in_headline && ["text", "term"].contains(&key.as_str()) => {
                    *text = blocks(text)
                }
                other => self.walk(other, &key),
            }
            fields.insert(self.letters.get(&key).cloned().unwrap_or(key), value);
        }
    }

    /// Words of headlines that an element shows as its evidence.
    fn headline_words(&self, value: &Value) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        match value {
            Value::Array(items) => items
                .iter()
                .for_each(|v| found.extend(self.headline_words(v))),
            Value::Object(fields) => {
                let field = |key: &str| fields.get(key).and_then(Value::as_str);
                if field("sentence").is_some_and(|id| self.headlines.contains(id)) {
                    found.extend(
                        ["text", "term"]
                            .iter()
                            .filter_map(|k| field(k))
                            .map(str::to_string),
                    );
                }
                fields
                    .values()
                    .for_each(|v| found.extend(self.headline_words(v)));
            }
            _ => {}
        }
        found
    }

    fn text(&self, text: &str, key: &str) -> String {
        if let Some(letter) = self.letters.get(text) {
            return letter.clone();
        }
        let sentence = text
            .rsplit_once(':')
            .filter(|(_, index)| index.bytes().all(|b| b.is_ascii_digit()));
        if let Some((letter, index)) =
            sentence.and_then(|(id, index)| Some((self.letters.get(id)?, index)))
        {
            return format!("{letter}:{index}");
        }
        let prose = PROSE.contains(&key) || key == "name";
        let mut out = text.to_string();
        for name in self.names.iter().filter(|n| prose || !n.is_made) {
            let with = |found: &regex::Captures| {
                let words = found.get(0).map_or("", |m| m.as_str());
                if prose {
                    name.letter.clone()
                } else {
                    blocks(words)
                }
            };
            out = name.found.replace_all(&out, with).into_owned();
        }
        out
    }

    /// The head of an article: nothing of it may tell the outlet.
    fn head(&self, article: &mut ArticleEntry, original: &ArticleEntry) {
        let letter = article.id.clone();
        article.outlet.clone_from(&letter);
        article.masthead.clone_from(&letter);
        article.path = letter;
        article.headline = original.headline.as_deref().map(blocks);
        article.byline.clear();
        for version in &mut article.earlier_versions {
            version.path = "a file".to_string();
            version.headline = version.headline.as_deref().map(blocks);
        }
        article.url = None;
        article.boilerplate.clear();
        for headline in original
            .sentences
            .iter()
            .filter(|s| s.kind == BlockKind::Headline)
        {
            if let (Some(start), Some(end)) = (headline.start, headline.end) {
                let masked = article.text.chars().enumerate().map(|(i, c)| {
                    if (start..end).contains(&i) && !c.is_whitespace() {
                        BLOCK
                    } else {
                        c
                    }
                });
                article.text = masked.collect();
            }
        }
    }
}

/// A, B … Z, AA, AB …
fn letter(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    if index < 26 {
        last.to_string()
    } else {
        format!("{}{last}", letter(index / 26 - 1))
    }
}

/// The same number of characters, white space kept.
fn blocks(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { c } else { BLOCK })
        .collect()
}

/// What an article's outlet is called: its name, the name without article or last word, its initials, its last word with "The" and alone, its
/// site.
fn names_of(article: &ArticleEntry) -> BTreeSet<String> {
    let name = article.masthead.trim();
    let bare = name.strip_prefix("The ").unwrap_or(name);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let mut names: BTreeSet<String> =
        [name.to_string(), bare.to_string(), bare.to_uppercase()].into();
    if let (true, Some(last)) = (words.len() > 1, words.last()) {
        names.extend([
            format!("The {last}"),
            format!("the {last}"),
            (*last).to_string(),
        ]);
    }
    if let (true, Some(short)) = (words.len() > 2, words.get(..words.len() - 1)) {
        names.insert(short.join(" "));
        names.insert(
            words
                .iter()
                .filter_map(|w| w.chars().next())
                .filter(|c| c.is_uppercase())
                .collect(),
        );
    }
    let site = article
        .url
        .as_deref()
        .and_then(|u| u.split("//").nth(1))
        .and_then(|u| u.split('/').next());
    names.extend(site.map(|s| s.strip_prefix("www.").unwrap_or(s).to_string()));
    names.retain(|n| n.chars().filter(|c| c.is_alphanumeric()).count() > 2);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_behind_z() {
        assert_eq!(
            [letter(0), letter(25), letter(26), letter(701)],
            ["A", "Z", "AA", "ZZ"]
        );
    }

    #[test]
    fn blocks_keep_the_length() {
        assert_eq!(blocks("Port née"), "████ ███");
    }
}
