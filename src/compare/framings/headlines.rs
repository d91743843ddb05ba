//! Headlines and first sentences side by side: what each source says happened, and what it says first.

use std::collections::BTreeSet;
use std::ops::Range;

use super::contrast::{Contrasts, Kind};
use super::phrases::{NounPhrase, VerbGroup};
use super::reading::{Class, Reading, Token};
use super::scene::Scene;
use crate::lexicon::VerbForm;
use crate::model::{ArticleId, BlockKind, Dimension, Term};

/// Words of a headline or lead shown at most.
const SHOWN: usize = 8;

/// Words of a headline that is shown whole: a stub of it may say something else.
const HEADLINE: usize = 18;

/// Share of words from which two headlines or leads say the same.
const SAME: f64 = 0.6;

/// One contrast of the headlines, one of the first sentences.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    side_by_side(scene, contrasts, BlockKind::Headline, Dimension::Headline, "headlines", "the event");
    reported(scene, contrasts);
    side_by_side(scene, contrasts, BlockKind::Body, Dimension::Lead, "leads", "the opening");
}

fn side_by_side(
    scene: &Scene,
    contrasts: &mut Contrasts,
    kind: BlockKind,
    dimension: Dimension,
    rule: &'static str,
    target: &str,
) {
    let firsts = scene.event.articles().filter_map(|(article, _)| first(scene, article, kind));
    let told: Vec<(&Reading, Term)> = firsts.filter_map(|r| Some((r, scene.words(r, &said(r)?)?))).collect();
    let differ = told.iter().enumerate().any(|(i, (a, _))| told.iter().skip(i + 1).any(|(b, _)| !alike(a, b)));
    if told.len() >= 2 && differ {
        let key = String::new();
        contrasts.add(Kind { dimension, rule, key, target }, told.into_iter().map(|(_, term)| term));
    }
}

/// Words of a headline's verb with what follows it.
const PREDICATE: usize = 6;

/// What each headline says was done: its main verb with object; headlines of one verb make no contrast.
fn reported(scene: &Scene, contrasts: &mut Contrasts) {
    let firsts = scene.event.articles().filter_map(|(article, _)| first(scene, article, BlockKind::Headline));
    let verb = |r: &Reading| {
        let groups = r.verb_groups();
        let main = groups.iter().find(|g| is_finite(r, g)).or_else(|| groups.first())?;
        let quoted = r.tokens.get(main.head).is_none_or(|t| t.quoted);
        let range = r.predicate(main, PREDICATE);
        let denied = denies(r, range.start);
        (!quoted && !denied).then(|| scene.words(r, &range)).flatten()
    };
    let told: Vec<Term> = firsts.filter_map(verb).collect();
    let key = String::new();
    let kind = Kind { dimension: Dimension::Headline, rule: "headline-verbs", key, target: "the event" };
    if told.len() >= 2 {
        contrasts.add(kind, told);
    }
}

fn first<'a>(scene: &'a Scene, article: ArticleId, kind: BlockKind) -> Option<&'a Reading> {
    scene.all().find(|r| r.id.article == article && r.kind == kind && r.tokens.len() > 2)
}

fn alike(a: &Reading, b: &Reading) -> bool {
    let stems = |r: &Reading| -> BTreeSet<String> {
        r.tokens.iter().filter(|t| t.is_content()).map(|t| t.stem.clone()).collect()
    };
    let (a, b) = (stems(a), stems(b));
    let shared = a.intersection(&b).count() as f64;
    shared >= SAME * a.len().max(b.len()) as f64
}

/// A headline whole, where it is of the usual length; of a longer line the main verb with what follows it, or its first
/// words where it has none.
fn said(reading: &Reading) -> Option<Range<usize>> {
    if reading.kind == BlockKind::Headline && reading.tokens.len() <= HEADLINE {
        return Some(0..reading.tokens.len());
    }
    let verb = main_verb(reading)?;
    if verb.len() > 2 || verb.start == 0 {
        return Some(verb);
    }
    Some(with_subject(reading, verb))
}

/// Where a clause ends that opens the sentence: "When the mayor spoke on Monday, she".
fn opening_clause(reading: &Reading) -> usize {
    let opens = |t: &Token| t.class == Class::Link || ["after", "as", "since", "despite"].contains(&t.lower.as_str());
    if !reading.tokens.first().is_some_and(opens) {
        return 0;
    }
    let pronoun = |i: usize| {
        let next = reading.tokens.get(i);
        next.is_some_and(|t| t.breaks && matches!(t.class, Class::Pronoun | Class::Determiner | Class::Name))
    };
    (1..reading.tokens.len()).rev().find(|&i| i <= reading.tokens.len() / 3 * 2 && pronoun(i)).unwrap_or(0)
}

/// "is under fire", "are dead": a form of "be" that carries the sentence, with what it says, before any other verb that
/// could.
fn state(reading: &Reading, groups: &[VerbGroup]) -> Option<Range<usize>> {
    let be = |i: usize| reading.tokens.get(i).is_some_and(|t| ["is", "are", "was", "were"].contains(&t.lower.as_str()));
    let alone = |i: &usize| be(*i) && !groups.iter().any(|g| g.words.contains(i)) && !subordinate(reading, *i);
    let at = (0..reading.tokens.len()).find(alone)?;
    let carried = groups.iter().any(|g| g.head < at && is_finite(reading, g) && !subordinate(reading, g.words.start));
    let whole = (at + 1..reading.tokens.len()).find(|&i| reading.tokens.get(i).is_some_and(|t| t.breaks));
    let whole = whole.unwrap_or(reading.tokens.len());
    let phrase = reading.noun_phrase(at + 1).or_else(|| reading.noun_phrase(at + 2)).map(|p| p.words.end);
    let end = Some(whole).filter(|end| end - at <= SHOWN + 2).or(phrase)?;
    (!carried && end - at > 1 && end - at <= SHOWN + 2).then_some(at..end)
}

/// A verb that says little alone ("promised", "said") with its subject and what goes on to the next break.
fn with_subject(reading: &Reading, verb: Range<usize>) -> Range<usize> {
    let joined =
        |p: &NounPhrase| p.words.end == verb.start && reading.tokens.get(verb.start).is_some_and(|t| !t.breaks);
    let before = reading.noun_phrases().into_iter().find(joined);
    let mut start = before.map_or(verb.start, |p| p.words.start);
    let joined = start > 1 && reading.tokens.get(start - 1).is_some_and(|t| t.lower == "and");
    if let Some(first) = joined.then(|| reading.noun_phrases().into_iter().find(|p| p.words.end + 1 == start)).flatten()
    {
        start = first.words.start;
    }
    let fits = |end: &usize| end - start <= LEAD;
    let end = (verb.end..reading.tokens.len()).find(|&i| reading.tokens.get(i).is_some_and(|t| t.breaks));
    let end = Some(end.unwrap_or(reading.tokens.len())).filter(fits);
    let next = || {
        let behind = reading.verb_groups().into_iter().find(|g| g.words.start >= verb.end)?;
        let unbroken = (verb.end..behind.head).all(|i| reading.tokens.get(i).is_some_and(|t| !t.breaks));
        Some(reading.predicate(&behind, LEAD).end).filter(|_| unbroken).filter(fits)
    };
    start..end.or_else(next).unwrap_or(verb.end)
}

/// Words of a first sentence shown with their subject at most.
const LEAD: usize = 12;

/// The verb that carries a sentence with what follows it, or its first words where it has none.
pub fn main_verb(reading: &Reading) -> Option<Range<usize>> {
    let groups = reading.verb_groups();
    if let Some(state) = state(reading, &groups) {
        return Some(state);
    }
    let opened = opening_clause(reading);
    let free = |g: &&VerbGroup| g.words.start >= opened && !subordinate(reading, g.words.start);
    let finite = groups.iter().filter(free).find(|g| is_finite(reading, g));
    let main = finite.or_else(|| groups.iter().find(free)).or_else(|| groups.first());
    let Some(group) = main else { return Some(0..reading.tokens.len().min(SHOWN)) };
    let mut range = reading.predicate(group, SHOWN);
    if let Some(next) = groups.iter().find(|g| g.words.start == range.end && starts_with_to(reading, g)) {
        range.end = reading.predicate(next, SHOWN).end;
    }
    let object = (group.words.end < range.end).then(|| reading.noun_phrase(group.words.end)).flatten();
    let longer = object.filter(|o| o.words.end == range.end).map(|o| reading.with_complement(&o).end);
    let end = longer.filter(|end| end - range.start <= SHOWN).unwrap_or(range.end);
    let day = |i: &usize| reading.tokens.get(*i).is_some_and(|t| t.class == Class::Adverb && !t.lower.ends_with("ly"));
    let start = (range.start..group.head).find(|i| !day(i)).unwrap_or(group.head);
    let start = if denies(reading, start) { 0 } else { start };
    (!range.is_empty()).then_some(start..end.min(start + SHOWN + 2))
}

/// Whether a subject before a verb denies it ("Nobody has said sorry"): cut off, the words would say the opposite.
fn denies(reading: &Reading, verb: usize) -> bool {
    const DENYING: [&str; 9] = ["no", "nobody", "none", "nothing", "never", "neither", "not", "few", "hardly"];
    reading.tokens.get(..verb).unwrap_or(&[]).iter().any(|t| DENYING.contains(&t.lower.as_str()))
}

fn starts_with_to(reading: &Reading, group: &VerbGroup) -> bool {
    reading.tokens.get(group.words.start).is_some_and(|t| t.lower == "to" && !t.breaks)
}

/// A verb that carries its clause: no infinitive, no form in -ing unless an auxiliary goes before it, and in a headline
/// no plural that may be a noun.
fn is_finite(reading: &Reading, group: &VerbGroup) -> bool {
    let class = |i: usize| reading.tokens.get(i).map(|t| t.class);
    let alone = group.words.start == group.head;
    match class(group.head) {
        Some(Class::Verb(VerbForm::Base)) if alone => {
            group.head.checked_sub(1).and_then(class).is_some_and(|c| matches!(c, Class::Word | Class::Pronoun))
        }
        Some(Class::Verb(VerbForm::Ing | VerbForm::Participle | VerbForm::Base)) => {
            !alone && !starts_with_to(reading, group)
        }
        Some(Class::Verb(VerbForm::Third)) => {
            group.head.checked_sub(1).and_then(class).is_none_or(|c| c != Class::Word)
        }
        Some(_) => !starts_with_to(reading, group),
        None => false,
    }
}

/// Whether a verb belongs to a clause behind "who", "that", "after" and the like.
fn subordinate(reading: &Reading, at: usize) -> bool {
    let before = reading.tokens.get(..at).unwrap_or(&[]).iter().rev().take(4);
    let opens = |t: &Token| t.class == Class::Link && !["and", "but", "or"].contains(&t.lower.as_str());
    for token in before {
        if opens(token) {
            return true;
        }
        if token.breaks {
            return false;
        }
    }
    false
}
