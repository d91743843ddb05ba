//! What kind of thing a common noun names, and what a given name tells.

use std::cmp::Ordering;

use similar::TextDiff;

use super::{Gender, en};
use crate::model::EntityKind;

/// What is known of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// What it names.
    pub kind: EntityKind,
    /// Whom it is said of.
    pub gender: Gender,
}

/// What a noun in its dictionary form names, in lower case; none where it names neither people nor bodies, places or
/// writings.
pub fn noun(lemma: &str) -> Option<Noun> {
    let line = found(en::NOUNS.text, lemma)?;
    let kind = match line.split(' ').nth(1)? {
        "person" => EntityKind::Person,
        "body" => EntityKind::Organization,
        "group" => EntityKind::Group,
        "place" => EntityKind::Place,
        "writing" => EntityKind::Document,
        _ => return None,
    };
    Some(Noun {
        kind,
        gender: gender(line.split(' ').nth(2)),
    })
}

/// The gender that a given name in lower case tells; a short form has that of the names it stands for, where they agree.
pub fn given_name(lower: &str) -> Gender {
    let listed = |name: &str| {
        let line = found(en::GIVEN_NAMES.text, name);
        line.map_or(Gender::Unsaid, |line| gender(line.split(' ').nth(1)))
    };
    let own = listed(lower);
    if own != Gender::Unsaid {
        return own;
    }
    let sets = en::NICKNAMES.entries();
    let sets = sets.filter(|set| set.split(' ').any(|name| name == lower));
    let full = sets.filter_map(|set| set.split(' ').next()).map(listed);
    let told: Vec<Gender> = full.filter(|full| *full != Gender::Unsaid).collect();
    match told.split_first() {
        Some((first, rest)) if rest.iter().all(|other| other == first) => *first,
        _ => Gender::Unsaid,
    }
}

/// Two spellings of one name differ at most this much: a ratio that lets Sergei / Sergey and Yuri / Yury pass and holds Anna /
/// Ivan apart; chosen on such pairs.
const SPELLING_RATIO: f32 = 0.7;

/// Whether two lower-case given names can be one: the same, in short, an initial, another spelling.
pub fn may_be_one_given_name(one: &str, other: &str) -> bool {
    let initial = one.chars().count() == 1 || other.chars().count() == 1;
    let same_first = one.chars().next() == other.chars().next();
    let begins = one.starts_with(other) || other.starts_with(one);
    one == other
        || is_short_for(one, other)
        || same_first && (initial || begins || is_spelled_like(one, other))
}

/// Whether two lower-case names can be two spellings of one.
pub fn is_spelled_like(one: &str, other: &str) -> bool {
    let same_first = one.chars().next() == other.chars().next();
    same_first
        && most_alike(one, other) >= SPELLING_RATIO
        && TextDiff::from_chars(one, other).ratio() >= SPELLING_RATIO
}

/// The highest ratio that two names with these letters can have, in whatever order they stand: most names are told apart by
/// it, and finding the order is dear.
fn most_alike(one: &str, other: &str) -> f32 {
    let mut rest: Vec<char> = other.chars().collect();
    let length = rest.len();
    let mut shared = 0;
    for letter in one.chars() {
        if let Some(at) = rest.iter().position(|c| *c == letter) {
            rest.swap_remove(at);
            shared += 1;
        }
    }
    (2 * shared) as f32 / (one.chars().count() + length).max(1) as f32
}

/// Whether two lower-case given names are one in full and in short: "charles" and "chuck".
fn is_short_for(one: &str, other: &str) -> bool {
    let has = |line: &str, name: &str| line.split(' ').any(|w| w == name);
    en::NICKNAMES
        .entries()
        .any(|line| has(line, one) && has(line, other))
}

fn gender(letter: Option<&str>) -> Gender {
    match letter {
        Some("f") => Gender::Female,
        Some("m") => Gender::Male,
        _ => Gender::Unsaid,
    }
}

/// The line of a sorted list that begins with a word.
fn found(list: &'static str, word: &str) -> Option<&'static str> {
    let mut rest = body(list);
    while !rest.is_empty() {
        let middle = rest.len() / 2;
        let (before, after) = (rest.get(..middle)?, rest.get(middle..)?);
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let end = after.find('\n').map_or(rest.len(), |at| middle + at);
        let line = rest.get(start..end)?;
        rest = match line.split(' ').next().unwrap_or_default().cmp(word) {
            Ordering::Equal => return Some(line),
            Ordering::Less => rest.get(end + 1..).unwrap_or_default(),
            Ordering::Greater => rest.get(..start)?,
        };
    }
    None
}

/// A list without the comments it opens with.
fn body(list: &'static str) -> &'static str {
    let comments = list
        .split_inclusive('\n')
        .take_while(|line| line.starts_with('#'));
    let length = comments.map(str::len).sum();
    list.get(length..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_and_name_is_found() {
        for line in en::NOUNS.entries() {
            let (word, _) = line.split_once(' ').unwrap();
            assert!(noun(word).is_some(), "{line}");
        }
        for (name, _) in en::GIVEN_NAMES.pairs() {
            assert_ne!(given_name(name), Gender::Unsaid, "{name}");
        }
        assert_eq!(noun("zzz"), None);
        assert_eq!(given_name("aaa"), Gender::Unsaid);
        assert_eq!(given_name("dick"), Gender::Male);
    }
}
