//! Words that make what follows them less than certain.

use std::collections::HashMap;
use std::sync::LazyLock;

pub use crate::model::Certainty;

/// Hedging words by level; a line is "level words…".
static HEDGES: LazyLock<HashMap<&'static str, Certainty>> = LazyLock::new(|| {
    let mut hedges = HashMap::new();
    for line in super::lines(include_str!("hedges.txt")) {
        let mut words = line.split_whitespace();
        let level = match words.next() {
            Some("alleged") => Certainty::Alleged,
            Some("possible") => Certainty::Possible,
            Some("likely") => Certainty::Likely,
            Some("would") => Certainty::Would,
            Some("planned") => Certainty::Planned,
            _ => continue,
        };
        hedges.extend(words.map(|w| (w, level)));
    }
    hedges
});

/// How sure a word in lower case leaves what follows it; none where it is no hedge.
pub fn hedge(word: &str) -> Option<Certainty> {
    HEDGES.get(word).copied()
}
