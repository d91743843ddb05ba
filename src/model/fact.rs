//! Facts: what the sources tell, where each tells it, and what it leaves out of it.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::comparison::Excerpt;
use super::document::{ArticleId, SentenceId};

/// Kind of fact.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// Something that happened.
    Event,
    /// Something that someone said.
    Statement,
    /// Background that was already true before the event.
    Background,
    /// What it means.
    Analysis,
}

/// Whether an article states a fact itself or attributes it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// Stated in the article's own voice.
    Own,
    /// Attributed to a source.
    Attributed,
}

/// How certain a fact is made to sound.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Stated as fact.
    Stated,
    /// Alleged without proof.
    Alleged,
    /// Denied.
    Denied,
    /// Expected to happen.
    Expected,
    /// Described as possible.
    Possible,
}

/// One place where an article tells a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// The words.
    pub excerpt: Excerpt,
    /// Who vouches for it there.
    pub voice: Voice,
    /// To whom it is attributed.
    pub attributed_to: Option<String>,
    /// How sure it is said to be.
    pub modality: Modality,
    /// Share of the article's words before it: 0 first word, 1 last.
    pub position: f64,
    /// Share of the fact's content, by weight of words, that the sentence has: 1 all of it.
    pub share: f64,
}

/// How certain it is that an article omits a fact.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Nothing in the article corresponds to the fact, and the article is long and complete enough that it would be
    /// expected to report it.
    Absent,
    /// The article has only a weak possible match.
    NotFound,
    /// The article is too short or covers a different story.
    OutOfScope,
}

/// That an article lacks a fact, and how surely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// How surely.
    pub grade: Grade,
    /// The nearest sentence, where one comes near.
    pub candidate: Option<SentenceId>,
}

/// How an article treats a fact.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Reports all of it.
    Says,
    /// Reports at least part of it.
    Part,
    /// Reports it with a different number, date or name, or says the opposite.
    Otherwise,
    /// Omits it, although the article would be expected to report it.
    Absent,
    /// May or may not report all or part of it: a sentence comes close, but not close enough to tell.
    Unclear,
    /// Was not found to report it: no sentence comes close, though a word or name from the fact may appear.
    NotFound,
    /// Is too short, appeared on an earlier day than every article that reports it, or covers a different story.
    OutOfScope,
}

impl Cell {
    /// Whether the article surely reports at least a part of the fact, with whatever value.
    pub fn is_told(self) -> bool {
        matches!(self, Cell::Says | Cell::Part | Cell::Otherwise)
    }
}

/// What a fact shows about the article that all others are compared with.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// It and another article report the fact with different values.
    Differs,
    /// It omits the fact.
    Missing,
    /// It alone reports the fact; all others omit it.
    Alone,
}

/// One row of the fact × source matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The clearest wording found in the sources.
    pub statement: String,
    /// Where the sources print that wording.
    pub home: Excerpt,
    /// What kind of statement it is.
    pub kind: FactKind,
    /// Where each article tells it.
    pub support: BTreeMap<ArticleId, Vec<Support>>,
    /// Which articles lack it.
    pub missing: BTreeMap<ArticleId, Missing>,
    /// What each article does with it.
    pub cells: BTreeMap<ArticleId, Cell>,
    /// Indices of the discrepancies that the cells `otherwise` rest on.
    pub conflicts: Vec<usize>,
    /// Whether it is one of the few rows that a reader sees first.
    pub first_screen: bool,
    /// What it says of the base; none where there is no base, or nothing of these.
    pub against: Option<Against>,
    /// What some of those that tell it have and others lack, surest kinds first.
    pub details: Vec<Detail>,
    /// How many origins tell it.
    pub origins: usize,
    /// How much a reader would want to know it, 0 to 1.
    pub salience: f64,
}

/// Kind of detail.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DetailKind {
    /// The name of a person, organization or thing.
    Name,
    /// A place name.
    Place,
    /// A number.
    Number,
    /// A date or time.
    Date,
    /// A more precise number or date, such as "312" rather than "more than 300".
    Precision,
    /// A cause or reason.
    Cause,
    /// The source of the claim.
    Attribution,
    /// A word that makes it less certain.
    Qualification,
}

/// What some articles that tell a fact have in it, and others that tell it have nowhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// What kind of thing.
    pub kind: DetailKind,
    /// Where each article that has it tells it.
    pub told: BTreeMap<ArticleId, Excerpt>,
    /// Which of the articles that tell the fact have it nowhere.
    pub lacking: BTreeSet<ArticleId>,
}
