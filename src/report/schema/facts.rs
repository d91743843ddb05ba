//! The fact × source matrix and where sources contradict each other.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ExcerptEntry;
use crate::model::{Against, Cell, DetailKind, DiscrepancyKind, FactKind, Grade, Modality, Voice};

/// One row of the fact × article matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FactEntry {
    /// `f` and a number.
    pub id: String,
    /// The clearest wording found in the articles.
    pub statement: String,
    /// Where that wording appears.
    pub home: ExcerptEntry,
    /// Kind of statement.
    pub kind: FactKind,
    /// Where each article reports it, by article id.
    pub support: BTreeMap<String, Vec<SupportEntry>>,
    /// How certain it is that each other article omits it, by article id.
    pub missing: BTreeMap<String, Grade>,
    /// How each article treats it: the row of the matrix, by article id.
    pub cells: BTreeMap<String, Cell>,
    /// Ids of the discrepancies behind each `otherwise` cell.
    pub conflicts: Vec<String>,
    /// Whether it is one of the few rows on the first screen.
    pub first_screen: bool,
    /// What it says about the article that all others are compared with, if there is one: that it differs, omits the
    /// fact, or is the only one to report it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
    /// The closest sentence in each article that lacks it, if one comes close.
    pub candidates: BTreeMap<String, String>,
    /// Details that some of the articles reporting it include and others leave out.
    #[serde(default)]
    pub details: Vec<DetailEntry>,
    /// How many independent origins report it.
    pub origins: usize,
    /// Estimated interest to readers, 0 to 1.
    pub salience: f64,
}

/// A detail that some articles include and others leave out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DetailEntry {
    /// Kind of detail.
    pub kind: DetailKind,
    /// Where each article reports it, by article id.
    pub told: BTreeMap<String, ExcerptEntry>,
    /// Ids of the articles that report the fact without this detail.
    pub lacking: Vec<String>,
}

/// One place where an article reports a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SupportEntry {
    /// Id of the sentence.
    pub sentence: String,
    /// Offset of the first code point in the article's text.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// Whether the article states it in its own voice or attributes it.
    pub voice: Voice,
    /// The person or body it is attributed to.
    pub attributed_to: Option<String>,
    /// The certainty with which it is presented.
    pub modality: Modality,
    /// Relative position in the article, from 0 (first word) to 1 (last word).
    pub position: f64,
    /// Weighted share of the fact's content found in this sentence; 1 means all of it.
    pub share: f64,
}

/// A discrepancy: articles give values that cannot all be true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiscrepancyEntry {
    /// `d` and a number.
    pub id: String,
    /// Kind of discrepancy.
    pub kind: DiscrepancyKind,
    /// The subject of the discrepancy.
    pub about: String,
    /// The conflicting values.
    pub values: Vec<DisputedEntry>,
    /// The rule that found it; see `coverage explain`.
    pub rule: String,
}

/// One value in a discrepancy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DisputedEntry {
    /// Id of the sentence.
    pub sentence: String,
    /// Offset of the first code point in the article's text.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// The value as printed.
    pub text: String,
    /// The normalized value.
    pub value: String,
    /// Side of the discrepancy, counted from 0; values on the same side are compatible.
    #[serde(default)]
    pub side: usize,
}
