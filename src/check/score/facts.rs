//! Facts: groups of sentences that carry one, and which article has it.

use std::collections::BTreeSet;

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::super::figures::{Figure, Miss, Score};
use super::super::gold::{Gold, GoldFact};
use super::super::ties::Ties;
use crate::report::{FactEntry, Report};

type Group<'a> = BTreeSet<&'a str>;

/// Whole numbers for likenesses: fine enough to tell 2/39 from 2/40.
const SCALE: f64 = 1e9;

/// A fact of the report, in the gold's sentences.
struct Found<'a> {
    /// Its sentences in which the gold sees a fact.
    coded: Group<'a>,
    /// All articles that report it.
    articles: Group<'a>,
}

/// Constrained-entity-alignment F (Luo 2005, phi4) over facts whose mentions are sentences, then presence by article of
/// the facts so matched. Sentences in which the gold sees no fact are left out on both sides. Where coders judged cells,
/// presence is measured by those on which they agree, and by no others.
pub(super) fn of(report: &Report, gold: &Gold, ties: &Ties) -> Score {
    let golds: Vec<Group> = gold
        .facts
        .iter()
        .map(|f| f.coverage.values().flatten().map(String::as_str).collect())
        .collect();
    let coded: Group = golds.iter().flatten().copied().collect();
    let tied = |f: &FactEntry| {
        let sentences = f.support.values().flatten();
        let all: Group = sentences
            .flat_map(|s| ties.sentences(&s.sentence))
            .collect();
        Found {
            coded: all.intersection(&coded).copied().collect(),
            articles: owners(&all, ties),
        }
    };
    let facts: Vec<Found> = report
        .facts
        .iter()
        .map(tied)
        .filter(|f| !f.coded.is_empty())
        .collect();
    let groups: Vec<&Group> = facts.iter().map(|f| &f.coded).collect();
    let matched = matched(&golds, &groups);
    let phi: f64 = matched
        .iter()
        .zip(&golds)
        .filter_map(|(m, g)| Some(dice(g, groups.get((*m)?)?)))
        .sum();
    let (mut hit, mut found, mut wanted) = (0, 0, 0);
    let mut misses = Vec::new();
    for ((fact, group), at) in gold.facts.iter().zip(&golds).zip(&matched) {
        let fact_found = at.and_then(|at| facts.get(at));
        let Presence { want, have } = presence(gold, fact, group, fact_found, ties);
        hit += want.intersection(&have).count();
        found += have.len();
        wanted += want.len();
        let sentences = |article: &str| {
            let own = group.iter().filter(|s| ties.owner(s) == article);
            own.map(|s| ties.quoted(s)).collect()
        };
        let miss = |article: &str, fault| Miss {
            figure: "cells",
            fault,
            note: format!("{} in {article}: {}", fact.id, fact.statement),
            sentences: sentences(article),
        };
        misses.extend(want.difference(&have).map(|a| miss(a, "missed")));
        if !gold.cells.is_empty() {
            misses.extend(have.difference(&want).map(|a| miss(a, "extra")));
        }
    }
    Score {
        figures: vec![
            Figure::rate("facts", phi, facts.len(), golds.len()),
            Figure::rate("cells", hit as f64, found, wanted),
        ],
        misses,
        ..Score::default()
    }
}

/// The articles that report a fact, by the gold and by the report.
struct Presence<'a> {
    want: Group<'a>,
    have: Group<'a>,
}

fn presence<'a>(
    gold: &'a Gold,
    fact: &GoldFact,
    group: &Group,
    found: Option<&Found<'a>>,
    ties: &Ties<'a>,
) -> Presence<'a> {
    if gold.cells.is_empty() {
        return Presence {
            want: owners(group, ties),
            have: found.map(|f| owners(&f.coded, ties)).unwrap_or_default(),
        };
    }
    let judged = gold.cells.iter().filter(|((id, _), _)| *id == fact.id);
    let (told, lacking): (Vec<_>, Vec<_>) = judged.partition(|(_, is_told)| **is_told);
    let articles = |cells: &[(&'a (String, String), &bool)]| -> Group<'a> {
        cells
            .iter()
            .map(|((_, article), _)| article.as_str())
            .collect()
    };
    let (want, not_wanted) = (articles(&told), articles(&lacking));
    let said = found.map(|f| f.articles.clone()).unwrap_or_default();
    let is_judged = |a: &&str| want.contains(a) || not_wanted.contains(a);
    Presence {
        have: said.into_iter().filter(|a| is_judged(a)).collect(),
        want,
    }
}

fn owners<'a>(group: &Group, ties: &Ties<'a>) -> Group<'a> {
    group.iter().map(|s| ties.owner(s)).collect()
}

fn dice(a: &Group, b: &Group) -> f64 {
    2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()) as f64
}

/// For each group of the gold the place of the one of the report that the best one-to-one assignment gives it.
fn matched(golds: &[Group], facts: &[&Group]) -> Vec<Option<usize>> {
    let weight = |a: &Group, b: &Group| (dice(a, b) * SCALE) as i64;
    let mut matched = vec![None; golds.len()];
    if golds.is_empty() || facts.is_empty() {
        return matched;
    }
    let transposed = golds.len() > facts.len();
    let matrix = match transposed {
        false => Matrix::from_rows(
            golds
                .iter()
                .map(|g| facts.iter().map(|f| weight(g, f)).collect::<Vec<_>>()),
        ),
        true => Matrix::from_rows(
            facts
                .iter()
                .map(|f| golds.iter().map(|g| weight(g, f)).collect::<Vec<_>>()),
        ),
    };
    let Ok(matrix) = matrix else { return matched };
    for (row, column) in kuhn_munkres(&matrix).1.into_iter().enumerate() {
        let (gold, fact) = if transposed {
            (column, row)
        } else {
            (row, column)
        };
        let (Some(place), Some(group)) = (matched.get_mut(gold), facts.get(fact)) else {
            continue;
        };
        if golds.get(gold).is_some_and(|g| !g.is_disjoint(group)) {
            *place = Some(fact);
        }
    }
    matched
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_assignment_is_not_the_greedy_one() {
        let group = |ids: &[&'static str]| ids.iter().copied().collect::<Group>();
        let golds = [group(&["a.1", "b.1", "c.1"]), group(&["a.1", "b.1"])];
        let facts = [group(&["a.1", "b.1"]), group(&["c.1"])];
        // Greedy takes the perfect pair and leaves the other without a partner; here both ways are weighed.
        let facts = [&facts[0], &facts[1]];
        assert_eq!(matched(&golds, &facts), [Some(1), Some(0)]);
        assert_eq!(matched(&golds, &facts[..1]), [None, Some(0)]);
        assert_eq!(matched(&golds, &[]), [None, None]);
    }
}
