//! Quotes → sayings: what somebody says in one sentence, with its content words.

use std::collections::{BTreeMap, BTreeSet};

use crate::language;
use crate::model::{
    ArticleId, Document, EntityId, EntityKind, Event, Quote, QuoteId, QuoteKind, SentenceId,
};

/// What somebody says in one sentence: an outermost quote with the quotes inside it.
#[derive(Clone, Debug)]
pub struct Saying {
    /// The outermost quote first.
    pub quotes: Vec<QuoteId>,
    /// Where it stands.
    pub sentence: SentenceId,
    /// Who says it.
    pub speaker: Speaker,
    /// Its content words, stemmed, with their weight in the event.
    pub words: BTreeMap<String, f64>,
    /// All its words in order, without case and marks.
    pub sequence: Vec<String>,
    /// How many words it has.
    pub length: usize,
    /// Whether the outermost quote stands in quotation marks.
    pub direct: bool,
    /// The words with a digit in it.
    pub figures: BTreeSet<String>,
}

impl Saying {
    /// Whether most of another saying's content words are said here too.
    pub fn has_words_of(&self, other: &Saying) -> bool {
        let shared: f64 = other
            .words
            .iter()
            .filter(|(s, _)| self.words.contains_key(*s))
            .map(|(_, w)| w)
            .sum();
        shared >= 0.8 * other.words.values().sum::<f64>()
    }
}

/// Who says something, as far as the event knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The full name or description.
    pub name: Option<String>,
    /// The entity, where it is one.
    pub entity: Option<EntityId>,
    /// What the entity is.
    pub kind: EntityKind,
}

/// How two speakers relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerRelation {
    /// One name, one entity or one kind of unnamed source.
    Same,
    /// Two entities.
    Other,
    /// At least one is not known by name.
    Unsure,
}

impl Speaker {
    fn is_body(&self) -> bool {
        matches!(
            self.kind,
            EntityKind::Organization | EntityKind::Place | EntityKind::Group
        )
    }

    /// How this speaker relates to another; of unnamed ones the last word tells ("many analysts", "analysts").
    pub fn relation(&self, other: &Speaker) -> SpeakerRelation {
        let head = |s: &Speaker| {
            s.name
                .as_deref()
                .and_then(|n| n.split_whitespace().next_back())
                .map(language::stem)
        };
        match (self.entity, other.entity) {
            // A body or a state speaks through its people: "Tarn said" can be what its mayor said.
            (Some(a), Some(b)) if a != b && self.is_body() != other.is_body() => {
                SpeakerRelation::Unsure
            }
            (Some(a), Some(b)) if a != b => SpeakerRelation::Other,
            (Some(_), Some(_)) => SpeakerRelation::Same,
            (None, None) if self.name.is_some() && head(self) == head(other) => {
                SpeakerRelation::Same
            }
            _ => SpeakerRelation::Unsure,
        }
    }
}

/// The sayings of an event in order of their place.
pub fn read(event: &Event) -> Vec<Saying> {
    let weights = weights(event);
    let mut found = Vec::new();
    for (article, document) in event.articles() {
        let mut last: Option<(Saying, usize)> = None;
        for (index, quote) in document.quotes.iter().enumerate() {
            let id = QuoteId {
                article,
                index: index as u32,
            };
            if let Some((saying, end)) = &mut last
                && quote.span.end <= *end
                && (quote.speaker.is_none() || quote.speaker == saying.speaker.name)
            {
                saying.quotes.push(id);
                continue;
            }
            found.extend(last.take().map(|(s, _)| s));
            let kind = quote
                .entity
                .and_then(|e| event.entities.get(e.0 as usize))
                .map_or(EntityKind::Unknown, |e| e.kind);
            let speaker = Speaker {
                name: quote.speaker.clone(),
                entity: quote.entity,
                kind,
            };
            last = Some((
                saying(article, document, quote, (id, speaker), &weights),
                quote.span.end,
            ));
        }
        found.extend(last.map(|(s, _)| s));
    }
    found
}

fn saying(
    article: ArticleId,
    document: &Document,
    quote: &Quote,
    (id, speaker): (QuoteId, Speaker),
    weights: &BTreeMap<String, f64>,
) -> Saying {
    let sequence = words(document, quote);
    let content = stems(&sequence)
        .into_iter()
        .map(|s| (weights.get(&s).copied().unwrap_or(1.0), s));
    Saying {
        quotes: vec![id],
        sentence: SentenceId {
            article,
            index: quote.sentence,
        },
        speaker,
        words: content.map(|(w, s)| (s, w)).collect(),
        length: sequence.len(),
        direct: quote.kind != QuoteKind::Indirect,
        figures: sequence
            .iter()
            .map(|w| plain(w))
            .filter(|w| w.contains(|c: char| c.is_ascii_digit()))
            .collect(),
        sequence: sequence.iter().map(|w| plain(w)).collect(),
    }
}

/// The words of a quote as printed, from all sentences it touches.
pub fn words(document: &Document, quote: &Quote) -> Vec<String> {
    let from = document.sentences.iter().skip(quote.sentence as usize);
    from.take_while(|s| s.span.start < quote.span.end)
        .flat_map(|s| s.words.iter().filter(|w| quote.span.contains(**w)))
        .map(|w| document.text(*w).to_string())
        .collect()
}

/// A word without case, marks and the difference between straight and curly apostrophes.
pub fn plain(word: &str) -> String {
    let lower = word.to_lowercase().replace('’', "'");
    lower
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_string()
}

/// The stems of the content words among some words.
pub fn stems(words: &[String]) -> BTreeSet<String> {
    words
        .iter()
        .filter(|w| !language::is_stop_word(&w.to_lowercase()))
        .map(|w| language::stem(w))
        .collect()
}

/// How telling a stem is: the logarithm of all sentences over those that hold it.
fn weights(event: &Event) -> BTreeMap<String, f64> {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    let mut total = 0usize;
    for (_, document) in event.articles() {
        for sentence in &document.sentences {
            total += 1;
            let words: Vec<String> = sentence
                .words
                .iter()
                .map(|w| document.text(*w).to_string())
                .collect();
            for stem in stems(&words) {
                *counted.entry(stem).or_default() += 1;
            }
        }
    }
    let weight = |n: usize| (1.0 + total as f64 / n as f64).ln();
    counted
        .into_iter()
        .map(|(stem, n)| (stem, weight(n)))
        .collect()
}

/// Who all of them are said by: the one known by name where there is one, else the one description they share.
pub fn speaker_of(sayings: &[&Saying]) -> Option<String> {
    let known: BTreeSet<(EntityId, &String)> = sayings
        .iter()
        .filter_map(|s| Some((s.speaker.entity?, s.speaker.name.as_ref()?)))
        .collect();
    if let (Some((_, name)), 1) = (known.first(), known.len()) {
        return Some((*name).clone());
    }
    let names: BTreeSet<&String> = sayings
        .iter()
        .filter_map(|s| s.speaker.name.as_ref())
        .collect();
    match names.len() {
        1 => names.first().map(|n| (*n).clone()),
        _ => None,
    }
}
