//! What follows from the alignment: facts, discrepancies, utterances, framings and findings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use std::collections::{BTreeMap, BTreeSet};

use super::document::{ArticleId, QuoteId, SentenceId};
use super::event::EntityId;
use super::fact::Fact;
use crate::span::Span;

/// Words in one sentence that prove something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Excerpt {
    /// The sentence.
    pub sentence: SentenceId,
    /// The words, inside that sentence.
    pub span: Span,
}

/// Kind of contradiction.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DiscrepancyKind {
    /// Two numbers that cannot both be true.
    Number,
    /// Two dates or times that cannot both be true.
    Date,
    /// Two names for the same person or thing.
    Name,
    /// The same claim attributed to different sources.
    Attribution,
    /// The same quote with different words.
    Quote,
    /// One article affirms what another denies.
    Polarity,
    /// One article states as certain what another treats as doubtful.
    Modality,
}

/// One side of a contradiction.
#[derive(Clone, Debug, PartialEq)]
pub struct DisputedValue {
    /// The words.
    pub excerpt: Excerpt,
    /// Normalized: 24, 2031-03-12.
    pub value: String,
    /// Values of one side can be true together: 1,187 and "nearly 1,200". Sides count from 0.
    pub side: usize,
}

/// Sources that contradict each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Discrepancy {
    /// What kind of contradiction.
    pub kind: DiscrepancyKind,
    /// What it is about, in the words of the sources.
    pub about: String,
    /// The sides, sorted by place.
    pub values: Vec<DisputedValue>,
    /// The rule that fired.
    pub rule: &'static str,
}

impl Discrepancy {
    /// The articles whose values it holds, sorted, each once.
    pub fn articles(&self) -> Vec<ArticleId> {
        let all = self.values.iter().map(|v| v.excerpt.sentence.article);
        all.collect::<BTreeSet<ArticleId>>().into_iter().collect()
    }
}

/// How a version of an utterance relates to the fullest version.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum UtteranceRelation {
    /// Word for word.
    Verbatim,
    /// Word for word, but shortened.
    Truncated,
    /// Edited with brackets, an ellipsis or a few changed words.
    Edited,
    /// A different translation or a rewrite, in quotation marks.
    Reworded,
    /// Paraphrased without quotation marks.
    Paraphrased,
}

/// How a version rearranges the parts of a quote.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Fragmentation {
    /// Separate parts of the fullest version are printed as one, with no sign of the gap.
    Joined,
    /// One part of the fullest version is printed as several fragments.
    Split,
}

/// What happened to a run of words.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// In both versions.
    Equal,
    /// Only in the fullest version.
    Delete,
    /// Only in this version.
    Insert,
}

/// One run of words of a word-level difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// The words.
    pub text: String,
}

/// One outlet's version of an utterance.
#[derive(Clone, Debug, PartialEq)]
pub struct UtteranceMember {
    /// The quote.
    pub quote: QuoteId,
    /// Against the fullest version.
    pub relation: UtteranceRelation,
    /// Whether … or [ ] mark the change.
    pub indicated: bool,
    /// Whether names, figures and the order of what is said agree though the words do not.
    pub possible_translation: bool,
    /// Whether parts of the quote were joined or taken apart.
    pub fragments: Option<Fragmentation>,
    /// Word-level difference to the fullest version; empty when verbatim.
    pub changes: Vec<Change>,
}

/// One thing once said, as each source prints it.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// Full name of who said it; none when unsure.
    pub speaker: Option<String>,
    /// Versions, the fullest first.
    pub members: Vec<UtteranceMember>,
}

/// How articles present something differently.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// What the same thing is called.
    Labelling,
    /// The verb that reports the same statement.
    AttributionVerb,
    /// How certain the same fact is made to sound.
    Hedging,
    /// Loaded words that one version has and another lacks.
    Evaluative,
    /// Quotation marks that distance the writer from a word.
    ScareQuotes,
    /// Who is shown as acting.
    Agency,
    /// What the headline emphasizes.
    Headline,
    /// What the first sentence emphasizes.
    Lead,
    /// Near the top of one article and far down in another.
    Placement,
    /// Background that one article adds and another leaves out.
    Context,
    /// A user-defined word category.
    Category,
}

/// The words one source uses.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Where.
    pub excerpt: Excerpt,
    /// The words, as printed.
    pub term: String,
}

/// Sources presenting the same thing differently: always a contrast between at least two.
#[derive(Clone, Debug, PartialEq)]
pub struct Framing {
    /// In what way.
    pub dimension: Dimension,
    /// What they present.
    pub target: String,
    /// The words each uses.
    pub per_source: BTreeMap<ArticleId, Vec<Term>>,
    /// The contrast in one sentence.
    pub note: String,
    /// The rule that fired.
    pub rule: &'static str,
}

/// A word that one article uses more than the others, and how surely.
#[derive(Clone, Debug, PartialEq)]
pub struct DistinctiveWord {
    /// The shortest form printed, in lower case; all forms of its stem count.
    pub word: String,
    /// The z-score of its weighted log-odds.
    pub z: f64,
    /// How often the other articles have it, together.
    pub others: usize,
    /// Where the article has it.
    pub places: Vec<Excerpt>,
}

/// The words that tell one article from the others.
#[derive(Clone, Debug, PartialEq)]
pub struct OutletVocabulary {
    /// The article.
    pub article: ArticleId,
    /// The most telling first.
    pub words: Vec<DistinctiveWord>,
}

/// How much of an article an actor is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorSpace {
    /// The article.
    pub article: ArticleId,
    /// Who.
    pub actor: EntityId,
    /// Words of the sentences that mention the actor.
    pub about: usize,
    /// Words of the actor's own, in quotation marks.
    pub quoted: usize,
    /// Words of the article.
    pub words: usize,
}

/// How often an article uses a category of the user's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryUse {
    /// Name of the category.
    pub name: String,
    /// The article.
    pub article: ArticleId,
    /// Words of the article.
    pub words: usize,
    /// Where.
    pub places: Vec<Excerpt>,
}

/// Kind of finding.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Articles contradict each other.
    #[default]
    Discrepancy,
    /// An article leaves out what others report.
    Omission,
    /// Only one article reports it.
    Addition,
    /// A quote was cut, reworded or attributed to someone else.
    Quote,
    /// Articles present the same thing differently.
    Framing,
    /// Articles share the same copy.
    Reuse,
}

/// The element of a comparison or alignment that a finding is about, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reference {
    /// Into `Comparison::facts`.
    Fact(usize),
    /// Into `Comparison::discrepancies`.
    Discrepancy(usize),
    /// Into `Comparison::utterances`.
    Utterance(usize),
    /// Into `Comparison::framings`.
    Framing(usize),
    /// Into `Alignment::origins`.
    Origin(usize),
}

/// What a reader should know: one plain sentence with its evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finding {
    /// What kind.
    pub kind: FindingKind,
    /// One plain sentence.
    pub summary: String,
    /// The articles it is about, sorted.
    pub articles: Vec<ArticleId>,
    /// What it rests on.
    pub about: Vec<Reference>,
    /// The words that prove it, the telling ones first.
    pub evidence: Vec<Excerpt>,
    /// How much a reader would want to know it, 0 to 1.
    pub salience: f64,
    /// How likely it is to be true, 0 to 1: the record of its rule.
    pub confidence: f64,
    /// The rule that fired.
    pub rule: &'static str,
    /// Whether the rule was right so often that the first screen may show it.
    pub first_screen: bool,
}

/// What speaks against a claim that an article lacks something, with the sentence of that article that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refutation {
    /// The article is a brief or of another story: what it lacks says nothing.
    OutOfScope,
    /// A sentence is linked to one that tells it.
    Linked(SentenceId),
    /// A sentence has a figure or a rare name of it.
    Named(SentenceId),
    /// A sentence has most of the words that it quotes.
    Quoted(SentenceId),
    /// A sentence, with the one before it, has many of its words.
    Worded(SentenceId),
    /// A sentence comes near it in meaning.
    Near(SentenceId),
}

impl Refutation {
    /// Its name, and the sentence where there is one.
    pub fn told(self) -> (&'static str, Option<SentenceId>) {
        match self {
            Refutation::OutOfScope => ("out_of_scope", None),
            Refutation::Linked(id) => ("linked", Some(id)),
            Refutation::Named(id) => ("named", Some(id)),
            Refutation::Quoted(id) => ("quoted", Some(id)),
            Refutation::Worded(id) => ("worded", Some(id)),
            Refutation::Near(id) => ("near", Some(id)),
        }
    }
}

/// A claim that was not told, since an article refutes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The rule that would have told it.
    pub rule: &'static str,
    /// The words that an article was to lack.
    pub home: Excerpt,
    /// The article.
    pub article: ArticleId,
    /// What speaks against it.
    pub refutation: Refutation,
}

/// Everything that follows from the alignment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The article that the others are held against; none where all are held against all.
    pub base: Option<ArticleId>,
    /// Rows of the matrix, most salient first.
    pub facts: Vec<Fact>,
    /// Contradictions, most salient first.
    pub discrepancies: Vec<Discrepancy>,
    /// Utterances in order of their first quote.
    pub utterances: Vec<Utterance>,
    /// Contrasts, most salient first.
    pub framings: Vec<Framing>,
    /// Words that tell an outlet from the others, one entry an article.
    pub vocabulary: Vec<OutletVocabulary>,
    /// How much of each article its actors are given.
    pub space: Vec<ActorSpace>,
    /// How often each article uses the user's categories.
    pub categories: Vec<CategoryUse>,
    /// What a reader should know, most important first.
    pub findings: Vec<Finding>,
    /// What the articles refute, by place; empty unless asked for.
    pub rejected: Vec<Rejection>,
}
