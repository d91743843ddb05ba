//! Hand-made answers: what a careful reader finds in the articles of one event.
//!
//! `gold.json` is one object. An article's id is chosen freely (its file's stem by custom); `ARTICLE.N` is its Nth
//! sentence, `ARTICLE.0` the headline. Every part but `articles` may be left out: what is not coded is not measured.
//! [`Coding`] says how the answers of two coders are kept.

mod coded;
mod consensus;
pub mod draft;
mod letters;
mod read;
pub mod sheet;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::BlockKind;
pub use coded::{SheetError, coded};
pub use consensus::{cell, fill as agree};
pub use letters::Letters;
pub use read::{GoldError, parse, read};

/// Ids of sentences by article.
pub type Places = BTreeMap<String, Vec<String>>;

/// The answers for one event.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gold {
    /// Name of the group of articles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<String>,
    /// Name of the event; for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// How the answers were made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The articles with all their sentences.
    pub articles: BTreeMap<String, GoldArticle>,
    /// Pairs of sentences of two articles that say the same thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alignment: Option<Vec<GoldPair>>,
    /// Doubtful pairs, neither right nor wrong.
    #[serde(default)]
    pub ignore: Vec<Ends>,
    /// Every quotation, one per sentence it runs through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<GoldQuote>,
    /// One thing once said, as each outlet prints it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub utterances: Vec<GoldUtterance>,
    /// Statements with the sentences that carry them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<GoldFact>,
    /// What cannot all be right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discrepancies: Vec<Difference>,
    /// The same thing presented differently.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub framings: Vec<GoldFraming>,
    /// Differences put in on purpose; for readers, not measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub planted: Vec<Difference>,
    /// What each of several coders answered, by the coder's name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub coders: BTreeMap<String, Coding>,
    /// The pairs that sheets asked for, where the alignment is what their coders agree on; no other pair was judged.
    #[serde(skip)]
    pub asked: Option<BTreeSet<(String, String)>>,
    /// Whether an article reports a fact, by the ids of both, where every coder who judged this cell says the same. Where
    /// there are any, the program's cells are measured by them instead of by the coverage of the facts.
    #[serde(skip)]
    pub cells: BTreeMap<(String, String), bool>,
}

/// One article as a reader sees it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldArticle {
    /// Its file, in the folder of the articles.
    pub file: String,
    /// Name of the outlet.
    #[serde(default)]
    pub outlet: Option<String>,
    /// The title.
    #[serde(default)]
    pub headline: Option<String>,
    /// ISO 8601 day.
    #[serde(default)]
    pub published: Option<String>,
    /// Days a reader may accept, null among them where none can be told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub published_ok: Vec<Option<String>>,
    /// The agency whose copy it is.
    #[serde(default)]
    pub wire: Option<String>,
    /// What is page, not article.
    #[serde(default)]
    pub boilerplate: Vec<Residue>,
    /// Its sentences.
    pub sentences: Vec<GoldSentence>,
}

/// A piece of the page that is not the article.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Residue {
    /// The words.
    pub text: String,
    /// What it is.
    #[serde(default)]
    pub kind: Option<String>,
    /// Where it starts in the file; for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Where it ends; for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

/// One sentence.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldSentence {
    /// `ARTICLE.N`.
    pub id: String,
    /// What it is part of.
    pub kind: BlockKind,
    /// The words.
    pub text: String,
}

/// Two sentences of two articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    /// One sentence.
    pub a: String,
    /// The other.
    pub b: String,
}

/// Two sentences that say the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldPair {
    /// One sentence.
    pub a: String,
    /// The other.
    pub b: String,
    /// 2: neither says anything of substance that the other does not. 1: they share a main proposition or the same
    /// utterance, and one or both say more.
    pub label: u8,
}

/// One quotation in one sentence.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldQuote {
    /// `SENTENCE.qN`.
    pub key: String,
    /// The sentence it stands in.
    pub sentence: String,
    /// The words without the marks.
    pub text: String,
    /// Full name of the source; null or `unattributed` where the article names none.
    #[serde(default)]
    pub speaker: Option<String>,
    /// The reporting verb; for readers.
    #[serde(default)]
    pub cue: Option<String>,
    /// Who obtained or published the words.
    #[serde(default)]
    pub reported_via: Option<String>,
    /// Reported speech without marks.
    #[serde(default)]
    pub indirect: bool,
    /// Marks put round a term for distance.
    #[serde(default)]
    pub scare: bool,
}

/// One thing once said.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldUtterance {
    /// Its name.
    pub id: String,
    /// Who said it.
    #[serde(default)]
    pub speaker: Option<String>,
    /// What was said, in short; for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gist: Option<String>,
    /// Its versions.
    pub members: Vec<GoldVersion>,
}

/// One outlet's version of an utterance.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldVersion {
    /// Key of the quotation.
    pub quote: String,
    /// Against the fullest version.
    pub relation: VersionKind,
}

/// How a version of an utterance relates to the fullest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionKind {
    /// The fullest itself.
    Fullest,
    /// The same words.
    Verbatim,
    /// A part of the words.
    Truncated,
    /// Brackets, an ellipsis, a few words.
    Edited,
    /// Another translation or a rewrite.
    Reworded,
    /// Without quotation marks.
    Paraphrased,
}

/// One statement and who carries it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldFact {
    /// Its name.
    pub id: String,
    /// The statement.
    pub statement: String,
    /// What kind of statement; for readers.
    #[serde(default)]
    pub kind: Option<String>,
    /// The sentences that carry it, by article.
    pub coverage: Places,
    /// In what the articles differ; for readers.
    #[serde(default)]
    pub differs: Option<String>,
}

/// What articles tell differently.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// What kind; for readers.
    #[serde(default)]
    pub kind: Option<String>,
    /// What the difference is.
    #[serde(default)]
    pub note: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The sentences that show it, by article.
    pub sentences: Places,
}

/// The same thing presented differently.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoldFraming {
    /// Its name.
    pub id: String,
    /// What is presented.
    #[serde(default)]
    pub target: Option<String>,
    /// In what way; for readers.
    #[serde(default)]
    pub dimension: Option<String>,
    /// The words of each article.
    pub per_source: BTreeMap<String, Wording>,
    /// The contrast; for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The words of one article for one thing.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The words.
    #[serde(default)]
    pub terms: Vec<String>,
    /// The sentences they stand in.
    #[serde(default)]
    pub sentences: Vec<String>,
    /// Each time they are used; for readers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub occurrences: Vec<Occurrence>,
    /// What they make of the thing; for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
}

/// One use of a term.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occurrence {
    /// The words.
    pub term: String,
    /// The sentence.
    pub sentence: String,
}

/// What one of several coders answered. A pair the coder does not list was judged as unrelated (0), a pair in `ignore`
/// was not judged; a fact that `facts` does not list was not judged either. Where `alignment` of the gold itself is
/// left out, a pair stands where all coders have it (2 where all say 2), and pairs that only some have are ignored.
/// Cells on which all coders agree are what the program's cells are measured by.
/// Answers from a [`sheet`] say besides what was asked for; nothing else was judged.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coding {
    /// Pairs of sentences, as in the gold.
    #[serde(default)]
    pub alignment: Vec<GoldPair>,
    /// Pairs the coder left open.
    #[serde(default)]
    pub ignore: Vec<Ends>,
    /// By the id of a fact, the articles that tell it.
    #[serde(default)]
    pub facts: BTreeMap<String, Vec<String>>,
    /// What the sheet asked for and the coder answered; none where the answers are no sheet's.
    #[serde(skip)]
    pub judged: Option<Judged>,
}

/// What the answers on a sheet speak of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// Pairs of sentences that have a label, each in the order of its ids.
    pub pairs: BTreeSet<(String, String)>,
    /// A fact and an article that have a label.
    pub cells: BTreeSet<(String, String)>,
    /// Rows that have none yet.
    pub unlabeled: usize,
    /// Rows.
    pub rows: usize,
}

impl Gold {
    /// The article that holds a sentence.
    pub fn article_of(&self, sentence: &str) -> Option<&str> {
        let holds = |a: &GoldArticle| a.sentences.iter().any(|s| s.id == sentence);
        self.articles
            .iter()
            .find(|(_, a)| holds(a))
            .map(|(id, _)| id.as_str())
    }

    /// Every sentence with the id of its article.
    pub fn sentences(&self) -> impl Iterator<Item = (&str, &GoldSentence)> {
        self.articles
            .iter()
            .flat_map(|(id, a)| a.sentences.iter().map(move |s| (id.as_str(), s)))
    }
}
