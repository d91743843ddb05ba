//! Context: the cause or circumstance that a source puts beside the same fact.

use std::ops::Range;

use super::contrast::{Contrasts, Kind, plain};
use super::phrases::{Agent, NounPhrase};
use super::reading::{Class, Reading};
use super::scene::{LONGEST, Scene};
use crate::lexicon::{self, VerbForm};
use crate::model::Dimension;

/// What opens a cause, a purpose or a circumstance in English; those of mere time and place are left out.
const OPENERS: [&str; 23] = [
    "after pressure",
    "amid",
    "amidst",
    "because",
    "because of",
    "despite",
    "due to",
    "for fear",
    "in a bid to",
    "in an attempt to",
    "in an effort to",
    "in defiance of",
    "in protest at",
    "in response to",
    "in retaliation for",
    "in spite of",
    "in the face of",
    "in the wake of",
    "over concerns",
    "over fears",
    "thanks to",
    "under pressure",
    "under threat",
];

/// Further openers, which as often tell a mere time or place: they count where both sides have a circumstance.
const WEAK: [&str; 9] = [
    "after",
    "ahead of",
    "as",
    "following",
    "in exchange for",
    "in return for",
    "on the grounds that",
    "when",
    "while",
];

/// Words of a circumstance shown at most.
const SHOWN: usize = 9;

/// Circumstances on both sides of a pair that differ, or on one side beside a verb both have.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (_, a, b) in scene.pairs() {
        let words = |r: &Reading, range: Range<usize>| scene.words(r, &range);
        let (mine, theirs) = (circumstance(a, &OPENERS), circumstance(b, &OPENERS));
        let weak = |strong: &Option<Range<usize>>, other: &Reading| {
            let found = circumstance(other, &WEAK).filter(|_| strong.is_some());
            found.filter(|r| !clause_opens(other, r.start) || finite(other, r))
        };
        let both = || same_opener(a, b);
        let (mine, theirs) = if mine.is_none() && theirs.is_none() { both() } else { (mine, theirs) };
        let (mine, theirs) = (mine.clone().or_else(|| weak(&theirs, a)), theirs.clone().or_else(|| weak(&mine, b)));
        let (one, other) = match (mine, theirs) {
            (None, None) => continue,
            (Some(mine), Some(theirs)) => (words(a, mine), words(b, theirs)),
            (Some(mine), None) => {
                let without = modified(a, &mine, b);
                (words(a, mine), without.and_then(|r| words(b, r)))
            }
            (None, Some(theirs)) => {
                let without = modified(b, &theirs, a);
                (without.and_then(|r| words(a, r)), words(b, theirs))
            }
        };
        let (Some(one), Some(other)) = (one, other) else { continue };
        if plain(&one.term) != plain(&other.term) && !shorter(&one.term, &other.term) {
            let key = scene.passage(a.id).to_string();
            let target = "the same fact";
            contrasts.add(Kind { dimension: Dimension::Context, rule: "circumstance", key, target }, [one, other]);
        }
    }
}

/// Whether a phrase behind a weak opener is all that stands there, and no mere hour.
fn whole(reading: &Reading, noun: &NounPhrase, end: usize) -> bool {
    let next = reading.tokens.get(end).filter(|t| !t.breaks).map(|t| t.class);
    let words = reading.tokens.get(noun.words.clone()).unwrap_or(&[]);
    let told = words.iter().any(|t| t.class != Class::Number);
    told && match next {
        None | Some(Class::Adverb) => true,
        Some(Class::Preposition) => words.len() > 1,
        _ => false,
    }
}

/// Whether two circumstances behind one opener are the same, one told with fewer words.
fn shorter(one: &str, other: &str) -> bool {
    let words = |term: &str| {
        let owner = |w: &&str| !w.ends_with("'s") && !w.ends_with("’s");
        let rest: Vec<&str> = term.split(' ').filter(owner).collect();
        plain(&rest.join(" ")).split(' ').map(str::to_string).collect::<Vec<String>>()
    };
    let (one, other) = (words(one), words(other));
    let content = |w: &&String| !lexicon::is_stop_word(w);
    let within = |x: &[String], y: &[String]| x.iter().filter(content).all(|w| y.contains(w));
    one.first() == other.first() && (within(&one, &other) || within(&other, &one))
}

/// Two circumstances behind one weak opener: "if" against "if" sets other conditions, "after" against "after" other causes.
fn same_opener(a: &Reading, b: &Reading) -> (Option<Range<usize>>, Option<Range<usize>>) {
    for opener in &WEAK {
        let of = |r: &Reading| circumstance(r, &[*opener]).filter(|c| !clause_opens(r, c.start) || finite(r, c));
        if let (Some(mine), Some(theirs)) = (of(a), of(b)) {
            return (Some(mine), Some(theirs));
        }
    }
    (None, None)
}

/// The first circumstance of a sentence outside quoted words: what opens it and the phrase or short clause behind.
fn circumstance(reading: &Reading, openers: &[&str]) -> Option<Range<usize>> {
    (0..reading.tokens.len()).find_map(|at| {
        let opener = openers.iter().filter(|o| opens(reading, at, o)).max_by_key(|o| o.len())?;
        let behind = at + opener.split(' ').count();
        let quoted = reading.tokens.get(at).is_some_and(|t| t.quoted);
        let noun = reading.noun_phrase(behind).filter(|p| unbroken(reading, p.words.start));
        let end = match noun {
            Some(noun) if *opener != "because" && !CLAUSAL.contains(opener) => {
                let end = reading.with_complement(&noun).end;
                let acts = reading.verb_groups().into_iter().find(|g| g.words.start == end);
                let acts = acts.filter(|g| g.agent != Agent::By && unbroken(reading, g.words.start));
                match acts {
                    Some(group) => reading.predicate(&group, LONGEST).end,
                    None if OPENERS.contains(opener) || whole(reading, &noun, end) => end,
                    None => behind, // something goes on that was not read: cut here it may say something else
                }
            }
            _ => clause_end(reading, at, behind),
        };
        let joint = |i: &usize| reading.tokens.get(*i).is_some_and(|t| t.class == Class::Preposition);
        let end = if reading.listed(end) { (behind..end).rev().find(joint).unwrap_or(behind) } else { end };
        (end > behind && !quoted && end - at <= SHOWN + 3).then_some(at..end)
    })
}

/// Openers of clauses: without a verb behind them they compare ("as mayor") or tell a time.
const CLAUSAL: [&str; 6] = ["as", "if", "unless", "until", "when", "while"];

/// Whether a clause has a verb that carries it, with a subject before it.
fn finite(reading: &Reading, clause: &Range<usize>) -> bool {
    let carries = |i: usize| {
        let class = reading.tokens.get(i).map(|t| t.class);
        matches!(class, Some(Class::Auxiliary | Class::Verb(VerbForm::Past | VerbForm::Third)))
    };
    let inside = (clause.start + 2..clause.end).any(carries);
    inside
        || (clause.start + 2..clause.end)
            .any(|i| reading.tokens.get(i).is_some_and(|t| lexicon::looks_finite(&t.lower)))
}

fn clause_opens(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|t| CLAUSAL.contains(&t.lower.as_str()))
}

fn unbroken(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|t| !t.breaks)
}

/// The end of a clause behind "because" or "in order to": its next break or link. A longer one is not shown: cut short,
/// it may say something else.
fn clause_end(reading: &Reading, at: usize, behind: usize) -> usize {
    let rest = (behind..reading.tokens.len())
        .take_while(|&i| unbroken(reading, i) && reading.tokens.get(i).is_some_and(|t| t.class != Class::Link));
    let end = behind + rest.count();
    if end - at > SHOWN { behind } else { end }
}

fn opens(reading: &Reading, at: usize, opener: &str) -> bool {
    let told = |i: usize| reading.tokens.get(at + i).map_or("", |t| t.lower.as_str());
    opener.starts_with(told(0)) && opener.split(' ').enumerate().all(|(i, word)| told(i) == word)
}

/// What the other sentence says where this one adds a circumstance: the verb the circumstance goes with, which is the
/// last before it or, where it opens the sentence, the first behind it.
fn modified(reading: &Reading, circumstance: &Range<usize>, other: &Reading) -> Option<Range<usize>> {
    let groups = reading.verb_groups();
    let before = groups.iter().rev().find(|g| g.words.end <= circumstance.start);
    let verb = before.or_else(|| groups.iter().find(|g| g.words.start >= circumstance.end))?;
    if reading.tokens.get(verb.words.start).is_some_and(|t| t.lower == "to") {
        return None;
    }
    let stem = reading.tokens.get(verb.head).filter(|t| t.is_content()).map(|t| t.stem.as_str())?;
    let same = other.verb_groups().into_iter().find(|g| other.tokens.get(g.head).is_some_and(|t| t.stem == stem))?;
    Some(other.predicate(&same, LONGEST))
}
