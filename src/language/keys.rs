//! Words as they are compared, without what only writes them differently.

use unicode_normalization::UnicodeNormalization;

/// Characters that are not seen: they say where a word may be divided or joined.
const UNSEEN: [char; 5] = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}'];

/// A word in lower case with straight apostrophes, without accents, unseen characters and, unless it is a number, without
/// dots: "F.B.I." and "FBI" are one word.
pub fn key(word: &str) -> String {
    let plain = word
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c) && !UNSEEN.contains(c));
    let plain = plain.filter(|c| *c != '.' || word.starts_with(|c: char| c.is_ascii_digit()));
    plain
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}

/// "wasn't" as "was" and "not", "he's" as "he".
pub fn uncontracted(key: &str) -> Vec<String> {
    if let Some(verb) = key.strip_suffix("n't") {
        return vec![verb.to_string(), "not".to_string()];
    }
    let bare = ["'s", "'re", "'ve", "'ll", "'m", "'d"]
        .iter()
        .find_map(|end| key.strip_suffix(end));
    vec![bare.unwrap_or(key).to_string()]
}

/// Whether a word, as it is compared, says something of its own: it is no function word, or it denies.
pub fn is_telling(key: &str) -> bool {
    super::is_negation(key) || !super::is_stop_word(&key.replace('\'', ""))
}
