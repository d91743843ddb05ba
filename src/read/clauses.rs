//! Tree → finite clauses.

use std::ops::Range;

use super::participants::subject;
use crate::model::{Clause, ClauseKind, Label, Reading, Tag};

/// The finite clauses of a sentence, in the order of their verbs.
pub fn found(reading: &Reading) -> Vec<Clause> {
    let verbs = reading
        .acts
        .iter()
        .map(|act| act.verb)
        .filter(|&verb| is_finite(reading, verb));
    verbs.map(|verb| clause(reading, verb)).collect()
}

/// Whether a verb can carry a clause: by its own form, by that of an auxiliary, or as an order.
fn is_finite(reading: &Reading, verb: u32) -> bool {
    let Some(token) = reading.token(verb) else {
        return false;
    };
    let auxiliaries = || {
        reading
            .children(verb)
            .filter(|&child| reading.has_label(child, &[Label::Aux, Label::Auxpass]))
    };
    let helped = || auxiliaries().any(|aux| reading.token(aux).is_some_and(|aux| aux.is_finite()));
    let orders =
        || token.tag == Tag::Vb && token.label == Label::Root && auxiliaries().next().is_none();
    token.is_finite() || helped() || orders()
}

fn clause(reading: &Reading, verb: u32) -> Clause {
    Clause {
        verb,
        subject: subject(reading, verb),
        kind: kind(reading, verb),
        tokens: extent(reading, verb),
    }
}

fn kind(reading: &Reading, verb: u32) -> ClauseKind {
    match reading.token(verb).map(|token| token.label) {
        Some(Label::Conj) => ClauseKind::Coordinated,
        Some(
            Label::Ccomp
            | Label::Xcomp
            | Label::Csubj
            | Label::Csubjpass
            | Label::Pcomp
            | Label::Acl,
        ) => ClauseKind::Complement,
        Some(Label::Relcl | Label::Appos) => ClauseKind::Relative,
        Some(Label::Advcl) => ClauseKind::Adverbial,
        _ => ClauseKind::Main,
    }
}

/// From the first to the last token of a clause, up to what is joined to it by "and".
fn extent(reading: &Reading, verb: u32) -> Range<u32> {
    let whole = reading.subtree(verb);
    let joined = reading
        .children(verb)
        .filter(|&child| child > verb && reading.has_label(child, &[Label::Conj]));
    let next = joined
        .filter(|&child| is_finite(reading, child))
        .map(|child| reading.subtree(child).start)
        .next();
    let end = next.map_or(whole.end, |next| {
        without_joining(reading, whole.start..next)
    });
    whole.start..end
}

/// Where a clause ends, the "and" and the commas before the next one left out.
fn without_joining(reading: &Reading, tokens: Range<u32>) -> u32 {
    let joins = |at: &u32| reading.has_label(*at, &[Label::Cc, Label::Punct]);
    let kept = tokens.clone().rev().find(|at| !joins(at));
    kept.map_or(tokens.end, |last| last + 1)
}
