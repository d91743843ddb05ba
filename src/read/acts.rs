//! Tree → acts: what is done, by whom, to whom, when and where.

use super::participants::{object, recipient, subject};
use crate::language;
use crate::model::{Act, Certainty, Label, Reading, Tag, Token};

/// Words that help a verb.
const HELPS: [Label; 2] = [Label::Aux, Label::Auxpass];

/// The acts of a sentence, in the order of their verbs.
pub fn found(reading: &Reading) -> Vec<Act> {
    let verbs = (0..)
        .zip(&reading.tokens)
        .filter(|(_, token)| token.is_act());
    verbs.map(|(verb, _)| act(reading, verb)).collect()
}

fn act(reading: &Reading, verb: u32) -> Act {
    let passive = is_passive(reading, verb);
    let subject = subject(reading, verb);
    let by = reading
        .child(verb, &[Label::Agent])
        .and_then(|by| reading.child(by, &[Label::Pobj]));
    let (agent, patient) = if passive {
        (by, subject)
    } else {
        (subject, object(reading, verb))
    };
    let predicate = reading.child(verb, &[Label::Attr, Label::Acomp, Label::Oprd]);
    let taking_part = [agent, patient, predicate];
    Act {
        verb,
        auxiliaries: auxiliaries(reading, verb),
        agent,
        patient,
        recipient: recipient(reading, verb),
        predicate,
        complement: reading.child(verb, &[Label::Ccomp, Label::Xcomp]),
        times: circumstances(reading, verb, Token::is_time),
        places: circumstances(reading, verb, Token::is_place),
        negated: is_denied(reading, verb)
            || taking_part
                .into_iter()
                .flatten()
                .any(|p| is_nobody(reading, p)),
        passive,
        certainty: certainty(reading, verb),
    }
}

fn auxiliaries(reading: &Reading, verb: u32) -> Vec<u32> {
    reading
        .children(verb)
        .filter(|&child| reading.has_label(child, &HELPS))
        .collect()
}

/// Whether a verb is a passive: "was closed", "the gate closed by police", "was closed and locked".
pub fn is_passive(reading: &Reading, verb: u32) -> bool {
    if reading
        .child(
            verb,
            &[
                Label::Auxpass,
                Label::Nsubjpass,
                Label::Csubjpass,
                Label::Agent,
            ],
        )
        .is_some()
    {
        return true;
    }
    let Some(token) = reading.token(verb).filter(|token| token.tag == Tag::Vbn) else {
        return false;
    };
    let has_own = reading.child(verb, &[Label::Aux, Label::Nsubj]).is_some();
    match token.label {
        Label::Acl | Label::Advcl => !has_own,
        Label::Conj => {
            !has_own
                && reading.token(token.head).is_some_and(|t| t.is_act())
                && is_passive(reading, token.head)
        }
        _ => false,
    }
}

/// Heads of the words beside a verb, or beside its object, that say when or where.
fn circumstances(reading: &Reading, verb: u32, says: fn(&Token) -> bool) -> Vec<u32> {
    let object = reading.child(verb, &[Label::Dobj]);
    let beside = |of: u32| {
        reading
            .children(of)
            .filter(|&child| !reading.has_label(child, &[Label::Nsubj, Label::Dobj]))
    };
    let own = beside(verb).filter_map(|child| circumstance(reading, child, says));
    let of_object = object
        .into_iter()
        .flat_map(beside)
        .filter(|&child| reading.has_label(child, &[Label::Prep]));
    own.chain(of_object.filter_map(|child| circumstance(reading, child, says)))
        .collect()
}

/// The word that says when or where in an adverb, a noun used as one, or what a preposition governs.
fn circumstance(reading: &Reading, at: u32, says: fn(&Token) -> bool) -> Option<u32> {
    let token = reading.token(at)?;
    let word = match token.label {
        Label::Npadvmod | Label::Advmod => at,
        Label::Prep => reading.child(at, &[Label::Pobj])?,
        _ => return None,
    };
    reading.token(word).filter(|word| says(word)).map(|_| word)
}

/// Whether a word beside a verb, or beside its auxiliary, denies it: "did not close", "without closing".
fn is_denied(reading: &Reading, verb: u32) -> bool {
    let denies = |token: &Token| {
        token.label == Label::Neg || token.label == Label::Advmod && &*token.lower == "never"
    };
    let beside = |of: u32| {
        reading
            .children(of)
            .filter_map(|child| reading.token(child))
            .any(denies)
    };
    let without = |token: &Token| {
        let head = reading.token(token.head);
        token.label == Label::Pcomp && head.is_some_and(|head| &*head.lower == "without")
    };
    beside(verb)
        || auxiliaries(reading, verb).into_iter().any(beside)
        || reading.token(verb).is_some_and(without)
}

/// Whether a participant is none: "nobody", "no ships", "none of them".
fn is_nobody(reading: &Reading, participant: u32) -> bool {
    let is_none = |at: u32| {
        reading
            .token(at)
            .is_some_and(|token| language::is_negation(&token.lower))
    };
    is_none(participant)
        || reading
            .child(participant, &[Label::Det, Label::Neg])
            .is_some_and(is_none)
}

/// How sure the act of a verb is said to be: by its auxiliaries and adverbs, else by what governs it.
fn certainty(reading: &Reading, verb: u32) -> Certainty {
    let hedge = |at: u32| {
        reading
            .token(at)
            .and_then(|token| language::hedge(&token.lower))
    };
    let beside = |child: &u32| reading.has_label(*child, &[Label::Aux, Label::Advmod]);
    let own = reading.children(verb).filter(beside).find_map(hedge);
    let governed = || {
        let token = reading.token(verb)?;
        match token.label {
            Label::Xcomp => hedge(token.head),
            // "may close or move"
            Label::Conj if token.tag == Tag::Vb && auxiliaries(reading, verb).is_empty() => {
                Some(certainty(reading, token.head))
            }
            _ => None,
        }
    };
    own.or_else(governed).unwrap_or(Certainty::Plain)
}
