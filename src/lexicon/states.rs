//! Words that stand for a state: its names, its people, its seat of government.

use std::collections::HashMap;
use std::sync::LazyLock;

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
    for line in super::lines(include_str!("states.txt")) {
        let mut fields = line.split('|').map(str::trim);
        let Some(name) = fields.next() else { continue };
        words.entry(name).or_insert((name, StateWord::Name));
        for (field, kind) in fields.zip([StateWord::Name, StateWord::Demonym, StateWord::Seat]) {
            for word in field.split(',').map(str::trim).filter(|w| !w.is_empty()) {
                words
                    .entry(word.trim_start_matches("the "))
                    .or_insert((name, kind));
            }
        }
    }
    words
});

/// The state that a capitalised word or phrase stands for, and how: "Moscow" → Russia, its seat.
pub fn state(words: &str) -> Option<(&'static str, StateWord)> {
    STATES.get(words).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_four_fields_and_the_names_are_sorted() {
        let lines: Vec<&str> = super::super::lines(include_str!("states.txt")).collect();
        assert!(lines.iter().all(|l| l.split('|').count() == 4));
        assert!(lines.is_sorted_by_key(|l| l.split('|').next().map(str::trim)));
        assert_eq!(state("Downing Street"), Some(("Britain", StateWord::Seat)));
        assert_eq!(state("Finns"), Some(("Finland", StateWord::Demonym)));
    }
}
