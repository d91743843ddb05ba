//! What a number is said of: the noun phrase behind it.

use crate::lexicon;

/// Words that end the noun phrase behind a number.
const ENDS: [&str; 40] = [
    "after", "ago", "and", "are", "as", "at", "before", "but", "by", "during", "for", "from", "had", "has", "have",
    "if", "in", "into", "is", "near", "on", "or", "over", "since", "than", "that", "through", "to", "under", "until",
    "was", "were", "when", "where", "which", "while", "who", "whose", "will", "with",
];

/// Words of that phrase that do not tell what is counted.
const EMPTY: [&str; 14] =
    ["a", "additional", "an", "extra", "further", "his", "her", "its", "more", "new", "of", "other", "the", "their"];

/// Most words of the noun phrase behind a number that are looked at.
const REACH: usize = 4;

/// Stems of the words that a number is said of, in order; the last is the head.
pub fn behind<'a>(words: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut found = Vec::new();
    for (gap, word) in words.take(REACH) {
        let lower = word.to_lowercase();
        let breaks = gap.contains([',', ';', ':', '.', '(', '“', '"', '—', '–']);
        if breaks || ENDS.contains(&lower.as_str()) || lower.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        let adverb = lower.ends_with("ly") && lexicon::role(&lower).is_none();
        if !EMPTY.contains(&lower.as_str()) && !adverb {
            found.push(lexicon::stem(&lower));
        }
        if is_plural(&lower) {
            return found;
        }
    }
    found.truncate(1); // without a plural to end it, what follows may be a verb
    found
}

/// Plurals that do not end in s.
const IRREGULAR: [&str; 10] =
    ["children", "clergy", "crew", "cattle", "men", "people", "personnel", "police", "staff", "women"];

fn is_plural(word: &str) -> bool {
    let ends = word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    ends || IRREGULAR.iter().any(|w| word.ends_with(w))
}
