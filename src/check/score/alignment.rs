//! Pairs of sentences: found, called equivalent, ranked, and scored as surely as they are right.

use std::collections::{BTreeMap, BTreeSet};

use super::super::figures::{Figure, Miss, Score};
use super::super::gold::{Gold, GoldPair};
use super::super::ties::Ties;
use super::calibration;
use crate::model::Relation;
use crate::report::Report;

/// Two sentences of the gold, in the order of their ids.
pub(super) type Pair<'a> = (&'a str, &'a str);

/// What the report says of a pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    pub(super) score: f64,
    pub(super) relation: Relation,
}

/// The pairs of a report in the gold's sentences, in the order of the report.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    pub(super) pairs: Vec<(Pair<'a>, Said)>,
    /// Scores of pairs with an end in page residue.
    pub(super) astray: Vec<f64>,
}

pub(super) fn ordered<'a>(a: &'a str, b: &'a str) -> Pair<'a> {
    if a < b { (a, b) } else { (b, a) }
}

/// The gold's pairs with their labels.
pub(super) fn wanted<'a>(pairs: &'a [GoldPair]) -> BTreeMap<Pair<'a>, u8> {
    pairs
        .iter()
        .map(|p| (ordered(&p.a, &p.b), p.label))
        .collect()
}

/// The pairs that the gold judges, where these are not all.
pub(super) fn asked(gold: &Gold) -> Option<BTreeSet<Pair<'_>>> {
    let asked = gold.asked.as_ref()?.iter();
    Some(asked.map(|(a, b)| ordered(a, b)).collect())
}

/// Each pair once with its best score; pairs that the gold ignores or does not judge are left out.
pub(super) fn found<'a>(report: &Report, gold: &'a Gold, ties: &Ties<'a>) -> Found<'a> {
    let ignored: BTreeSet<Pair> = gold.ignore.iter().map(|e| ordered(&e.a, &e.b)).collect();
    let asked = asked(gold);
    let is_judged =
        |pair: &Pair| !ignored.contains(pair) && asked.as_ref().is_none_or(|a| a.contains(pair));
    let mut found = Found::default();
    let mut at: BTreeMap<Pair, usize> = BTreeMap::new();
    for link in &report.alignments {
        let said = Said {
            score: link.score,
            relation: link.relation,
        };
        if ties.astray(&link.a) || ties.astray(&link.b) {
            found.astray.push(said.score);
        }
        for pair in ties
            .sentences(&link.a)
            .flat_map(|x| ties.sentences(&link.b).map(move |y| ordered(x, y)))
        {
            if !is_judged(&pair) || ties.owner(pair.0) == ties.owner(pair.1) {
                continue;
            }
            let place = *at.entry(pair).or_insert(found.pairs.len());
            match found.pairs.get_mut(place) {
                None => found.pairs.push((pair, said)),
                Some((_, old)) if said.score > old.score => *old = said,
                Some(_) => {}
            }
        }
    }
    found
}

pub(super) fn of(report: &Report, gold: &Gold, pairs: &[GoldPair], ties: &Ties) -> Score {
    let wanted = wanted(pairs);
    let found = found(report, gold, ties);
    let right = |pair: &Pair| wanted.contains_key(pair);
    let hits = found.pairs.iter().filter(|(p, _)| right(p)).count();
    let mut score = Score::default();
    score.figures.push(Figure::rate(
        "pairs",
        hits as f64,
        found.pairs.len() + found.astray.len(),
        wanted.len(),
    ));
    score.figures.push(equivalents(&found, &wanted));
    score.figures.push(Figure::value(
        "ranking",
        Some(average_precision(&found, &wanted)),
        wanted.len(),
    ));
    let judged = found.pairs.iter().map(|(p, said)| (said.score, right(p)));
    let judged: Vec<(f64, bool)> = judged
        .chain(found.astray.iter().map(|&score| (score, false)))
        .collect();
    score.figures.push(calibration::error(&judged));
    score.calibration = calibration::bins(&judged);
    score.misses = misses(&found, &wanted, ties);
    score
}

fn equivalents(found: &Found, wanted: &BTreeMap<Pair, u8>) -> Figure {
    let called: Vec<&Pair> = found
        .pairs
        .iter()
        .filter(|(_, s)| s.relation == Relation::Equivalent)
        .map(|(p, _)| p)
        .collect();
    let hits = called
        .iter()
        .filter(|p| wanted.get(**p) == Some(&2))
        .count();
    Figure::rate(
        "equivalents",
        hits as f64,
        called.len(),
        wanted.values().filter(|l| **l == 2).count(),
    )
}

/// Average precision of the pairs, best score first, cut at twice the number of wanted pairs.
fn average_precision(found: &Found, wanted: &BTreeMap<Pair, u8>) -> f64 {
    if wanted.is_empty() {
        return 1.0;
    }
    let mut ranked: Vec<&(Pair, Said)> = found.pairs.iter().collect();
    ranked.sort_by(|a, b| b.1.score.total_cmp(&a.1.score));
    let (mut seen, mut sum) = (0.0, 0.0);
    for (i, (pair, _)) in ranked.into_iter().take(2 * wanted.len()).enumerate() {
        if wanted.contains_key(pair) {
            seen += 1.0;
            sum += seen / (i + 1) as f64;
        }
    }
    sum / wanted.len() as f64
}

fn misses(found: &Found, wanted: &BTreeMap<Pair, u8>, ties: &Ties) -> Vec<Miss> {
    let have: BTreeMap<&Pair, &Said> = found.pairs.iter().map(|(p, s)| (p, s)).collect();
    let quoted = |pair: &Pair| vec![ties.quoted(pair.0), ties.quoted(pair.1)];
    let missed = wanted
        .iter()
        .filter(|(p, _)| !have.contains_key(p))
        .map(|(pair, label)| Miss {
            figure: "pairs",
            fault: "missed",
            note: if *label == 2 { "equivalent" } else { "partial" }.to_string(),
            sentences: quoted(pair),
        });
    let mut extra: Vec<&(Pair, Said)> = found
        .pairs
        .iter()
        .filter(|(p, _)| !wanted.contains_key(p))
        .collect();
    extra.sort_by(|a, b| b.1.score.total_cmp(&a.1.score));
    let extra = extra.into_iter().map(|(pair, said)| Miss {
        figure: "pairs",
        fault: "extra",
        note: format!("{} at {:.2}", relation(said.relation), said.score),
        sentences: quoted(pair),
    });
    let wrong = found.pairs.iter().filter_map(|(pair, said)| {
        let label = *wanted.get(pair)?;
        let called = said.relation == Relation::Equivalent;
        let note = format!(
            "{} instead of {}",
            relation(said.relation),
            if label == 2 { "equivalent" } else { "partial" }
        );
        (called != (label == 2)).then(|| Miss {
            figure: "equivalents",
            fault: "wrong",
            note,
            sentences: quoted(pair),
        })
    });
    missed.chain(extra).chain(wrong).collect()
}

fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Equivalent => "equivalent",
        Relation::Partial => "partial",
    }
}
