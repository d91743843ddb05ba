//! One sentence → tokens for reading its grammar: words, punctuation, and each quoted passage as one opaque token.

use super::grammar::{self, Tag};
use super::marks::Passage;
use crate::span::Span;

/// A word, a mark, or a whole quoted passage.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands in the article's text.
    pub span: Span,
    /// The word in small letters, apostrophes straight; of a passage the comma or stop it ends with, if any.
    pub lower: String,
    /// What it is.
    pub tag: Tag,
    /// Whether it starts with a capital letter.
    pub capital: bool,
    /// Index of the passage it stands for.
    pub passage: Option<usize>,
}

impl Token {
    /// Whether it is a word and not punctuation or a passage.
    pub fn is_word(&self) -> bool {
        !self.lower.is_empty() && !matches!(self.tag, Tag::Quote | Tag::Comma | Tag::Colon | Tag::Break | Tag::Stop)
    }
}

/// The tokens of a sentence; `passages` are those of the whole article, outermost first.
pub fn read(text: &str, sentence: Span, passages: &[(usize, Passage)]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some((index, passage)) = passages.iter().find(|(_, p)| p.outer.covers(at)) {
            let end = passage.outer.end.min(sentence.end);
            found.push(Token {
                span: Span::new(at, end),
                lower: passage
                    .inner
                    .of(text)
                    .chars()
                    .next_back()
                    .filter(|c| ",.!?…".contains(*c))
                    .map(String::from)
                    .unwrap_or_default(),
                tag: Tag::Quote,
                capital: passage.inner.of(text).starts_with(char::is_uppercase),
                passage: Some(*index),
            });
            at = end;
            continue;
        }
        let stop = passages.iter().map(|(_, p)| p.outer.start).filter(|s| *s > at).min().unwrap_or(sentence.end);
        let piece = Span::new(at, stop.min(sentence.end));
        plain(text, piece, sentence.end, &mut found);
        at = piece.end;
    }
    grammar::tag(text, &mut found);
    found
}

/// Words and punctuation of a piece without passages.
fn plain(text: &str, piece: Span, sentence_end: usize, found: &mut Vec<Token>) {
    let words = piece.of(text);
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let start = piece.start + at;
        if !(c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '#' | '@')) {
            if !is_inner_stop(c, words.get(at + c.len_utf8()..), piece.end == sentence_end) {
                found.push(mark(start, c));
            }
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next_at, next)) = chars.peek().copied() {
            if !continues_word(words, next_at, next) {
                break;
            }
            end = next_at + next.len_utf8();
            chars.next();
        }
        word(text, Span::new(start, piece.start + end), found);
    }
}

/// A full stop inside a sentence belongs to an abbreviation ("Md.,"): it ends nothing.
fn is_inner_stop(c: char, rest: Option<&str>, is_last_piece: bool) -> bool {
    let ends = rest.is_none_or(|r| !r.contains(char::is_alphanumeric));
    matches!(c, '.' | '!' | '?') && !(ends && is_last_piece)
}

/// Letters, digits, and marks between them: hyphen, apostrophe, the dots of "U.S." and of initials, "1,200".
fn continues_word(words: &str, at: usize, c: char) -> bool {
    if c.is_alphanumeric() || c == '%' {
        return true;
    }
    let before = words.get(..at).and_then(|w| w.chars().next_back());
    let after = words.get(at + c.len_utf8()..).and_then(|w| w.chars().next());
    let between_words = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    match c {
        '\'' | '’' | '-' | '‑' | '&' | '/' | '@' | '_' => between_words,
        ',' => before.is_some_and(|b| b.is_ascii_digit()) && after.is_some_and(|a| a.is_ascii_digit()),
        '.' => between_words || is_abbreviation(words.get(..at).unwrap_or("")),
        _ => false,
    }
}

/// Whether a full stop behind these words belongs to the last of them.
fn is_abbreviation(words: &str) -> bool {
    let word = words.rsplit(|c: char| c.is_whitespace() || "([{".contains(c)).next().unwrap_or("");
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let initial = letters == 1 && word.starts_with(char::is_uppercase);
    initial || (word.contains('.') && letters <= 4) || grammar::is_title_abbreviation(word)
}

fn mark(start: usize, c: char) -> Token {
    let tag = match c {
        ',' => Tag::Comma,
        ':' => Tag::Colon,
        ';' | '—' | '–' | '―' | '-' | '(' | ')' | '[' | ']' => Tag::Break,
        '.' | '!' | '?' | '…' => Tag::Stop,
        _ => Tag::Mark,
    };
    Token { span: Span::new(start, start + c.len_utf8()), lower: c.to_string(), tag, capital: false, passage: None }
}

/// A word, with a possessive or contracted ending as a token of its own.
fn word(text: &str, span: Span, found: &mut Vec<Token>) {
    let words = span.of(text);
    let lower = words.to_lowercase().replace('’', "'");
    let ending =
        ["'s", "'re", "'ve", "'ll", "'d", "'m"].into_iter().find(|e| lower.len() > e.len() && lower.ends_with(e));
    let split = ending.and_then(|e| words.rfind(['\'', '’']).map(|at| (span.start + at, e)));
    let stem = Span::new(span.start, split.map_or(span.end, |(at, _)| at));
    let capital = stem.of(text).starts_with(char::is_uppercase);
    let lower_stem = lower.strip_suffix(ending.unwrap_or("")).unwrap_or(&lower).to_string();
    found.push(Token { span: stem, lower: lower_stem, tag: Tag::Word, capital, passage: None });
    if let Some((at, ending)) = split {
        let lower = ending.to_string();
        found.push(Token { span: Span::new(at, span.end), lower, tag: Tag::Word, capital: false, passage: None });
    }
}
