//! Nominalization: an act told with a verb and the one who acts, and in another source as a noun that nobody does.

use super::contrast::{Contrasts, Kind};
use super::phrases::{Agent, NounPhrase, VerbGroup};
use super::reading::{Class, Reading};
use super::scene::{LONGEST, Scene};
use crate::lexicon;
use crate::model::Dimension;

/// Acts as nouns on one side of a pair, as verbs on the other.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (link, a, b) in scene.pairs() {
        for (one, other) in [(a, b), (b, a)] {
            for (phrase, act) in nouns(one) {
                let verb = other.verb_groups().into_iter().find(|g| does(other, g, act));
                let Some(verb) = verb.filter(|g| touch(one, &phrase, other, g) && !says_so_too(one, act)) else {
                    continue;
                };
                let key = format!("{} {act}", scene.passage(link.a));
                let target = format!("“{act}”");
                let kind = Kind { dimension: Dimension::Agency, rule: "act-as-noun", key, target: &target };
                let noun = scene.words(one, &one.with_complement(&phrase));
                contrasts.add(kind, [noun, scene.words(other, &other.clause(&verb, LONGEST))].into_iter().flatten());
            }
        }
    }
}

/// Nouns for acts that nobody is said to do: no "by" behind, no possessor before.
fn nouns(reading: &Reading) -> Vec<(NounPhrase, &'static str)> {
    let found = reading.noun_phrases().into_iter().filter_map(|p| {
        let head = reading.tokens.get(p.head).filter(|t| t.class == Class::Word && !t.quoted)?;
        let end = reading.with_complement(&p).end;
        let by = (p.words.end..end + 2).any(|i| reading.tokens.get(i).is_some_and(|t| t.lower == "by"));
        let owned = reading.tokens.get(p.words.clone())?.iter().any(|t| {
            t.class == Class::Possessive || ["his", "her", "its", "their", "my", "our"].contains(&t.lower.as_str())
        });
        lexicon::act_of(&head.lower).filter(|_| !by && !owned).map(|act| (p, act))
    });
    found.collect()
}

/// Whether a verb is that act with the one who acts beside it.
fn does(reading: &Reading, group: &VerbGroup, act: &str) -> bool {
    let verb = reading.tokens.get(group.head).filter(|t| !t.quoted);
    let same = verb.and_then(|t| lexicon::verb(&t.lower)).is_some_and(|(base, _)| base == act);
    let infinitive = reading.tokens.get(group.words.start).is_some_and(|t| t.lower == "to");
    let subject =
        group.agent == Agent::Subject && !infinitive && reading.clause(group, LONGEST).start < group.words.start;
    same && (subject || group.agent == Agent::By)
}

/// Whether what the noun is of, or what stands before it, is what the verb acts on or who acts.
fn touch(one: &Reading, phrase: &NounPhrase, other: &Reading, group: &VerbGroup) -> bool {
    let noun = one.with_complement(phrase);
    let beside: Vec<&str> =
        [phrase.words.start..phrase.head, phrase.head + 1..noun.end].iter().flat_map(|r| one.stems(r)).collect();
    let clause = other.clause(group, LONGEST);
    other.stems(&clause).iter().any(|s| beside.contains(s))
}

/// Whether the sentence with the noun has the verb too.
fn says_so_too(reading: &Reading, act: &str) -> bool {
    let base = |g: &VerbGroup| reading.tokens.get(g.head).and_then(|t| lexicon::verb(&t.lower)).map(|(base, _)| base);
    reading.verb_groups().iter().any(|g| base(g) == Some(act))
}
