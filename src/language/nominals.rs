//! Nouns for acts and the verbs they are made of.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{WORDS, en};

static NOMINALS: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| en::NOMINALS.pairs().collect());

/// The verb whose act a lower-case noun names: "removal" and "remove", "killing" and "kill"; none for other nouns.
pub fn act_of(noun: &str) -> Option<&'static str> {
    let singular = noun.strip_suffix('s').unwrap_or(noun);
    let listed = NOMINALS
        .get(noun)
        .or_else(|| NOMINALS.get(singular))
        .copied();
    let gerund = [noun, singular]
        .into_iter()
        .filter(|noun| noun.ends_with("ing"))
        .find_map(super::verb_base)
        .filter(|base| WORDS.acts_done_to.contains(base));
    listed.or(gerund)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_for_acts_lead_to_their_verbs() {
        assert_eq!(act_of("removal"), Some("remove"));
        assert_eq!(act_of("killings"), Some("kill"));
        assert_eq!(act_of("harbour"), None);
    }
}
