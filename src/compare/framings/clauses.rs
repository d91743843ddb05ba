//! Clauses beside a noun: what a source says of a thing in passing ("the budget, which hurts the poor") where another, in a
//! sentence that says the same, says something else of it or nothing.

use std::ops::Range;

use super::contrast::{Contrasts, Kind};
use super::phrases::NounPhrase;
use super::reading::{Class, Reading};
use super::scene::Scene;
use crate::lexicon::VerbForm;
use crate::model::Dimension;

/// Words of a clause that are shown at most, counted without its noun.
const SHOWN: usize = 13;

/// A noun with what is said of it in passing.
struct Aside {
    noun: String,
    whole: Range<usize>,
}

/// Asides on nouns that the other sentence has too.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (link, a, b) in scene.pairs() {
        for (one, other) in [(a, b), (b, a)] {
            for aside in asides(one) {
                let Some(noun) = answer(one, &aside, other) else { continue };
                let theirs = asides(other).into_iter().find(|o| o.whole.start == noun.words.start).map(|o| o.whole);
                let theirs = theirs.unwrap_or(noun.words);
                let (Some(mine), Some(theirs)) = (scene.words(one, &aside.whole), scene.words(other, &theirs)) else {
                    continue;
                };
                let target = format!("“{}”", aside.noun);
                let key = format!("{} {}", scene.passage(link.a), aside.noun);
                let kind = Kind { dimension: Dimension::Context, rule: "clause-beside", key, target: &target };
                contrasts.add(kind, [mine, theirs]);
            }
        }
    }
}

/// The phrase of the other sentence with the same head, in the writer's own words.
fn answer(one: &Reading, aside: &Aside, other: &Reading) -> Option<NounPhrase> {
    let same = |p: &NounPhrase| {
        let noun = other.tokens.get(p.head).is_some_and(|t| t.class == Class::Word && !t.quoted);
        let named = |i: usize| other.tokens.get(i).is_some_and(|t| t.lower == aside.noun);
        noun && (named(p.head) || p.head > p.words.start && named(p.head - 1))
    };
    let twice = one.tokens.iter().filter(|t| t.lower == aside.noun).count() > 1;
    other.noun_phrases().into_iter().find(|p| !twice && same(p))
}

/// Clauses behind a comma and "which" or "who", each with the noun before it.
fn asides(reading: &Reading) -> Vec<Aside> {
    let phrases = reading.noun_phrases();
    let lower = |i: usize| reading.tokens.get(i).map_or("", |t| t.lower.as_str());
    let acts = |i: usize| {
        let class = reading.tokens.get(i).map(|t| t.class);
        matches!(class, Some(Class::Auxiliary | Class::Verb(VerbForm::Third | VerbForm::Past)))
    };
    let opens = |i: usize| {
        let own = reading.tokens.get(i).is_some_and(|t| !t.quoted);
        own && (["which", "who"].contains(&lower(i)) || lower(i) == "that" && acts(i + 1))
    };
    let found = phrases.iter().filter_map(|p| {
        let head = reading.tokens.get(p.head).filter(|t| t.class == Class::Word && t.lower.len() > 3)?;
        let behind = opens(p.words.end).then_some(p.words.end)?;
        let rest = (behind + 1..reading.tokens.len()).take_while(|&i| reading.tokens.get(i).is_some_and(|t| !t.breaks));
        let words = rest.count();
        let breaks = reading.tokens.get(behind).is_some_and(|t| t.breaks);
        let verbs = (behind + 1..behind + 1 + words).filter(|&i| acts(i) && !acts(i - 1)).count();
        if !breaks && verbs != 1 {
            return None; // without a comma the end of the clause is not told: the verb of the sentence may be in it
        }
        (words <= SHOWN).then(|| Aside { noun: head.lower.clone(), whole: p.words.start..behind + 1 + words })
    });
    found.collect()
}
