//! Articles as the report shows them, with their sentences, and who they speak of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{BlockKind, DateSource, Earlier, EntityKind, MentionKind, Voices};

/// One article after cleaning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleEntry {
    /// Short unique id.
    pub id: String,
    /// The file it was read from.
    pub path: String,
    /// Short outlet name used throughout the report, unique to this article.
    pub outlet: String,
    /// Outlet name as found in the file, its address or its file name.
    pub masthead: String,
    /// The headline.
    pub headline: Option<String>,
    /// Names of the writers.
    pub byline: Vec<String>,
    /// Date or time of publication, ISO 8601.
    pub published: Option<String>,
    /// Where `published` was found.
    pub published_from: Option<DateSource>,
    /// Date or time of the last update, ISO 8601.
    pub updated: Option<String>,
    /// The dateline as printed.
    pub dateline: Option<String>,
    /// News agencies credited.
    pub wire: Vec<String>,
    /// Section of the outlet.
    pub section: Option<String>,
    /// Correction notices as printed.
    pub corrections: Vec<String>,
    /// Language as a BCP 47 tag.
    pub language: Option<String>,
    /// Canonical URL.
    pub url: Option<String>,
    /// Id of the first version of this article by the same outlet; null if it is the only or first version.
    pub version_of: Option<String>,
    /// Earlier versions that were read but not compared, oldest first.
    #[serde(default)]
    pub earlier_versions: Vec<Earlier>,
    /// Why omissions by this article are not counted: it seems to cover a different event, or only its beginning is
    /// available.
    pub out_of_scope: Option<String>,
    /// The cleaned text, with a blank line between paragraphs.
    pub text: String,
    /// Number of words in `text`, not counting captions.
    pub words: usize,
    /// How much of the article is quotation, and by whom.
    pub voices: Voices,
    /// The sentences of the article.
    pub sentences: Vec<SentenceEntry>,
    /// Text that was removed, with the reason.
    pub boilerplate: Vec<BoilerplateEntry>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SentenceEntry {
    /// Id of the form `ARTICLE:N`, counted from 0.
    pub id: String,
    /// The part of the article it belongs to.
    pub kind: BlockKind,
    /// Index of its paragraph, counted from 0.
    pub paragraph: u32,
    /// Offset of the first code point in the article's text; null if the sentence is not in the text.
    pub start: Option<usize>,
    /// Offset just past the last code point.
    pub end: Option<usize>,
    /// The text of the sentence.
    pub text: String,
}

/// Text from the page that is not part of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BoilerplateEntry {
    /// The removed text.
    pub text: String,
    /// Why it was removed.
    pub reason: String,
}

/// A person, organization or place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EntityEntry {
    /// `e` and a number.
    pub id: String,
    /// The fullest name found.
    pub name: String,
    /// Kind of entity.
    pub kind: EntityKind,
    /// Whether any article names it; entities that are only described ("the crew") belong to one article.
    #[serde(default)]
    pub named: bool,
    /// Other names and descriptions found.
    pub aliases: Vec<String>,
    /// Ids of the articles that mention it.
    pub articles: Vec<String>,
    /// Every mention, in article and text order.
    #[serde(default)]
    pub mentions: Vec<MentionEntry>,
}

/// Words that refer to an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MentionEntry {
    /// Id of the sentence.
    pub sentence: String,
    /// Offset of the first code point in the article's text.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// The words, including titles.
    pub text: String,
    /// Kind of mention.
    pub kind: MentionKind,
}
