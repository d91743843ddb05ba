//! Contradictions and loaded words. A careful reader never lists all of them, so precision is a floor.

use std::collections::{BTreeMap, BTreeSet};

use super::super::figures::{Figure, Miss, Score};
use super::super::gold::Gold;
use super::super::ties::Ties;
use crate::language::WORDS;
use crate::language::bags::Words;
use crate::report::Report;

/// Each contradiction of the report counts once, and for one of the gold that holds most of its sentences.
pub(super) fn discrepancies(report: &Report, gold: &Gold, ties: &Ties) -> Score {
    let said = report.discrepancies.iter();
    let said: Vec<BTreeSet<&str>> = said
        .map(|d| {
            d.values
                .iter()
                .flat_map(|v| ties.sentences(&v.sentence))
                .collect()
        })
        .collect();
    let mut free: Vec<bool> = vec![true; said.len()];
    let (mut hits, mut misses) = (0, Vec::new());
    for difference in &gold.discrepancies {
        let want: BTreeSet<&str> = difference
            .sentences
            .values()
            .flatten()
            .map(String::as_str)
            .collect();
        let fits = |have: &BTreeSet<&str>| {
            let both: BTreeSet<&str> = have.intersection(&want).copied().collect();
            let articles = |set: &BTreeSet<&str>| {
                set.iter()
                    .map(|s| ties.owner(s))
                    .collect::<BTreeSet<_>>()
                    .len()
            };
            articles(&both) >= articles(&want).min(2) && 2 * both.len() >= have.len()
        };
        match free
            .iter_mut()
            .zip(&said)
            .find(|(free, have)| **free && fits(have))
        {
            Some((free, _)) => {
                *free = false;
                hits += 1;
            }
            None => {
                let note = difference
                    .note
                    .clone()
                    .or_else(|| difference.about.clone())
                    .unwrap_or_default();
                let sentences = want.iter().map(|s| ties.quoted(s)).collect();
                misses.push(Miss {
                    figure: "discrepancies",
                    fault: "missed",
                    note,
                    sentences,
                });
            }
        }
    }
    for ((_, d), have) in free
        .iter()
        .zip(&report.discrepancies)
        .zip(&said)
        .filter(|((free, _), _)| **free)
    {
        let sentences = have.iter().map(|s| ties.quoted(s)).collect();
        misses.push(Miss {
            figure: "discrepancies",
            fault: "extra",
            note: d.about.clone(),
            sentences,
        });
    }
    let mut figure = Figure::rate(
        "discrepancies",
        f64::from(hits),
        said.len(),
        gold.discrepancies.len(),
    );
    // Nothing said is nothing wrong; how often it is right cannot be told.
    figure.precision = figure.precision.filter(|_| !said.is_empty());
    Score {
        figures: vec![figure],
        misses,
        ..Score::default()
    }
}

/// Terms that share half the words of the longer one are the same: "the ongoing conflict" and "the conflict".
pub(super) fn framings(report: &Report, gold: &Gold, ties: &Ties) -> Score {
    let content = |term: &str| Words::of(term).only(|w| !WORDS.nameless.contains(w));
    let same = |a: &Words, b: &Words| {
        !a.is_empty() && !b.is_empty() && 2 * a.shared(b) >= a.len().max(b.len())
    };
    let wanted = gold.framings.iter().flat_map(|f| &f.per_source);
    let wanted: Vec<(&str, &str, Words)> = wanted
        .flat_map(|(article, w)| {
            w.terms
                .iter()
                .map(move |t| (article.as_str(), t.as_str(), content(t)))
        })
        .collect();
    let mut found: BTreeMap<&str, Vec<(&str, Words)>> = BTreeMap::new();
    for (article, term) in report
        .framings
        .iter()
        .flat_map(|f| &f.per_source)
        .flat_map(|(a, ts)| ts.iter().map(move |t| (a, t)))
    {
        found
            .entry(ties.article(article).unwrap_or_default())
            .or_default()
            .push((&term.term, content(&term.term)));
    }
    let missed: Vec<_> = wanted
        .iter()
        .filter(|(article, _, want)| {
            !found
                .get(article)
                .into_iter()
                .flatten()
                .any(|(_, have)| same(want, have))
        })
        .collect();
    let good = |article: &str, have: &Words| {
        wanted
            .iter()
            .any(|(a, _, want)| *a == article && same(have, want))
    };
    let judged = found
        .iter()
        .flat_map(|(a, terms)| terms.iter().map(|(_, have)| good(a, have)));
    let (right, all) = judged.fold((0, 0), |(right, all), good| {
        (right + usize::from(good), all + 1)
    });
    let share = |part: usize, of: usize, none: f64| {
        if of == 0 {
            none
        } else {
            part as f64 / of as f64
        }
    };
    let recall = share(wanted.len() - missed.len(), wanted.len(), 1.0);
    let misses = missed.iter().map(|(article, term, _)| Miss {
        figure: "framings",
        fault: "missed",
        note: format!("{article}: “{term}”"),
        sentences: Vec::new(),
    });
    Score {
        misses: misses.collect(),
        figures: vec![Figure::of(
            "framings",
            share(right, all, 0.0),
            recall,
            all,
            wanted.len(),
        )],
        ..Score::default()
    }
}
