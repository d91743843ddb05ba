//! What speaks for and against a chain as the antecedent of a pronoun.

use super::{Class, Signals, disagree};
use crate::language::Gender;
use crate::model::EntityKind;
use crate::resolve::chains::chain::Chain;
use crate::resolve::chains::view::{Number, Opening, Slot, View};

/// Logarithm of a chain's salience.
pub(super) const SALIENCE: &str = "salience";

/// How much a chain is in mind where a pronoun stands: for each sentence the weight of its strongest mention there, halved
/// with every sentence since. The weights of the slots are those of Lappin and Leass (1994), "An algorithm for pronominal
/// anaphora resolution"; what stands inside a quotation and the pronoun outside, or the other way round, counts half.
fn salience(view: &View, chain: &Chain, views: &[View]) -> f32 {
    let mut strongest: Vec<(u32, f32)> = Vec::new();
    let before = chain.members.iter().filter_map(|&m| views.get(m));
    for mention in before.filter(|v| v.span.start < view.span.start) {
        let slot = match mention.slot {
            Slot::Subject if mention.is_main => 120.0,
            Slot::Subject => 80.0,
            Slot::Object => 50.0,
            Slot::Other => 40.0,
            Slot::Owner => 20.0,
        };
        let is_apart = mention.quoted.is_some() != view.quoted.is_some();
        let weight = (150.0 + slot) * if is_apart { 0.5 } else { 1.0 };
        match strongest
            .iter_mut()
            .find(|(sentence, _)| *sentence == mention.sentence)
        {
            Some((_, most)) => *most = most.max(weight),
            None => strongest.push((mention.sentence, weight)),
        }
    }
    let faded = |(sentence, weight): &(u32, f32)| {
        let since = view.sentence.saturating_sub(*sentence);
        weight * 0.5_f32.powi(since.min(60) as i32)
    };
    strongest.iter().map(faded).sum()
}

/// The signals of a chain for a pronoun; none where it cannot be.
pub(super) fn signals(
    class: Class,
    view: &View,
    chain: &Chain,
    last: &View,
    views: &[View],
) -> Option<Signals> {
    let kind = chain.kind;
    let mut signals: Signals = vec![(
        SALIENCE,
        (salience(view, chain, views) / 100.0).max(0.01).ln(),
    )];
    let mut say = |name: &'static str| signals.push((name, 1.0));
    match class {
        Class::Person => {
            let gender = Some(view.gender).filter(|g| *g != Gender::Unsaid);
            // A noun for a person is known as one.
            let is_thing = kind.is_none() && chain.names.is_empty() && !chain.nouns.is_empty();
            let is_plural = chain.number == Some(Number::Plural);
            let is_place = matches!(kind, Some(EntityKind::Place | EntityKind::Document));
            if disagree(gender, chain.gender) || is_plural || is_thing || is_place {
                return None;
            }
            if chain.is_gender_told {
                say("person: gender known");
            }
            match kind {
                None => say("person: kind unknown"),
                Some(EntityKind::Person) => say("person: person"),
                Some(_) => say("person: other"),
            }
        }
        Class::Thing => {
            if chain.number == Some(Number::Plural) || chain.gender.is_some() {
                return None;
            }
            match kind {
                Some(EntityKind::Person) => say("thing: person"),
                Some(EntityKind::Organization) => say("thing: body"),
                Some(EntityKind::Place) => say("thing: place"),
                Some(EntityKind::Document) => say("thing: writing"),
                _ => say("thing: kind unknown"),
            }
        }
        _ => {
            let is_several = matches!(
                kind,
                Some(EntityKind::Organization | EntityKind::Group | EntityKind::Place)
            );
            match chain.number {
                Some(Number::Plural) => say("several: plural"),
                Some(Number::Singular) if !is_several => return None,
                None if kind == Some(EntityKind::Person) => return None,
                _ => {}
            }
            match kind {
                Some(EntityKind::Person | EntityKind::Group) => say("several: people"),
                Some(EntityKind::Organization) => say("several: body"),
                Some(EntityKind::Place) => say("several: place"),
                _ => {}
            }
        }
    }
    if last.slot == view.slot {
        say("same slot");
    }
    let is_adjacent = view.sentence.saturating_sub(last.sentence) <= 1;
    if is_adjacent && last.pronoun.is_some() && last.pronoun == view.pronoun {
        say("same pronoun");
    } else if last.noun.is_some() && matches!(last.opening, Opening::Indefinite | Opening::Bare) {
        say("indefinite");
    }
    if last.sentence == view.sentence {
        say("here");
        let is_subject =
            |v: &View| v.slot == Slot::Subject && v.verb.is_some() && v.sentence == view.sentence;
        if view.slot == Slot::Owner {
            say("here, owner");
        } else if chain
            .members
            .iter()
            .filter_map(|&m| views.get(m))
            .any(is_subject)
        {
            say("here, subject");
        }
    }
    let spoke = |v: &View| v.speaks && view.sentence.saturating_sub(v.sentence) <= 1;
    let latest = chain
        .members
        .iter()
        .rev()
        .take(6)
        .filter_map(|&m| views.get(m));
    if view.speaks && latest.into_iter().any(spoke) {
        say("spoke, speaks");
    }
    Some(signals)
}
