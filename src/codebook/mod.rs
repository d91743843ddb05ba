//! The codebook: every dimension and rule with a definition, an example and a counter-example, as data; and the form of
//! the categories of words that a user brings.
//! Beside each rule stands how often careful readers found it right.

mod matcher;
pub mod records;
mod terms;

use std::sync::LazyLock;

use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

pub use matcher::{Hit, Matcher};
pub use records::{Record, planted, record};
pub use terms::{Term, kinds, measures, words};

use crate::language::built_in;
use crate::model::{Dimension, FindingKind};
use crate::span::Span;

/// Words that are looked for together, and what they mean.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Short, letters, digits and hyphens.
    pub name: String,
    /// What its words are names for, as a contrast says it; the name where not given.
    pub about: Option<String>,
    /// The dimension of its contrasts.
    #[serde(default = "of_the_user")]
    pub dimension: Dimension,
    /// When a passage belongs to it.
    pub definition: String,
    /// A passage that does.
    #[serde(default)]
    pub example: String,
    /// A passage that seems to and does not.
    #[serde(default)]
    pub counter_example: String,
    /// Words and runs of words, as they are, in any case.
    #[serde(default)]
    pub words: Vec<String>,
    /// Words and runs of words in any inflection.
    #[serde(default)]
    pub stems: Vec<String>,
    /// Regular expressions, matched in any case within a sentence.
    #[serde(default)]
    pub patterns: Vec<String>,
}

fn of_the_user() -> Dimension {
    Dimension::Category
}

/// A rule or a dimension explained.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// As findings carry it.
    pub name: String,
    /// The dimension of the framings it makes, where it makes any.
    pub dimension: Option<Dimension>,
    /// Of a rule the kinds of the findings it makes.
    #[serde(default)]
    pub kinds: Vec<FindingKind>,
    /// What it says.
    pub definition: String,
    /// Where it applies.
    pub example: String,
    /// Where it does not.
    pub counter_example: String,
    /// Of a rule the sentence it makes, with slots in braces.
    #[serde(default)]
    pub says: String,
    /// Of a rule what in the articles speaks against it, so that it is silent.
    #[serde(default)]
    pub refuted_by: String,
    /// Of a rule tellings on which it fires: the sentences of an article behind "A ", its headline behind "AH ", those of
    /// others behind "B " and "C ".
    #[serde(default)]
    pub shows: Vec<String>,
    /// Of a rule tellings on which it is silent.
    #[serde(default)]
    pub silent: Vec<String>,
}

/// Why categories cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// Not the form that categories have.
    #[error(transparent)]
    Form(#[from] toml::de::Error),
    /// A table of another name than categories have.
    #[error(
        "unknown table [{0}]; in a lexicon file, tables are called [[category]] or [[lexicon]]"
    )]
    Table(String),
    /// A category without a single word.
    #[error("category {0} has no words, stems or patterns")]
    Empty(String),
    /// Two categories of one name.
    #[error("category {0} is defined twice")]
    Twice(String),
    /// A name that an output could not carry.
    #[error("invalid category name {0:?}: use letters, digits and hyphens")]
    Name(String),
    /// A pattern that is no regular expression.
    #[error("category {category}: {error}")]
    Pattern {
        /// Whose pattern.
        category: String,
        /// What is wrong with it.
        error: Box<regex::Error>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lexicon {
    #[serde(default)]
    category: Vec<Category>,
    /// The name that a `coverage.toml` has for the same.
    #[serde(default)]
    lexicon: Vec<Category>,
}

#[derive(Deserialize)]
struct Entries {
    #[serde(default, alias = "dimension")]
    rule: Vec<Entry>,
}

/// Categories from a TOML text: `[[category]]` or `[[lexicon]]` tables with `name`, `definition` and `words`, `stems` or `patterns`.
///
/// # Errors
/// When the text has another form, a name stands twice or is unfit, a category is empty or a pattern is none.
pub fn read(text: &str) -> Result<Vec<Category>, LexiconError> {
    let is_other = |name: &&String| !["category", "lexicon"].contains(&name.as_str());
    if let Some(other) = toml::from_str::<toml::Table>(text)?.keys().find(is_other) {
        return Err(LexiconError::Table(other.clone()));
    }
    let read: Lexicon = toml::from_str(text)?;
    checked([read.category, read.lexicon].concat())
}

/// Categories from tables of a `coverage.toml`, of the same form.
///
/// # Errors
/// As for [`read`].
pub fn from_tables(tables: Vec<toml::Table>) -> Result<Vec<Category>, LexiconError> {
    let read = tables.into_iter().map(|t| t.try_into::<Category>());
    checked(read.collect::<Result<_, _>>()?)
}

fn checked(categories: Vec<Category>) -> Result<Vec<Category>, LexiconError> {
    for (i, category) in categories.iter().enumerate() {
        let fit = |c: char| c.is_alphanumeric() || c == '-';
        if category.name.is_empty() || !category.name.chars().all(fit) {
            return Err(LexiconError::Name(category.name.clone()));
        }
        if categories.iter().take(i).any(|c| c.name == category.name) {
            return Err(LexiconError::Twice(category.name.clone()));
        }
        if category.words.is_empty() && category.stems.is_empty() && category.patterns.is_empty() {
            return Err(LexiconError::Empty(category.name.clone()));
        }
        Matcher::new(std::slice::from_ref(category))?;
    }
    Ok(categories)
}

/// Where the example and the counter-example of a category do not show what its words will count, one sentence each.
///
/// # Errors
/// As for [`read`].
pub fn slips(category: &Category) -> Result<Vec<String>, LexiconError> {
    let matcher = Matcher::new(std::slice::from_ref(category))?;
    let uses = |text: &str| {
        let words = text.unicode_word_indices();
        let words: Vec<Span> = words
            .map(|(at, word)| Span::new(at, at + word.len()))
            .collect();
        matcher.find(text, Span::new(0, text.len()), &words)
    };
    let (name, mut slips) = (&category.name, Vec::new());
    if !category.example.is_empty() && uses(&category.example).is_empty() {
        slips.push(format!(
            "the example of your category “{name}” contains none of its words"
        ));
    }
    if let Some(hit) = uses(&category.counter_example).first() {
        let word = hit.span.of(&category.counter_example);
        slips.push(format!(
            "the counter-example of your category “{name}” contains “{word}”, which will be counted"
        ));
    }
    Ok(slips)
}

static RULES: LazyLock<Vec<Entry>> =
    LazyLock::new(|| entries("rules.toml", include_str!("rules.toml")));
static DIMENSIONS: LazyLock<Vec<Entry>> =
    LazyLock::new(|| entries("dimensions.toml", include_str!("dimensions.toml")));

fn entries(name: &str, text: &str) -> Vec<Entry> {
    built_in::table::<Entries>(name, text).rule
}

/// Every rule that a finding, a discrepancy or a framing can carry.
pub fn rules() -> &'static [Entry] {
    &RULES
}

/// Every dimension of framing.
pub fn dimensions() -> &'static [Entry] {
    &DIMENSIONS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_whole() {
        for entry in rules().iter().chain(dimensions()) {
            let told = [&entry.definition, &entry.example, &entry.counter_example];
            assert!(
                told.iter().all(|t| !t.is_empty()),
                "{} lacks a part",
                entry.name
            );
        }
        for rule in rules() {
            let told = [&rule.says, &rule.refuted_by];
            assert!(
                told.iter().all(|t| !t.is_empty()),
                "{} lacks a part",
                rule.name
            );
            assert!(
                rule.shows.len() > 1 && rule.silent.len() > 1,
                "{} lacks a telling",
                rule.name
            );
        }
        assert_eq!(dimensions().len(), 11);
    }

    #[test]
    fn a_lexicon_with_a_flaw_is_refused_with_its_reason() {
        let refused = |text: &str| read(text).unwrap_err().to_string();
        assert!(refused("[[category]]\nname = 'a'\ndefinition = 'd'").contains("has no words"));
        assert!(
            refused("[[category]]\nname = 'a b'\ndefinition = 'd'\nwords = ['x']")
                .contains("letters")
        );
        assert!(
            refused("[[category]]\nname = 'a'\ndefinition = 'd'\npatterns = ['(']")
                .contains("category a")
        );
        assert!(
            refused("[[category]]\nname = 'a'\ndefinition = 'd'\nword = ['x']").contains("word")
        );
        let own = "name = 'a'\ndefinition = 'd'\nwords = ['x']";
        assert!(refused(&format!("[[categories]]\n{own}")).contains("[[category]] or [[lexicon]]"));
        assert_eq!(read(&format!("[[lexicon]]\n{own}")).unwrap().len(), 1);
        let twice = "[[category]]\nname = 'a'\ndefinition = 'd'\nwords = ['x']\n";
        assert!(refused(&twice.repeat(2)).contains("twice"));
    }
}
