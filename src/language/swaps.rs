//! Words that news puts for one another without presenting anything differently.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::en;

static GROUPS: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, line) in en::SWAPS.entries().enumerate() {
        for word in line.split_whitespace() {
            groups.entry(super::stem(word)).or_default().push(index);
        }
    }
    groups
});

/// Whether two words, each given by its lemma, may stand for one another: the same stem, or of one group of the list.
pub fn interchangeable(one: &str, other: &str) -> bool {
    let (one, other) = (super::stem(one), super::stem(other));
    let groups = |word: &str| GROUPS.get(word).map(Vec::as_slice).unwrap_or_default();
    one == other || groups(&one).iter().any(|g| groups(&other).contains(g))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn house_style_is_no_choice_of_words_and_judgement_is() {
        assert!(interchangeable("write", "issue"));
        assert!(interchangeable("bill", "law"));
        assert!(!interchangeable("gut", "cut"));
    }
}
