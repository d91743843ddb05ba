//! Who said what, and what each outlet printed of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{ChangeKind, CueClass, Fragmentation, QuoteKind, UtteranceRelation};

/// Somebody's words, quoted or reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuoteEntry {
    /// `q` and a number.
    pub id: String,
    /// The article.
    pub article: String,
    /// The sentence it starts in.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// The words, without the quotation marks.
    pub text: String,
    /// How they are quoted.
    pub kind: QuoteKind,
    /// Full name of the source.
    pub speaker: Option<String>,
    /// Id of the source among the entities, where it is one of them.
    #[serde(default)]
    pub entity: Option<String>,
    /// The words that name the source.
    pub speaker_mention: Option<String>,
    /// The reporting verb or phrase.
    pub cue: Option<String>,
    /// What the cue does.
    pub cue_class: Option<CueClass>,
    /// Who obtained or published the words, or else their medium: "written statement", "video".
    pub via: Option<String>,
    /// On which occasion it was said: "interview", "news conference".
    pub venue: Option<String>,
    /// To whom it was said.
    pub addressee: Option<String>,
}

/// Something said once, as each outlet prints it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct UtteranceEntry {
    /// `u` and a number.
    pub id: String,
    /// Who said it.
    pub speaker: Option<String>,
    /// Versions, the fullest first.
    pub members: Vec<VersionEntry>,
    /// The articles that print it.
    pub articles: Vec<String>,
}

/// One outlet's version of an utterance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VersionEntry {
    /// The quote.
    pub quote: String,
    /// How it relates to the fullest version.
    pub relation: UtteranceRelation,
    /// Whether … or [ ] mark the change.
    pub indicated: bool,
    /// Of a reworded version, whether names, figures and the order of what is said agree: it may be another translation.
    pub possible_translation: bool,
    /// Whether parts of the quote were joined into one or taken apart.
    pub fragments: Option<Fragmentation>,
    /// Word-level difference to the fullest version.
    pub changes: Vec<ChangeEntry>,
}

/// One run of words of a word-level difference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChangeEntry {
    /// What happened.
    pub kind: ChangeKind,
    /// The words.
    pub text: String,
}
