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
pub const SCHEMA_VERSION: &str = "0.7.0";

/// The complete result of one run. Every key is always present unless noted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Semantic version of this format.
    pub schema_version: String,
    /// The program that made this report.
    pub generator: Generator,
    /// When and where the event happened, and who was involved.
    pub event: Occasion,
    /// Id of the article that all others are compared with; left out if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// Which findings were requested with `--only` or `--min-salience`; left out if all were. If present, the report
    /// contains, apart from the articles, only what these findings rest on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selection: Option<SelectionEntry>,
    /// The articles after cleaning, ordered by publication date; undated articles come last.
    pub articles: Vec<ArticleEntry>,
    /// People, organizations and places that the articles mention.
    pub entities: Vec<EntityEntry>,
    /// Groups of articles that derive from the same text.
    pub origins: Vec<OriginEntry>,
    /// How much wording each pair of articles shares.
    pub reuse: Vec<ReuseEntry>,
    /// How the alignment scores were computed.
    pub alignment_method: String,
    /// Pairs of sentences from different articles that say the same thing.
    pub alignments: Vec<AlignmentEntry>,
    /// Groups of sentences from different articles that say the same thing.
    pub passages: Vec<PassageEntry>,
    /// Rows of the fact × article matrix, most salient first.
    pub facts: Vec<FactEntry>,
    /// Contradictions between articles.
    pub discrepancies: Vec<DiscrepancyEntry>,
    /// Direct and indirect quotes, in article order.
    pub quotes: Vec<QuoteEntry>,
    /// Statements that one or more articles quote, with each article's version.
    pub utterances: Vec<UtteranceEntry>,
    /// Differences in how articles present the same thing.
    pub framings: Vec<FramingEntry>,
    /// Words that distinguish each article from the others, one entry per article.
    #[serde(default)]
    pub vocabulary: Vec<VocabularyEntry>,
    /// How much space each article gives to each person and organization.
    #[serde(default)]
    pub space: Vec<SpaceEntry>,
    /// How often each article uses each user-defined word category.
    #[serde(default)]
    pub categories: Vec<CategoryEntry>,
    /// The results most worth knowing, most important first.
    pub findings: Vec<FindingEntry>,
    /// Claims considered and rejected because an article refutes them; present only with `--explain-rejected`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<RejectedEntry>,
    /// Problems with input files.
    pub diagnostics: Vec<DiagnosticEntry>,
}

/// Which findings were requested.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SelectionEntry {
    /// Kinds of findings; empty if all were requested.
    pub kinds: Vec<FindingKind>,
    /// Minimum salience of a finding, 0 to 1.
    pub min_salience: f64,
}

/// The program that made a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Generator {
    /// Name of the program.
    pub name: String,
    /// Version of the program.
    pub version: String,
}

/// What the articles say about the event as a whole; null or empty if unknown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Occasion {
    /// Date of the event, ISO 8601.
    pub date: Option<String>,
    /// Where it happened.
    pub place: Option<String>,
    /// Full names of the people involved.
    pub people: Vec<String>,
    /// Full names of the organizations involved.
    pub organizations: Vec<String>,
}

/// A passage within one sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExcerptEntry {
    /// Id of the sentence.
    pub sentence: String,
    /// Offset of the first code point in the article's text.
    pub start: usize,
    /// Offset just past the last code point.
    pub end: usize,
    /// The quoted text.
    pub text: String,
}

/// One result in plain language, with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingEntry {
    /// `n` and a number.
    pub id: String,
    /// Kind of finding.
    pub kind: FindingKind,
    /// The finding in one plain sentence.
    pub summary: String,
    /// Ids of the articles it is about.
    pub articles: Vec<String>,
    /// Ids of the facts, quotes and other entries it is based on.
    pub about: Vec<String>,
    /// The passages that support it.
    pub evidence: Vec<ExcerptEntry>,
    /// Estimated interest to readers, 0 to 1.
    pub salience: f64,
    /// Probability that it is correct, 0 to 1: the share of the rule's judged findings that were not wrong.
    pub confidence: f64,
    /// The rule that produced it; see `coverage explain`.
    pub rule: String,
    /// Whether the rule is accurate enough for the first screen.
    pub first_screen: bool,
}

/// A claim that was considered and rejected because an article refutes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RejectedEntry {
    /// The rule that would have made the claim.
    pub rule: String,
    /// The passage that the article seemed to lack.
    pub home: ExcerptEntry,
    /// Id of the article.
    pub article: String,
    /// Why the claim was rejected: `out_of_scope`, or a sentence in the article is aligned with the passage (`linked`) or
    /// contains a name or number (`named`), the quoted words (`quoted`) or many words (`worded`) from it, or comes close to
    /// its meaning (`near`).
    pub refuted_by: String,
    /// The sentence that refutes the claim.
    pub place: Option<ExcerptEntry>,
}

/// A problem with an input file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiagnosticEntry {
    /// How serious the problem is.
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
