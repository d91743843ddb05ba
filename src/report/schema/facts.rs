//! The fact × source matrix and where sources contradict each other.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ExcerptEntry;
use crate::model::{Cell, DetailKind, DiscrepancyKind, FactKind, Grade, Modality, Voice};

/// One row of the fact × source matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FactEntry {
    /// `f` and a number.
    pub id: String,
    /// The clearest wording found in the sources.
    pub statement: String,
    /// Where the sources print that wording.
    pub home: ExcerptEntry,
    /// What kind of statement it is.
    pub kind: FactKind,
    /// Where each article tells it.
    pub support: BTreeMap<String, Vec<SupportEntry>>,
    /// How surely each other article lacks it.
    pub missing: BTreeMap<String, Grade>,
    /// What each article does with it: the row of the matrix.
    pub cells: BTreeMap<String, Cell>,
    /// Ids of the discrepancies that the cells `otherwise` rest on.
    pub conflicts: Vec<String>,
    /// Whether it is one of the few rows that a reader sees first.
    pub first_screen: bool,
    /// The nearest sentence of an article that lacks it, where one comes near.
    pub candidates: BTreeMap<String, String>,
    /// What some of those that tell it have and others that tell it have nowhere.
    #[serde(default)]
    pub details: Vec<DetailEntry>,
    /// How many origins tell it.
    pub origins: usize,
    /// How much a reader would want to know it, 0 to 1.
    pub salience: f64,
}

/// What some tellings of a fact have and others lack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DetailEntry {
    /// What kind of thing.
    pub kind: DetailKind,
    /// Where each article that has it tells it.
    pub told: BTreeMap<String, ExcerptEntry>,
    /// The articles that tell the fact and have it nowhere.
    pub lacking: Vec<String>,
}

/// One place where an article tells a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SupportEntry {
    /// The sentence.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// Who vouches for it.
    pub voice: Voice,
    /// To whom it is attributed.
    pub attributed_to: Option<String>,
    /// How sure it is said to be.
    pub modality: Modality,
    /// 0 first word of the article, 1 last.
    pub position: f64,
    /// How much of the fact's content, by weight of its words, the sentence has: 1 all of it.
    pub share: f64,
}

/// Sources that contradict each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiscrepancyEntry {
    /// `d` and a number.
    pub id: String,
    /// What kind of contradiction.
    pub kind: DiscrepancyKind,
    /// What it is about.
    pub about: String,
    /// The sides.
    pub values: Vec<DisputedEntry>,
    /// The rule that fired.
    pub rule: String,
}

/// One side of a contradiction.
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
    /// Values of one side can be true together; sides count from 0.
    #[serde(default)]
    pub side: usize,
}
