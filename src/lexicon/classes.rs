//! The closed word classes of English, as far as they tell where a clause or a noun phrase begins and ends.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static CLASSES: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let lists: BTreeMap<String, String> =
        toml::from_str(include_str!("closed_classes.toml")).unwrap_or_default();
    lists
        .into_iter()
        .map(|(name, words)| (name, words.split_whitespace().map(str::to_string).collect()))
        .collect()
});

/// Whether a lower-case word stands in a class of `closed_classes.toml`.
pub fn is_in_class(class: &str, lower: &str) -> bool {
    CLASSES
        .get(class)
        .is_some_and(|words| words.contains(lower))
}

/// Whether a lower-case word with straight apostrophes denies: "not", "never", "wasn't".
pub fn is_negation(lower: &str) -> bool {
    is_in_class("negations", lower) || lower.ends_with("n't")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_are_read() {
        assert!(
            is_in_class("subordinators", "because") && !is_in_class("subordinators", "harbour")
        );
    }
}
