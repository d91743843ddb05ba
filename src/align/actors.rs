//! Who acts in a sentence, and on whom: those who take part in its acts, as far as they are known.

use crate::model::{Act, Mention, Sentence};
use crate::span::Span;

/// The actor of a sentence and whom it acts on, as entity numbers.
///
/// The act is the sentence's own where somebody known acts in it, else the first of which that is so. Where nobody known
/// acts, as in most passives, the first one named stands for the actor; where nobody known is acted on, the next one named.
pub fn actor_and_acted_on(
    sentence: &Sentence,
    mentions: &[Mention],
    quoted: &[Span],
) -> (Option<u32>, Option<u32>) {
    let outside: Vec<&Mention> = mentions
        .iter()
        .filter(|m| m.entity.is_some() && !quoted.iter().any(|q| q.overlaps(m.span)))
        .collect();
    let known = |token: Option<u32>| mention_at(sentence, &outside, token?);
    let acting = acts(sentence).find_map(|act| Some((act, known(act.agent)?)));
    let Some(actor) = acting
        .map(|(_, actor)| actor)
        .or_else(|| outside.first().copied())
    else {
        return (None, None);
    };
    let others = acting.map_or([None, None], |(act, _)| [act.patient, act.recipient]);
    let is_other = |m: &&Mention| m.entity != actor.entity;
    let next = || {
        outside
            .iter()
            .copied()
            .find(|m| m.span.start > actor.span.start && is_other(m))
    };
    let acted_on = others
        .into_iter()
        .filter_map(known)
        .find(is_other)
        .or_else(next);
    (number(actor), acted_on.and_then(number))
}

/// The acts of a sentence, those of its main verbs first.
fn acts(sentence: &Sentence) -> impl Iterator<Item = &Act> {
    let acts = &sentence.reading.acts;
    let is_main = |act: &&Act| sentence.reading.above(act.verb).next().is_none();
    acts.iter()
        .filter(is_main)
        .chain(acts.iter().filter(move |act| !is_main(act)))
}

/// The smallest mention that a token is part of.
fn mention_at<'a>(
    sentence: &Sentence,
    mentions: &[&'a Mention],
    token: u32,
) -> Option<&'a Mention> {
    let word = sentence.reading.token(token)?.span;
    mentions
        .iter()
        .copied()
        .filter(|m| m.span.contains(word))
        .min_by_key(|m| m.span.len())
}

fn number(mention: &Mention) -> Option<u32> {
    mention.entity.map(|entity| entity.0)
}
