//! Words that open English sentences and hardly ever continue a name.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::en;

static OPENERS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| en::OPENERS.entries().collect());

/// Whether a lower-case word is a function word that opens sentences: "the", "but", "meanwhile".
pub fn is_opener(word: &str) -> bool {
    OPENERS.contains(word)
}
