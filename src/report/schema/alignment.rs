//! Which sentences say the same, and which articles share copy.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{OriginKind, Relation, Side};

/// Articles that carry the same copy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OriginEntry {
    /// `o` and a number.
    pub id: String,
    /// What it goes back to.
    pub kind: OriginKind,
    /// Name of the agency or outlet.
    pub name: String,
    /// The articles.
    pub articles: Vec<String>,
    /// Why.
    pub evidence: Vec<String>,
}

/// How much of the wording of two articles is the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReuseEntry {
    /// One article.
    pub a: String,
    /// The other.
    pub b: String,
    /// Share of the words of `a` in sequences `b` has too.
    pub share_of_a: f64,
    /// The same for `b`.
    pub share_of_b: f64,
    /// The longest common word sequence.
    pub longest: String,
}

/// One pair of sentences of two articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AlignmentEntry {
    /// One sentence.
    pub a: String,
    /// The other.
    pub b: String,
    /// How they relate.
    pub relation: Relation,
    /// Which side says all the other says and more.
    pub contains: Option<Side>,
    /// Calibrated 0..1.
    pub score: f64,
    /// Why.
    pub evidence: EvidenceEntry,
}

/// Why two sentences were linked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceEntry {
    /// Names both have.
    pub names: Vec<String>,
    /// Numbers both have.
    pub numbers: Vec<String>,
    /// The longest run of words both have.
    pub shared_words: Option<String>,
    /// Parts of the similarity.
    pub parts: BTreeMap<String, f64>,
}

/// Sentences that say the same thing across outlets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PassageEntry {
    /// `p` and a number.
    pub id: String,
    /// Its sentences.
    pub sentences: Vec<String>,
    /// The articles they stand in.
    pub articles: Vec<String>,
}
