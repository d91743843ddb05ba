//! Articles as the report shows them, with their sentences, and who they speak of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{BlockKind, DateSource, Earlier, EntityKind, MentionKind, Voices};

/// One normalized article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleEntry {
    /// Short and unique.
    pub id: String,
    /// The file it was read from.
    pub path: String,
    /// Short, unique name of the outlet, used throughout the report.
    pub outlet: String,
    /// Name of the outlet as found: in the file, in its address, or the name of the file.
    pub masthead: String,
    /// The title.
    pub headline: Option<String>,
    /// Names of the writers.
    pub byline: Vec<String>,
    /// ISO 8601 date or time.
    pub published: Option<String>,
    /// What `published` was read from.
    pub published_from: Option<DateSource>,
    /// ISO 8601 date or time of the last update.
    pub updated: Option<String>,
    /// The dateline as printed.
    pub dateline: Option<String>,
    /// Agencies credited.
    pub wire: Vec<String>,
    /// Section of the outlet.
    pub section: Option<String>,
    /// Correction notices as printed.
    pub corrections: Vec<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// Id of the first version of this article by the same outlet; null for the only or first one.
    pub version_of: Option<String>,
    /// Earlier versions that were read but not compared, oldest first.
    #[serde(default)]
    pub earlier_versions: Vec<Earlier>,
    /// Why nothing can be concluded from what this article lacks: it seems to cover another event, or is incomplete.
    pub out_of_scope: Option<String>,
    /// The cleaned text; a blank line separates paragraphs.
    pub text: String,
    /// Number of words in `text`, without captions.
    pub words: usize,
    /// How much of it is quotation and whose, who speaks first and who last.
    pub voices: Voices,
    /// Its sentences.
    pub sentences: Vec<SentenceEntry>,
    /// What was removed and why.
    pub boilerplate: Vec<BoilerplateEntry>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SentenceEntry {
    /// `ARTICLE:N`.
    pub id: String,
    /// What it is part of.
    pub kind: BlockKind,
    /// Index of its paragraph.
    pub paragraph: u32,
    /// First code point in the article's text; null if it is not part of the text.
    pub start: Option<usize>,
    /// First code point after.
    pub end: Option<usize>,
    /// The words.
    pub text: String,
}

/// A piece of the page that is not the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BoilerplateEntry {
    /// The words.
    pub text: String,
    /// Why they were removed.
    pub reason: String,
}

/// A person, body or place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EntityEntry {
    /// `e` and a number.
    pub id: String,
    /// The fullest name found.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Whether any article names it; something only described ("the crew") belongs to one article.
    #[serde(default)]
    pub named: bool,
    /// Other names and descriptions found.
    pub aliases: Vec<String>,
    /// The articles that mention it.
    pub articles: Vec<String>,
    /// Every place where an article refers to it, in the order of the articles and their texts.
    #[serde(default)]
    pub mentions: Vec<MentionEntry>,
}

/// Words that refer to a person, body or place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MentionEntry {
    /// The sentence.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// The words, titles included.
    pub text: String,
    /// What kind of words they are.
    pub kind: MentionKind,
}
