//! How sources present the same thing, and the words that tell them apart.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ExcerptEntry;
use crate::model::Dimension;

/// Outlets that present the same thing differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FramingEntry {
    /// `r` and a number.
    pub id: String,
    /// How they differ.
    pub dimension: Dimension,
    /// What they present differently.
    pub target: String,
    /// The words each article uses.
    pub per_source: BTreeMap<String, Vec<TermEntry>>,
    /// The contrast in one sentence.
    pub note: String,
    /// The rule that found it.
    pub rule: String,
}

/// The words one outlet uses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TermEntry {
    /// The sentence.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// The words, as printed.
    pub term: String,
}

/// The words that set one article apart from the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VocabularyEntry {
    /// The article.
    pub article: String,
    /// The most distinctive first.
    pub words: Vec<DistinctiveEntry>,
}

/// A word that one article uses more than the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DistinctiveEntry {
    /// The shortest form printed; all forms of its stem are counted.
    pub word: String,
    /// How often the article has it.
    pub count: usize,
    /// How often all the others have it.
    pub others: usize,
    /// z-score of its weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008).
    pub z: f64,
    /// Where the article has it.
    pub places: Vec<ExcerptEntry>,
}

/// How much of one article an actor is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpaceEntry {
    /// Id of the actor among the entities.
    pub actor: String,
    /// Full name.
    pub name: String,
    /// The article.
    pub article: String,
    /// Number of words in sentences that mention the actor.
    pub about: usize,
    /// Number of the actor's own words in quotation marks.
    pub quoted: usize,
    /// `about` as a share of the article's words.
    pub share: f64,
}

/// How often one article uses a category that the user brought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CategoryEntry {
    /// Name of the category.
    pub name: String,
    /// The article.
    pub article: String,
    /// How often it uses it.
    pub count: usize,
    /// The same, per thousand words.
    pub per_thousand: f64,
    /// Every place.
    pub places: Vec<ExcerptEntry>,
}
