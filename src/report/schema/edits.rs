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

/// One sentence that the two versions do not have alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EditEntry {
    /// `e` and a number.
    pub id: String,
    /// What the change is about.
    pub kind: EditKind,
    /// The sentence of the earlier version; null where it was added.
    pub before: Option<ExcerptEntry>,
    /// The sentence of the later version; null where it was cut.
    pub after: Option<ExcerptEntry>,
    /// The words that changed, if the sentence is in both versions.
    pub words: Vec<ChangedWordsEntry>,
}

/// Words of one version and those of the other in their place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChangedWordsEntry {
    /// Of the earlier version.
    pub before: PlaceEntry,
    /// Of the later version.
    pub after: PlaceEntry,
}

/// Words and where they are; if there are none, where they would begin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceEntry {
    /// First code point in the text of the version.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// The words.
    pub text: String,
}
