//! Modifiers and heads: the same noun with other words before it, and another noun for what is of the same thing.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::contrast::{Contrasts, Kind, plain};
use super::phrases::NounPhrase;
use super::reading::{Class, Reading, Token};
use super::scene::{LONGEST, Scene};
use crate::lexicon;
use crate::model::{Dimension, EntityKind, Link, SentenceId};

/// Words that tell one of several from the others and so make two things, not two names of one.
const TELL_APART: [&str; 36] = [
    "annual", "current", "day", "earlier", "early", "final", "first", "five", "four", "fourth", "future", "half",
    "initial", "last", "late", "later", "latest", "least", "month", "monthly", "new", "next", "night", "old", "one",
    "other", "previous", "same", "second", "several", "six", "third", "three", "two", "week", "year",
];

/// Nouns that hold a thing rather than name it: "a number of pickets".
const HOLDERS: [&str; 28] = [
    "afternoon",
    "amount",
    "chance",
    "day",
    "evening",
    "morning",
    "night",
    "end",
    "group",
    "hundred",
    "kind",
    "lot",
    "majority",
    "million",
    "month",
    "most",
    "number",
    "part",
    "percent",
    "piece",
    "rest",
    "series",
    "set",
    "sort",
    "thousand",
    "total",
    "week",
    "year",
];

static HOLDER_STEMS: LazyLock<Vec<String>> = LazyLock::new(|| HOLDERS.iter().map(|h| lexicon::stem(h)).collect());

/// Phrases of sentences that say the same, built on the same noun with other modifiers or on another noun.
pub fn find(scene: &Scene, contrasts: &mut Contrasts) {
    let mut built: HashMap<SentenceId, Vec<Built>> = HashMap::new();
    for reading in scene.pairs().flat_map(|(_, a, b)| [a, b]) {
        built.entry(reading.id).or_insert_with(|| phrases(reading));
    }
    for (link, a, b) in scene.pairs() {
        let (Some(mine), Some(theirs)) = (built.get(&a.id), built.get(&b.id)) else { continue };
        for (one, other) in mine.iter().flat_map(|one| theirs.iter().map(move |other| (one, other))) {
            if one.stem == other.stem {
                modified(scene, link, (a, &one.phrase), (b, &other.phrase), contrasts);
            } else if !one.of.is_empty() && one.of == other.of {
                headed(scene, link, (a, &one.phrase), (b, &other.phrase), contrasts);
            }
        }
    }
}

/// A noun phrase with what pairs of sentences are compared by, read once.
struct Built<'a> {
    phrase: NounPhrase,
    /// The stem of its head.
    stem: &'a str,
    /// Stems behind the preposition that follows.
    of: BTreeSet<&'a str>,
}

/// Noun phrases in the writer's own words that are built on a noun.
fn phrases(reading: &Reading) -> Vec<Built<'_>> {
    let noun = |p: &NounPhrase| {
        let determined = reading.tokens.get(p.words.start).is_some_and(|t| t.class == Class::Determiner);
        let head = reading.tokens.get(p.head).filter(|t| t.class == Class::Word);
        head.is_some_and(|t| determined || p.words.len() > 1 || lexicon::verb(&t.lower).is_none())
    };
    let own =
        |p: &NounPhrase| noun(p) && reading.tokens.get(p.words.clone()).is_some_and(|w| w.iter().all(|t| !t.quoted));
    let built = |phrase: NounPhrase| {
        let stem = reading.tokens.get(phrase.head)?.stem.as_str();
        Some(Built { of: complement(reading, &phrase), stem, phrase })
    };
    reading.noun_phrases().into_iter().filter(own).filter_map(built).collect()
}

/// What stands between the determiner and the head.
fn modifiers<'a>(reading: &'a Reading, phrase: &NounPhrase) -> Vec<&'a Token> {
    let before = reading.tokens.get(phrase.words.start..phrase.head).unwrap_or(&[]);
    before.iter().filter(|t| t.is_content() && t.class != Class::Possessive).collect()
}

/// The same head, each with a modifier the other has not.
fn modified(scene: &Scene, link: &Link, (a, one): Side, (b, other): Side, contrasts: &mut Contrasts) {
    if twice(a, one) || twice(b, other) {
        return;
    }
    let (mine, theirs) = (modifiers(a, one), modifiers(b, other));
    let telling = |tokens: &[&Token], others: &[&Token]| {
        let apart = tokens
            .iter()
            .any(|t| matches!(t.class, Class::Number | Class::Name) || TELL_APART.contains(&t.lower.as_str()));
        !apart && tokens.iter().any(|t| !others.iter().any(|o| lexicon::interchangeable(&o.lower, &t.lower)))
    };
    let people = a.tokens.get(one.head).is_some_and(|t| person(t) || holds(t));
    if people || !telling(&mine, &theirs) || !telling(&theirs, &mine) || !anchored(scene, (a, one), (b, other)) {
        return;
    }
    add(scene, link, "modifier", (a, one), (b, other), contrasts);
}

/// Whether more than the head agrees: a modifier, whose it is, or what it is of.
fn anchored(scene: &Scene, (a, one): Side, (b, other): Side) -> bool {
    let stems = |r: &Reading, p: &NounPhrase| -> BTreeSet<String> {
        modifiers(r, p).into_iter().map(|t| t.stem.clone()).collect()
    };
    let shared = complement(a, one).intersection(&complement(b, other)).next().is_some();
    shared || !stems(a, one).is_disjoint(&stems(b, other)) || owners(scene, a, one, b, other)
}

/// Whether the head stands elsewhere in the sentence too: then it is not told which of the two is meant.
fn twice(reading: &Reading, phrase: &NounPhrase) -> bool {
    let Some(head) = reading.tokens.get(phrase.head) else { return true };
    reading.tokens.iter().filter(|t| t.stem == head.stem && t.class == Class::Word).count() > 1
}

/// Another head, of the same thing in the same words.
fn headed(scene: &Scene, link: &Link, (a, one): Side, (b, other): Side, contrasts: &mut Contrasts) {
    let heads = (a.tokens.get(one.head), b.tokens.get(other.head));
    let (Some(mine), Some(theirs)) = heads else { return };
    let empty = |t: &Token| holds(t) || lexicon::title(&t.lower).is_some() || person(t);
    if lexicon::interchangeable(&mine.lower, &theirs.lower) || empty(mine) || empty(theirs) {
        return;
    }
    let of_mine = complement(a, one);
    let time = of_mine.iter().any(|s| HOLDER_STEMS.iter().any(|h| h == s));
    let common = of_mine.len() > 1 && !names_place(a, one) && !names_place(b, other);
    if !time && (common || owners(scene, a, one, b, other)) {
        add(scene, link, "head-noun", (a, one), (b, other), contrasts);
    }
}

/// Whether a noun holds or measures a thing, or is none ("two goals down").
fn holds(token: &Token) -> bool {
    let adverb = ["ahead", "down", "up"].contains(&token.lower.as_str());
    adverb || ["hour", "minute"].contains(&token.stem.as_str()) || HOLDER_STEMS.contains(&token.stem)
}

/// Whether a noun is somebody's role: then it names one of several people rather than a matter.
fn person(token: &Token) -> bool {
    lexicon::role(&token.lower).is_some_and(|r| r.kind == EntityKind::Person)
}

/// Stems behind the preposition that follows.
fn complement<'a>(reading: &'a Reading, phrase: &NounPhrase) -> BTreeSet<&'a str> {
    let whole = reading.with_complement(phrase);
    reading.stems(&(phrase.words.end..whole.end)).into_iter().collect()
}

/// Whether a name or a number stands behind the preposition: much is of one place, and few of it are the same thing.
fn names_place(reading: &Reading, phrase: &NounPhrase) -> bool {
    let behind = phrase.words.end..reading.with_complement(phrase).end;
    let tokens = reading.tokens.get(behind).unwrap_or(&[]);
    tokens.iter().any(|t| matches!(t.class, Class::Name | Class::Number))
}

/// Whether both belong to the same one.
fn owners(scene: &Scene, a: &Reading, one: &NounPhrase, b: &Reading, other: &NounPhrase) -> bool {
    let owner = |r: &Reading, p: &NounPhrase| {
        let tokens = r.tokens.get(p.words.clone())?;
        let owner = tokens
            .iter()
            .find(|t| t.class == Class::Possessive || ["his", "her", "its", "their"].contains(&t.lower.as_str()))?;
        Some((scene.entity(r, owner.span), owner.stem.clone(), owner.class))
    };
    let (Some(x), Some(y)) = (owner(a, one), owner(b, other)) else { return false };
    x.0.is_some() && x.0 == y.0 || x.2 == Class::Possessive && x.1 == y.1
}

type Side<'a> = (&'a Reading, &'a NounPhrase);

fn add(scene: &Scene, link: &Link, rule: &'static str, (a, one): Side, (b, other): Side, contrasts: &mut Contrasts) {
    let whole = |r: &Reading, p: &NounPhrase| {
        let with = r.with_complement(p);
        scene.words(r, if with.len() <= LONGEST { &with } else { &p.words })
    };
    let (Some(mine), Some(theirs)) = (whole(a, one), whole(b, other)) else { return };
    let target = if rule == "modifier" {
        a.tokens.get(one.head).map(|t| t.lower.clone()).unwrap_or_default()
    } else {
        "the same matter".into()
    };
    let key = format!("{} {}", scene.passage(link.a), plain(&target));
    let target = if rule == "modifier" { format!("“{target}”") } else { target };
    contrasts.add(Kind { dimension: Dimension::Labelling, rule, key, target: &target }, [mine, theirs]);
}
