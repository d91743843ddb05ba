//! Facts: groups of sentences that carry one, and which article has it.

use std::collections::BTreeSet;

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::super::figures::{Figure, Miss, Score};
use super::super::gold::Gold;
use super::super::ties::Ties;
use crate::report::{FactEntry, Report};

type Group<'a> = BTreeSet<&'a str>;

/// Whole numbers for likenesses: fine enough to tell 2/39 from 2/40.
const SCALE: f64 = 1e9;

/// Constrained-entity-alignment F (Luo 2005, phi4) over facts whose mentions are sentences, then presence by article of
/// the facts so matched. Sentences in which the gold sees no fact are left out on both sides.
pub(super) fn of(report: &Report, gold: &Gold, ties: &Ties) -> Score {
    let golds: Vec<Group> = gold
        .facts
        .iter()
        .map(|f| f.coverage.values().flatten().map(String::as_str).collect())
        .collect();
    let coded: Group = golds.iter().flatten().copied().collect();
    let tied = |f: &FactEntry| {
        let sentences = f
            .support
            .values()
            .flatten()
            .flat_map(|s| ties.sentences(&s.sentence));
        sentences
            .filter(|s| coded.contains(s))
            .collect::<BTreeSet<_>>()
    };
    let facts: Vec<Group> = report
        .facts
        .iter()
        .map(tied)
        .filter(|g| !g.is_empty())
        .collect();
    let matched = matched(&golds, &facts);
    let phi: f64 = matched
        .iter()
        .zip(&golds)
        .filter_map(|(m, g)| m.map(|f| dice(g, f)))
        .sum();
    let (mut hit, mut found, mut wanted) = (0, 0, 0);
    let mut misses = Vec::new();
    for ((fact, group), have) in gold.facts.iter().zip(&golds).zip(&matched) {
        let want = owners(group, ties);
        let have = have.map(|g| owners(g, ties)).unwrap_or_default();
        hit += want.intersection(&have).count();
        found += have.len();
        wanted += want.len();
        for article in want.difference(&have) {
            let sentences = group
                .iter()
                .filter(|s| ties.owner(s) == *article)
                .map(|s| ties.quoted(s))
                .collect();
            let note = format!("{} in {article}: {}", fact.id, fact.statement);
            misses.push(Miss {
                figure: "cells",
                fault: "missed",
                note,
                sentences,
            });
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

fn owners<'a>(group: &Group, ties: &Ties<'a>) -> Group<'a> {
    group.iter().map(|s| ties.owner(s)).collect()
}

fn dice(a: &Group, b: &Group) -> f64 {
    2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()) as f64
}

/// For each group of the gold the one of the report that the best one-to-one assignment gives it.
fn matched<'a, 'b>(golds: &[Group<'b>], facts: &'a [Group<'b>]) -> Vec<Option<&'a Group<'b>>> {
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
            *place = Some(group);
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
        let matched = matched(&golds, &facts);
        assert_eq!(matched, [Some(&facts[1]), Some(&facts[0])]);
        assert_eq!(super::matched(&golds, &facts[..1]), [None, Some(&facts[0])]);
        assert_eq!(super::matched(&golds, &[]), [None, None]);
    }
}
