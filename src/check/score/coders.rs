//! Coders against one another, and the tool against the gold: percent agreement, alpha, and where coders disagree.

use std::collections::{BTreeMap, BTreeSet};

use super::super::figures::{Figure, Miss, Score};
use super::super::gold::{self, Coding, Gold, GoldPair};
use super::super::ties::Ties;
use super::agreement::{Scale, Unit, alpha, judged, percent, tally};
use super::alignment::{self, Pair};
use crate::model::Relation;
use crate::report::Report;

/// What somebody says of pairs: labels, pairs left open, and the pairs that were asked for where not all were.
struct Labels<'a> {
    given: BTreeMap<Pair<'a>, u8>,
    open: BTreeSet<Pair<'a>>,
    asked: Option<BTreeSet<Pair<'a>>>,
}

impl<'a> Labels<'a> {
    fn of(coding: &'a Coding) -> Self {
        let ignored = coding.ignore.iter();
        let asked = |pairs: &'a BTreeSet<(String, String)>| {
            let pairs = pairs.iter().map(|(a, b)| alignment::ordered(a, b));
            pairs.collect()
        };
        Self {
            given: alignment::wanted(&coding.alignment),
            open: ignored.map(|e| alignment::ordered(&e.a, &e.b)).collect(),
            asked: coding.judged.as_ref().map(|j| asked(&j.pairs)),
        }
    }

    /// The label of a pair; unrelated where it is not listed; none where it was not judged.
    fn value(&self, pair: &Pair) -> Option<usize> {
        if self.open.contains(pair) {
            return None;
        }
        let label = self.given.get(pair).map(|l| usize::from(*l));
        let was_asked = self.asked.as_ref().is_none_or(|a| a.contains(pair));
        label.or(was_asked.then_some(0))
    }

    fn listed(&self) -> impl Iterator<Item = &Pair<'a>> {
        let asked = self.asked.iter().flatten();
        self.given.keys().chain(&self.open).chain(asked)
    }
}

/// The tool as one coder, the gold as the other.
pub(super) fn tool(report: &Report, gold: &Gold, pairs: &[GoldPair], ties: &Ties) -> Figure {
    let ignored = gold.ignore.iter();
    let ignored: BTreeSet<Pair> = ignored.map(|e| alignment::ordered(&e.a, &e.b)).collect();
    let label = |relation: Relation| match relation {
        Relation::Equivalent => 2,
        Relation::Partial => 1,
    };
    let said = alignment::found(report, gold, ties).pairs.into_iter();
    let said = said.map(|(pair, said)| (pair, label(said.relation)));
    let both = [alignment::wanted(pairs), said.collect()].map(|given| Labels {
        given,
        open: ignored.clone(),
        asked: alignment::asked(gold),
    });
    let units = units(gold, &both);
    let of = gold
        .asked
        .as_ref()
        .map_or(possible(gold), |_| judged(&units));
    Figure::value("alpha", alpha(&units, Scale::Ordinal), of)
}

/// How far coders agree, variable by variable, and where they do not; nothing where there is one.
pub(super) fn of(gold: &Gold, ties: &Ties) -> Score {
    let mut score = Score::default();
    if gold.coders.len() < 2 {
        return score;
    }
    let coders: Vec<(&str, Labels)> = gold
        .coders
        .iter()
        .map(|(name, coding)| (name.as_str(), Labels::of(coding)))
        .collect();
    let labels: Vec<&Labels> = coders.iter().map(|(_, labels)| labels).collect();
    let units = units(gold, &labels);
    let of = judged(&units);
    score.figures.extend([
        Figure::value("coders_pairs_agreement", percent(&units), of),
        Figure::value("coders_pairs_alpha", alpha(&units, Scale::Ordinal), of),
    ]);
    let listed: BTreeSet<&Pair> = labels.iter().flat_map(|l| l.listed()).collect();
    for pair in listed {
        let said = coders.iter().map(|(name, l)| (*name, l.value(pair)));
        let quoted = || vec![ties.quoted(pair.0), ties.quoted(pair.1)];
        score
            .misses
            .extend(disagreement("coders_pairs_alpha", said, quoted));
    }
    score.add(cells(gold));
    score
}

/// The cells of the facts that at least two coders judged; nothing where there are none.
fn cells(gold: &Gold) -> Score {
    let mut score = Score::default();
    let mut units: Vec<(Unit<2>, usize)> = Vec::new();
    for fact in &gold.facts {
        for (id, article) in &gold.articles {
            let said = gold.coders.iter().map(|(name, coding)| {
                (
                    name.as_str(),
                    gold::cell(coding, &fact.id, id).map(usize::from),
                )
            });
            units.push((tally(said.clone().filter_map(|(_, value)| value)), 1));
            let outlet = article.outlet.as_ref().unwrap_or(id);
            let quoted = || {
                vec![
                    (fact.id.clone(), fact.statement.clone()),
                    (id.clone(), outlet.clone()),
                ]
            };
            score
                .misses
                .extend(disagreement("coders_cells_alpha", said, quoted));
        }
    }
    let of = judged(&units);
    if of > 0 {
        score.figures.extend([
            Figure::value("coders_cells_agreement", percent(&units), of),
            Figure::value("coders_cells_alpha", alpha(&units, Scale::Nominal), of),
        ]);
    }
    score
}

/// A unit that coders gave different values: `ak 2, bn 0`.
fn disagreement<'a>(
    figure: &'static str,
    said: impl Iterator<Item = (&'a str, Option<usize>)>,
    quoted: impl Fn() -> Vec<(String, String)>,
) -> Option<Miss> {
    let said: Vec<(&str, usize)> = said
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    let values: BTreeSet<usize> = said.iter().map(|(_, value)| *value).collect();
    let told = said.iter().map(|(name, value)| format!("{name} {value}"));
    (values.len() > 1).then(|| Miss {
        figure,
        fault: "disagreement",
        note: told.collect::<Vec<_>>().join(", "),
        sentences: quoted(),
    })
}

/// All pairs of sentences of two articles.
fn possible(gold: &Gold) -> usize {
    let sizes: Vec<usize> = gold.articles.values().map(|a| a.sentences.len()).collect();
    let all: usize = sizes.iter().sum();
    (all * all - sizes.iter().map(|s| s * s).sum::<usize>()) / 2
}

/// The values of all pairs of sentences; most are zero for everybody and are counted, not listed.
fn units<'a, L: std::borrow::Borrow<Labels<'a>>>(
    gold: &Gold,
    coders: &[L],
) -> Vec<(Unit<3>, usize)> {
    let coders = || coders.iter().map(|c| c.borrow());
    let listed: BTreeSet<&Pair> = coders().flat_map(Labels::listed).collect();
    let value = |pair: &&Pair| (tally(coders().filter_map(|c| c.value(pair))), 1);
    let mut units: Vec<(Unit<3>, usize)> = listed.iter().map(value).collect();
    // A coder with a sheet was asked for nothing else.
    let others = coders().filter(|c| c.asked.is_none()).map(|_| 0);
    units.push((tally(others), possible(gold).saturating_sub(listed.len())));
    units
}
