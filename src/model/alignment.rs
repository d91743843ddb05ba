//! Which sentences say the same thing, and which articles share copy.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::document::{ArticleId, SentenceId};
use crate::span::Span;

/// How two aligned sentences relate.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// They say the same thing; neither adds anything of substance.
    Equivalent,
    /// They share a main statement or the same utterance, and at least one adds something.
    Partial,
}

/// One of the two sentences of a pair.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The first sentence.
    A,
    /// The second sentence.
    B,
}

/// Why two sentences were linked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Names both have, lower-cased, sorted.
    pub names: Vec<String>,
    /// Numbers both have, normalized, sorted.
    pub numbers: Vec<String>,
    /// The longest run of words both have, when three words or more.
    pub shared_words: Option<String>,
    /// Parts of the similarity by name, each 0 to 1, in a fixed order.
    pub parts: Vec<(&'static str, f64)>,
}

/// Two sentences of two articles that say the same thing or share a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The end in the article that comes first.
    pub a: SentenceId,
    /// The end in the article that comes later.
    pub b: SentenceId,
    /// How they relate.
    pub relation: Relation,
    /// Which side says all the other says and more; none when neither does or both do.
    pub contains: Option<Side>,
    /// Calibrated 0..1: of the links scored about 0.8 about 80 % are right.
    pub score: f64,
    /// Why.
    pub evidence: Evidence,
}

/// Sentences that say the same thing across outlets; a sentence nobody else has is a passage of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Its sentences, sorted.
    pub sentences: Vec<SentenceId>,
}

/// How much of the wording of two articles is the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Reuse {
    /// The first article.
    pub a: ArticleId,
    /// The second article.
    pub b: ArticleId,
    /// Share of the words of `a` outside quotations that stand in word sequences `b` has too, 0 to 1.
    pub share_of_a: f64,
    /// The same for `b`.
    pub share_of_b: f64,
    /// The longest common word sequence.
    pub longest: String,
    /// Where it stands in `a` and in `b`.
    pub places: [Span; 2],
}

/// The kind of source that articles go back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// News agency copy.
    Wire,
    /// Another outlet's article.
    Outlet,
    /// A press release.
    Release,
    /// The outlet's own reporting.
    Independent,
}

/// Articles that carry the same copy; counts of sources count origins.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// What it is.
    pub kind: OriginKind,
    /// Name of the agency or outlet.
    pub name: String,
    /// The articles, sorted.
    pub articles: Vec<ArticleId>,
    /// Why, one sentence each.
    pub evidence: Vec<String>,
}

/// Which sentences say the same thing, and which articles share copy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// What made the scores, e.g. "built-in".
    pub method: String,
    /// Links sorted by their ends.
    pub links: Vec<Link>,
    /// Pairs of sentences that are too unlike for a link and too alike to say that one article lacks what the other says,
    /// sorted.
    pub near: Vec<(SentenceId, SentenceId)>,
    /// Passages sorted by their first sentence; every body sentence is in exactly one.
    pub passages: Vec<Passage>,
    /// One per article pair that shares wording.
    pub reuse: Vec<Reuse>,
    /// Every article is in exactly one.
    pub origins: Vec<Origin>,
}
