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
}

impl Word {
    /// Whether it says something of its own: it is no function word, or it denies.
    pub fn is_telling(&self) -> bool {
        language::is_telling(&self.key)
    }
}

/// Whether two stretches of words differ only in spelling, inflection, contraction, the way a number is written, or words
/// that say nothing of their own: "he's" and "he is", "work force" and "workforce", "showing" and "show".
pub fn are_alike(ours: &[Word], theirs: &[Word]) -> bool {
    let joined = |words: &[Word]| {
        let plain = words.iter().map(|w| w.key.replace('\'', ""));
        let text = plain.map(|w| language::american(&w)).collect::<String>();
        language::numbers::place(&text).map_or(text, |place| place.to_string())
    };
    let telling = |words: &[Word]| {
        let plain = words.iter().flat_map(|w| language::uncontracted(&w.key));
        plain
            .filter(|w| language::is_telling(w))
            .map(|w| language::stem(&language::american(&w)))
            .collect::<Vec<String>>()
    };
    joined(ours) == joined(theirs) || telling(ours) == telling(theirs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> bool {
        let words = |text: &str| -> Vec<Word> {
            text.split(' ')
                .map(|w| Word {
                    span: Span::new(0, 0),
                    key: language::key(w),
                })
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
