//! Speakers without a name: what the sources call whoever said the same.

use super::attribution_verbs::same_words;
use super::contrast::{Contrasts, Kind, plain};
use super::phrases::NounPhrase;
use super::reading::{Class, Reading, Token};
use super::scene::{LONGEST, Scene};
use crate::lexicon;
use crate::model::{ArticleId, Dimension, Quote, SentenceId, Term};

/// Unnamed speakers of the same words, under names that are not of one kind.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for pair in same_words(scene, true) {
        let told: Vec<(String, Term)> =
            pair.iter().filter_map(|(article, quote)| speaker(scene, *article, quote)).collect();
        let same = |(a, _): &(String, Term), (b, _): &(String, Term)| lexicon::interchangeable(a, b);
        let differ = told.iter().enumerate().any(|(i, x)| told.iter().skip(i + 1).any(|y| !same(x, y)));
        let Some((_, first)) = told.first().filter(|_| differ) else { continue };
        let key = plain(&first.term);
        let target = "who said the same";
        let kind = Kind { dimension: Dimension::Labelling, rule: "label-speaker", key, target };
        contrasts.add(kind, told.into_iter().map(|(_, term)| term));
    }
}

/// The noun phrase beside the reporting verb, where it is built on a noun and is no name: its head and its words.
fn speaker(scene: &Scene, article: ArticleId, quote: &Quote) -> Option<(String, Term)> {
    let cue = quote.cue?;
    let id = SentenceId { article, index: sentence_of(scene, article, quote)? };
    let reading = scene.reading(id)?;
    let (first, last) = scene.covered(reading, cue)?;
    let phrases = reading.noun_phrases();
    let start = reading.verb_groups().iter().find(|g| g.words.contains(&first)).map_or(first, |g| g.words.start);
    let unbroken = |i: usize| reading.tokens.get(i).is_some_and(|t| !t.breaks);
    let before = phrases.iter().find(|p| p.words.end == start && unbroken(start));
    let inverted = quote.span.end <= cue.start; // “...,” says the letter
    let behind = || phrases.iter().find(|p| inverted && p.words.start == last + 1 && unbroken(last + 1));
    let phrase: &NounPhrase = before.or_else(behind)?;
    let head: &Token = reading.tokens.get(phrase.head)?;
    let unnamed = head.class == Class::Word && !head.quoted && speaks(reading, phrase);
    let whole = reading.with_complement(phrase);
    let range = if whole.len() <= LONGEST { whole } else { phrase.words.clone() };
    let term = scene.words(reading, &range)?;
    unnamed.then_some((head.lower.clone(), term))
}

/// Whether the phrase is somebody: a role, or a text that speaks for its writers.
fn speaks(reading: &Reading, phrase: &NounPhrase) -> bool {
    const TEXTS: [&str; 8] = ["letter", "report", "statement", "study", "survey", "paper", "document", "memo"];
    let head = reading.tokens.get(phrase.head).map_or("", |t| t.lower.as_str());
    lexicon::role(head).is_some() || TEXTS.contains(&head)
}

fn sentence_of(scene: &Scene, article: ArticleId, quote: &Quote) -> Option<u32> {
    let document = scene.event.document(article)?;
    let cue = quote.cue?;
    document.sentences.iter().position(|s| s.span.contains(cue)).map(|i| i as u32)
}
