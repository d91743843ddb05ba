//! What speaks for and against a chain as the antecedent of a mention.

use std::cmp::Reverse;

use super::chain::Chain;
use super::view::{Number, Opening, Slot, View};
use crate::lexicon::{self, Gender};
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
    pub fn reach(self) -> Option<u32> {
        match self {
            Class::Person => Some(5),
            Class::Thing | Class::Several => Some(3),
            Class::Description => None,
        }
    }
}

/// The chains, the last mentioned first.
pub fn by_recency(chains: &[Chain]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..chains.len())
        .filter(|&i| chains.get(i).is_some_and(|c| !c.members.is_empty()))
        .collect();
    order.sort_by_key(|&i| std::cmp::Reverse(chains.get(i).and_then(Chain::last)));
    order
}

/// The signals of candidates, those of pronouns with their rank added: by recency, as they come, and as one reads back,
/// sentence by sentence but each from its beginning. `places` are the sentence and the start of each candidate there.
pub fn with_ranks(
    class: Class,
    mut candidates: Vec<(usize, Signals)>,
    places: &[(u32, usize)],
) -> Vec<(usize, Signals)> {
    if class == Class::Description {
        return candidates;
    }
    let only = candidates.len() == 1;
    let mut read: Vec<usize> = (0..candidates.len()).collect();
    read.sort_by_key(|&i| places.get(i).map(|(s, start)| (Reverse(*s), *start)));
    for (rank, &i) in read.iter().enumerate() {
        let Some((_, signals)) = candidates.get_mut(i) else {
            continue;
        };
        signals.push((["nearest", "second", "further"][i.min(2)], 1.0));
        signals.push((["first read", "second read", "read later"][rank.min(2)], 1.0));
        if only {
            signals.push(("only", 1.0));
        }
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
    let mut signals = match class {
        Class::Description => description(view, chain, last, views, held, office)?,
        _ => pronoun(class, view, chain, last, views)?,
    };
    signals.push((
        match view.sentence - last.sentence {
            0 => "same sentence",
            1 => "sentence before",
            2 => "two before",
            3..=5 => "three before",
            _ => "far",
        },
        1.0,
    ));
    match chain.members.len() {
        0 | 1 => {}
        2 | 3 => signals.push(("mentioned twice", 1.0)),
        _ => signals.push(("mentioned often", 1.0)),
    }
    Some(signals)
}

fn disagree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_some_and(|(a, b)| a != b)
}

fn pronoun(
    class: Class,
    view: &View,
    chain: &Chain,
    last: &View,
    views: &[View],
) -> Option<Signals> {
    let kind = chain.kind;
    let mut signals = Signals::new();
    let mut say = |name: &'static str| signals.push((name, 1.0));
    match class {
        Class::Person => {
            let gender = Some(view.gender).filter(|g| *g != Gender::Unsaid);
            if disagree(gender, chain.gender) || chain.number == Some(Number::Plural) {
                return None;
            }
            if chain.gender.is_some() {
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
                _ => {}
            }
        }
        _ => {
            if kind == Some(EntityKind::Person) && chain.number == Some(Number::Singular) {
                return None;
            }
            if chain.number == Some(Number::Plural) {
                say("several: plural");
            }
            match kind {
                Some(EntityKind::Person | EntityKind::Group) => say("several: people"),
                Some(EntityKind::Organization) => say("several: body"),
                Some(EntityKind::Place) => say("several: place"),
                _ if chain.number == Some(Number::Singular) => return None,
                _ => {}
            }
        }
    }
    match last.slot {
        Slot::Subject => say("last: subject"),
        Slot::Object => say("last: object"),
        Slot::Owner => say("last: owner"),
        Slot::Other => {}
    }
    if last.slot == view.slot {
        say("same slot");
    }
    if last.pronoun.is_some() {
        say("last: pronoun");
        if last.pronoun == view.pronoun {
            say("last: same pronoun");
        }
    } else if last.is_name {
        say("last: name");
    } else if matches!(last.opening, Opening::Indefinite | Opening::Bare) {
        say("last: indefinite");
    }
    if last.quoted != view.quoted {
        if view.quoted.is_some() && last.quoted.is_none() {
            say("quoted alone");
        } else {
            say("quoted before");
        }
    }
    if last.is_heading {
        say("heading");
    }
    let near = |v: &&View| view.sentence - v.sentence <= 1;
    let members = || {
        chain
            .members
            .iter()
            .rev()
            .take(6)
            .filter_map(|&m| views.get(m))
            .filter(near)
    };
    if members().any(|v| v.slot == Slot::Subject && v.is_main && v.sentence == view.sentence) {
        say("main subject here");
    }
    if members().any(|v| v.slot == Slot::Subject && v.is_main && v.sentence < view.sentence) {
        say("main subject before");
    }
    if view.slot == Slot::Subject && last.slot == Slot::Subject && view.is_main && last.is_main {
        say("both main subjects");
    }
    if view.noun.is_none() && last.noun.is_some() && last.kind == EntityKind::Unknown {
        say("last: a thing");
    }
    if members().any(|v| v.speaks) {
        say("spoke");
        if view.speaks {
            say("spoke, speaks");
        }
    }
    if members().any(|v| v.slot == Slot::Subject && v.verb.is_some() && v.sentence == view.sentence)
    {
        say("subject here");
        if view.slot == Slot::Owner {
            say("subject here, owner");
        }
    }
    if chain.first <= 1 {
        say("topic");
    }
    Some(signals)
}

fn description(
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
    let same_office = chain.nouns.iter().any(|other| {
        other != noun
            && lexicon::role(other)
                .zip(lexicon::role(noun))
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
        if definite {
            say("holds the office, definite");
        }
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
    Some(signals)
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}
