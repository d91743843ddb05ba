//! What an editor changed: the object that `coverage diff --format json` prints for two versions of one article.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DiagnosticEntry, ExcerptEntry, Generator};
use crate::model::EditKind;

/// Two versions of one article and what changed between them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EditReport {
    /// Semantic version of this object.
    pub schema_version: String,
    /// The program that made it.
    pub generator: Generator,
    /// The outlet of both versions.
    pub outlet: String,
    /// The earlier version.
    pub before: VersionText,
    /// The later version.
    pub after: VersionText,
    /// How many sentences are word for word the same in both versions.
    pub unchanged: usize,
    /// Correction notices that only the later version has.
    pub corrections: Vec<String>,
    /// What changed: headline, figures, quotations, names, whole sentences, wording; each in the order of the text.
    pub edits: Vec<EditEntry>,
    /// Files skipped or repaired, and why.
    pub diagnostics: Vec<DiagnosticEntry>,
}

/// One version of an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VersionText {
    /// The id of the article.
    pub id: String,
    /// The file it was read from.
    pub path: String,
    /// Its headline.
    pub headline: Option<String>,
    /// Names of the writers.
    pub byline: Vec<String>,
    /// ISO 8601 date or time of publication.
    pub published: Option<String>,
    /// ISO 8601 date or time of its last update.
    pub updated: Option<String>,
    /// How many sentences it has.
    pub sentences: usize,
    /// The text that offsets point into, in Unicode code points.
    pub text: String,
}

/// One sentence that is not the same in both versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EditEntry {
    /// `e` and a number.
    pub id: String,
    /// What the change is about.
    pub kind: EditKind,
    /// The sentence in the earlier version; null if it was added.
    pub before: Option<ExcerptEntry>,
    /// The sentence in the later version; null if it was cut.
    pub after: Option<ExcerptEntry>,
    /// The words that changed, if the sentence is in both versions.
    pub words: Vec<ChangedWordsEntry>,
}

/// Words in one version and the words that replace them in the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChangedWordsEntry {
    /// In the earlier version.
    pub before: PlaceEntry,
    /// In the later version.
    pub after: PlaceEntry,
}

/// Words and where they are; if there are none, where they would begin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceEntry {
    /// Offset of the first code point in the version's text.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// The words.
    pub text: String,
}
