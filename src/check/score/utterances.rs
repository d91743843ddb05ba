//! Which sentences carry the same utterance, and how each version stands to the fullest.

use std::collections::{BTreeMap, BTreeSet};

use super::super::figures::{Figure, Miss, Score};
use super::super::gold::{Gold, VersionKind};
use super::super::ties::Ties;
use super::quotes::Links;
use crate::model::UtteranceRelation;
use crate::report::Report;

/// What became of the wording; finer kinds depend on which version is taken for the fullest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wording {
    Kept,
    Changed,
    Unquoted,
}

impl From<VersionKind> for Wording {
    fn from(kind: VersionKind) -> Self {
        match kind {
            VersionKind::Fullest | VersionKind::Verbatim | VersionKind::Truncated => Self::Kept,
            VersionKind::Edited | VersionKind::Reworded => Self::Changed,
            VersionKind::Paraphrased => Self::Unquoted,
        }
    }
}

impl From<UtteranceRelation> for Wording {
    fn from(relation: UtteranceRelation) -> Self {
        match relation {
            UtteranceRelation::Verbatim | UtteranceRelation::Truncated => Self::Kept,
            UtteranceRelation::Edited | UtteranceRelation::Reworded => Self::Changed,
            UtteranceRelation::Paraphrased => Self::Unquoted,
        }
    }
}

pub(super) fn of(report: &Report, gold: &Gold, ties: &Ties, links: &Links) -> Score {
    let homes: BTreeMap<&str, &str> = gold
        .quotes
        .iter()
        .map(|q| (q.key.as_str(), q.sentence.as_str()))
        .collect();
    let places: BTreeMap<&str, &str> = report
        .quotes
        .iter()
        .map(|q| (q.id.as_str(), q.sentence.as_str()))
        .collect();
    let wanted = gold.utterances.iter().map(|u| {
        let homes = u
            .members
            .iter()
            .filter_map(|m| homes.get(m.quote.as_str()).copied());
        homes.collect::<BTreeSet<&str>>()
    });
    let found = report.utterances.iter().map(|u| {
        let places = u
            .members
            .iter()
            .filter_map(|m| places.get(m.quote.as_str()));
        places
            .flat_map(|p| ties.sentences(p))
            .collect::<BTreeSet<&str>>()
    });
    let (wanted, found) = (across(wanted, ties), across(found, ties));
    let hits = wanted.intersection(&found).count();
    let (right, judged) = versions(report, gold, links);
    let miss = |fault: &'static str, pair: &(&str, &str)| Miss {
        figure: "utterances",
        fault,
        note: String::new(),
        sentences: vec![ties.quoted(pair.0), ties.quoted(pair.1)],
    };
    let missed = wanted.difference(&found).map(|p| miss("missed", p));
    let extra = found.difference(&wanted).map(|p| miss("extra", p));
    Score {
        figures: vec![
            Figure::rate("utterances", hits as f64, found.len(), wanted.len()),
            Figure::share("versions", right, judged),
        ],
        misses: missed.chain(extra).collect(),
        ..Score::default()
    }
}

/// Every two sentences of different articles that one group holds.
fn across<'a>(
    groups: impl Iterator<Item = BTreeSet<&'a str>>,
    ties: &Ties,
) -> BTreeSet<(&'a str, &'a str)> {
    let mut pairs = BTreeSet::new();
    for group in groups {
        for &a in &group {
            pairs.extend(
                group
                    .range(a..)
                    .filter(|b| ties.owner(a) != ties.owner(b))
                    .map(|&b| (a, b)),
            );
        }
    }
    pairs
}

/// Of the versions that both have in groups of two or more: how many are right, of how many.
fn versions(report: &Report, gold: &Gold, links: &Links) -> (usize, usize) {
    let wanted = gold
        .utterances
        .iter()
        .filter(|u| u.members.len() > 1)
        .flat_map(|u| &u.members);
    let wanted: BTreeMap<&str, Wording> = wanted
        .map(|m| (m.quote.as_str(), m.relation.into()))
        .collect();
    let found = report
        .utterances
        .iter()
        .filter(|u| u.members.len() > 1)
        .flat_map(|u| &u.members);
    let judged = found.filter_map(|m| {
        Some((
            *wanted.get(links.get(m.quote.as_str())?)?,
            Wording::from(m.relation),
        ))
    });
    judged.fold((0, 0), |(right, all), (want, have)| {
        (right + usize::from(want == have), all + 1)
    })
}
