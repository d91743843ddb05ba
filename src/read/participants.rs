//! Who takes part in an act, in the act's own clause or in the one it belongs to.

use crate::language::WORDS;
use crate::model::{Label, Reading, Tag};

/// Labels of subjects.
const SUBJECTS: [Label; 4] = [
    Label::Nsubj,
    Label::Nsubjpass,
    Label::Csubj,
    Label::Csubjpass,
];

/// The subject of a verb: its own, or that of the verb it belongs to.
pub fn subject(reading: &Reading, verb: u32) -> Option<u32> {
    let mut at = verb;
    // A tree is never deeper than it has tokens.
    for _ in 0..reading.tokens.len() {
        if let Some(own) = reading.child(at, &SUBJECTS) {
            return Some(antecedent(reading, own));
        }
        at = match sharer(reading, at)? {
            Sharer::Subject(verb) => verb,
            Sharer::Noun(noun) => return Some(noun),
        };
    }
    None
}

/// From where a verb without a subject has its own.
enum Sharer {
    /// It shares the subject of this verb.
    Subject(u32),
    /// It describes this noun, or this noun is told to do it.
    Noun(u32),
}

fn sharer(reading: &Reading, verb: u32) -> Option<Sharer> {
    let token = reading.token(verb)?;
    let head = reading.token(token.head).filter(|_| token.head != verb)?;
    let as_head = || head.is_act().then_some(Sharer::Subject(token.head));
    match token.label {
        Label::Conj => as_head(),
        // "is likely to close"
        Label::Xcomp if head.label == Label::Acomp => Some(Sharer::Subject(head.head)),
        Label::Xcomp => reading
            .child(token.head, &[Label::Dobj])
            .map(Sharer::Noun)
            .or_else(as_head),
        Label::Advcl if !token.is_finite() => as_head(),
        // "by closing the gate"
        Label::Pcomp if matches!(head.label, Label::Prep) => {
            let above = reading.token(head.head).filter(|above| above.is_act());
            above.map(|_| Sharer::Subject(head.head))
        }
        Label::Acl if matches!(token.tag, Tag::Vbg | Tag::Vbn) => Some(Sharer::Noun(token.head)),
        _ => None,
    }
}

/// The object of a verb; in "the gate that they closed" and "the gate they closed" it is the gate.
pub fn object(reading: &Reading, verb: u32) -> Option<u32> {
    let own = reading
        .child(verb, &[Label::Dobj])
        .map(|object| antecedent(reading, object));
    own.or_else(|| left_out(reading, verb))
}

/// The noun before a clause that describes it without a relative pronoun, where the verb has no other object.
fn left_out(reading: &Reading, verb: u32) -> Option<u32> {
    let token = reading
        .token(verb)
        .filter(|token| token.label == Label::Relcl)?;
    let head = reading.token(token.head)?;
    let below = reading.subtree(verb);
    let has_wh = below.clone().take_while(|&at| at < verb).any(|at| {
        reading
            .token(at)
            .is_some_and(|t| matches!(t.tag, Tag::Wp | Tag::Wdt | Tag::Wrb | Tag::WpPossessive))
    });
    let completed = reading
        .child(
            verb,
            &[Label::Ccomp, Label::Xcomp, Label::Attr, Label::Acomp],
        )
        .is_some();
    let stranded = reading.children(verb).any(|child| {
        reading.has_label(child, &[Label::Prep])
            && reading.child(child, &[Label::Pobj, Label::Pcomp]).is_none()
    });
    let takes_part = !head.is_time() && !WORDS.circumstances.contains(&head.lemma);
    (!has_wh && !completed && !stranded && takes_part && reading.child(verb, &SUBJECTS).is_some())
        .then_some(token.head)
}

/// Who receives what is given or told.
pub fn recipient(reading: &Reading, verb: u32) -> Option<u32> {
    let dative = reading.child(verb, &[Label::Dative])?;
    Some(reading.child(dative, &[Label::Pobj]).unwrap_or(dative))
}

/// The noun that a relative pronoun points back at; another word stands for itself.
fn antecedent(reading: &Reading, participant: u32) -> u32 {
    if !reading
        .token(participant)
        .is_some_and(|token| token.is_relative())
    {
        return participant;
    }
    let clause = reading
        .above(participant)
        .find(|&verb| reading.has_label(verb, &[Label::Relcl]));
    clause
        .and_then(|verb| reading.token(verb))
        .map_or(participant, |verb| verb.head)
}
