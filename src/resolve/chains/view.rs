//! A mention as coreference sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::language::{self, Gender};
use crate::model::{
    BlockKind, Document, EntityId, EntityKind, Label, Mention, MentionKind, Pos, Quote, QuoteKind,
    Reading, Tag, Token,
};
use crate::resolve::merge::key;
use crate::resolve::names::Registry;
use crate::span::Span;

/// One or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// One.
    Singular,
    /// Several.
    Plural,
}

/// What a mention is to the verb it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Its subject.
    Subject,
    /// Its object.
    Object,
    /// The owner of something: "Crane’s".
    Owner,
    /// Anything else.
    Other,
}

/// How a description is introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// "the".
    Definite,
    /// "this", "those".
    Pointing,
    /// "his", "Crane’s".
    Owned,
    /// "a", "some", "no".
    Indefinite,
    /// A number.
    Counted,
    /// By nothing.
    Bare,
}

impl Opening {
    /// How the phrase of a noun is introduced.
    pub fn of(reading: &Reading, head: u32) -> Opening {
        let of = |label: &[Label]| reading.child(head, label);
        let determiner = of(&[Label::Det]).and_then(|at| reading.token(at));
        match determiner.map(|t| &*t.lower) {
            Some("the") => Opening::Definite,
            Some("this" | "that" | "these" | "those") => Opening::Pointing,
            Some(_) => Opening::Indefinite,
            None if of(&[Label::Poss]).is_some() => Opening::Owned,
            None if of(&[Label::Nummod]).is_some() => Opening::Counted,
            None => Opening::Bare,
        }
    }

    /// Whether what is introduced so is known already.
    pub fn is_definite(self) -> bool {
        matches!(self, Opening::Definite | Opening::Pointing | Opening::Owned)
    }
}

/// A mention with what its sentence and the event tell about it.
#[derive(Debug)]
pub struct View<'a> {
    /// Its place in the text, titles included.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: u32,
    /// Its sentence, read.
    pub reading: &'a Reading,
    /// Index of its head.
    pub head: u32,
    /// The words without titles, in lower case.
    pub words: String,
    /// Whether it is a name.
    pub is_name: bool,
    /// The pronoun, where it is one, in lower case.
    pub pronoun: Option<Arc<str>>,
    /// The head in its dictionary form and small, for a description.
    pub noun: Option<String>,
    /// The other words of a description or of a name with its titles that say something, small.
    pub others: BTreeSet<String>,
    /// How a description is introduced.
    pub opening: Opening,
    /// One or several, where that is known.
    pub number: Option<Number>,
    /// Whom it is said of.
    pub gender: Gender,
    /// What it is.
    pub kind: EntityKind,
    /// What it is to its verb.
    pub slot: Slot,
    /// The verb it belongs to.
    pub verb: Option<u32>,
    /// Whether that verb is its sentence's own.
    pub is_main: bool,
    /// The quotation it stands in, by its index among the document's.
    pub quoted: Option<usize>,
    /// Whether it names the source of a quotation.
    pub speaks: bool,
    /// Whether its sentence is a headline.
    pub is_headline: bool,
}

impl<'a> View<'a> {
    /// Every mention of a document.
    pub fn of_all(
        document: &'a Document,
        registry: &Registry,
        named: &[Option<EntityId>],
    ) -> Vec<View<'a>> {
        let mut sources: BTreeMap<u32, Vec<Span>> = BTreeMap::new();
        for source in document.quotes.iter().filter_map(|q| q.speaker_mention) {
            let sentence = document.sentence_at(source.start);
            sources.entry(sentence).or_default().push(source);
        }
        let none = std::iter::repeat(&None);
        let mentions = document.mentions.iter().zip(named.iter().chain(none));
        let view = |(mention, named): (&Mention, &Option<EntityId>)| {
            let here = sources
                .get(&mention.sentence)
                .map_or(&[][..], Vec::as_slice);
            View::of(document, registry, mention, *named, here)
        };
        mentions.filter_map(view).collect()
    }

    fn of(
        document: &'a Document,
        registry: &Registry,
        mention: &Mention,
        named: Option<EntityId>,
        sources: &[Span],
    ) -> Option<View<'a>> {
        let sentence = document.sentences.get(mention.sentence as usize)?;
        let reading = &sentence.reading;
        let token = reading.token(mention.head)?;
        let is_name = mention.kind == MentionKind::Name;
        let pronoun = (mention.kind == MentionKind::Pronoun).then(|| token.lower.clone());
        let known = named.and_then(|id| registry.get(id));
        let noun = (mention.kind == MentionKind::Role).then(|| token.lemma.to_lowercase());
        let (kind, gender) = match (&noun, known) {
            (Some(noun), _) => described(&token.lower, noun),
            (None, Some(known)) => (known.kind, known.gender),
            (None, None) => pronoun.as_deref().map_or_else(|| read(token), meant),
        };
        let verb = governor(reading, mention.head);
        Some(View {
            span: mention.span,
            sentence: mention.sentence,
            reading,
            head: mention.head,
            words: document.text(mention.core).to_lowercase(),
            is_name,
            others: others(document, reading, mention),
            opening: Opening::of(reading, mention.head),
            number: number(token, pronoun.as_deref(), is_name, kind),
            gender,
            kind,
            slot: slot(reading, mention.head),
            is_main: verb.is_some_and(|verb| reading.above(verb).next().is_none()),
            verb,
            quoted: quoted(document, mention),
            speaks: sources.iter().any(|source| {
                source.overlaps(mention.span) && reading.head_of(*source) == Some(mention.head)
            }),
            is_headline: sentence.kind == BlockKind::Headline,
            pronoun,
            noun,
        })
    }

    /// Whether it is a pronoun of the first or second person.
    pub fn is_of_the_speech(&self) -> bool {
        let is_of_the_hearer = self
            .pronoun
            .as_deref()
            .is_some_and(|p| matches!(p, "you" | "your" | "yours" | "yourself" | "yourselves"));
        is_of_the_hearer || self.of_the_speaker().is_some()
    }

    /// Of a pronoun of the first person whether it means one or several.
    pub fn of_the_speaker(&self) -> Option<Number> {
        match self.pronoun.as_deref()? {
            "i" | "me" | "my" | "mine" | "myself" => Some(Number::Singular),
            "we" | "us" | "our" | "ours" | "ourselves" => Some(Number::Plural),
            _ => None,
        }
    }
}

/// How many quotations before a mention may begin for it to stand in one of them: they hold one another two or three deep.
const QUOTED_IN: usize = 16;

/// The direct quotation that a mention stands in.
fn quoted(document: &Document, mention: &Mention) -> Option<usize> {
    let begun = document
        .quotes
        .partition_point(|q| q.span.start <= mention.span.start);
    let is_around = |q: &Quote| q.kind == QuoteKind::Direct && q.span.contains(mention.span);
    let nearest = begun.saturating_sub(QUOTED_IN)..begun;
    nearest
        .into_iter()
        .find(|&i| document.quotes.get(i).is_some_and(is_around))
}

/// What a description's noun names and of whom it is said.
fn described(lower: &str, lemma: &str) -> (EntityKind, Gender) {
    let noun = language::noun(lemma);
    let role = language::role(lower).or_else(|| language::role(lemma));
    let kind = match role.map(|r| r.kind) {
        Some(EntityKind::Group) | None => noun.map(|n| n.kind),
        known => known,
    };
    let titled = language::title(lower).map(|_| EntityKind::Person);
    (
        kind.or(titled)
            .or(role.map(|r| r.kind))
            .unwrap_or(EntityKind::Unknown),
        noun.map_or(Gender::Unsaid, |n| n.gender),
    )
}

/// What a name that leads to nobody was read as.
fn read(token: &Token) -> (EntityKind, Gender) {
    use crate::model::EntityType;
    let kind = match token.entity.map(|part| part.kind) {
        Some(EntityType::Person) => EntityKind::Person,
        Some(EntityType::Organization | EntityType::Group) => EntityKind::Organization,
        Some(kind) if kind.is_place() => EntityKind::Place,
        _ => EntityKind::Unknown,
    };
    (kind, Gender::Unsaid)
}

/// What a pronoun says of what it points at.
fn meant(pronoun: &str) -> (EntityKind, Gender) {
    match pronoun {
        "he" | "him" | "his" | "himself" => (EntityKind::Person, Gender::Male),
        "she" | "her" | "hers" | "herself" => (EntityKind::Person, Gender::Female),
        "i" | "me" | "my" | "mine" | "myself" | "who" | "whom" => {
            (EntityKind::Person, Gender::Unsaid)
        }
        _ => (EntityKind::Unknown, Gender::Unsaid),
    }
}

fn number(token: &Token, pronoun: Option<&str>, is_name: bool, kind: EntityKind) -> Option<Number> {
    match pronoun {
        Some(
            "they" | "them" | "their" | "theirs" | "themselves" | "we" | "us" | "our" | "ours"
            | "ourselves",
        ) => Some(Number::Plural),
        Some("who" | "whom" | "whose" | "which" | "that" | "you" | "your") => None,
        Some(_) => Some(Number::Singular),
        None if is_name && kind == EntityKind::Person => Some(Number::Singular),
        None if is_name => None,
        None => match token.tag {
            Tag::Nns | Tag::Nnps => Some(Number::Plural),
            Tag::Nn | Tag::Nnp => Some(if &*token.lemma == "people" {
                Number::Plural
            } else {
                Number::Singular
            }),
            _ => None,
        },
    }
}

/// What a mention's head is to its verb; of what is joined by "and", what the first is.
fn slot(reading: &Reading, head: u32) -> Slot {
    match reading.token(first_joined(reading, head)).map(|t| t.label) {
        Some(Label::Nsubj | Label::Nsubjpass | Label::Csubj | Label::Csubjpass) => Slot::Subject,
        Some(Label::Dobj | Label::Dative | Label::Oprd) => Slot::Object,
        Some(Label::Poss) => Slot::Owner,
        _ => Slot::Other,
    }
}

fn first_joined(reading: &Reading, head: u32) -> u32 {
    let mut first = head;
    while reading.has_label(first, &[Label::Conj]) {
        match reading.above(first).next() {
            Some(above) => first = above,
            None => break,
        }
    }
    first
}

/// The verb that a mention is an argument of, be it through a preposition.
fn governor(reading: &Reading, head: u32) -> Option<u32> {
    let mut at = first_joined(reading, head);
    for _ in 0..3 {
        at = reading.above(at).next()?;
        let token = reading.token(at)?;
        if token.is_act() {
            return Some(at);
        }
        if !matches!(token.label, Label::Prep | Label::Agent | Label::Dative) {
            return None;
        }
    }
    None
}

/// The words beside the head that tell one from another: of a description those of its phrase, of a name all, of its
/// description too.
fn others(document: &Document, reading: &Reading, mention: &Mention) -> BTreeSet<String> {
    if mention.kind == MentionKind::Pronoun {
        return BTreeSet::new();
    }
    let inside = reading.tokens_in(mention.span);
    let says = |token: &&Token| {
        matches!(
            token.pos,
            Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Verb
        ) && token.label != Label::Poss
    };
    let words = inside
        .filter(|&at| mention.kind == MentionKind::Name || at != mention.head)
        .filter_map(|at| reading.token(at))
        .filter(says)
        .map(|token| token.lemma.to_lowercase());
    let beside = mention.apposition.map(|span| document.text(span));
    words.chain(beside.into_iter().flat_map(key)).collect()
}
