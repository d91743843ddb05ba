//! Titles that stand before a person's name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::en;

/// What a title tells about its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "Mr."
    Male,
    /// "Ms."
    Female,
    /// "Dr."
    Unsaid,
}

static TITLES: LazyLock<HashMap<&'static str, Gender>> =
    LazyLock::new(|| en::TITLES.read(entry).collect());

fn entry(entry: &'static str) -> Option<(&'static str, Gender)> {
    let (word, gender) = entry.split_once(' ')?;
    let gender = match gender {
        "m" => Gender::Male,
        "f" => Gender::Female,
        "-" => Gender::Unsaid,
        _ => return None,
    };
    Some((word, gender))
}

/// What a lower-case word without its dot tells as a title, or none where it is no title.
pub fn title(word: &str) -> Option<Gender> {
    TITLES.get(word).copied()
}
