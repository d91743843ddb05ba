//! What opens a cause or reason.

use std::sync::LazyLock;

use super::en;

static CAUSES: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    en::CAUSES
        .entries()
        .map(|line| line.split_whitespace().collect())
        .collect()
});

/// How many of the first words, in lower case, open a cause; 0 where they open none. "Due to" before a verb tells what is
/// planned: "due to walk", "due to be completed".
pub fn opens_cause(words: &[&str]) -> usize {
    let opened = CAUSES
        .iter()
        .filter(|opener| words.starts_with(opener))
        .map(Vec::len)
        .max()
        .unwrap_or(0);
    let next = words.get(opened).copied().unwrap_or("");
    let is_base = |word: &str| super::verb(word).is_some_and(|(base, _)| base == word);
    let planned = words.first() == Some(&"due")
        && (is_base(next) || next.strip_prefix("re").is_some_and(is_base) || next == "be");
    if planned { 0 } else { opened }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_told_from_a_plan() {
        assert_eq!(opens_cause(&["because", "of", "rain"]), 2);
        assert_eq!(opens_cause(&["due", "to", "heavy", "rain"]), 2);
        assert_eq!(opens_cause(&["due", "to", "be", "completed"]), 0);
        assert_eq!(opens_cause(&["due", "to", "leave"]), 0);
        assert_eq!(opens_cause(&["rain", "because", "of"]), 0);
    }
}
