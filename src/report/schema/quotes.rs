//! Who said what, and what each outlet printed of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{ChangeKind, CueClass, Fragmentation, QuoteKind, UtteranceRelation};

/// A direct or indirect quote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuoteEntry {
    /// `q` and a number.
    pub id: String,
    /// Id of the article.
    pub article: String,
    /// Id of the sentence where it starts.
    pub sentence: String,
    /// Offset of the first code point in the article's text.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// The quoted words, without quotation marks.
    pub text: String,
    /// Kind of quote.
    pub kind: QuoteKind,
    /// Full name of the speaker.
    pub speaker: Option<String>,
    /// Entity id of the speaker, if known.
    #[serde(default)]
    pub entity: Option<String>,
    /// The words that name the speaker.
    pub speaker_mention: Option<String>,
    /// The reporting verb or phrase.
    pub cue: Option<String>,
    /// Effect of the cue.
    pub cue_class: Option<CueClass>,
    /// Who obtained or published the words; otherwise the medium, such as "written statement" or "video".
    pub via: Option<String>,
    /// The occasion, such as "interview" or "news conference".
    pub venue: Option<String>,
    /// The person or group addressed.
    pub addressee: Option<String>,
}

/// A statement with each article's version of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct UtteranceEntry {
    /// `u` and a number.
    pub id: String,
    /// Full name of the speaker.
    pub speaker: Option<String>,
    /// The versions, fullest first.
    pub members: Vec<VersionEntry>,
    /// Ids of the articles that quote it.
    pub articles: Vec<String>,
}

/// One article's version of an utterance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VersionEntry {
    /// Id of the quote.
    pub quote: String,
    /// How it relates to the fullest version.
    pub relation: UtteranceRelation,
    /// Whether an ellipsis or brackets mark the change.
    pub indicated: bool,
    /// Whether a reworded version may be another translation: names, numbers and order agree.
    pub possible_translation: bool,
    /// Whether separate parts of the quote were joined, or one part was split.
    pub fragments: Option<Fragmentation>,
    /// Word-level differences from the fullest version.
    pub changes: Vec<ChangeEntry>,
}

/// One run of words in a word-level comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChangeEntry {
    /// Whether the words are the same, deleted or inserted.
    pub kind: ChangeKind,
    /// The words.
    pub text: String,
}
