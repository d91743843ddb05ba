//! Placement: the same fact high in one source and far down in another.

use std::collections::{BTreeMap, BTreeSet};

use super::contrast::{Contrasts, Kind};
use super::reading::{Class, Reading, Token};
use super::scene::{LONGEST, Scene};
use crate::compare::standing;
use crate::model::{ArticleId, Dimension, Fact, Quote, QuoteKind, SentenceId, Support, Term, Utterance};

/// A fact stands high in the first fifth of an article's words: the lead and the paragraphs that carry it.
const HIGH: f64 = 0.2;

/// And low beyond half of them: the 90th percentile of how far the same quotation moves between outlets is half a text.
const LOW: f64 = 0.5;

/// Articles with fewer words have no low.
const LONG: usize = 150;

/// Facts shown at most, the most salient ones.
const SHOWN: usize = 5;

/// Facts that stand high here and low there, by the verb that the tellings share.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    let told = scene.found.facts.iter().filter_map(|f| Some((f, tellings(scene, f)?)));
    for (i, (_, tellings)) in told.take(SHOWN).enumerate() {
        let target = tellings.first().map_or(String::new(), |(t, _)| format!("“{}”", t.term));
        let key = format!("{i:03}");
        let kind = Kind { dimension: Dimension::Placement, rule: "high-and-low", key, target: &target };
        contrasts.add_placed(kind, tellings);
    }
    let said = scene.found.utterances.iter().filter_map(|u| printed(scene, u));
    for (i, tellings) in said.take(SHOWN).enumerate() {
        let target = tellings.first().map_or(String::new(), |(t, _)| format!("the words “{}”", t.term));
        let key = format!("said {i:03}");
        let kind = Kind { dimension: Dimension::Placement, rule: "high-and-low", key, target: &target };
        contrasts.add_placed(kind, tellings);
    }
}

/// Words of an utterance shown at most; of longer ones what stands before the first break, so that no stub is shown.
const QUOTED: usize = 12;

/// The direct quotations of an utterance with their places; none unless one stands high and another low.
fn printed(scene: &Scene, utterance: &Utterance) -> Option<Vec<(Term, f64)>> {
    let mut told: Vec<(Term, f64)> = Vec::new();
    for member in &utterance.members {
        let Some(document) = scene.event.document(member.quote.article) else { continue };
        let quote = document.quotes.get(member.quote.index as usize).filter(|q| q.kind == QuoteKind::Direct);
        let Some(quote) = quote.filter(|_| standing::words(document) >= LONG) else { continue };
        let id = SentenceId { article: member.quote.article, index: quote.sentence };
        let place = standing::position(document, quote.sentence);
        let known = told.iter().any(|(t, _)| t.excerpt.sentence.article == id.article);
        if let Some(term) = scene.reading(id).filter(|_| !known).and_then(|r| opening(scene, r, quote)) {
            told.push((term, place));
        }
    }
    let told = akin(scene, told);
    let moved = told.iter().any(|(_, p)| *p <= HIGH) && told.iter().any(|(_, p)| *p >= LOW);
    moved.then_some(told)
}

/// The quoted words, or those before their first break.
fn opening(scene: &Scene, reading: &Reading, quote: &Quote) -> Option<Term> {
    let (first, last) = scene.covered(reading, quote.span)?;
    let end = (first + 1..=last).find(|&i| reading.tokens.get(i).is_some_and(|t| t.breaks)).unwrap_or(last + 1);
    let range = if last + 1 - first <= QUOTED { first..last + 1 } else { first..end };
    ((3..=QUOTED).contains(&range.len())).then(|| scene.words(reading, &range)).flatten()
}

/// The tellings of a fact with their places; none unless one stands high and another low.
fn tellings(scene: &Scene, fact: &Fact) -> Option<Vec<(Term, f64)>> {
    let long = |a: &ArticleId| scene.event.document(*a).is_some_and(|d| standing::words(d) >= LONG);
    let supports: Vec<&Support> =
        fact.support.iter().filter(|(a, _)| long(a)).filter_map(|(_, s)| highest(s)).collect();
    let readings: Vec<(&Support, &Reading)> =
        supports.iter().filter_map(|s| Some((*s, scene.reading(s.excerpt.sentence)?))).collect();
    let stem = shared(&readings)?;
    let told: Vec<(Term, f64)> =
        readings.iter().filter_map(|(s, r)| Some((core(scene, s, r, &stem)?, s.position))).collect();
    let counted =
        |r: &Reading, t: &Term| r.tokens.iter().any(|k| k.class == Class::Number && t.excerpt.span.contains(k.span));
    if told.iter().any(|(t, _)| scene.reading(t.excerpt.sentence).is_some_and(|r| counted(r, t))) {
        return None;
    }
    let own = |t: &Term| {
        let tokens = scene.reading(t.excerpt.sentence).map(|r| r.tokens.as_slice()).unwrap_or_default();
        let inside: Vec<&Token> = tokens.iter().filter(|k| t.excerpt.span.contains(k.span)).collect();
        inside.len() > 1 && inside.iter().all(|k| !k.quoted)
    };
    let told = akin(scene, told.into_iter().filter(|(t, _)| own(t)).collect());
    let moved = told.iter().any(|(_, p)| *p <= HIGH) && told.iter().any(|(_, p)| *p >= LOW);
    moved.then_some(told)
}

fn highest(support: &[Support]) -> Option<&Support> {
    support.iter().min_by(|a, b| a.position.total_cmp(&b.position))
}

/// The tellings whose words beside the verb answer to another's, or that have the verb alone.
fn akin(scene: &Scene, told: Vec<(Term, f64)>) -> Vec<(Term, f64)> {
    let stems = |t: &Term| -> BTreeSet<String> {
        let tokens = scene.reading(t.excerpt.sentence).map(|r| r.tokens.as_slice()).unwrap_or_default();
        let inside = tokens.iter().filter(|k| k.is_content() && t.excerpt.span.contains(k.span));
        inside.map(|k| k.stem.clone()).collect()
    };
    let all: Vec<BTreeSet<String>> = told.iter().map(|(t, _)| stems(t)).collect();
    let answers = |i: usize, mine: &BTreeSet<String>| {
        let others = all.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, s)| s);
        mine.len() < 2 || others.into_iter().any(|o| o.len() < 2 || o.intersection(mine).count() > 1)
    };
    let kept: Vec<bool> = all.iter().enumerate().map(|(i, s)| answers(i, s)).collect();
    told.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(t, _)| t).collect()
}

/// The verb that most tellings have, outside quoted words: a noun alone stands in too many facts to tell which it is.
fn shared(readings: &[(&Support, &Reading)]) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (support, reading) in readings {
        let inside = |i: usize| {
            let token = reading.tokens.get(i)?;
            (token.is_content() && support.excerpt.span.contains(token.span)).then(|| token.stem.clone())
        };
        let here: BTreeSet<String> = reading.verb_groups().into_iter().filter_map(|g| inside(g.head)).collect();
        here.into_iter().for_each(|stem| *counts.entry(stem).or_default() += 1);
    }
    let most = counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))?;
    (most.1 >= 2).then_some(most.0)
}

/// The verb with its object, or with its subject where it has none.
fn core(scene: &Scene, support: &Support, reading: &Reading, stem: &str) -> Option<Term> {
    let is = |i: usize| reading.tokens.get(i).is_some_and(|t| t.stem == stem && support.excerpt.span.contains(t.span));
    let verb = reading.verb_groups().into_iter().find(|g| is(g.head))?;
    let alone = reading.predicate(&verb, LONGEST).len() == 1;
    let range = if alone { reading.clause(&verb, LONGEST) } else { reading.predicate(&verb, LONGEST) };
    scene.words(reading, &range)
}
