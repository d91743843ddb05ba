//! Quotations of one saying → findings: what several articles quote somebody as saying, and another leaves out.
//!
//! Two outlets that print the same words thought them worth printing; whether a third has any of them can be looked up.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::facts;
use crate::compare::phrases::{list, named, quoted, quoted_briefly};
use crate::compare::refute::Articles;
use crate::compare::standing;
use crate::compare::wording;
use crate::model::{
    Alignment, ArticleId, Event, Excerpt, Finding, FindingKind, Pairings, Quoted, SentenceId,
};

/// Words of a quoted sentence that two articles must have in common, and telling words among those printed.
const COMMON: usize = 6;
const TELLING: usize = 5;

/// Share of the weight of a quotation's words that two sentences in a row of another article may have.
const WORDED: f64 = 0.2;

/// What is told of one speaker.
const PRINTED: usize = 2;

/// One quoted sentence, as several articles print it.
struct Saying<'a> {
    /// The shortest version: all of it is in the others too.
    words: &'a Quoted<'a>,
    /// Every version.
    places: Vec<&'a Quoted<'a>>,
}

/// What several articles quote and others have nothing of, one finding for each speaker and each of those articles.
pub fn left_out(
    event: &Event,
    alignment: &Alignment,
    pairings: &Pairings,
    articles: &Articles,
) -> Vec<Finding> {
    let (briefs, origins) = (facts::briefs(event), facts::origins(alignment));
    let mut told: BTreeMap<(Vec<ArticleId>, Vec<ArticleId>, &str), Vec<Saying>> = BTreeMap::new();
    for saying in sayings(pairings) {
        let tellers: BTreeSet<ArticleId> =
            saying.places.iter().map(|q| q.sentence.article).collect();
        let of: BTreeSet<_> = tellers.iter().map(|id| origins.get(id)).collect();
        let speaker = saying
            .places
            .iter()
            .find_map(|q| q.quote.speaker.as_deref());
        let Some(speaker) = speaker.filter(|_| of.len() > 1) else {
            continue;
        };
        let lacks = |id: &ArticleId| {
            !briefs.contains(id)
                && !tellers.contains(id)
                && !is_earlier(event, *id, &tellers)
                && !is_told(articles, &saying, *id)
        };
        let silent: Vec<ArticleId> = event.articles().map(|(id, _)| id).filter(lacks).collect();
        if !silent.is_empty() {
            let tellers = tellers.into_iter().collect();
            told.entry((silent, tellers, speaker))
                .or_default()
                .push(saying);
        }
    }
    told.into_iter()
        .filter_map(|((silent, tellers, speaker), sayings)| {
            finding(event, silent, &tellers, speaker, sayings)
        })
        .collect()
}

fn is_earlier(event: &Event, article: ArticleId, tellers: &BTreeSet<ArticleId>) -> bool {
    let mut days = tellers
        .iter()
        .filter_map(|id| event.document(article).zip(event.document(*id)));
    days.any(|(own, other)| standing::is_earlier(own, other))
}

/// Quoted sentences that two articles or more print, each once.
fn sayings<'a>(pairings: &'a Pairings<'a>) -> Vec<Saying<'a>> {
    let mut groups: Vec<BTreeSet<usize>> = Vec::new();
    for pair in pairings
        .quotations
        .iter()
        .filter(|p| p.difference.equal >= COMMON)
    {
        let (joined, mut rest): (Vec<_>, Vec<_>) = groups
            .into_iter()
            .partition(|g| g.contains(&pair.a) || g.contains(&pair.b));
        let mut group: BTreeSet<usize> = joined.into_iter().flatten().collect();
        group.extend([pair.a, pair.b]);
        rest.push(group);
        groups = rest;
    }
    let saying = |group: &BTreeSet<usize>| {
        let places: Vec<&Quoted> = group
            .iter()
            .filter_map(|i| pairings.quoted.get(*i))
            .collect();
        let words = *places.iter().min_by_key(|q| (q.words.len(), q.sentence))?;
        let telling = words.words.iter().filter(|w| w.is_telling()).count();
        (telling >= TELLING).then_some(Saying { words, places })
    };
    let mut found: Vec<Saying> = groups.iter().filter_map(saying).collect();
    found.sort_by_key(|s| s.words.sentence);
    found
}

/// Whether an article has words of a saying, or a sentence that is linked to one with it.
fn is_told(articles: &Articles, saying: &Saying, article: ArticleId) -> bool {
    saying.places.iter().any(|quoted| {
        let stems = wording::content(quoted.document.words_in(quoted.span));
        let near = articles.wording.nearest_two(&stems, article);
        near.is_some_and(|(_, share)| share >= WORDED) || articles.is_told(quoted.sentence, article)
    })
}

fn finding(
    event: &Event,
    silent: Vec<ArticleId>,
    tellers: &[ArticleId],
    speaker: &str,
    mut sayings: Vec<Saying>,
) -> Option<Finding> {
    let telling = |s: &Saying| s.words.words.iter().filter(|w| w.is_telling()).count();
    sayings.sort_by_key(|s| (std::cmp::Reverse(telling(s)), s.words.sentence));
    let all: usize = sayings.iter().map(telling).sum();
    sayings.truncate(PRINTED);
    let words: Vec<String> = sayings
        .iter()
        .map(|s| {
            let text = s.words.document.text(s.words.span);
            match sayings.len() {
                1 => quoted(text),
                _ => quoted_briefly(text),
            }
        })
        .collect();
    let names = list(&named(event, silent.iter().copied()));
    let verb = if silent.len() == 1 { "leaves" } else { "leave" };
    Some(Finding {
        kind: FindingKind::Omission,
        summary: format!(
            "{names} {verb} out what {} quote {speaker} as saying: {}",
            list(&named(event, tellers.iter().copied())),
            list(&words)
        ),
        articles: silent,
        evidence: sayings
            .iter()
            .flat_map(|s| &s.places)
            .filter_map(|q| evidence(event, q.sentence))
            .collect(),
        salience: salience(all),
        rule: "quotation-left-out",
        ..Finding::default()
    })
}

fn evidence(event: &Event, sentence: SentenceId) -> Option<Excerpt> {
    let span = event.sentence(sentence)?.span;
    Some(Excerpt { sentence, span })
}

/// How much a reader wants to know that somebody's words are missing: more, the more they say.
fn salience(telling: usize) -> f64 {
    0.5 + 0.005 * telling.min(30) as f64
}
