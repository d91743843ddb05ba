//! An article with its sentences and what stands in them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::article::Article;
use super::event::{EntityId, EntityKind};
use super::reading::Reading;
use super::value::Value;
use crate::span::Span;

/// Index of a document in its event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// One sentence of one article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId {
    /// The article it stands in.
    pub article: ArticleId,
    /// Its index among that article's sentences.
    pub index: u32,
}

/// One quote of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteId {
    /// The article it stands in.
    pub article: ArticleId,
    /// Its index among that article's quotes.
    pub index: u32,
}

/// What a sentence is part of; the same distinction as for blocks.
pub type SentenceKind = super::article::BlockKind;

/// One sentence: its place, its words, what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without surrounding white space.
    pub span: Span,
    /// What it is part of.
    pub kind: SentenceKind,
    /// Index of its block in the article.
    pub paragraph: u32,
    /// Its words and numbers in order, without punctuation; hyphens and slashes divide, dotted acronyms do not.
    pub words: Vec<Span>,
    /// What reading made of it; empty before.
    pub reading: Reading,
    /// The parts of it that can each stand as a statement, in order: they cover the sentence and do not overlap; a simple
    /// sentence is one, and so is every sentence before it is read.
    pub clauses: Vec<Span>,
}

/// Kind of quote.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// Someone's words in quotation marks.
    Direct,
    /// Reported speech without quotation marks; it may contain quoted fragments.
    Indirect,
    /// Quotation marks that distance the writer from a word, without quoting anyone.
    Scare,
}

/// Effect of a reporting verb or phrase.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum CueClass {
    /// Neutral: said, told, added.
    Neutral,
    /// Emphatic: declared, insisted.
    Assertive,
    /// Concedes a point: admitted, acknowledged.
    Conceding,
    /// Expresses doubt: claimed, alleged.
    Distancing,
    /// Attacks: blasted, accused, slammed.
    Hostile,
    /// Approves or thanks: praised, hailed.
    Praising,
    /// Commits the speaker: promised, vowed.
    Promising,
    /// Makes a request or demand: asked, urged, called for.
    Asking,
}

/// Words taken over from somebody: the words, the source, the cue.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// Index of the sentence it starts in.
    pub sentence: u32,
    /// The words, without the quotation marks.
    pub span: Span,
    /// How they are taken over.
    pub kind: QuoteKind,
    /// The words that name the source, as found.
    pub speaker_mention: Option<Span>,
    /// Full name of the source as used across all articles, none when unsure; before speakers are resolved only what
    /// the label of a turn says.
    pub speaker: Option<String>,
    /// The source among the event's entities, where it is one of them.
    pub entity: Option<EntityId>,
    /// The reporting verb or phrase.
    pub cue: Option<Span>,
    /// What the cue does.
    pub cue_class: Option<CueClass>,
    /// Who obtained or published the words: an agency, a broadcaster, a paper; where nobody did, what carried them:
    /// "written statement", "post" and the like.
    pub via: Option<String>,
    /// On which occasion it was said: "news conference", "interview" and the like.
    pub venue: Option<String>,
    /// To whom it was said, as printed.
    pub addressee: Option<Span>,
}

/// Kind of mention.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MentionKind {
    /// A proper name.
    Name,
    /// A description, such as "the minister" or "two girls".
    Role,
    /// A personal, possessive, reflexive or relative pronoun.
    Pronoun,
}

/// Words that point at a person, body or place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index of its sentence.
    pub sentence: u32,
    /// The words, titles included, a possessive ending left out.
    pub span: Span,
    /// Of a name the words without titles ("Ada Crane" of "Union leader Ada Crane"); of the others all words.
    pub core: Span,
    /// Index of its head among the sentence's tokens.
    pub head: u32,
    /// A description beside a name ("a dock worker" of "Ada Crane, a dock worker, said").
    pub apposition: Option<Span>,
    /// What kind of words they are.
    pub kind: MentionKind,
    /// What they point at, once resolved.
    pub entity: Option<EntityId>,
}

/// Somebody or something that an article mentions more than once and never by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Its fullest description.
    pub description: String,
    /// What it is.
    pub kind: EntityKind,
    /// Indices of its mentions among the document's, in order.
    pub mentions: Vec<u32>,
}

/// How much of an article's body consists of one speaker's words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VoiceShare {
    /// Full name or description.
    pub speaker: String,
    /// Number of words quoted or reported.
    pub words: usize,
    /// Share of all words in the body, 0 to 1.
    pub share: f64,
}

/// How much of an article's body is quotation, and who is quoted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Voices {
    /// Share of the body in quotation marks, 0 to 1.
    pub quoted: f64,
    /// Share of the body in indirect quotes, including any quoted fragments in them, 0 to 1.
    pub reported: f64,
    /// The first speaker.
    pub first: Option<String>,
    /// The last speaker.
    pub last: Option<String>,
    /// All known speakers, most words first.
    pub speakers: Vec<VoiceShare>,
}

/// An article with its sentences and what stands in them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The article as loaded.
    pub article: Article,
    /// Its sentences in order; they do not overlap.
    pub sentences: Vec<Sentence>,
    /// Quotes in order of their start.
    pub quotes: Vec<Quote>,
    /// Mentions in order of their start.
    pub mentions: Vec<Mention>,
    /// Those mentioned more than once and never by name, in order of their first mention.
    pub chains: Vec<Chain>,
    /// Numbers and dates in order of their start.
    pub values: Vec<Value>,
    /// Whose words it is made of, once speakers are resolved.
    pub voices: Voices,
}

impl Document {
    /// The words of a span of this article.
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.article.text)
    }

    /// The words of all sentences that lie in a span.
    pub fn words_in(&self, span: Span) -> impl Iterator<Item = &str> {
        let touched = self.sentences.iter().filter(move |s| s.span.overlaps(span));
        let words = touched.flat_map(|s| &s.words);
        words
            .filter(move |w| span.contains(**w))
            .map(|w| self.text(*w))
    }

    /// The lemmas, in lower case, of what the reading has in a span.
    pub fn lemmas_in(&self, span: Span) -> Vec<String> {
        let touched = self.sentences.iter().filter(|s| s.span.overlaps(span));
        let tokens = touched.flat_map(|s| {
            let inside = s.reading.tokens_in(span);
            inside.filter_map(|at| s.reading.token(at))
        });
        tokens.map(|token| token.lemma.to_lowercase()).collect()
    }

    /// Whether anything in the article means somebody or something.
    pub fn speaks_of(&self, entity: EntityId) -> bool {
        self.mentions.iter().any(|m| m.entity == Some(entity))
    }

    /// The mentions in one sentence, by its index.
    pub fn mentions_in(&self, sentence: u32) -> &[Mention] {
        of_sentence(&self.mentions, sentence, |m| m.sentence)
    }

    /// Index of the sentence that a place in the text lies in, or of the last one before it.
    pub fn sentence_at(&self, place: usize) -> u32 {
        let begun = self
            .sentences
            .partition_point(|sentence| sentence.span.start <= place);
        begun.saturating_sub(1) as u32
    }

    /// The mentions that say more than what somebody is: names, and whatever points at somebody named.
    pub fn told(&self) -> impl DoubleEndedIterator<Item = &Mention> {
        let is_told = |m: &&Mention| m.entity.is_some() || m.kind == MentionKind::Name;
        self.mentions.iter().filter(is_told)
    }

    /// The numbers and dates in one sentence, by its index.
    pub fn values_in(&self, sentence: u32) -> &[Value] {
        of_sentence(&self.values, sentence, |v| v.sentence)
    }
}

/// The stretch of a list in the order of the text that lies in one sentence.
fn of_sentence<T>(list: &[T], sentence: u32, place: impl Fn(&T) -> u32) -> &[T] {
    let first = list.partition_point(|t| place(t) < sentence);
    let last = list.partition_point(|t| place(t) <= sentence);
    list.get(first..last).unwrap_or_default()
}
