//! One sentence → words.

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;

/// Words and numbers in order, without punctuation; hyphens and slashes divide, dotted acronyms do not ("U.S." is one
/// word with its last dot).
pub fn split(text: &str, sentence: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, word) in sentence.of(text).unicode_word_indices() {
        let start = sentence.start + at;
        let mut end = start + word.len();
        let is_acronym = word.contains('.') && word.chars().all(|c| c.is_alphabetic() || c == '.');
        if is_acronym
            && word.len() <= 8
            && text.get(end..).is_some_and(|rest| rest.starts_with('.'))
            && end < sentence.end
        {
            end += 1;
        }
        found.push(Span::new(start, end));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        split(text, Span::new(0, text.len()))
            .iter()
            .map(|s| s.of(text))
            .collect()
    }

    #[test]
    fn hyphens_divide_and_dotted_acronyms_do_not() {
        assert_eq!(
            words("The U.S.-made pump cost 1,187.50 crowns."),
            ["The", "U.S.", "made", "pump", "cost", "1,187.50", "crowns"]
        );
        assert_eq!(
            words("Ada’s men can't/won't go."),
            ["Ada’s", "men", "can't", "won't", "go"]
        );
    }
}
