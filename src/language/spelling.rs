//! British spelling made American, so that both are one word.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{WORDS, en};

/// Endings of verbs in -ise, as far as they follow the s.
const AFTER_S: [&str; 9] = [
    "e", "ed", "es", "ing", "er", "ers", "ation", "ations", "able",
];

/// Words that are spelled differently, and openings of such words.
struct Spellings {
    words: HashMap<&'static str, &'static str>,
    /// By their first letters.
    openings: HashMap<char, Vec<(&'static str, &'static str)>>,
}

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    let opening = |pair: (&'static str, &'static str)| {
        Some((pair.0.strip_suffix('-')?, pair.1.strip_suffix('-')?))
    };
    let mut openings: HashMap<char, Vec<_>> = HashMap::new();
    for (british, american) in en::SPELLINGS.pairs().filter_map(opening) {
        let first = british.chars().next().unwrap_or_default();
        openings.entry(first).or_default().push((british, american));
    }
    Spellings {
        words: en::SPELLINGS.pairs().collect(),
        openings,
    }
});

/// A lower-case word in American spelling: "labourers" → "laborers", "organised" → "organized", "four" → "four".
pub fn american(word: &str) -> String {
    if let Some(american) = SPELLINGS.words.get(word) {
        return (*american).to_string();
    }
    let open = |(british, american): &(&str, &str)| {
        Some(format!("{american}{}", word.strip_prefix(british)?))
    };
    let first = word.chars().next().unwrap_or_default();
    let openings = SPELLINGS.openings.get(&first).into_iter().flatten();
    let opened = openings.into_iter().find_map(open);
    opened
        .or_else(|| with_z(word))
        .unwrap_or_else(|| word.to_string())
}

/// A form of a verb in -ise with the z that American English writes, unless the s is there in both.
fn with_z(word: &str) -> Option<String> {
    let split = |end: &'static str| Some((word.strip_suffix(end)?.strip_suffix("is")?, end));
    let (start, end) = AFTER_S.into_iter().find_map(split)?;
    let base = format!("{start}ise");
    let is_other_word = start.ends_with(['a', 'e', 'o', 'u', 'w']) || start.len() < 2;
    (!is_other_word && !WORDS.always_s.contains(&base)).then(|| format!("{start}iz{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn british_words_become_american_and_others_stay() {
        for (british, written) in [
            ("labourers", "laborers"),
            ("neighbourhood", "neighborhood"),
            ("theatres", "theaters"),
            ("centred", "centered"),
            ("programme", "program"),
            ("programmer", "programmer"),
            ("defence", "defense"),
            ("organisation", "organization"),
            ("criticised", "criticized"),
            ("travelling", "traveling"),
            ("sceptical", "skeptical"),
        ] {
            assert_eq!(american(british), written);
        }
        for same in [
            "four",
            "our",
            "hour",
            "court",
            "tour",
            "source",
            "promise",
            "rising",
            "raised",
            "otherwise",
            "crises",
            "exercise",
            "premises",
            "noise",
            "advertising",
            "greyhound",
        ] {
            assert_eq!(american(same), same);
        }
    }
}
