//! Words that make what follows them less than certain.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::en;

pub use crate::model::Certainty;

/// Hedging words with their levels.
static HEDGES: LazyLock<HashMap<&'static str, Certainty>> = LazyLock::new(|| {
    let read = |entry: &'static str| {
        let (word, level) = entry.split_once(' ')?;
        let level = match level {
            "alleged" => Certainty::Alleged,
            "possible" => Certainty::Possible,
            "likely" => Certainty::Likely,
            "would" => Certainty::Would,
            "planned" => Certainty::Planned,
            _ => return None,
        };
        Some((word, level))
    };
    en::HEDGES.read(read).collect()
});

/// How sure a word in lower case leaves what follows it; none where it is no hedge.
pub fn hedge(word: &str) -> Option<Certainty> {
    HEDGES.get(word).copied()
}
