//! What speaks for and against a chain as the antecedent of a mention.

mod descriptions;
mod pronouns;

use super::chain::Chain;
use super::view::{Number, Opening, Slot, View};
use crate::model::EntityKind;
use crate::resolve::names::Known;
use crate::resolve::offices::Office;

/// Signals by name; one that is not there is zero.
pub type Signals = Vec<(&'static str, f32)>;

/// What is ranked, each by its own rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// "he", "she".
    Person,
    /// "it".
    Thing,
    /// "they".
    Several,
    /// "the minister".
    Description,
}

impl Class {
    /// The class of a mention; none where it is not ranked.
    pub fn of(view: &View) -> Option<Class> {
        match view.pronoun.as_deref() {
            None => (!view.is_name).then_some(Class::Description),
            Some("he" | "him" | "his" | "she" | "her" | "hers" | "himself" | "herself") => {
                Some(Class::Person)
            }
            Some("it" | "its" | "itself") => Some(Class::Thing),
            Some("they" | "them" | "their" | "theirs" | "themselves") => Some(Class::Several),
            Some(_) => None,
        }
    }

    /// How many sentences back its antecedents may stand.
    pub fn reach(self) -> u32 {
        match self {
            Class::Person => 5,
            Class::Thing | Class::Several => 3,
            Class::Description => 40,
        }
    }
}

/// The signals of candidates, the last mentioned first, those of pronouns with their rank by salience added.
pub fn with_ranks(class: Class, mut candidates: Vec<(usize, Signals)>) -> Vec<(usize, Signals)> {
    if class == Class::Description {
        return candidates;
    }
    let salience = |signals: &Signals| {
        let found = signals.iter().find(|(name, _)| *name == pronouns::SALIENCE);
        found.map_or(0.0, |(_, value)| *value)
    };
    let mut by_salience: Vec<usize> = (0..candidates.len()).collect();
    let value = |i: usize| {
        candidates
            .get(i)
            .map_or(0.0, |(_, signals)| salience(signals))
    };
    by_salience.sort_by(|&a, &b| value(b).total_cmp(&value(a)));
    for (rank, &i) in by_salience.iter().enumerate() {
        if let (Some((_, signals)), 0 | 2..) = (candidates.get_mut(i), rank) {
            signals.push((
                if rank == 0 {
                    "most salient"
                } else {
                    "less salient"
                },
                1.0,
            ));
        }
    }
    if let Some((_, signals)) = candidates.first_mut() {
        signals.push(("nearest", 1.0));
    }
    candidates
}

/// What speaks for no antecedent at all.
pub fn none(class: Class, view: &View) -> Signals {
    let mut signals: Signals = vec![(
        match class {
            Class::Person => "none: person",
            Class::Thing => "none: thing",
            Class::Several => "none: several",
            Class::Description => "none",
        },
        1.0,
    )];
    if class == Class::Description {
        signals.push((
            match view.opening {
                Opening::Definite => "none: definite",
                Opening::Pointing => "none: pointing",
                Opening::Owned => "none: owned",
                Opening::Indefinite => "none: indefinite",
                Opening::Counted => "none: counted",
                Opening::Bare => "none: bare",
            },
            1.0,
        ));
        if view.number == Some(Number::Plural) {
            signals.push(("none: plural", 1.0));
        }
        if !view.others.is_empty() {
            signals.push(("none: further words", 1.0));
        }
        match view.kind {
            EntityKind::Person => signals.push(("none: people", 1.0)),
            EntityKind::Place => signals.push(("none: places", 1.0)),
            EntityKind::Organization => signals.push(("none: bodies", 1.0)),
            EntityKind::Document => signals.push(("none: writings", 1.0)),
            _ => {}
        }
        if has_clause(view) {
            signals.push(("none: clause", 1.0));
        }
    } else {
        if view.quoted.is_some() {
            signals.push(("none: quoted", 1.0));
        }
        match (class, view.slot) {
            (Class::Thing, Slot::Owner) => signals.push(("none: thing, owner", 1.0)),
            (Class::Thing, Slot::Object) => signals.push(("none: thing, object", 1.0)),
            (Class::Several, Slot::Owner) => signals.push(("none: several, owner", 1.0)),
            _ => {}
        }
    }
    signals
}

/// Whether what follows the noun says which one is meant: "the girl who", "the mayor of".
fn has_clause(view: &View) -> bool {
    view.reading.children(view.head).any(|at| {
        at > view.head
            && view.reading.token(at).is_some_and(|t| {
                t.label != crate::model::Label::Punct && t.label != crate::model::Label::Case
            })
    })
}

/// The signals of a chain for a mention; none where it cannot be.
pub fn of(
    class: Class,
    view: &View,
    chain: &Chain,
    views: &[View],
    held: Option<&Known>,
    office: Option<&Office>,
) -> Option<Signals> {
    let last = views.get(chain.last()?)?;
    let signals = match class {
        Class::Description => descriptions::signals(view, chain, last, views, held, office)?,
        _ => pronouns::signals(class, view, chain, last, views)?,
    };
    Some(signals)
}

fn disagree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_some_and(|(a, b)| a != b)
}
