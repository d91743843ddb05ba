//! Pairs of sentences that must be aligned, or must not.

use super::super::limits::Limits;
use super::super::verdict::{Outcome, State};
use super::Files;
use crate::language::bags::Words;
use crate::report::Report;

/// Pairs given by quoting their sentences.
pub(super) fn outcomes(report: &Report, limits: &Limits, files: &Files) -> Vec<Outcome> {
    let wanted = limits.must_align.iter().map(|pair| (pair, true));
    let unwanted = limits.must_not_align.iter().map(|pair| (pair, false));
    wanted
        .chain(unwanted)
        .map(|(pair, must)| pair_holds(report, pair, must, files))
        .collect()
}

fn pair_holds(report: &Report, [a, b]: &[String; 2], must: bool, files: &Files) -> Outcome {
    let name = format!(
        "“{a}” {} “{b}”",
        if must {
            "must align with"
        } else {
            "must not align with"
        }
    );
    let place = Some(files.in_settings(a));
    let outcome = |state, message, lines| Outcome {
        name: name.clone(),
        state,
        message,
        lines,
        place: place.clone(),
    };
    let (left, right) = (quoting(report, a), quoting(report, b));
    for (quoted, found) in [(a, &left), (b, &right)] {
        if found.is_empty() {
            let message = format!("coverage.toml: no article contains “{quoted}”");
            return outcome(State::Unusable, message, Vec::new());
        }
    }
    let across = left.iter().any(|l| right.iter().any(|r| l.0 != r.0));
    if !across {
        let message =
            format!("coverage.toml: both sentences are in the same article: “{a}”, “{b}”");
        return outcome(State::Unusable, message, Vec::new());
    }
    let joins = |x: &str, y: &str| left.iter().any(|l| l.1 == x) && right.iter().any(|r| r.1 == y);
    let link = report
        .alignments
        .iter()
        .find(|l| joins(&l.a, &l.b) || joins(&l.b, &l.a));
    match (must, link) {
        (true, None) => outcome(
            State::Fails,
            format!("not aligned: “{a}” and “{b}”"),
            Vec::new(),
        ),
        (false, Some(l)) => outcome(
            State::Fails,
            format!("aligned at {:.2}: “{a}” and “{b}”", l.score),
            vec![format!("{} = {}", l.a, l.b)],
        ),
        _ => outcome(State::Holds, String::new(), Vec::new()),
    }
}

/// The sentences that hold some words, as article and id.
fn quoting<'a>(report: &'a Report, quoted: &str) -> Vec<(&'a str, &'a str)> {
    let words = Words::of(quoted);
    if words.is_empty() {
        return Vec::new();
    }
    let sentences = report
        .articles
        .iter()
        .flat_map(|a| a.sentences.iter().map(move |s| (a, s)));
    let holding = sentences.filter(|(_, s)| Words::of(&s.text).contain(&words));
    holding
        .map(|(a, s)| (a.id.as_str(), s.id.as_str()))
        .collect()
}
