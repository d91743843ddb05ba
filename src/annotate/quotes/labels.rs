//! The label that opens a paragraph of a transcript or an interview: "ADA BROOK, HOST:", "KERN (voice-over):", "Q:".

use crate::language::{self, WORDS};
use crate::span::Span;

/// Bytes that a label may have, what stands in it behind a comma or in brackets included.
const LONGEST: usize = 90;
/// Words that a name in a label may have, titles included.
const MOST_WORDS: usize = 6;

/// A paragraph's label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its words.
    pub span: Span,
    /// The name in it without titles.
    pub name: String,
    /// Where the words behind its colon begin.
    pub content: usize,
    /// Whether the name is all capitals.
    pub is_capitals: bool,
}

impl Label {
    /// The label that the text of a block opens with.
    pub fn read(text: &str, block: Span) -> Option<Self> {
        let words = block.of(text);
        if let Some(label) = Self::letter(words, block) {
            return Some(label);
        }
        let colon = words.find(':').filter(|&at| at <= LONGEST)?;
        let behind = words.get(colon + 1..)?;
        if !behind.starts_with(char::is_whitespace) || !behind.contains(char::is_alphanumeric) {
            return None;
        }
        let printed = words.get(..colon)?;
        let bare = without_brackets(printed).trim();
        let (name, described) = bare.split_once(',').unwrap_or((bare, ""));
        let is_capitals = !name.contains(char::is_lowercase);
        let named = named(name)?;
        (described.is_empty() || is_capitals).then(|| Self {
            span: Span::new(block.start, block.start + printed.trim_end().len()),
            name: named,
            content: block.start + colon + 1 + (behind.len() - behind.trim_start().len()),
            is_capitals,
        })
    }

    /// "Q. " and "A. ", as print has them; whether "A." is a label and no initial is told by the questions beside it.
    fn letter(words: &str, block: Span) -> Option<Self> {
        let name = words
            .get(..1)
            .filter(|letter| asks(letter) || answers(letter))?;
        let behind = words.get(1..)?.strip_prefix(". ")?;
        let gap = behind.len() - behind.trim_start().len();
        Some(Self {
            span: Span::new(block.start, block.start + 1),
            name: name.to_string(),
            content: block.start + 3 + gap,
            is_capitals: true,
        })
    }
}

/// Whether the name of a label only says that a question follows.
pub fn asks(name: &str) -> bool {
    WORDS.questioners.contains(&key(name))
}

/// Whether the name of a label only says that an answer follows.
pub fn answers(name: &str) -> bool {
    WORDS.answerers.contains(&key(name))
}

fn key(name: &str) -> String {
    name.trim_end_matches('.').to_lowercase()
}

/// A label without what stands in brackets at its end: "(voice-over)", "[through translator]".
fn without_brackets(label: &str) -> &str {
    let opens = label
        .ends_with([')', ']'])
        .then(|| label.find(['(', '[']))
        .flatten();
    opens.and_then(|at| label.get(..at)).unwrap_or(label)
}

/// The name in a label, titles left out: a few words, all of them capitalised but for particles.
fn named(label: &str) -> Option<String> {
    let words: Vec<&str> = label.split_whitespace().collect();
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '&');
    let is_name = |word: &&str| {
        let capital = word.starts_with(char::is_uppercase);
        (capital || WORDS.name_particles.contains(word)) && word.chars().all(is_letter)
    };
    if words.is_empty() || words.len() > MOST_WORDS || !words.iter().all(is_name) {
        return None;
    }
    let is_title = |word: &&&str| {
        let lower = word.trim_end_matches('.').to_lowercase();
        language::title(&lower).is_some() || language::role(&lower).is_some()
    };
    let titles = words.iter().take_while(is_title).count();
    let kept = words.get(titles.min(words.len() - 1)..)?;
    Some(kept.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, &str)> {
        let label = Label::read(text, Span::new(0, text.len()))?;
        Some((label.name.clone(), text.get(label.content..)?))
    }

    #[test]
    fn a_label_is_a_name_before_a_colon() {
        for (line, name) in [
            ("ADA BROOK, HOST: Good evening.", Some("ADA BROOK")),
            ("MAYOR ADA BROOK: Good evening.", Some("ADA BROOK")),
            ("LIND (voice-over): Good evening.", Some("LIND")),
            ("Tom van der Lind: Good evening.", Some("Tom van der Lind")),
            ("Q: Good evening.", Some("Q")),
            ("Q. Good evening.", Some("Q")),
            ("What we know: Good evening.", None),
            ("It opens at 9:30 today.", None),
            ("Tom Lind, who was there: Good evening.", None),
            ("Tom Lind:", None),
        ] {
            let want = name.map(|name| (name.to_string(), "Good evening."));
            assert_eq!(read(line), want, "{line}");
        }
    }
}
