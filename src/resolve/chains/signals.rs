//! What speaks for and against a chain as the antecedent of a mention.

use super::chain::Chain;
use super::view::{Number, Opening, Slot, View};
use crate::language::{self, Gender};
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

/// The signals of candidates, the last mentioned first, those of pronouns with their rank by salience added.
pub fn with_ranks(class: Class, mut candidates: Vec<(usize, Signals)>) -> Vec<(usize, Signals)> {
    if class == Class::Description {
        return candidates;
    }
    let salience = |signals: &Signals| {
        let found = signals.iter().find(|(name, _)| *name == SALIENCE);
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

/// Logarithm of a chain's salience.
const SALIENCE: &str = "salience";

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
        Class::Description => description(view, chain, last, views, held, office)?,
        _ => pronoun(class, view, chain, last, views)?,
    };
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
    let mut signals: Signals = vec![(
        SALIENCE,
        (salience(view, chain, views) / 100.0).max(0.01).ln(),
    )];
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
