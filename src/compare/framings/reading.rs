//! One sentence read for framing: its words with a rough class each.
//!
//! News prose is told with few constructions, so closed classes, a list of verbs and the word before are enough to
//! tell what a word does; where they are not, the word stays a plain [`Class::Word`] and no rule builds on it.

use crate::lexicon::{self, VerbForm};
use crate::model::{BlockKind, Document, Event, MentionKind, QuoteKind, SentenceId};
use crate::span::Span;

/// What a word does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// "the", "his", "some": opens a noun phrase.
    Determiner,
    /// "Moscow's": opens a noun phrase too.
    Possessive,
    /// "of", "in".
    Preposition,
    /// "and", "because", "who".
    Link,
    /// "is", "has", "could", "not".
    Auxiliary,
    /// "he", "them".
    Pronoun,
    /// "also", "quickly".
    Adverb,
    /// A verb, with its form.
    Verb(VerbForm),
    /// A number.
    Number,
    /// Part of a name.
    Name,
    /// A noun, an adjective, or anything else.
    Word,
}

/// One word of a sentence.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// In lower case, without a possessive ending.
    pub lower: String,
    /// Its stem.
    pub stem: String,
    /// What it does.
    pub class: Class,
    /// Whether punctuation other than quotation marks, hyphens and the full stop of an abbreviation stands before it.
    pub breaks: bool,
    /// Whether it stands inside somebody's direct words.
    pub quoted: bool,
}

impl Token {
    /// Whether it carries content: no function word, no bare auxiliary.
    pub fn is_content(&self) -> bool {
        !matches!(self.class, Class::Determiner | Class::Preposition | Class::Link | Class::Auxiliary | Class::Pronoun)
            && !lexicon::is_stop_word(&self.lower)
    }
}

/// One sentence read for framing.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Which sentence.
    pub id: SentenceId,
    /// What it is part of.
    pub kind: BlockKind,
    /// Its words in order.
    pub tokens: Vec<Token>,
}

const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "each", "every", "few", "her", "his", "its", "many", "most", "my",
    "no", "other", "our", "several", "some", "such", "the", "their", "these", "this", "those", "your",
];
const PREPOSITIONS: &[&str] = &[
    "about", "above", "across", "against", "along", "amid", "amidst", "among", "around", "as", "at", "before",
    "behind", "below", "beside", "between", "beyond", "by", "despite", "during", "for", "from", "in", "inside", "into",
    "near", "of", "off", "on", "onto", "out", "outside", "over", "per", "since", "through", "to", "toward", "towards",
    "under", "until", "up", "upon", "via", "with", "within", "without",
];
const LINKS: &[&str] = &[
    "after", "although", "and", "because", "but", "how", "if", "nor", "or", "so", "than", "that", "then", "though",
    "unless", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "yet",
];
const AUXILIARIES: &[&str] = &[
    "am", "are", "be", "been", "being", "can", "cannot", "could", "did", "do", "does", "had", "has", "have", "having",
    "is", "may", "might", "must", "not", "ought", "shall", "should", "was", "were", "will", "would",
];
const PRONOUNS: &[&str] = &[
    "anyone",
    "everyone",
    "he",
    "him",
    "himself",
    "i",
    "it",
    "itself",
    "me",
    "nobody",
    "one",
    "she",
    "someone",
    "them",
    "themselves",
    "there",
    "they",
    "us",
    "we",
    "you",
];
const ADVERBS: &[&str] = &[
    "ago",
    "again",
    "also",
    "almost",
    "already",
    "always",
    "earlier",
    "even",
    "ever",
    "friday",
    "here",
    "just",
    "later",
    "monday",
    "never",
    "now",
    "often",
    "once",
    "only",
    "quite",
    "rather",
    "saturday",
    "soon",
    "still",
    "sunday",
    "thursday",
    "today",
    "tomorrow",
    "tonight",
    "too",
    "tuesday",
    "very",
    "wednesday",
    "yesterday",
];

/// Every sentence of an event but captions, read.
pub fn sentences(event: &Event) -> Vec<Vec<Reading>> {
    event
        .articles()
        .map(|(article, document)| {
            let ids = (0..document.sentences.len()).map(|i| SentenceId { article, index: i as u32 });
            ids.filter_map(|id| sentence(document, id)).collect()
        })
        .collect()
}

fn sentence(document: &Document, id: SentenceId) -> Option<Reading> {
    let sentence = document.sentences.get(id.index as usize)?;
    let mut tokens: Vec<Token> = Vec::new();
    for &span in &sentence.words {
        let start = tokens.last().map_or(sentence.span.start, |t| t.span.end);
        let gap = document.article.text.get(start..span.start).unwrap_or("");
        let word = document.text(span);
        let bare = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
        let breaks = !gap.chars().all(|c| c.is_whitespace() || "-.\"'“”‘’«»[]".contains(c));
        let token = Token {
            span,
            lower: bare.to_lowercase().replace('’', "'"),
            stem: lexicon::stem(bare),
            class: Class::Word,
            breaks,
            quoted: false,
        };
        tokens.push(token);
    }
    let names: Vec<Span> = document
        .mentions
        .iter()
        .filter(|m| m.sentence == id.index && m.kind == MentionKind::Name)
        .map(|m| m.core)
        .collect();
    let shouted = sentence.kind == BlockKind::Headline;
    for at in 0..tokens.len() {
        let before = at.checked_sub(1).and_then(|i| tokens.get(i)).cloned();
        let Some(token) = tokens.get_mut(at) else { continue };
        let possessive = token.lower.len() + 1 < token.span.len();
        let named = names.iter().any(|n| n.overlaps(token.span));
        token.class = if possessive { Class::Possessive } else { class(token, before.as_ref(), named, shouted) };
        token.quoted = quoted(document, token.span);
    }
    Some(Reading { id, kind: sentence.kind, tokens })
}

/// Whether a word stands inside quotation marks that hold somebody's words.
fn quoted(document: &Document, span: Span) -> bool {
    document.quotes.iter().any(|q| q.kind == QuoteKind::Direct && q.span.contains(span))
}

fn class(token: &Token, before: Option<&Token>, named: bool, headline: bool) -> Class {
    let word = token.lower.as_str();
    let closed = [
        (DETERMINERS, Class::Determiner),
        (AUXILIARIES, Class::Auxiliary),
        (PRONOUNS, Class::Pronoun),
        (PREPOSITIONS, Class::Preposition),
        (LINKS, Class::Link),
        (ADVERBS, Class::Adverb),
    ];
    let negated = word.ends_with("n't");
    if let Some((_, class)) = closed.iter().find(|(list, _)| list.contains(&word)) {
        return *class;
    }
    if negated {
        return Class::Auxiliary;
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Class::Number;
    }
    let form = lexicon::verb(word).map(|(_, form)| form).filter(|form| acts(*form, before, headline));
    match form {
        Some(form) if !named || headline => Class::Verb(form),
        _ if named => Class::Name,
        _ if word.ends_with("ly") && word.len() > 4 => Class::Adverb,
        _ => Class::Word,
    }
}

/// Whether a form that may be a verb is one here, by the word before it.
fn acts(form: VerbForm, before: Option<&Token>, headline: bool) -> bool {
    let Some(before) = before else { return matches!(form, VerbForm::Past | VerbForm::Ing | VerbForm::Participle) };
    match (form, before.class) {
        (_, Class::Auxiliary | Class::Pronoun) => true,
        (VerbForm::Base, Class::Preposition) => before.lower == "to",
        (_, Class::Determiner | Class::Possessive) => false,
        (VerbForm::Base, Class::Adverb) => before.lower.ends_with("ly"),
        (VerbForm::Base, Class::Word) => before.lower.ends_with('s'),
        (VerbForm::Base, _) => false,
        (VerbForm::Third, Class::Name | Class::Adverb) => true,
        (VerbForm::Third, Class::Link) => ["who", "which"].contains(&before.lower.as_str()),
        (VerbForm::Third, Class::Word) => headline && !before.lower.ends_with('s'),
        (VerbForm::Third, _) => false,
        (VerbForm::Past | VerbForm::Participle, Class::Preposition) => false,
        (VerbForm::Past | VerbForm::Participle, _) => true,
        (VerbForm::Ing, Class::Verb(_)) => true,
        (VerbForm::Ing, _) => true,
    }
}
