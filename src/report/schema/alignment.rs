//! Which sentences say the same, and which articles share copy.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{OriginKind, Relation, Side};

/// A group of articles that derive from the same text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OriginEntry {
    /// `o` and a number.
    pub id: String,
    /// Kind of source they derive from.
    pub kind: OriginKind,
    /// Name of the agency or outlet.
    pub name: String,
    /// Ids of the articles.
    pub articles: Vec<String>,
    /// The reasons, one sentence each.
    pub evidence: Vec<String>,
}

/// How much wording two articles share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReuseEntry {
    /// Id of the first article.
    pub a: String,
    /// Id of the second article.
    pub b: String,
    /// Share of the words of `a` that are in sequences also found in `b`, 0 to 1.
    pub share_of_a: f64,
    /// Share of the words of `b` that are in sequences also found in `a`, 0 to 1.
    pub share_of_b: f64,
    /// The longest word sequence they share.
    pub longest: String,
}

/// A pair of sentences from different articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AlignmentEntry {
    /// Id of the first sentence.
    pub a: String,
    /// Id of the second sentence.
    pub b: String,
    /// How the sentences relate.
    pub relation: Relation,
    /// The sentence that says everything the other says and more, if there is one.
    pub contains: Option<Side>,
    /// Estimated probability that the pair is correct, 0 to 1.
    pub score: f64,
    /// Why the sentences were aligned.
    pub evidence: EvidenceEntry,
}

/// Why two sentences were aligned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceEntry {
    /// Names that both contain.
    pub names: Vec<String>,
    /// Numbers that both contain.
    pub numbers: Vec<String>,
    /// The longest word sequence they share.
    pub shared_words: Option<String>,
    /// Components of the similarity score, by name.
    pub parts: BTreeMap<String, f64>,
}

/// A group of sentences from different articles that say the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PassageEntry {
    /// `p` and a number.
    pub id: String,
    /// Ids of the sentences.
    pub sentences: Vec<String>,
    /// Ids of the articles they come from.
    pub articles: Vec<String>,
}
