//! Counted people and things: the same number of them, under different names.

use std::ops::Range;

use super::contrast::{Contrasts, Kind};
use super::phrases::NounPhrase;
use super::reading::{Class, Reading, Token};
use super::scene::Scene;
use crate::lexicon;
use crate::model::Dimension;

/// Words a counted phrase may have.
const LONGEST: usize = 10;

/// Numbers below this are too common to tell that two phrases count the same.
const LEAST: u32 = 3;

/// What one number counts in sentences that say the same.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    for (link, a, b) in scene.pairs() {
        for (number, one) in counted(a) {
            let answer = counted(b).into_iter().find(|(other, _)| *other == number);
            let Some((_, other)) = answer.filter(|(_, other)| differ(a, &one, b, other)) else { continue };
            let key = format!("{} {number}", scene.passage(link.a));
            let target = format!("the {number}");
            let kind = Kind { dimension: Dimension::Labelling, rule: "label-counted", key, target: &target };
            contrasts.add(kind, [scene.words(a, &one), scene.words(b, &other)].into_iter().flatten());
        }
    }
}

/// The numbers of a sentence with the phrase each counts, as far as it goes on behind "and" and a preposition.
fn counted(reading: &Reading) -> Vec<(u32, Range<usize>)> {
    let phrases = reading.noun_phrases();
    let found = phrases.iter().filter_map(|p| {
        let at = p.words.clone().find(|&i| reading.tokens.get(i).and_then(number).is_some())?;
        let number = reading.tokens.get(at).filter(|t| !t.quoted).and_then(number)?;
        let mut range = at..p.words.end;
        let joined = reading.tokens.get(range.end).is_some_and(|t| t.lower == "and" && !t.breaks);
        if let Some(more) = joined.then(|| reading.noun_phrase(range.end + 1)).flatten() {
            range.end = reading.with_complement(&more).end;
        } else {
            range.end = reading.with_complement(p).end;
        }
        let noun = reading.tokens.get(p.head).is_some_and(|t| t.class == Class::Word);
        (at < p.head && noun && range.len() <= LONGEST).then_some((number, range))
    });
    found.collect()
}

fn number(token: &Token) -> Option<u32> {
    const WORDS: [&str; 10] = ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let word = WORDS.iter().position(|w| *w == token.lower).map(|i| i as u32 + 3);
    word.or_else(|| token.lower.parse().ok()).filter(|n| *n >= LEAST)
}

/// What is counted off by measure rather than named.
const MEASURES: [&str; 30] = [
    "a.m",
    "cent",
    "centimeter",
    "centimetre",
    "day",
    "degree",
    "dollar",
    "euro",
    "feet",
    "goal",
    "hour",
    "inch",
    "kilometer",
    "kilometre",
    "meter",
    "metre",
    "mile",
    "minute",
    "month",
    "old",
    "p.m",
    "percent",
    "point",
    "pound",
    "second",
    "self",
    "time",
    "ton",
    "week",
    "year",
];

/// Whether a noun of one side answers to none of the other.
fn differ(a: &Reading, one: &Range<usize>, b: &Reading, other: &Range<usize>) -> bool {
    let (mine, theirs) = (nouns(a, one), nouns(b, other));
    let measured = |nouns: &[&str]| nouns.iter().any(|n| MEASURES.iter().any(|m| lexicon::stem(m) == lexicon::stem(n)));
    let apart = |x: &[&str], y: &[&str]| x.iter().any(|m| !y.iter().any(|t| lexicon::interchangeable(m, t)));
    let one_in_other = |x: &[&str], r: &Reading, range: &Range<usize>| {
        x.iter().any(|n| r.stems(range).contains(&lexicon::stem(n).as_str()))
    };
    let same = one_in_other(&mine, b, other) || one_in_other(&theirs, a, one);
    !same
        && !measured(&mine)
        && !measured(&theirs)
        && !mine.is_empty()
        && apart(&mine, &theirs)
        && apart(&theirs, &mine)
}

/// The nouns that a counted phrase is built on, those behind "and" too.
fn nouns<'a>(reading: &'a Reading, range: &Range<usize>) -> Vec<&'a str> {
    let phrases = reading.noun_phrases();
    let inside = phrases.iter().filter(|p| range.contains(&p.head));
    let first = |p: &&NounPhrase| {
        p.words.start <= range.start || reading.tokens.get(p.words.start - 1).is_some_and(|t| t.lower == "and")
    };
    inside.filter(first).filter_map(|p| reading.tokens.get(p.head)).map(|t| t.lower.as_str()).collect()
}
