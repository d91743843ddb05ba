//! Which sentences say the same, and which articles share copy.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{OriginKind, Relation, Side};

/// Articles that share copy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OriginEntry {
    /// `o` and a number.
    pub id: String,
    /// What kind of source the copy comes from.
    pub kind: OriginKind,
    /// Name of the agency or outlet.
    pub name: String,
    /// The articles.
    pub articles: Vec<String>,
    /// The evidence, in words.
    pub evidence: Vec<String>,
}

/// How much wording two articles share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReuseEntry {
    /// One article.
    pub a: String,
    /// The other.
    pub b: String,
    /// Share of the words of `a` in sequences that `b` also has.
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
    /// Calibrated chance that readers would link the pair, 0 to 1.
    pub score: f64,
    /// The evidence, in words.
    pub evidence: EvidenceEntry,
}

/// Why two sentences were linked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceEntry {
    /// Names that both have.
    pub names: Vec<String>,
    /// Numbers that both have.
    pub numbers: Vec<String>,
    /// The longest run of words that both have.
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
    /// The articles they are in.
    pub articles: Vec<String>,
}
