//! What opens a cause or reason.

use std::sync::LazyLock;

use super::en;

static CAUSES: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    en::CAUSES
        .entries()
        .map(|line| line.split_whitespace().collect())
        .collect()
});

/// How many of the first words, in lower case, open a cause; 0 where they open none.
pub fn opens_cause(words: &[&str]) -> usize {
    let opening = CAUSES.iter().filter(|opener| words.starts_with(opener));
    opening.map(Vec::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_opening_counts() {
        assert_eq!(opens_cause(&["because", "of", "rain"]), 2);
        assert_eq!(opens_cause(&["due", "to", "heavy", "rain"]), 2);
        assert_eq!(opens_cause(&["rain", "because", "of"]), 0);
    }
}
