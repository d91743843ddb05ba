//! How sources present the same thing, and the words that tell them apart.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ExcerptEntry;
use crate::model::Dimension;

/// A difference in how articles present the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FramingEntry {
    /// `r` and a number.
    pub id: String,
    /// The framing dimension.
    pub dimension: Dimension,
    /// The thing they present.
    pub target: String,
    /// The words each article uses, by article id.
    pub per_source: BTreeMap<String, Vec<TermEntry>>,
    /// The contrast in one sentence.
    pub note: String,
    /// The rule that found it; see `coverage explain`.
    pub rule: String,
}

/// A term used by one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TermEntry {
    /// Id of the sentence.
    pub sentence: String,
    /// Offset of the first code point in the article's text.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// The term as printed.
    pub term: String,
}

/// The words that distinguish one article from the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VocabularyEntry {
    /// Id of the article.
    pub article: String,
    /// The words, most distinctive first.
    pub words: Vec<DistinctiveEntry>,
}

/// A word that one article uses more than the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DistinctiveEntry {
    /// The shortest form found; all forms with the same stem are counted.
    pub word: String,
    /// Number of uses in this article.
    pub count: usize,
    /// Number of uses in all other articles together.
    pub others: usize,
    /// z-score of its weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008).
    pub z: f64,
    /// Where the article uses it.
    pub places: Vec<ExcerptEntry>,
}

/// How much space an article gives to one person or organization.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpaceEntry {
    /// Entity id of the person or organization.
    pub actor: String,
    /// Full name.
    pub name: String,
    /// Id of the article.
    pub article: String,
    /// Number of words in sentences that mention it.
    pub about: usize,
    /// Number of that person's or organization's own words in quotation marks.
    pub quoted: usize,
    /// `about` as a share of the article's words, 0 to 1.
    pub share: f64,
}

/// How often an article uses one user-defined word category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CategoryEntry {
    /// Name of the category.
    pub name: String,
    /// Id of the article.
    pub article: String,
    /// Number of uses.
    pub count: usize,
    /// Uses per thousand words.
    pub per_thousand: f64,
    /// Where the words appear.
    pub places: Vec<ExcerptEntry>,
}
