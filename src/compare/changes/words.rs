//! The words of a text as they are compared: without case, marks and accents.

use unicode_normalization::UnicodeNormalization;

use crate::language;
use crate::model::Document;
use crate::span::Span;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in its article.
    pub span: Span,
    /// What it is compared by: lower case, straight apostrophes, no dots, no accents.
    pub key: String,
}

/// The words of the sentences of an article that lie in a span.
pub fn of_span(document: &Document, span: Span) -> Vec<Word> {
    let near = document.sentences.iter().filter(|s| s.span.overlaps(span));
    let inside = near
        .flat_map(|s| s.words.iter())
        .filter(|w| span.contains(**w));
    of(&document.article.text, inside.copied())
}

/// The words at some places of a text.
pub fn of(text: &str, spans: impl Iterator<Item = Span>) -> Vec<Word> {
    spans
        .map(|span| Word {
            span,
            key: key(span.of(text)),
        })
        .collect()
}

fn key(word: &str) -> String {
    let plain = word
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let plain = plain.filter(|c| *c != '.' || word.starts_with(|c: char| c.is_ascii_digit()));
    plain
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}

/// Whether a word says something of its own: it is no function word, or it denies.
pub fn is_telling(key: &str) -> bool {
    language::is_negation(key) || !language::is_stop_word(&key.replace('\'', ""))
}

/// Whether two stretches of words differ only in spelling, inflection, contraction or words that say nothing of their
/// own: "he's" and "he is", "work force" and "workforce", "showing" and "show".
pub fn alike(ours: &[Word], theirs: &[Word]) -> bool {
    let joined = |words: &[Word]| {
        let plain = words.iter().map(|w| w.key.replace('\'', ""));
        plain.map(|w| language::american(&w)).collect::<String>()
    };
    let telling = |words: &[Word]| {
        let plain = words.iter().flat_map(|w| uncontracted(&w.key));
        plain
            .filter(|w| is_telling(w))
            .map(|w| language::stem(&language::american(&w)))
            .collect::<Vec<String>>()
    };
    joined(ours) == joined(theirs) || telling(ours) == telling(theirs)
}

/// "wasn't" as "was" and "not", "he's" as "he".
fn uncontracted(key: &str) -> Vec<String> {
    if let Some(verb) = key.strip_suffix("n't") {
        return vec![verb.to_string(), "not".to_string()];
    }
    let bare = ["'s", "'re", "'ve", "'ll", "'m", "'d"]
        .iter()
        .find_map(|end| key.strip_suffix(end));
    vec![bare.unwrap_or(key).to_string()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_alike(a: &str, b: &str) -> bool {
        let words = |text: &str| -> Vec<Word> {
            text.split(' ')
                .map(|w| Word {
                    span: Span::new(0, 0),
                    key: key(w),
                })
                .collect()
        };
        alike(&words(a), &words(b))
    }

    #[test]
    fn spelling_and_inflection_are_no_change_and_other_words_are() {
        for (a, b) in [
            ("F.B.I.", "FBI"),
            ("Peña", "Pena"),
            ("he’s", "he is"),
            ("work force", "workforce"),
        ] {
            assert!(are_alike(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("showing", "show"),
            ("the", "a"),
            ("labour", "labor"),
            ("organising", "organized"),
            ("wasn’t", "was not"),
        ] {
            assert!(are_alike(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("was", "was not"),
            ("bomb", "arms"),
            ("Monday", "Friday"),
            ("full", ""),
            ("four", "for"),
        ] {
            assert!(!are_alike(a, b), "{a} {b}");
        }
    }
}
