//! Hedging: how sure the same statement is made to sound, and on whose word it stands.

use super::contrast::{Contrasts, Kind};
use super::counterpart::Place;
use super::reading::{Class, Reading};
use super::scene::Scene;
use crate::model::{Dimension, QuoteKind, SentenceId, Term};
use crate::span::Span;

/// Hedges and boosters, and sources, that one side of a pair has.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (_, a, b) in scene.pairs() {
        for (one, other) in [(a, b), (b, a)] {
            words(scene, one, other, contrasts);
            sources(scene, one, other, contrasts);
        }
    }
}

fn words(scene: &Scene, one: &Reading, other: &Reading, contrasts: &mut Contrasts) {
    let theirs = scene.hits_of(other.id, Dimension::Hedging);
    for hit in scene.hits_of(one.id, Dimension::Hedging) {
        let own = !scene.is_quoted(one.id, hit.span);
        let next = scene.covered(one, hit.span).and_then(|(_, last)| one.tokens.get(last + 1));
        if next.is_some_and(|t| t.lower == "not") {
            continue;
        }
        let stem = scene.covered(one, hit.span).and_then(|(first, _)| one.tokens.get(first)).map(|t| t.stem.as_str());
        let there = other.tokens.iter().any(|t| Some(t.stem.as_str()) == stem);
        if !own || there || theirs.iter().any(|t| t.entry == hit.entry) {
            continue;
        }
        let Some(place) = Place::around(scene, one, hit.span) else { continue };
        let (Some(mine), Some(answer)) = (place.term(scene), place.in_other(scene, other)) else { continue };
        if scene.is_quoted(other.id, answer.excerpt.span) {
            continue;
        }
        let passage = scene.passage(one.id).min(scene.passage(other.id));
        let key = format!("{passage} {}", answer_key(&answer));
        let target = format!("“{}”", answer.term);
        contrasts
            .add(Kind { dimension: Dimension::Hedging, rule: "hedge-one-side", key, target: &target }, [mine, answer]);
    }
}

fn answer_key(answer: &Term) -> String {
    answer.term.split(' ').next_back().unwrap_or("").to_lowercase()
}

/// "According to" and the source it names.
fn sources(scene: &Scene, one: &Reading, other: &Reading, contrasts: &mut Contrasts) {
    let Some(source) = source(one) else { return };
    if let Some(theirs) = self::source(other) {
        let (mine, their) = (one.stems(&source), other.stems(&theirs));
        let same_name = mine.iter().any(|s| is_name(one, s) && their.contains(s));
        let shorter = same_name || mine.iter().all(|s| their.contains(s)) || their.iter().all(|s| mine.contains(s));
        let terms = [scene.words(one, &source), scene.words(other, &theirs)];
        let key = scene.passage(one.id).to_string();
        if !shorter {
            let kind = Kind { dimension: Dimension::Hedging, rule: "sourcing", key, target: "the same statement" };
            contrasts.add(kind, terms.into_iter().flatten());
        }
        return;
    }
    if is_attributed(scene, other.id) || source_of(other) {
        return;
    }
    let groups = other.verb_groups();
    let shared = groups.iter().find(|g| {
        let stem = other.tokens.get(g.head).map(|t| t.stem.as_str());
        stem.is_some_and(|s| one.tokens.iter().any(|t| t.stem == s && t.is_content()))
    });
    let Some(plain) = shared.and_then(|g| scene.words(other, &other.predicate(g, 6))) else { return };
    let Some(mine) = scene.words(one, &source) else { return };
    let target = format!("“{}”", plain.term);
    let key = scene.passage(one.id).to_string();
    contrasts.add(Kind { dimension: Dimension::Hedging, rule: "sourcing", key, target: &target }, [mine, plain]);
}

fn source(reading: &Reading) -> Option<std::ops::Range<usize>> {
    let at = reading
        .tokens
        .windows(2)
        .position(|w| matches!(w, [first, second] if first.lower == "according" && second.lower == "to"))?;
    let named = reading.noun_phrase(at + 2)?;
    Some(at..reading.with_complement(&named).end)
}

fn is_name(reading: &Reading, stem: &str) -> bool {
    reading.tokens.iter().any(|t| t.stem == stem && t.class == Class::Name)
}

fn source_of(reading: &Reading) -> bool {
    reading.tokens.iter().any(|t| ["according", "reportedly", "allegedly"].contains(&t.lower.as_str()))
}

fn is_attributed(scene: &Scene, id: SentenceId) -> bool {
    let Some(document) = scene.event.document(id.article) else { return false };
    let sourced = |s: Option<Span>| s.is_some();
    document.quotes.iter().any(|q| q.sentence == id.index && q.kind != QuoteKind::Scare && sourced(q.cue))
}
