//! Facts: what the sources tell, where each tells it, and what it leaves out of it.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::comparison::Excerpt;
use super::document::{ArticleId, SentenceId};

/// What kind of statement a fact is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// Something that happened.
    Event,
    /// Something that somebody said.
    Statement,
    /// How it came about, what it is; true before the event.
    Background,
    /// What it means.
    Analysis,
}

/// Who vouches for a fact.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The article itself.
    Own,
    /// A source the article names.
    Attributed,
}

/// How sure a fact is said to be.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Plainly.
    Stated,
    /// Claimed without proof.
    Alleged,
    /// Said not to be so.
    Denied,
    /// Said to come.
    Expected,
    /// Said to be possible.
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

/// How surely an article lacks a fact.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// No counterpart at any level, and the article is long and whole enough to be expected to carry it.
    Absent,
    /// A weak candidate exists.
    NotFound,
    /// A brief, a sidebar or a different story.
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

/// What an article does with a fact: the cell of the matrix in its row and the article's column.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Says it.
    Says,
    /// Says at least part of it.
    Part,
    /// Tells it with another number, day or name, or the other way round.
    Otherwise,
    /// Lacks it, and would be expected to have it.
    Absent,
    /// Was not found to say it.
    NotFound,
    /// Is too short or another story.
    OutOfScope,
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
    /// What some of those that tell it have and others lack, surest kinds first.
    pub details: Vec<Detail>,
    /// How many origins tell it.
    pub origins: usize,
    /// How much a reader would want to know it, 0 to 1.
    pub salience: f64,
}

/// What kind of thing one telling of a fact has and another lacks.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DetailKind {
    /// A person, body or thing by its name.
    Name,
    /// A place by its name.
    Place,
    /// A number.
    Number,
    /// A day or time.
    Date,
    /// A number or day that the other tells less closely: "312" where it has "more than 300".
    Precision,
    /// A cause or reason.
    Cause,
    /// Whose word it is.
    Attribution,
    /// A word that makes it less than certain.
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
