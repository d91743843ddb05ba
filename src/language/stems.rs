//! Words for comparing: stems, and the words that say nothing about what a sentence is about.

use std::collections::HashSet;
use std::sync::LazyLock;

use waken_snowball::Algorithm;

use super::en;

static STOP_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| en::STOP_WORDS.entries().collect());

/// Bytes of the longest word that has a stem; the time it takes grows with the square of them, and a longer one is none.
const LONGEST: usize = 100;

/// Whether a lower-case word is a function word or only hands over somebody's words: "the", "said".
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(word)
}

/// The stem (Snowball English) of a word, in lower case and without a possessive ending; a word for a state is the
/// state's name, so that "Finnish" and "Finland" meet.
pub fn stem(word: &str) -> String {
    let bare = word
        .strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word);
    if let Some((state, _)) = super::state(bare) {
        return state.to_lowercase();
    }
    let lower = bare.to_lowercase().replace(['.', '’', '\''], "");
    if lower.len() > LONGEST {
        return lower;
    }
    waken_snowball::stem(Algorithm::English, &lower).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        assert_eq!(stem("adding"), stem("added"));
        assert_eq!(stem("Finnish"), stem("Finland’s"));
        let endless = "ings".repeat(200_000);
        assert_eq!(stem(&endless), endless);
        assert!(is_stop_word("the") && !is_stop_word("harbour"));
    }
}
