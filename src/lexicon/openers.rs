//! Words that open English sentences and hardly ever continue a name.

use std::collections::HashSet;
use std::sync::LazyLock;

static OPENERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| super::lines(include_str!("openers.txt")).collect());

/// Whether a lower-case word is a function word that opens sentences: "the", "but", "meanwhile".
pub fn is_opener(word: &str) -> bool {
    OPENERS.contains(word)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_sorted() {
        assert!(super::super::lines(include_str!("openers.txt")).is_sorted());
    }
}
