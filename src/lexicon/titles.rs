//! Titles that stand before a person's name.

use std::collections::HashMap;
use std::sync::LazyLock;

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

static TITLES: LazyLock<HashMap<&'static str, Gender>> = LazyLock::new(|| {
    super::lines(include_str!("titles.txt"))
        .filter_map(|line| {
            let (gender, word) = line.split_once(' ')?;
            let gender = match gender {
                "m" => Gender::Male,
                "f" => Gender::Female,
                _ => Gender::Unsaid,
            };
            Some((word, gender))
        })
        .collect()
});

/// What a lower-case word without its dot tells as a title, or none where it is no title.
pub fn title(word: &str) -> Option<Gender> {
    TITLES.get(word).copied()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_sorted_and_well_formed() {
        let lines: Vec<(&str, &str)> = super::super::lines(include_str!("titles.txt"))
            .filter_map(|l| l.split_once(' '))
            .collect();
        assert_eq!(
            lines.len(),
            super::super::lines(include_str!("titles.txt")).count()
        );
        assert!(lines.is_sorted_by_key(|l| l.1));
        assert!(lines.iter().all(|l| ["m", "f", "-"].contains(&l.0)));
    }
}
