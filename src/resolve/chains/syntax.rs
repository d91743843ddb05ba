//! What the grammar of a sentence ties: relative and reflexive pronouns, appositions, copulas.

use super::view::{Number, Slot, View};
use crate::model::{Document, EntityKind, Label, MentionKind, Reading};

/// The earlier mention that a relative or reflexive pronoun stands for by grammar alone.
pub fn antecedent(document: &Document, at: usize) -> Option<usize> {
    let mention = document.mentions.get(at)?;
    let reading = &document.sentences.get(mention.sentence as usize)?.reading;
    let token = reading.token(mention.head)?;
    if mention.kind != MentionKind::Pronoun {
        return None;
    }
    let head = if token.is_relative() || &*token.lower == "whose" {
        let clause = reading
            .above(mention.head)
            .find(|&verb| reading.has_label(verb, &[Label::Relcl]))?;
        reading.above(clause).next()?
    } else if token.lower.ends_with("self") || token.lower.ends_with("selves") {
        let verb = reading
            .above(mention.head)
            .find(|&verb| reading.act_of(verb).is_some())?;
        reading.act_of(verb)?.agent?
    } else {
        return None;
    };
    headed(document, at, head)
}

/// The subject that a possessive pronoun before it stands for: "For his part, Crane", "In her speech Crane". Its head.
pub fn subject_after(reading: &Reading, pronoun: u32) -> Option<u32> {
    let token = reading.token(pronoun)?;
    let is_own =
        token.label == Label::Poss && matches!(&*token.lower, "his" | "her" | "its" | "their");
    let (mut at, mut is_fronted) = (pronoun, false);
    for above in reading.above(pronoun).filter(|_| is_own) {
        let verb = reading.token(above)?;
        if verb.is_act() {
            let subject = reading.child(above, &[Label::Nsubj, Label::Nsubjpass])?;
            return Some(subject).filter(|subject| is_fronted && *subject > at);
        }
        is_fronted |= reading.has_label(above, &[Label::Prep]);
        at = above;
    }
    None
}

/// The earlier mention in the same sentence with this head.
fn headed(document: &Document, at: usize, head: u32) -> Option<usize> {
    let sentence = document.mentions.get(at)?.sentence;
    (0..at)
        .rev()
        .take_while(|&i| {
            document
                .mentions
                .get(i)
                .is_some_and(|m| m.sentence == sentence)
        })
        .find(|&i| document.mentions.get(i).is_some_and(|m| m.head == head))
}

/// The earlier mention of the same sentence which a mention is said to be, or which is said to be it: "Ada Crane, the
/// mayor", "The mayor, Ada Crane", "Crane is the mayor".
pub fn described(document: &Document, at: usize, views: &[View]) -> Option<usize> {
    let mention = document.mentions.get(at)?;
    let reading = &document.sentences.get(mention.sentence as usize)?.reading;
    if mention.kind == MentionKind::Pronoun {
        return None;
    }
    let other = match reading.token(mention.head)?.label {
        Label::Appos => reading.above(mention.head).next(),
        Label::Attr => subject_of_copula(reading, mention.head),
        _ => None,
    }?;
    let before = headed(document, at, other)?;
    let (one, two) = (views.get(at)?, views.get(before)?);
    can_be_one(one, two).then_some(before)
}

/// The subject that a noun is said to be, plainly: not denied, not asked, not hoped.
fn subject_of_copula(reading: &Reading, noun: u32) -> Option<u32> {
    let verb = reading.above(noun).next()?;
    let act = reading.act_of(verb)?;
    let is_plain = !act.negated && &*reading.token(verb)?.lemma == "be";
    // "And for a moment there was silence": a subject shared with another verb is not said to be anything.
    let is_own = |&agent: &u32| reading.token(agent).is_some_and(|t| t.head == verb);
    act.agent.filter(|agent| is_plain && is_own(agent))
}

fn can_be_one(one: &View, two: &View) -> bool {
    let is_open = |view: &View| view.kind == EntityKind::Unknown && !view.is_name;
    let same_kind = one.kind == two.kind || is_open(one) || is_open(two);
    let number = |view: &View| view.number.unwrap_or(Number::Singular);
    // "I was a prosecutor": who says so is not known yet.
    let is_told = !one.is_of_the_speech() && !two.is_of_the_speech();
    same_kind && is_told && number(one) == number(two) && !(one.is_name && two.is_name)
}

/// Whether a pronoun cannot stand for a mention because both take part in one act: "him" of "Crane met him".
pub fn is_bound(pronoun: &View, other: &View) -> bool {
    let is_free = pronoun.slot == Slot::Owner || other.slot == Slot::Owner;
    pronoun.pronoun.is_some()
        && !is_free
        && pronoun.sentence == other.sentence
        && pronoun.verb.is_some()
        && pronoun.verb == other.verb
        && pronoun.head != other.head
}
