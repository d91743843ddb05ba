//! `expected.json`: what a report said once, to be compared with what it says today, by meaning and not by bytes.
//!
//! A snapshot has the shape of the report and holds of it what carries meaning: sentences, pairs, passages, facts,
//! discrepancies, quotes, utterances, framings, findings. Offsets, evidence and order are left out, ids only tie the
//! parts together. Keys it does not know are passed over and lists may be missing, so the output of
//! `coverage diff --format json` is a snapshot too, and one written by an older version stays readable.

mod changes;
mod edits;
mod items;
mod likeness;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::report::Report;
pub use changes::{Change, Kind, changes};

/// What is kept of a report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Version of the report it was made from.
    pub schema_version: String,
    /// Articles with their sentences.
    pub articles: Vec<Article>,
    /// Articles that carry the same copy.
    #[serde(default)]
    pub origins: Vec<Origin>,
    /// Pairs of sentences.
    #[serde(default)]
    pub alignments: Vec<Pair>,
    /// Groups of sentences.
    #[serde(default)]
    pub passages: Vec<Passage>,
    /// Facts and who tells them.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// Contradictions.
    #[serde(default)]
    pub discrepancies: Vec<Discrepancy>,
    /// Quotations.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// What was said once and is printed by several.
    #[serde(default)]
    pub utterances: Vec<Utterance>,
    /// Contrasts in presentation.
    #[serde(default)]
    pub framings: Vec<Framing>,
    /// What a reader is told.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

/// An article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its id in the report.
    pub id: String,
    /// Name of the outlet.
    #[serde(default)]
    pub outlet: String,
    /// The title.
    #[serde(default)]
    pub headline: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub published: Option<String>,
    /// Its sentences.
    #[serde(default)]
    pub sentences: Vec<Sentence>,
}

/// A sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its id in the report.
    pub id: String,
    /// What it is part of.
    #[serde(default)]
    pub kind: String,
    /// The words.
    pub text: String,
}

/// Articles of one copy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// What it goes back to.
    pub kind: String,
    /// Name of the agency or outlet.
    #[serde(default)]
    pub name: String,
    /// The articles.
    pub articles: Vec<String>,
}

/// A pair of sentences.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// One sentence.
    pub a: String,
    /// The other.
    pub b: String,
    /// How they relate.
    pub relation: String,
    /// How sure.
    pub score: f64,
}

/// A group of sentences.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// Its sentences.
    pub sentences: Vec<String>,
}

/// A row of the matrix.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// The wording.
    pub statement: String,
    /// What kind.
    #[serde(default)]
    pub kind: String,
    /// Where each article tells it.
    pub support: BTreeMap<String, Vec<Support>>,
    /// How surely each other article lacks it.
    #[serde(default)]
    pub missing: BTreeMap<String, String>,
    /// What each article does with it; empty in a snapshot of an older version.
    #[serde(default)]
    pub cells: BTreeMap<String, String>,
}

/// One place where a fact is told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Support {
    /// The sentence.
    pub sentence: String,
    /// Who vouches.
    #[serde(default)]
    pub voice: String,
    /// How sure it is said to be.
    #[serde(default)]
    pub modality: String,
}

/// A contradiction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Discrepancy {
    /// What kind.
    pub kind: String,
    /// What it is about.
    #[serde(default)]
    pub about: String,
    /// The sides.
    pub values: Vec<Disputed>,
}

/// One side of a contradiction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Disputed {
    /// The sentence.
    pub sentence: String,
    /// The words.
    pub text: String,
    /// Normalized.
    #[serde(default)]
    pub value: String,
}

/// A quotation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// Its id in the report.
    pub id: String,
    /// The sentence.
    pub sentence: String,
    /// The words.
    pub text: String,
    /// How they are taken over.
    pub kind: String,
    /// Full name of the source.
    #[serde(default)]
    pub speaker: Option<String>,
    /// Who obtained the words.
    #[serde(default)]
    pub via: Option<String>,
}

/// One thing once said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Utterance {
    /// Who said it.
    #[serde(default)]
    pub speaker: Option<String>,
    /// Its versions.
    pub members: Vec<Version>,
}

/// One version of an utterance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// The quote.
    pub quote: String,
    /// Against the fullest version.
    pub relation: String,
}

/// A contrast in presentation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Framing {
    /// In what way.
    pub dimension: String,
    /// What is presented.
    #[serde(default)]
    pub target: String,
    /// The words of each article.
    pub per_source: BTreeMap<String, Vec<Term>>,
}

/// The words of one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// The sentence.
    pub sentence: String,
    /// The words.
    pub term: String,
}

/// What a reader is told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// What kind.
    pub kind: String,
    /// One plain sentence.
    pub summary: String,
}

impl Snapshot {
    /// What a report says.
    ///
    /// # Errors
    /// Never for a report of this version: its JSON has all that is read here.
    pub fn of(report: &Report) -> Result<Self, serde_json::Error> {
        serde_json::from_value(serde_json::to_value(report)?)
    }

    /// Reads a stored snapshot.
    ///
    /// # Errors
    /// When it is no JSON or lacks what a snapshot needs.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json.trim_start_matches('\u{feff}'))
    }

    /// The text of the file.
    ///
    /// # Errors
    /// Never: a snapshot is made of strings and finite numbers.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        super::layout::text(self)
    }
}
