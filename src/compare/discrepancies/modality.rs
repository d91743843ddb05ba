//! Certain in one article and doubtful in another: hedges in front of the same word.

use super::pair::{Pair, Side, akin, shared};
use crate::lexicon::{self, Certainty};
use crate::model::{Discrepancy, DiscrepancyKind};

/// Words between a hedge and what it hedges: "could not have been entirely".
const REACH: usize = 4;

/// Words on each side in which the two sentences must share more than the hedged word; about a clause.
const AROUND: usize = 10;

/// Telling words that the surroundings of the hedged word must share in both sentences, so that the same thing is meant.
const CONTEXT: usize = 2;

/// Words hedged in one sentence and plain or otherwise hedged in the other; the first only, since one sentence seldom
/// holds two doubts that another sentence does not share.
pub fn find(pair: &Pair) -> Vec<Discrepancy> {
    let ways = pair.both_ways();
    let first = ways.iter().flat_map(|(a, b)| hedged(a, b)).next();
    first.into_iter().collect()
}

fn hedged(a: &Side, b: &Side) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for (i, word) in a.words.iter().enumerate() {
        let Some(level) = lexicon::hedge(&word.lower).filter(|_| !a.document.text(word.span).starts_with("May")) else {
            continue;
        };
        let Some(first) = hedges(a, i) else { continue };
        // "apparently shows Crane speaking": an adverb of hearsay reaches over the verb that shows.
        let last = if level == Certainty::Alleged { first + 2 } else { first };
        let met = (first..=last).filter(|&at| is_act(a, at)).find_map(|at| Some((at, counterpart(a, at, b)?)));
        let Some((at, (from, there, other))) = met else { continue };
        let done = level == Certainty::Would && other == Certainty::Plain && b.lower(there).ends_with("ed");
        if !(differ(level, other) || done) || shared(&a.around(at, AROUND), &b.around(there, AROUND)) < CONTEXT {
            continue;
        }
        let planned = [level, other].contains(&Certainty::Planned) && [level, other].contains(&Certainty::Plain);
        if planned && !same_object(a, at, b, there) {
            continue;
        }
        let value = |side: &Side, from: usize, to: usize| {
            let words: Vec<&str> = (from..=to).map(|i| side.lower(i)).collect();
            words.join(" ")
        };
        let (x, y) = (a.disputed(i, at, &value(a, i, at), 0), b.disputed(from, there, &value(b, from, there), 1));
        if let (Some(x), Some(y)) = (x, y) {
            let about = a.lower(at).to_string();
            found.push(Discrepancy {
                kind: DiscrepancyKind::Modality,
                about,
                values: vec![x, y],
                rule: "hedged-elsewhere-not",
            });
        }
    }
    found
}

/// The word that a hedge makes less certain: the next telling one, unless a determiner opens a phrase between ("alleged
/// that the mayor", "might have a plan").
fn hedges(side: &Side, hedge: usize) -> Option<usize> {
    let at = side.governed(hedge, REACH)?;
    let opens = |i: usize| {
        matches!(side.lower(i), "that" | "who" | "which" | "mr" | "mrs" | "ms")
            || side.lower(i) != "to"
                && ["determiners", "prepositions"].iter().any(|c| lexicon::is_in_class(c, side.lower(i)))
    };
    (!(hedge + 1..=at).any(opens)).then_some(at)
}

/// Whether the first telling word behind an act is the same in both: a plan for one thing is not the doing of another.
fn same_object(a: &Side, at: usize, b: &Side, there: usize) -> bool {
    let object =
        |side: &Side, at: usize| side.governed(at, REACH).and_then(|i| side.words.get(i)).map(|w| w.stem.clone());
    match (object(a, at), object(b, there)) {
        (Some(x), Some(y)) => akin(&x, &y),
        _ => false,
    }
}

/// Whether a word can be hedged: no name and no day.
fn is_act(side: &Side, at: usize) -> bool {
    let printed = side.words.get(at).map_or("", |w| side.text(w.span));
    printed.starts_with(char::is_lowercase) && !lexicon::is_in_class("months_days", side.lower(at))
}

/// Where `b` has the hedged word of `a`, from its own hedge on, and how sure it makes it. None where it is only wanted,
/// asked for or denied there.
fn counterpart(a: &Side, at: usize, b: &Side) -> Option<(usize, usize, Certainty)> {
    let stem = &a.words.get(at)?.stem;
    let able = |word: &str| word.ends_with("able") || word.ends_with("ible");
    let there = b.words.iter().position(|w| w.telling && akin(&w.stem, stem) && !able(&w.lower))?;
    let before: Vec<usize> =
        (there.saturating_sub(REACH)..there).filter(|&i| (i + 1..=there).all(|k| !b.breaks(k))).collect();
    let hedge = before.iter().rev().find_map(|&i| lexicon::hedge(b.lower(i)).map(|level| (i, level)));
    if let Some((i, level)) = hedge {
        return (hedges(b, i) == Some(there)).then_some((i, there, level));
    }
    let unreal = |&i: &usize| {
        matches!(
            b.lower(i),
            "to" | "not"
                | "never"
                | "no"
                | "without"
                | "if"
                | "whether"
                | "denied"
                | "cannot"
                | "suspicion"
                | "suspicions"
                | "allegations"
                | "accusations"
                | "charges"
                | "claims"
        ) || b.lower(i).ends_with("n't")
    };
    (!before.iter().any(unreal)).then_some((there, there, Certainty::Plain))
}

/// Whether two levels are further apart than wording: "would" and "could" are, "likely" and "would" are not.
fn differ(a: Certainty, b: Certainty) -> bool {
    use Certainty::{Alleged, Likely, Plain, Planned, Possible, Would};
    match (a, b) {
        (Would, Plain) | (Plain, Would) | (Would, Likely) | (Likely, Would) => false,
        (Alleged, Possible) | (Possible, Alleged) | (Planned, Would) | (Would, Planned) => false,
        _ => a != b,
    }
}
