//! Words that stand for a state: its names, its people, its seat of government.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::en;

/// In which way a word stands for a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateWord {
    /// One of its names: "Britain", "UK".
    Name,
    /// Its adjective or its people: "British", "Britons".
    Demonym,
    /// Its seat of government: "London", "Downing Street".
    Seat,
}

static STATES: LazyLock<HashMap<&'static str, (&'static str, StateWord)>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for [name, rest @ ..] in en::STATES.read(fields) {
        words.entry(name).or_insert((name, StateWord::Name));
        for (field, kind) in
            rest.into_iter()
                .zip([StateWord::Name, StateWord::Demonym, StateWord::Seat])
        {
            for word in field.split(',').map(str::trim).filter(|w| !w.is_empty()) {
                words
                    .entry(word.trim_start_matches("the "))
                    .or_insert((name, kind));
            }
        }
    }
    words
});

/// Its name, its other names, its demonyms and its seats.
fn fields(entry: &'static str) -> Option<[&'static str; 4]> {
    let fields: Vec<&str> = entry.split('|').map(str::trim).collect();
    fields.try_into().ok()
}

/// The state that a capitalised word or phrase stands for, and how: "Moscow" → Russia, its seat.
pub fn state(words: &str) -> Option<(&'static str, StateWord)> {
    STATES.get(words).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_met_by_its_people_and_its_seat() {
        assert_eq!(state("Downing Street"), Some(("Britain", StateWord::Seat)));
        assert_eq!(state("Finns"), Some(("Finland", StateWord::Demonym)));
    }
}
