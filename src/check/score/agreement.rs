//! Krippendorff's alpha: how far coders agree beyond chance, and how far the tool agrees with the gold.
//!
//! Krippendorff, "Content Analysis" (4th ed. 2018), chapter 12: alpha = 1 − observed / expected disagreement; any number
//! of coders, values may be missing. Pairs of sentences are ordinal (0 unrelated, 1 partial, 2 equivalent), the cells of
//! the fact × article matrix nominal (0 lacks, 1 tells).

use std::collections::{BTreeMap, BTreeSet};

use super::super::figures::Figure;
use super::super::gold::Gold;
use super::super::ties::Ties;
use super::alignment::{self, Pair};
use crate::model::Relation;
use crate::report::Report;

/// How many coders gave each value to one unit.
type Unit<const VALUES: usize> = [usize; VALUES];

/// How far two values lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    Nominal,
    Ordinal,
}

pub(super) fn of(report: &Report, gold: &Gold, ties: &Ties) -> Vec<Figure> {
    let mut figures = Vec::new();
    if let Some(pairs) = &gold.alignment {
        let ignored = gold
            .ignore
            .iter()
            .map(|e| alignment::ordered(&e.a, &e.b))
            .collect();
        let tool = alignment::found(report, gold, ties).pairs.into_iter();
        let tool = tool
            .map(|(pair, said)| {
                (
                    pair,
                    if said.relation == Relation::Equivalent {
                        2
                    } else {
                        1
                    },
                )
            })
            .collect();
        let labels = [alignment::wanted(pairs), tool];
        figures.push(pairs_alpha(
            "alpha",
            gold,
            &labels.each_ref().map(|l| (l, &ignored)),
        ));
    }
    if gold.coders.len() > 1 {
        figures.push(coders_pairs(gold));
        figures.extend(coders_cells(gold));
    }
    figures
}

fn coders_pairs(gold: &Gold) -> Figure {
    let codings: Vec<(BTreeMap<Pair, u8>, BTreeSet<Pair>)> = gold
        .coders
        .values()
        .map(|c| {
            (
                alignment::wanted(&c.alignment),
                c.ignore
                    .iter()
                    .map(|e| alignment::ordered(&e.a, &e.b))
                    .collect(),
            )
        })
        .collect();
    let refs: Vec<(&BTreeMap<Pair, u8>, &BTreeSet<Pair>)> =
        codings.iter().map(|(l, o)| (l, o)).collect();
    pairs_alpha("coders_pairs_alpha", gold, &refs)
}

/// Alpha over all pairs of sentences of two articles; most are zero for everybody and are counted, not listed.
fn pairs_alpha<'a>(
    name: &'static str,
    gold: &Gold,
    coders: &[(&BTreeMap<Pair<'a>, u8>, &BTreeSet<Pair<'a>>)],
) -> Figure {
    let sizes: Vec<usize> = gold.articles.values().map(|a| a.sentences.len()).collect();
    let all: usize = sizes.iter().sum();
    let units = (all * all - sizes.iter().map(|s| s * s).sum::<usize>()) / 2;
    let listed: BTreeSet<&Pair> = coders
        .iter()
        .flat_map(|(labels, open)| labels.keys().chain(open.iter()))
        .collect();
    let value = |pair: &Pair, (labels, open): &(&BTreeMap<Pair, u8>, &BTreeSet<Pair>)| match open
        .contains(pair)
    {
        true => None,
        false => Some(labels.get(pair).map_or(0, |l| usize::from(*l))),
    };
    let unit = |pair: &&Pair| tally(coders.iter().filter_map(|c| value(pair, c)));
    let mut counted: Vec<(Unit<3>, usize)> = listed.iter().map(|p| (unit(p), 1)).collect();
    counted.push((
        tally(coders.iter().map(|_| 0)),
        units.saturating_sub(listed.len()),
    ));
    Figure::value(name, alpha(&counted, Scale::Ordinal), units)
}

/// Alpha over the cells of the facts that at least two coders judged; none where there are none.
fn coders_cells(gold: &Gold) -> Option<Figure> {
    let mut counted: Vec<(Unit<2>, usize)> = Vec::new();
    for fact in &gold.facts {
        let judged: Vec<&Vec<String>> = gold
            .coders
            .values()
            .filter_map(|c| c.facts.get(&fact.id))
            .collect();
        for article in gold.articles.keys() {
            counted.push((
                tally(
                    judged
                        .iter()
                        .map(|tells| usize::from(tells.contains(article))),
                ),
                1,
            ));
        }
    }
    counted.retain(|(unit, _)| unit.iter().sum::<usize>() > 1);
    let cells = counted.len();
    (cells > 0).then(|| Figure::value("coders_cells_alpha", alpha(&counted, Scale::Nominal), cells))
}

fn tally<const VALUES: usize>(values: impl Iterator<Item = usize>) -> Unit<VALUES> {
    let mut unit = [0; VALUES];
    for value in values {
        if let Some(count) = unit.get_mut(value) {
            *count += 1;
        }
    }
    unit
}

/// Alpha of units, each so many times; none where all values are the same, so that nothing can be told from chance.
fn alpha<const VALUES: usize>(units: &[(Unit<VALUES>, usize)], scale: Scale) -> Option<f64> {
    let pairable = units
        .iter()
        .filter(|(unit, _)| unit.iter().sum::<usize>() > 1);
    let mut totals = [0.0; VALUES];
    let mut observed = [[0.0; VALUES]; VALUES];
    for (unit, times) in pairable {
        let coders: usize = unit.iter().sum();
        for ((c, &have), (row, total)) in unit
            .iter()
            .enumerate()
            .zip(observed.iter_mut().zip(&mut totals))
        {
            *total += (have * times) as f64;
            for ((k, &other), cell) in unit.iter().enumerate().zip(row) {
                let partners = if c == k {
                    other.saturating_sub(1)
                } else {
                    other
                };
                *cell += (have * partners * times) as f64 / (coders - 1) as f64;
            }
        }
    }
    let all: f64 = totals.iter().sum();
    let (mut disagreed, mut expected) = (0.0, 0.0);
    for ((c, row), of_c) in observed.iter().enumerate().zip(totals) {
        for ((k, cell), of_k) in row.iter().enumerate().zip(totals) {
            let apart = distance(c, k, &totals, scale);
            disagreed += cell * apart;
            expected += of_c * of_k * apart;
        }
    }
    (expected > 0.0).then(|| 1.0 - (all - 1.0) * disagreed / expected)
}

/// Squared distance of two values. Ordinal: how many values given lie between them, the two themselves by half.
fn distance(c: usize, k: usize, totals: &[f64], scale: Scale) -> f64 {
    let (low, high) = (c.min(k), c.max(k));
    match scale {
        _ if low == high => 0.0,
        Scale::Nominal => 1.0,
        Scale::Ordinal => {
            let between: f64 = totals.iter().skip(low).take(high - low + 1).sum();
            let ends: f64 = [low, high].iter().filter_map(|i| totals.get(*i)).sum();
            (between - ends / 2.0).powi(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four observers, twelve units, five values, some missing: Krippendorff, "Computing Krippendorff's
    /// Alpha-Reliability" (2011), example C; its text gives 0.743 nominal and 0.815 ordinal.
    const OBSERVERS: [&str; 4] = [
        "123321412---",
        "1233224125-3",
        "-3332342251-",
        "12332441251-",
    ];

    fn units(observers: &[&str]) -> Vec<(Unit<6>, usize)> {
        let value = |o: &str, i: usize| {
            o.chars()
                .nth(i)
                .and_then(|c| c.to_digit(10))
                .map(|d| d as usize)
        };
        let count = observers[0].len();
        (0..count)
            .map(|i| (tally(observers.iter().filter_map(|o| value(o, i))), 1))
            .collect()
    }

    #[test]
    fn the_worked_example_of_the_author() {
        let units = units(&OBSERVERS);
        assert!((alpha(&units, Scale::Nominal).unwrap() - 0.743).abs() < 0.0006);
        assert!((alpha(&units, Scale::Ordinal).unwrap() - 0.815).abs() < 0.0006);
    }

    #[test]
    fn agreement_on_one_value_tells_nothing() {
        assert_eq!(alpha(&units(&["111", "111"]), Scale::Nominal), None);
        assert_eq!(alpha(&units(&["121", "121"]), Scale::Nominal), Some(1.0));
    }
}
