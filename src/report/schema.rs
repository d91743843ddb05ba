//! The types of the report, in the order of its keys.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{
    BlockKind, ChangeKind, CueClass, DateSource, DetailKind, Dimension, DiscrepancyKind, EntityKind, FactKind,
    FindingKind, Fragmentation, Grade, Modality, OriginKind, QuoteKind, Relation, Severity, Side, UtteranceRelation,
    Voice, Voices,
};

/// Version of the report object.
pub const SCHEMA_VERSION: &str = "0.1.0";

/// Everything one run found, complete in its keys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Semantic version of this object.
    pub schema_version: String,
    /// The program that made it.
    pub generator: Generator,
    /// What the articles have in common.
    pub event: Occasion,
    /// The normalized articles, in the order of their paths.
    pub articles: Vec<ArticleEntry>,
    /// People, bodies and places the articles mention.
    pub entities: Vec<EntityEntry>,
    /// Which articles carry the same copy.
    pub origins: Vec<OriginEntry>,
    /// How much of each article's wording stands in another.
    pub reuse: Vec<ReuseEntry>,
    /// What made the alignment scores.
    pub alignment_method: String,
    /// Pairs of sentences of two articles that say the same thing.
    pub alignments: Vec<AlignmentEntry>,
    /// Sentences that say the same thing across outlets.
    pub passages: Vec<PassageEntry>,
    /// Rows of the fact × source matrix, most salient first.
    pub facts: Vec<FactEntry>,
    /// Sources that contradict each other.
    pub discrepancies: Vec<DiscrepancyEntry>,
    /// Words taken over from somebody.
    pub quotes: Vec<QuoteEntry>,
    /// One thing once said, as each source prints it.
    pub utterances: Vec<UtteranceEntry>,
    /// Sources presenting the same thing differently.
    pub framings: Vec<FramingEntry>,
    /// Words that tell an outlet from the others, one entry an article.
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

/// One normalized article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleEntry {
    /// Short and unique.
    pub id: String,
    /// The file it was read from.
    pub path: String,
    /// Name of the outlet.
    pub outlet: String,
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
    /// Id of the earlier version of this article by the same outlet; null for the only or first one.
    pub version_of: Option<String>,
    /// Why this article does not seem to tell the event of the others.
    pub out_of_scope: Option<String>,
    /// The cleaned text, paragraphs divided by a blank line.
    pub text: String,
    /// Words in `text`, captions left out.
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
    /// First code point in the article's text; null where it is not part of it.
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
    /// Other names and descriptions found.
    pub aliases: Vec<String>,
    /// The articles that mention it.
    pub articles: Vec<String>,
}

/// Articles that carry the same copy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OriginEntry {
    /// `o` and a number.
    pub id: String,
    /// What it goes back to.
    pub kind: OriginKind,
    /// Name of the agency or outlet.
    pub name: String,
    /// The articles.
    pub articles: Vec<String>,
    /// Why.
    pub evidence: Vec<String>,
}

/// How much of the wording of two articles is the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReuseEntry {
    /// One article.
    pub a: String,
    /// The other.
    pub b: String,
    /// Share of the words of `a` in sequences `b` has too.
    pub share_of_a: f64,
    /// The same for `b`.
    pub share_of_b: f64,
    /// The longest common word sequence.
    pub longest: String,
}

/// One pair of sentences of two articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AlignmentEntry {
    /// One sentence.
    pub a: String,
    /// The other.
    pub b: String,
    /// How they relate.
    pub relation: Relation,
    /// Which side says all the other says and more.
    pub contains: Option<Side>,
    /// Calibrated 0..1.
    pub score: f64,
    /// Why.
    pub evidence: EvidenceEntry,
}

/// Why two sentences were linked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceEntry {
    /// Names both have.
    pub names: Vec<String>,
    /// Numbers both have.
    pub numbers: Vec<String>,
    /// The longest run of words both have.
    pub shared_words: Option<String>,
    /// Parts of the similarity.
    pub parts: BTreeMap<String, f64>,
}

/// Sentences that say the same thing across outlets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PassageEntry {
    /// `p` and a number.
    pub id: String,
    /// Its sentences.
    pub sentences: Vec<String>,
    /// The articles they stand in.
    pub articles: Vec<String>,
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

/// One row of the fact × source matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FactEntry {
    /// `f` and a number.
    pub id: String,
    /// The clearest wording found in the sources.
    pub statement: String,
    /// What kind of statement it is.
    pub kind: FactKind,
    /// Where each article tells it.
    pub support: BTreeMap<String, Vec<SupportEntry>>,
    /// How surely each other article lacks it.
    pub missing: BTreeMap<String, Grade>,
    /// The nearest sentence of an article that lacks it, where one comes near.
    pub candidates: BTreeMap<String, String>,
    /// What some of those that tell it have and others that tell it have nowhere.
    #[serde(default)]
    pub details: Vec<DetailEntry>,
    /// How many origins tell it.
    pub origins: usize,
    /// How much a reader would want to know it, 0 to 1.
    pub salience: f64,
}

/// What some tellings of a fact have and others lack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DetailEntry {
    /// What kind of thing.
    pub kind: DetailKind,
    /// Where each article that has it tells it.
    pub told: BTreeMap<String, ExcerptEntry>,
    /// The articles that tell the fact and have it nowhere.
    pub lacking: Vec<String>,
}

/// One place where an article tells a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SupportEntry {
    /// The sentence.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// Who vouches for it.
    pub voice: Voice,
    /// To whom it is attributed.
    pub attributed_to: Option<String>,
    /// How sure it is said to be.
    pub modality: Modality,
    /// 0 first word of the article, 1 last.
    pub position: f64,
    /// How much of the fact's content, by weight of its words, the sentence has: 1 all of it.
    pub share: f64,
}

/// Sources that contradict each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiscrepancyEntry {
    /// `d` and a number.
    pub id: String,
    /// What kind of contradiction.
    pub kind: DiscrepancyKind,
    /// What it is about.
    pub about: String,
    /// The sides.
    pub values: Vec<DisputedEntry>,
    /// The rule that fired.
    pub rule: String,
}

/// One side of a contradiction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DisputedEntry {
    /// The sentence.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// The words.
    pub text: String,
    /// Normalized.
    pub value: String,
    /// Values of one side can be true together; sides count from 0.
    #[serde(default)]
    pub side: usize,
}

/// Words taken over from somebody.
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
    /// How they are taken over.
    pub kind: QuoteKind,
    /// Full name of the source.
    pub speaker: Option<String>,
    /// The words that name the source.
    pub speaker_mention: Option<String>,
    /// The reporting verb or phrase.
    pub cue: Option<String>,
    /// What the cue does.
    pub cue_class: Option<CueClass>,
    /// Who obtained or published the words.
    pub via: Option<String>,
    /// Where it was said.
    pub venue: Option<String>,
    /// To whom it was said.
    pub addressee: Option<String>,
}

/// One thing once said, as each source prints it.
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
    /// Against the fullest version.
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

/// Sources presenting the same thing differently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FramingEntry {
    /// `r` and a number.
    pub id: String,
    /// In what way.
    pub dimension: Dimension,
    /// What they present.
    pub target: String,
    /// The words each uses.
    pub per_source: BTreeMap<String, Vec<TermEntry>>,
    /// The contrast in one sentence.
    pub note: String,
    /// The rule that fired.
    pub rule: String,
}

/// The words one source uses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TermEntry {
    /// The sentence.
    pub sentence: String,
    /// First code point in the article's text.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// The words, as printed.
    pub term: String,
}

/// The words that tell one article from the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VocabularyEntry {
    /// The article.
    pub article: String,
    /// The most telling first.
    pub words: Vec<DistinctiveEntry>,
}

/// A word that one article uses more than the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DistinctiveEntry {
    /// The shortest form printed; all forms of its stem count.
    pub word: String,
    /// How often the article has it.
    pub count: usize,
    /// How often the others have it, together.
    pub others: usize,
    /// z-score of its weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008).
    pub z: f64,
    /// Where the article has it.
    pub places: Vec<ExcerptEntry>,
}

/// How much of one article an actor is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpaceEntry {
    /// Id of the actor among the entities.
    pub actor: String,
    /// Full name.
    pub name: String,
    /// The article.
    pub article: String,
    /// Words of the sentences that mention the actor.
    pub about: usize,
    /// Words of the actor's own, in quotation marks.
    pub quoted: usize,
    /// `about` as a share of the article's words.
    pub share: f64,
}

/// How often one article uses a category that the user brought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CategoryEntry {
    /// Name of the category.
    pub name: String,
    /// The article.
    pub article: String,
    /// How often.
    pub count: usize,
    /// How often in a thousand words.
    pub per_thousand: f64,
    /// Where.
    pub places: Vec<ExcerptEntry>,
}

/// What a reader should know: one plain sentence with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingEntry {
    /// `n` and a number.
    pub id: String,
    /// What kind.
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
    /// How likely it is to be true, 0 to 1.
    pub confidence: f64,
    /// The rule that fired.
    pub rule: String,
}

/// A file skipped or repaired, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiagnosticEntry {
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub path: String,
    /// What happened.
    pub message: String,
}
