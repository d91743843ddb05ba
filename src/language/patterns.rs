//! Regular expressions over English text, each with what it finds in `patterns.toml`.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{LazyLock, OnceLock};

use regex::Regex;
use serde::Deserialize;

use super::{built_in, calendar, en, numbers};

/// The expressions; what each finds is said in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the file says what each expression finds")]
pub struct Patterns {
    pub full_date: Vec<Pattern>,
    pub relative_date: Pattern,
    pub month_alone: Pattern,
    pub day_and_month: Pattern,
    pub ago: Pattern,
    pub asked: Pattern,
    pub byline: Pattern,
    pub reports_from: Pattern,
    pub picture_credit: Vec<Pattern>,
    pub closing_credit: Vec<Pattern>,
    pub post_signature: Pattern,
    pub points_at_picture: Pattern,
    pub photo_line: Pattern,
    pub caption_label: Pattern,
    pub entry: Pattern,
    pub inner_credit: Pattern,
    pub inner_link: Pattern,
    pub around_date: Pattern,
    pub update: Pattern,
    pub weekday: Pattern,
    pub shouted_dateline: Pattern,
    pub marked_dateline: Pattern,
    pub colon_dateline: Pattern,
    pub bracketed_dateline: Pattern,
    pub slashed_dateline: Pattern,
    pub agency_credit: Vec<Pattern>,
    pub unnamed_agency: Pattern,
}

/// A regular expression that is compiled when it is first asked.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub struct Pattern {
    text: String,
    compiled: OnceLock<Regex>,
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Self {
            text,
            compiled: OnceLock::new(),
        }
    }
}

impl Deref for Pattern {
    type Target = Regex;

    fn deref(&self) -> &Regex {
        self.compiled.get_or_init(|| built_in::pattern(&self.text))
    }
}

/// The file: parts that expressions have in common, and the expressions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<T> {
    parts: BTreeMap<String, String>,
    patterns: T,
}

/// The expressions of `patterns.toml`.
pub static PATTERNS: LazyLock<Patterns> =
    LazyLock::new(|| built_in::table::<File<Patterns>>(en::PATTERNS.name, &filled()).patterns);

/// The file with the words of the calendar, of numbers and its own parts put in where it names them.
fn filled() -> String {
    let words = calendar::patterns()
        .into_iter()
        .chain([("count", numbers::pattern())]);
    let text = words.fold(en::PATTERNS.text.to_string(), |text, (name, words)| {
        put_in(&text, name, &words)
    });
    let parts = built_in::table::<File<toml::Table>>(en::PATTERNS.name, &text).parts;
    parts
        .iter()
        .fold(text.clone(), |text, (name, part)| put_in(&text, name, part))
}

fn put_in(text: &str, name: &str, words: &str) -> String {
    text.replace(&format!("{{{name}}}"), words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expression_compiles_and_has_all_its_parts() {
        let file: File<toml::Table> = built_in::table("filled", &filled());
        let texts = file.patterns.values().flat_map(|value| match value {
            toml::Value::Array(forms) => forms.clone(),
            form => vec![form.clone()],
        });
        for text in texts {
            let text = text.as_str().unwrap().to_string();
            built_in::pattern(&text);
            let missing = built_in::pattern(r"\{[a-z]\w+\}");
            assert!(!missing.is_match(&text.replace(r"\p{", "")), "{text}");
        }
        assert!(PATTERNS.ago.is_match("two days ago"));
    }
}
