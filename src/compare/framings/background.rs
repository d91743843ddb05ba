//! Background: history and criticism that one source puts beside a fact, and that another, which tells the fact, leaves out.

use std::ops::Range;

use super::contrast::{Contrasts, Kind};
use super::headlines::main_verb;
use super::phrases::NounPhrase;
use super::reading::{Class, Reading, Token};
use super::scene::Scene;
use crate::lexicon;
use crate::model::{ArticleId, BlockKind, Dimension, Link, SentenceId, Term};

/// How many sentences off a shared fact a background still stands beside it: the same or the next short paragraph.
const NEAR: u32 = 2;

/// From which score on two sentences surely tell one fact.
const BESIDE: f64 = 0.6;

/// From which score on another article's sentence may tell the background too; lower than for saying the same, for what is
/// said to be left out must not be there.
const MAYBE: f64 = 0.25;

/// Words of a background that are shown at most.
const SHOWN: usize = 12;

/// And at least: shorter clauses say when something was and no more ("built in 1986").
const LEAST: usize = 5;

/// People who are called in to judge.
const JUDGES: [&str; 14] = [
    "academics",
    "activists",
    "analysts",
    "campaigners",
    "commentators",
    "critics",
    "economists",
    "environmentalists",
    "experts",
    "observers",
    "opponents",
    "researchers",
    "scientists",
    "watchdogs",
];

/// What they do there.
const JUDGING: [&str; 20] = [
    "accuse",
    "argue",
    "believe",
    "call",
    "caution",
    "claim",
    "criticize",
    "describe",
    "dispute",
    "doubt",
    "fear",
    "note",
    "point",
    "question",
    "say",
    "see",
    "suggest",
    "tell",
    "think",
    "warn",
];

/// The background of each article against each other that tells the fact beside it.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    let now = scene.year();
    for reading in scene.all().filter(|r| r.kind == BlockKind::Body) {
        let Some((mark, range)) = background(reading, now) else { continue };
        let Some(term) = scene.words(reading, &range) else { continue };
        for (article, _) in scene.event.articles().filter(|(a, _)| *a != reading.id.article) {
            let Some(fact) = beside(scene, reading, article).filter(|_| !told(scene, reading, article, &mark)) else {
                continue;
            };
            if alike(scene, &term, &fact) {
                continue;
            }
            let key = format!("{}:{}", reading.id.article.0, reading.id.index);
            let target = format!("“{}”", term.term);
            let kind = Kind { dimension: Dimension::Context, rule: "background", key, target: &target };
            contrasts.add(kind, [term.clone(), fact]);
        }
    }
}

/// What marks a sentence as background, and its words: a year gone by, or people called in to judge who say something.
fn background(reading: &Reading, now: Option<u32>) -> Option<(String, Range<usize>)> {
    let own = |t: &Token| !t.quoted;
    let year = reading.tokens.iter().position(|t| own(t) && is_past_year(t, now));
    let judged = reading.tokens.windows(2).position(|w| {
        let says = |t: &Token| lexicon::verb(&t.lower).is_some_and(|(base, _)| JUDGING.contains(&base));
        matches!(w, [who, verb] if own(who) && JUDGES.contains(&who.lower.as_str()) && says(verb) && !verb.breaks)
    });
    let at = year.or(judged)?;
    let mark = reading.tokens.get(at)?.lower.clone();
    let range = match year {
        Some(_) => around(reading, at)?,
        None => clause(reading, at),
    };
    Some((mark, range))
}

fn is_past_year(token: &Token, now: Option<u32>) -> bool {
    let year = token.lower.parse::<u32>().ok().filter(|_| token.lower.len() == 4 && token.class == Class::Number);
    matches!((year, now), (Some(year), Some(now)) if (1800..now).contains(&year))
}

/// The clause with the year in it, from its last break before to its next behind, where it has a verb and is short enough.
fn around(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let breaks = |i: usize| reading.tokens.get(i).is_none_or(|t| t.breaks);
    let start = (0..=at).rev().find(|&i| breaks(i)).unwrap_or(0);
    let end = (at + 1..reading.tokens.len()).find(|&i| breaks(i)).unwrap_or(reading.tokens.len());
    let has_verb = |r: &Range<usize>| reading.verb_groups().iter().any(|g| r.contains(&g.head));
    let clause = start..end;
    let quoted = reading.tokens.get(clause.clone())?.iter().any(|t| t.quoted);
    let headless = reading.tokens.get(start).is_none_or(|t| matches!(t.class, Class::Auxiliary | Class::Verb(_)));
    (!headless && has_verb(&clause) && (LEAST..=SHOWN).contains(&clause.len()) && !quoted).then_some(clause)
}

/// From the people on to the next break, or their verb alone with what follows it.
fn clause(reading: &Reading, at: usize) -> Range<usize> {
    let end = (at + 1..reading.tokens.len())
        .find(|&i| reading.tokens.get(i).is_some_and(|t| t.breaks))
        .unwrap_or(reading.tokens.len());
    if end - at <= SHOWN { at..end } else { at..at + 2 }
}

/// What the other article says of the nearest fact beside the background, in words of its main verb.
fn beside(scene: &Scene, reading: &Reading, article: ArticleId) -> Option<Term> {
    let near = |l: &&Link| {
        ends(l, reading.id.article, article)
            .is_some_and(|(mine, _)| mine.index.abs_diff(reading.id.index) <= NEAR && mine.index != reading.id.index)
    };
    let links = scene.alignment.links.iter().filter(|l| l.score >= BESIDE).filter(near);
    let best = links.max_by(|x, y| x.score.total_cmp(&y.score))?;
    let (_, theirs) = ends(best, reading.id.article, article)?;
    let other = scene.reading(theirs)?;
    let verb = main_verb(other)?;
    let before = |p: &NounPhrase| p.words.end == verb.start && other.tokens.get(verb.start).is_some_and(|t| !t.breaks);
    let start = other.noun_phrases().into_iter().find(before).map_or(verb.start, |p| p.words.start);
    scene.words(other, &(start..verb.end))
}

/// Whether what the other says of the fact is what the background says.
fn alike(scene: &Scene, one: &Term, other: &Term) -> bool {
    let stems = |t: &Term| -> Vec<String> {
        let tokens = scene.reading(t.excerpt.sentence).map(|r| r.tokens.as_slice()).unwrap_or_default();
        let inside = tokens.iter().filter(|k| k.is_content() && t.excerpt.span.contains(k.span));
        inside.map(|k| k.stem.clone()).collect()
    };
    let theirs = stems(other);
    stems(one).iter().filter(|s| theirs.contains(s)).count() > 1
}

/// Whether the other article may tell the background too: the year stands in it, or a sentence that comes near.
fn told(scene: &Scene, reading: &Reading, article: ArticleId, mark: &str) -> bool {
    let linked = scene.alignment.links.iter().filter(|l| l.score >= MAYBE);
    let near = linked.filter_map(|l| ends(l, reading.id.article, article)).any(|(mine, _)| mine == reading.id);
    near || scene.all().filter(|r| r.id.article == article).any(|r| r.tokens.iter().any(|t| t.lower == mark))
}

/// The ends of a link between two articles, that of the first article first.
fn ends(link: &Link, one: ArticleId, other: ArticleId) -> Option<(SentenceId, SentenceId)> {
    match (link.a.article, link.b.article) {
        (a, b) if (a, b) == (one, other) => Some((link.a, link.b)),
        (a, b) if (a, b) == (other, one) => Some((link.b, link.a)),
        _ => None,
    }
}
