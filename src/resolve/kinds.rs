//! What an entity is: person, organization, place.

use std::collections::BTreeMap;

use super::merge::{Key, key};
use super::names::Known;
use crate::language;
use crate::model::{Document, EntityKind, EntityType, Mention, MentionKind};

/// Words that end or open the names of bodies and places and no person's; beside the role nouns of the shared list.
const BODY_WORDS: [&str; 62] = [
    "airlines",
    "airways",
    "assembly",
    "associates",
    "brigade",
    "brothers",
    "builders",
    "center",
    "centre",
    "channel",
    "chronicle",
    "co",
    "college",
    "corp",
    "courier",
    "department",
    "developments",
    "division",
    "energy",
    "enterprises",
    "ferries",
    "foods",
    "front",
    "gazette",
    "herald",
    "holdings",
    "homes",
    "house",
    "inc",
    "industries",
    "initiative",
    "international",
    "journal",
    "limited",
    "llc",
    "logistics",
    "ltd",
    "motors",
    "network",
    "news",
    "observatory",
    "office",
    "partners",
    "pharmaceuticals",
    "plc",
    "post",
    "press",
    "properties",
    "radio",
    "railways",
    "service",
    "services",
    "shipping",
    "solutions",
    "stores",
    "systems",
    "technologies",
    "television",
    "times",
    "tribune",
    "tv",
    "ventures",
];

const PLACE_WORDS: [&str; 22] = [
    "avenue",
    "bay",
    "beach",
    "bridge",
    "coast",
    "county",
    "district",
    "harbor",
    "harbour",
    "island",
    "islands",
    "lake",
    "mount",
    "park",
    "peninsula",
    "province",
    "river",
    "road",
    "sea",
    "square",
    "street",
    "valley",
];

const PLACE_OPENERS: [&str; 9] = [
    "cape", "fort", "lake", "lower", "mount", "port", "saint", "st", "upper",
];

/// Whether one of the words of a name makes it a body's or a place's.
pub fn has_body_word(name: &Key) -> bool {
    is_place(name) || name.iter().any(|w| is_body_word(w))
}

/// Whether a name ends or opens like a place's: "Mill Bridge", "Port Tarn".
fn is_place(name: &Key) -> bool {
    let ends = name.len() > 1
        && name
            .last()
            .is_some_and(|w| PLACE_WORDS.contains(&w.as_str()));
    let opens = name.len() > 1
        && name
            .first()
            .is_some_and(|w| PLACE_OPENERS.contains(&w.as_str()));
    (ends || opens) && !name.iter().any(|w| is_body_word(w))
}

/// Whether a word alone makes a name a body's.
pub fn is_body_word(word: &str) -> bool {
    BODY_WORDS.contains(&word)
        || language::role(word).is_some_and(|r| r.kind == EntityKind::Organization)
}

/// Decides the kinds that are not known yet, from names, offices and the words around.
pub fn decide(entities: &mut [Known], documents: &[Document]) {
    let located = located_names(documents);
    for known in entities
        .iter_mut()
        .filter(|e| e.kind == EntityKind::Unknown)
    {
        known.kind = kind(known, &located);
        let kind = known.kind;
        known
            .offices
            .retain(|o| kind == EntityKind::Unknown || o.kind == kind);
    }
}

/// What a name was read as in one place.
pub fn read(document: &Document, mention: &Mention) -> Option<EntityKind> {
    let sentence = document.sentences.get(mention.sentence as usize)?;
    match sentence.reading.type_of(mention.core)? {
        EntityType::Person => Some(EntityKind::Person),
        EntityType::Organization | EntityType::Group => Some(EntityKind::Organization),
        EntityType::Place | EntityType::Location | EntityType::Facility => Some(EntityKind::Place),
        _ => None,
    }
}

/// What a title, a description or a word like "Union" in the name counts for beside one reading of a name, which is right
/// in 84 of 100 and less often in names that nobody bears; with 3 the chains of the development set score .556, with 1 .552.
pub const SAID: usize = 3;

/// The kind that most of its mentions were read as, titles and descriptions included; where two are equal, and where
/// it was read as nothing, what its words say.
fn kind(known: &Known, located: &BTreeMap<Key, (usize, usize)>) -> EntityKind {
    let by_words = kind_by_words(known, located);
    let mut votes = known.votes.clone();
    if has_body_word(&key(&known.name)) {
        *votes.entry(by_words).or_default() += SAID;
    }
    for office in known
        .offices
        .iter()
        .filter(|office| office.kind != EntityKind::Group)
    {
        *votes.entry(office.kind).or_default() += SAID;
    }
    let most = votes.values().copied().max().unwrap_or_default();
    let mut winners = votes
        .iter()
        .filter(|(_, count)| **count == most)
        .map(|(kind, _)| *kind);
    match (winners.next(), winners.next()) {
        (Some(kind), None) => kind,
        _ => by_words,
    }
}

fn kind_by_words(known: &Known, located: &BTreeMap<Key, (usize, usize)>) -> EntityKind {
    let name = key(&known.name);
    if is_place(&name) {
        return EntityKind::Place;
    }
    if has_body_word(&name) {
        return EntityKind::Organization;
    }
    let letters = known.name.replace('.', "");
    if (2..=6).contains(&letters.len()) && letters.chars().all(char::is_uppercase) {
        return EntityKind::Organization;
    }
    let (inside, all) = located.get(&name).copied().unwrap_or_default();
    if all > 0 && inside * 2 >= all {
        return EntityKind::Place;
    }
    let single = |word: Option<&String>| {
        word.is_some_and(|w| known.aliases.iter().any(|a| key(a) == [w.clone()]))
    };
    let referred = single(name.last()) || single(name.first());
    let initial = name
        .iter()
        .skip(1)
        .rev()
        .skip(1)
        .any(|w| w.chars().count() == 1);
    if (2..=4).contains(&name.len()) && (referred || initial || known.speaks) {
        EntityKind::Person
    } else {
        EntityKind::Unknown
    }
}

/// For each name how often it stands right behind a preposition of place, and how often at all.
fn located_names(documents: &[Document]) -> BTreeMap<Key, (usize, usize)> {
    let mut counted: BTreeMap<Key, (usize, usize)> = Default::default();
    for document in documents {
        for mention in document
            .mentions
            .iter()
            .filter(|m| m.kind == MentionKind::Name)
        {
            let before = document
                .article
                .text
                .get(..mention.span.start)
                .unwrap_or("")
                .trim_end();
            let word = before.rsplit(' ').next().unwrap_or("").to_lowercase();
            let entry = counted.entry(key(document.text(mention.core))).or_default();
            entry.0 += usize::from(matches!(word.as_str(), "in" | "at" | "near" | "outside"));
            entry.1 += 1;
        }
    }
    counted
}
