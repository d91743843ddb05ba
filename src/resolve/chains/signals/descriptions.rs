//! What speaks for and against a chain as what a description means.

use super::{Signals, disagree};
use crate::language::{self, Gender};
use crate::model::EntityKind;
use crate::resolve::chains::chain::Chain;
use crate::resolve::chains::view::{Opening, Slot, View};
use crate::resolve::names::Known;
use crate::resolve::offices::Office;

/// The signals of a chain for a description; none where it cannot be.
pub(super) fn signals(
    view: &View,
    chain: &Chain,
    last: &View,
    views: &[View],
    held: Option<&Known>,
    office: Option<&Office>,
) -> Option<Signals> {
    let noun = view.noun.as_deref()?;
    let mut signals = Signals::new();
    let mut say = |name: &'static str| signals.push((name, 1.0));
    let kind = Some(view.kind).filter(|kind| *kind != EntityKind::Unknown);
    if disagree(kind, chain.kind)
        || disagree(
            Some(view.gender).filter(|g| *g != Gender::Unsaid),
            chain.gender,
        )
    {
        return None;
    }
    let same_noun = chain.nouns.contains(noun);
    let in_name = chain.names.iter().any(|name| {
        name.split(' ')
            .any(|word| word == noun || singular(word) == noun)
    });
    let called = chain.others.contains(noun);
    let holds = office.is_some_and(|office| {
        !office.is_relational()
            && held.is_some_and(|known| known.offices.iter().any(|held| office.points_at(held)))
    });
    // "The president" is not the vice president.
    let is_deputy = |known: &Known| {
        let same = |held: &Office| office.is_some_and(|office| office.noun == held.noun);
        known.offices.iter().any(same)
    };
    if !holds && held.is_some_and(is_deputy) {
        return None;
    }
    let same_office = chain.nouns.iter().any(|other| {
        other != noun
            && language::role(other)
                .zip(language::role(noun))
                .is_some_and(|(a, b)| a.office == b.office)
    });
    let is_bare = view.others.is_empty();
    let is_like = same_noun || in_name || called || holds || same_office;
    if !is_like && (kind.is_none() || chain.kind.is_none()) {
        return None;
    }
    let apart = view
        .others
        .iter()
        .filter(|word| !chain.others.contains(*word) && !chain.nouns.contains(*word))
        .filter(|word| !chain.names.iter().any(|name| name.contains(word.as_str())))
        .count();
    let definite = matches!(view.opening, Opening::Definite | Opening::Pointing);
    if same_noun {
        say("same noun");
        say(match view.opening {
            Opening::Definite => "same noun, definite",
            Opening::Pointing => "same noun, pointing",
            Opening::Owned => "same noun, owned",
            Opening::Indefinite => "same noun, indefinite",
            Opening::Counted => "same noun, counted",
            Opening::Bare => "same noun, bare",
        });
        if last.noun.as_deref() == Some(noun) {
            say("last: same noun");
        }
    }
    if in_name {
        say("in name");
    }
    if called {
        say("among the words");
    }
    if holds {
        say("holds the office");
    }
    if same_office {
        say("same office");
    }
    if is_like {
        match (apart, view.others.len()) {
            (0, 0) => say("like, bare"),
            (0, _) => say("like, same words"),
            _ => say("like, other words"),
        }
    } else {
        say("unlike");
        if definite {
            say("unlike, definite");
        }
        if definite && is_bare {
            say("unlike, definite and bare");
        }
        if chain.entity.is_some() || !chain.names.is_empty() {
            say("unlike, name");
        }
        if view.opening == Opening::Pointing {
            say("unlike, pointing");
        }
        match chain.kind {
            Some(EntityKind::Person) => say("unlike, person"),
            Some(EntityKind::Organization) => say("unlike, body"),
            Some(EntityKind::Place) => say("unlike, place"),
            _ => {}
        }
        if last.slot == Slot::Subject {
            say("unlike, last a subject");
        }
    }
    if disagree(view.number, chain.number) {
        say("other number");
    } else if view.number.is_some() && chain.number.is_some() {
        say("same number");
    }
    if chain.kind.is_none() {
        say("kind unknown");
    }
    let owner = |v: &View| v.opening == Opening::Owned;
    if owner(view)
        && chain
            .members
            .iter()
            .filter_map(|&m| views.get(m))
            .any(owner)
    {
        say("both owned");
    }
    if chain.first <= 1 {
        say("topic");
    }
    if view.quoted.is_some() != last.quoted.is_some() {
        say("quoted alone");
    }
    say(match view.sentence.saturating_sub(last.sentence) {
        0 => "same sentence",
        1 => "sentence before",
        2 => "two before",
        3..=5 => "three before",
        _ => "far",
    });
    match chain.members.len() {
        0 | 1 => {}
        2 | 3 => say("mentioned twice"),
        _ => say("mentioned often"),
    }
    Some(signals)
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}
