//! Acts: what the sources have the same one do to the same thing, in other verbs.

use super::contrast::{Contrasts, Kind, plain};
use super::phrases::{Agent, NounPhrase, VerbGroup};
use super::reading::{Class, Reading};
use super::scene::{LONGEST, Scene};
use crate::lexicon;
use crate::model::{Dimension, Link};

/// Verbs that carry no act of their own.
const EMPTY: [&str; 14] =
    ["be", "become", "bring", "call", "come", "do", "get", "give", "go", "have", "make", "say", "take", "tell"];

/// An act: its verb, who is shown to do it, and what it is done to.
struct Act {
    group: VerbGroup,
    base: &'static str,
    subject: Option<NounPhrase>,
    object: Option<NounPhrase>,
}

/// Acts on the same thing in sentences that say the same, told with different verbs.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (link, a, b) in scene.pairs() {
        let (mine, theirs) = (acts(a), acts(b));
        for one in &mine {
            for other in &theirs {
                let known = theirs.iter().any(|o| o.base == one.base) || mine.iter().any(|o| o.base == other.base);
                let swap = lexicon::interchangeable(one.base, other.base);
                if !known && !swap && same(scene, (a, one), (b, other)) {
                    add(scene, link, (a, one), (b, other), contrasts);
                }
            }
        }
    }
}

fn add(
    scene: &Scene,
    link: &Link,
    (a, one): (&Reading, &Act),
    (b, other): (&Reading, &Act),
    contrasts: &mut Contrasts,
) {
    let thing = |r: &Reading, act: &Act| {
        let phrase = act.object.as_ref().or(act.subject.as_ref())?;
        scene.words(r, &phrase.words)
    };
    let (Some(target), Some(mine), Some(theirs)) = (thing(a, one), told(scene, a, one), told(scene, b, other)) else {
        return;
    };
    let key = format!("{} {}", scene.passage(link.a), plain(&target.term));
    let target = format!("“{}”", target.term);
    contrasts.add(Kind { dimension: Dimension::Labelling, rule: "act-verb", key, target: &target }, [mine, theirs]);
}

/// The act in words: the verb with its object, or with its subject where it has none.
fn told(scene: &Scene, reading: &Reading, act: &Act) -> Option<crate::model::Term> {
    let whole = reading.predicate(&act.group, LONGEST);
    let range = match (&act.object, &act.subject) {
        (None, Some(subject)) => subject.words.start..whole.end,
        _ => whole,
    };
    scene.words(reading, &range)
}

fn acts(reading: &Reading) -> Vec<Act> {
    let phrases = reading.noun_phrases();
    let groups = reading.verb_groups();
    groups.into_iter().filter_map(|group| act(reading, &phrases, group)).collect()
}

fn act(reading: &Reading, phrases: &[NounPhrase], group: VerbGroup) -> Option<Act> {
    let verb = reading.tokens.get(group.head).filter(|t| !t.quoted)?;
    let (base, _) = lexicon::verb(&verb.lower)?;
    let negated = reading.tokens.get(group.words.clone())?.iter().any(|t| t.lower == "not" || t.lower == "never");
    if EMPTY.contains(&base) || negated || lexicon::is_stop_word(base) {
        return None;
    }
    let before = |p: &&NounPhrase| p.words.end == group.words.start && !breaks(reading, group.words.start);
    let subject = phrases.iter().find(before).cloned();
    let end = reading.predicate(&group, LONGEST).end;
    let behind = phrases.iter().find(|p| p.words.start == group.words.end && p.words.end <= end).cloned();
    let (subject, object) = match group.agent {
        Agent::Subject => (subject, behind.filter(|p| !breaks(reading, p.words.start))),
        Agent::By | Agent::None => (None, subject),
    };
    (subject.is_some() || object.is_some()).then_some(Act { group, base, subject, object })
}

fn breaks(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_none_or(|t| t.breaks)
}

/// One act told twice: the object is the same and no subject speaks against it, or neither has an object and the subject
/// is the same.
fn same(scene: &Scene, (a, one): (&Reading, &Act), (b, other): (&Reading, &Act)) -> bool {
    let alike = |x: &NounPhrase, y: &NounPhrase| same_thing(scene, (a, x), (b, y));
    match (&one.object, &other.object) {
        (Some(x), Some(y)) => {
            alike(x, y)
                && match (&one.subject, &other.subject) {
                    (Some(x), Some(y)) => alike(x, y),
                    _ => named(a, x).is_none() && whole((a, x), (b, y)),
                }
        }
        (None, None) => {
            matches!((&one.subject, &other.subject), (Some(x), Some(y)) if named(a, x).is_none() && alike(x, y))
        }
        _ => false,
    }
}

/// Whether two phrases are the same words, and enough of them to be one thing where nobody is named who acts on it.
fn whole((a, x): (&Reading, &NounPhrase), (b, y): (&Reading, &NounPhrase)) -> bool {
    let (one, other) = (a.stems(&x.words), b.stems(&y.words));
    one.len() > 1 && one == other
}

fn named<'a>(reading: &'a Reading, phrase: &NounPhrase) -> Option<&'a str> {
    reading.tokens.get(phrase.head).filter(|t| t.class == Class::Name).map(|t| t.stem.as_str())
}

/// Whether two phrases have one head, or are mentions of one entity.
pub fn same_thing(scene: &Scene, (a, x): (&Reading, &NounPhrase), (b, y): (&Reading, &NounPhrase)) -> bool {
    let (Some(one), Some(other)) = (a.tokens.get(x.head), b.tokens.get(y.head)) else { return false };
    if one.class == Class::Number || other.class == Class::Number {
        return false;
    }
    one.stem == other.stem || scene.entity(a, one.span).is_some_and(|e| scene.entity(b, other.span) == Some(e))
}
