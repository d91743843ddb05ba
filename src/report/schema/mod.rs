//! The types of the report, in the order of its keys.

mod alignment;
mod articles;
mod edits;
mod facts;
mod framings;
mod quotes;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Diagnostic, FindingKind, Severity};

pub use alignment::{AlignmentEntry, EvidenceEntry, OriginEntry, PassageEntry, ReuseEntry};
pub use articles::{ArticleEntry, BoilerplateEntry, EntityEntry, MentionEntry, SentenceEntry};
pub use edits::{ChangedWordsEntry, EditEntry, EditReport, PlaceEntry, VersionText};
pub use facts::{DetailEntry, DiscrepancyEntry, DisputedEntry, FactEntry, SupportEntry};
pub use framings::{
    CategoryEntry, DistinctiveEntry, FramingEntry, SpaceEntry, TermEntry, VocabularyEntry,
};
pub use quotes::{ChangeEntry, QuoteEntry, UtteranceEntry, VersionEntry};

/// Version of the report object.
pub const SCHEMA_VERSION: &str = "0.6.0";

/// Everything one run found, complete in its keys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Semantic version of this object.
    pub schema_version: String,
    /// The program that made it.
    pub generator: Generator,
    /// What the articles have in common.
    pub event: Occasion,
    /// The article that the others are held against, by its id; left out where all are held against all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The normalized articles, in the order of their paths.
    pub articles: Vec<ArticleEntry>,
    /// People, bodies and places the articles mention.
    pub entities: Vec<EntityEntry>,
    /// Which articles share copy.
    pub origins: Vec<OriginEntry>,
    /// How much of each article's wording also appears in another.
    pub reuse: Vec<ReuseEntry>,
    /// What made the alignment scores.
    pub alignment_method: String,
    /// Pairs of sentences of two articles that say the same thing.
    pub alignments: Vec<AlignmentEntry>,
    /// Sentences that say the same thing across outlets.
    pub passages: Vec<PassageEntry>,
    /// Rows of the matrix of facts and outlets, most important first.
    pub facts: Vec<FactEntry>,
    /// A discrepancy: articles that give values that cannot all be true.
    pub discrepancies: Vec<DiscrepancyEntry>,
    /// Somebody's words, quoted or reported.
    pub quotes: Vec<QuoteEntry>,
    /// Something said once, as each outlet prints it.
    pub utterances: Vec<UtteranceEntry>,
    /// Outlets that present the same thing differently.
    pub framings: Vec<FramingEntry>,
    /// Words that set an outlet apart from the others, one entry per article.
    #[serde(default)]
    pub vocabulary: Vec<VocabularyEntry>,
    /// How much of each article its people and bodies are given.
    #[serde(default)]
    pub space: Vec<SpaceEntry>,
    /// How often each article uses each category that the user brought.
    #[serde(default)]
    pub categories: Vec<CategoryEntry>,
    /// What a reader should know, most important first.
    pub findings: Vec<FindingEntry>,
    /// Claims not made because an article rules them out; only with `--explain-rejected`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<RejectedEntry>,
    /// Files skipped or repaired, and why.
    pub diagnostics: Vec<DiagnosticEntry>,
}

/// The program that made a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Generator {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// What the articles of an event have in common; null or empty where unknown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Occasion {
    /// ISO 8601 day.
    pub date: Option<String>,
    /// Where it happened.
    pub place: Option<String>,
    /// Full names.
    pub people: Vec<String>,
    /// Full names.
    pub organizations: Vec<String>,
}

/// Words in one sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExcerptEntry {
    /// The sentence.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// What a reader should know: one plain sentence with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingEntry {
    /// `n` and a number.
    pub id: String,
    /// What kind of finding.
    pub kind: FindingKind,
    /// One plain sentence.
    pub summary: String,
    /// The articles it is about.
    pub articles: Vec<String>,
    /// Ids of the elements it rests on.
    pub about: Vec<String>,
    /// The words that prove it.
    pub evidence: Vec<ExcerptEntry>,
    /// How much a reader would want to know it, 0 to 1.
    pub salience: f64,
    /// The share of its rule's judged findings that were not wrong, 0 to 1.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: String,
    /// Whether its rule was right often enough for the first screen.
    pub first_screen: bool,
}

/// A claim not made because an article rules it out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RejectedEntry {
    /// The rule that would have made it.
    pub rule: String,
    /// The words that the article seemed to lack.
    pub home: ExcerptEntry,
    /// The article.
    pub article: String,
    /// What speaks against it: `out_of_scope`, or that a sentence of the article is `linked`, or has a name or figure
    /// (`named`), the quoted words (`quoted`) or many words (`worded`) of it.
    pub refuted_by: String,
    /// That sentence.
    pub place: Option<ExcerptEntry>,
}

/// A file skipped or repaired, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiagnosticEntry {
    /// How serious it is.
    pub severity: Severity,
    /// The file.
    pub path: String,
    /// What happened.
    pub message: String,
}

impl From<&Diagnostic> for DiagnosticEntry {
    fn from(diagnostic: &Diagnostic) -> Self {
        Self {
            severity: diagnostic.severity,
            path: diagnostic.path.clone(),
            message: diagnostic.message.clone(),
        }
    }
}
