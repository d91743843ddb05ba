//! Quotes with their speakers → how much of an article is whose words.

use std::collections::BTreeMap;

use crate::language;
use crate::model::{BlockKind, Document, Quote, QuoteKind, VoiceShare, Voices};
use crate::span::Span;

/// Gives every article the shares of its voices.
pub fn measure(documents: &mut [Document]) {
    for document in documents {
        document.voices = voices(document);
    }
}

fn voices(document: &Document) -> Voices {
    let body: Vec<Span> = document
        .sentences
        .iter()
        .filter(|s| s.kind == BlockKind::Body)
        .flat_map(|s| s.words.clone())
        .collect();
    let share = |words: usize| words as f64 / body.len().max(1) as f64;
    let quotes: Vec<&Quote> = outermost(document);
    let words = |q: &Quote| body.iter().filter(|w| q.span.contains(**w)).count();
    let of_kind = |kind: QuoteKind| -> usize {
        quotes
            .iter()
            .filter(|q| q.kind == kind)
            .map(|q| words(q))
            .sum()
    };
    let mut by_speaker: BTreeMap<&str, usize> = BTreeMap::new();
    for quote in &quotes {
        if let Some(speaker) = quote.speaker.as_deref().filter(|_| is_somebody(quote)) {
            *by_speaker.entry(speaker).or_default() += words(quote);
        }
    }
    let mut speakers: Vec<VoiceShare> = by_speaker
        .into_iter()
        .filter(|(_, words)| *words > 0)
        .map(|(speaker, words)| VoiceShare {
            speaker: speaker.to_string(),
            words,
            share: share(words),
        })
        .collect();
    speakers.sort_by(|a, b| {
        b.words
            .cmp(&a.words)
            .then_with(|| a.speaker.cmp(&b.speaker))
    });
    let mut named = quotes
        .iter()
        .filter(|q| words(q) > 0 && is_somebody(q))
        .filter_map(|q| q.speaker.clone());
    let first = named.next();
    Voices {
        quoted: share(of_kind(QuoteKind::Direct)),
        reported: share(of_kind(QuoteKind::Indirect)),
        last: named.next_back().or_else(|| first.clone()),
        first,
        speakers,
    }
}

/// Whether the speaker is one of the event's people and bodies or is described as a person, body or group; a survey that
/// finds or a camera that shows is no voice.
fn is_somebody(quote: &Quote) -> bool {
    let described = quote
        .speaker
        .as_deref()
        .and_then(|s| s.rsplit(' ').next())
        .map(str::to_lowercase);
    quote.entity.is_some() || described.is_some_and(|noun| language::role(&noun).is_some())
}

/// The quotes that stand in no other; words in marks inside reported words count as reported.
fn outermost(document: &Document) -> Vec<&Quote> {
    let real = || {
        document
            .quotes
            .iter()
            .filter(|q| q.kind != QuoteKind::Scare)
    };
    let inside = |q: &Quote| real().any(|o| o.span != q.span && o.span.contains(q.span));
    let mut found: Vec<&Quote> = real().filter(|q| !inside(q)).collect();
    found.dedup_by_key(|q| q.span);
    found
}
