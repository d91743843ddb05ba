//! A word as it is compared, and what makes two stretches of words the same.

use crate::language;
use crate::span::Span;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in its article.
    pub span: Span,
    /// What it is compared by: lower case, straight apostrophes, no dots, no accents.
    pub key: String,
    /// The key in American spelling, without apostrophes.
    spelled: String,
    /// The stems of what it says of its own: none of a function word, one of most, two of some contractions.
    stems: Vec<String>,
}

impl Word {
    /// The word that stands in a place and is compared by a key.
    pub fn new(span: Span, key: String) -> Self {
        let plain = language::uncontracted(&key).into_iter();
        let stems = plain
            .filter(|w| language::is_telling(w))
            .map(|w| language::stem(&language::american(&w)))
            .collect();
        Self {
            span,
            spelled: language::american(&key.replace('\'', "")),
            stems,
            key,
        }
    }

    /// Whether it says something of its own: it is no function word, or it denies.
    pub fn is_telling(&self) -> bool {
        language::is_telling(&self.key)
    }
}

/// Whether two stretches of words differ only in spelling, inflection, contraction, the way a number is written, or words
/// that say nothing of their own: "he's" and "he is", "work force" and "workforce", "showing" and "show".
pub fn are_alike(ours: &[Word], theirs: &[Word]) -> bool {
    fn stems(words: &[Word]) -> impl Iterator<Item = &String> {
        words.iter().flat_map(|w| &w.stems)
    }
    let joined = |words: &[Word]| {
        let text: String = words.iter().map(|w| w.spelled.as_str()).collect();
        language::numbers::place(&text).map_or(text, |place| place.to_string())
    };
    stems(ours).eq(stems(theirs)) || joined(ours) == joined(theirs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> bool {
        let words = |text: &str| -> Vec<Word> {
            text.split(' ')
                .map(|w| Word::new(Span::new(0, 0), language::key(w)))
                .collect()
        };
        are_alike(&words(a), &words(b))
    }

    #[test]
    fn spelling_and_inflection_are_no_change_and_other_words_are() {
        for (a, b) in [
            ("F.B.I.", "FBI"),
            ("Peña", "Pena"),
            ("he’s", "he is"),
            ("work force", "workforce"),
            ("showing", "show"),
            ("the", "a"),
            ("labour", "labor"),
            ("organising", "organized"),
            ("wasn’t", "was not"),
            ("12th", "12"),
            ("twenty-sixth", "26th"),
        ] {
            assert!(alike(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("was", "was not"),
            ("bomb", "arms"),
            ("Monday", "Friday"),
            ("full", ""),
            ("four", "for"),
        ] {
            assert!(!alike(a, b), "{a} {b}");
        }
    }
}
