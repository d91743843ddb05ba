//! Facts → findings: what an article leaves out, what only one tells.
//!
//! Clauses of one sentence that stand alike are one finding, worded by the whole sentence: a reader wants to know once
//! that a sentence is missing.

use std::collections::BTreeMap;

use crate::compare::phrases::{list, named, quoted};
use crate::model::{
    ArticleId, Event, Excerpt, Fact, Finding, FindingKind, Grade, Missing, Reference, SentenceId, Voice,
};

/// Origins that must carry a fact before its absence elsewhere tells something.
const CARRIED: usize = 2;

/// Facts that make one finding, by the sentence they stand in and the articles it is about.
type Groups<'a> = BTreeMap<(SentenceId, Vec<ArticleId>), Vec<(usize, &'a Fact)>>;

/// That some articles lack what more of the others tell; only where it is sure.
pub fn omissions(event: &Event, facts: &[Fact]) -> Vec<Finding> {
    let mut groups: Groups = BTreeMap::new();
    for (index, fact) in facts.iter().enumerate() {
        let absent = |(a, m): (&ArticleId, &Missing)| (m.grade == Grade::Absent).then_some(*a);
        let lacking: Vec<ArticleId> = fact.missing.iter().filter_map(absent).collect();
        let told = fact.origins >= CARRIED && fact.support.len() > lacking.len();
        if let (true, false, Some(home)) = (told, lacking.is_empty(), home(fact)) {
            groups.entry((home, lacking)).or_default().push((index, fact));
        }
    }
    groups.into_iter().filter_map(|((home, lacking), group)| omission(event, home, lacking, &group)).collect()
}

fn omission(event: &Event, home: SentenceId, lacking: Vec<ArticleId>, group: &[(usize, &Fact)]) -> Option<Finding> {
    let (_, leading) = most_salient(group)?;
    let carrying = named(event, leading.support.keys().copied());
    Some(Finding {
        kind: FindingKind::Omission,
        summary: format!(
            "{} {} out what {} {}: {}",
            list(&named(event, lacking.iter().copied())),
            if lacking.len() == 1 { "leaves" } else { "leave" },
            list(&carrying),
            if carrying.len() == 1 { "tells" } else { "tell" },
            quoted(&wording(event, home, group))
        ),
        articles: lacking,
        about: group.iter().map(|(i, _)| Reference::Fact(*i)).collect(),
        evidence: evidence(leading),
        salience: leading.salience * 0.9,
        confidence: 0.7,
        rule: "absent",
    })
}

/// That only one article tells something; only where no other comes near.
pub fn additions(event: &Event, facts: &[Fact]) -> Vec<Finding> {
    let mut groups: Groups = BTreeMap::new();
    for (index, fact) in facts.iter().enumerate() {
        let alone = fact.support.len() == 1 && fact.missing.values().all(|m| m.grade != Grade::NotFound);
        if let (true, Some(home)) = (alone, home(fact)) {
            groups.entry((home, vec![home.article])).or_default().push((index, fact));
        }
    }
    groups.into_iter().filter_map(|((home, only), group)| addition(event, home, only, &group)).collect()
}

fn addition(event: &Event, home: SentenceId, only: Vec<ArticleId>, group: &[(usize, &Fact)]) -> Option<Finding> {
    let (_, leading) = most_salient(group)?;
    let told = leading.support.values().flatten().next()?;
    let source = told.attributed_to.as_deref().filter(|s| told.voice == Voice::Attributed && is_named(s));
    let source = source.map(|s| format!(" (citing {s})")).unwrap_or_default();
    Some(Finding {
        kind: FindingKind::Addition,
        summary: format!(
            "Only {}{source}: {}",
            list(&named(event, only.iter().copied())),
            quoted(&wording(event, home, group))
        ),
        articles: only,
        about: group.iter().map(|(i, _)| Reference::Fact(*i)).collect(),
        evidence: evidence(leading),
        salience: leading.salience,
        confidence: 0.7,
        rule: "only-here",
    })
}

/// Whether a source says more than a pronoun does.
fn is_named(source: &str) -> bool {
    !crate::lexicon::is_in_class("subject_pronouns", &source.to_lowercase()) && source.to_lowercase() != "it"
}

/// The sentence whose words a fact is worded in: the first place of the article that tells it first.
fn home(fact: &Fact) -> Option<SentenceId> {
    fact.support.values().flatten().filter(|s| s.share >= 1.0).map(|s| s.excerpt.sentence).min()
}

fn most_salient<'a>(group: &[(usize, &'a Fact)]) -> Option<(usize, &'a Fact)> {
    group.iter().copied().reduce(|best, next| if next.1.salience > best.1.salience { next } else { best })
}

/// The statement of a single fact; of several of one sentence the whole sentence.
fn wording(event: &Event, home: SentenceId, group: &[(usize, &Fact)]) -> String {
    match group {
        [(_, one)] => one.statement.clone(),
        _ => event.sentence_text(home).to_string(),
    }
}

/// The first place in each article that tells a fact.
fn evidence(fact: &Fact) -> Vec<Excerpt> {
    fact.support.values().filter_map(|told| told.first().map(|s| s.excerpt)).collect()
}
