//! The fact × source matrix and where sources contradict each other.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ExcerptEntry;
use crate::model::{Cell, DetailKind, DiscrepancyKind, FactKind, Grade, Modality, Voice};

/// One row of the matrix of facts and outlets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FactEntry {
    /// `f` and a number.
    pub id: String,
    /// The clearest wording found in the articles.
    pub statement: String,
    /// Where that wording is printed.
    pub home: ExcerptEntry,
    /// What kind of statement it is.
    pub kind: FactKind,
    /// Where each article reports it.
    pub support: BTreeMap<String, Vec<SupportEntry>>,
    /// How certain it is that each other article lacks it.
    pub missing: BTreeMap<String, Grade>,
    /// What each article does with it: the cells of the row.
    pub cells: BTreeMap<String, Cell>,
    /// Ids of the discrepancies that the cells `otherwise` rest on.
    pub conflicts: Vec<String>,
    /// Whether it is one of the few rows on the first screen.
    pub first_screen: bool,
    /// The closest sentence in each article that lacks it, if there is one.
    pub candidates: BTreeMap<String, String>,
    /// Details that some of the articles that report it have and others have nowhere.
    #[serde(default)]
    pub details: Vec<DetailEntry>,
    /// How many origins report it.
    pub origins: usize,
    /// How much a reader would want to know it, 0 to 1.
    pub salience: f64,
}

/// A detail that some articles give for a fact and others lack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DetailEntry {
    /// What kind of thing.
    pub kind: DetailKind,
    /// Where each article that has it gives it.
    pub told: BTreeMap<String, ExcerptEntry>,
    /// The articles that report the fact and have the detail nowhere.
    pub lacking: Vec<String>,
}

/// One place where an article reports a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SupportEntry {
    /// The sentence.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// Whether the outlet itself says it or somebody it quotes.
    pub voice: Voice,
    /// To whom it is attributed.
    pub attributed_to: Option<String>,
    /// How certain the article says it is.
    pub modality: Modality,
    /// 0 first word of the article, 1 last.
    pub position: f64,
    /// How much of the fact's content, by weight of its words, the sentence has: 1 all of it.
    pub share: f64,
}

/// A discrepancy: articles that give values that cannot all be true.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiscrepancyEntry {
    /// `d` and a number.
    pub id: String,
    /// What kind of discrepancy.
    pub kind: DiscrepancyKind,
    /// What it is about.
    pub about: String,
    /// The sides.
    pub values: Vec<DisputedEntry>,
    /// The rule that found it.
    pub rule: String,
}

/// One value of a discrepancy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DisputedEntry {
    /// The sentence.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// The words.
    pub text: String,
    /// Normalized.
    pub value: String,
    /// Values on one side can be true together; sides are numbered from 0.
    #[serde(default)]
    pub side: usize,
}
