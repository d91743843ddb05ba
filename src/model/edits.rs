//! What an editor changed between two versions of one article.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What a change is about: the first of these that fits.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum EditKind {
    /// The headline.
    Headline,
    /// A sentence in which a number or date changed.
    Figure,
    /// A sentence in which quoted words changed, or with a quotation that appears in only one version.
    Quotation,
    /// A sentence in which a name changed.
    Name,
    /// A sentence that appears in only one version.
    Sentence,
    /// A sentence that was reworded.
    Wording,
}

/// Words of the earlier version and those of the later version in their place. Where one side has none, its span is empty
/// and says where they would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedWords {
    /// In the text of the earlier version.
    pub before: Span,
    /// In the text of the later version.
    pub after: Span,
}

/// One sentence that the two versions do not have alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What the change is about.
    pub kind: EditKind,
    /// Index of the sentence in the earlier version; none where it was added.
    pub before: Option<u32>,
    /// Index of the sentence in the later version; none where it was cut.
    pub after: Option<u32>,
    /// The words that changed, where both versions have the sentence.
    pub words: Vec<ChangedWords>,
}

/// What an editor changed between two versions of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// Sentences of the earlier version that the later one has word for word.
    pub unchanged: usize,
    /// What changed: by kind, in each kind in the order of the text.
    pub edits: Vec<Edit>,
}
