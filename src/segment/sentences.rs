//! One block of text → sentences.
//!
//! English news prose: a sentence ends at `.`, `!`, `?` or `…` with the quotation marks and brackets that close after
//! it, before a capital, a digit or an opening mark. Quotations of several sentences are split inside, because each
//! sentence of a quotation can be cut or moved by itself; what is quoted is tracked apart from sentences.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::language::{self, PATTERNS, en};
use crate::span::Span;

/// What a full stop after an abbreviation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Title,
    Number,
    Inner,
}

static ABBREVIATIONS: LazyLock<BTreeMap<&str, Class>> =
    LazyLock::new(|| en::ABBREVIATIONS.read(entry).collect());

fn entry(entry: &'static str) -> Option<(&'static str, Class)> {
    let (word, class) = entry.split_once(' ')?;
    let class = match class {
        "title" => Class::Title,
        "number" => Class::Number,
        "inner" => Class::Inner,
        _ => return None,
    };
    Some((word, class))
}

/// The sentences of one block, without surrounding white space.
pub fn split(text: &str, block: Span) -> Vec<Span> {
    let words = block.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    for end in boundaries(words) {
        push(&mut found, words, block.start, start, end);
        start = end;
    }
    push(&mut found, words, block.start, start, words.len());
    found
}

fn push(found: &mut Vec<Span>, words: &str, shift: usize, start: usize, end: usize) {
    let piece = words.get(start..end).unwrap_or("");
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let from = shift + start + (piece.len() - piece.trim_start().len());
        found.push(Span::new(from, from + trimmed.len()));
    }
}

/// Byte offsets after which a new sentence starts.
fn boundaries(words: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = words
        .get(from..)
        .and_then(|rest| rest.find(is_terminator))
        .map(|i| from + i)
    {
        let stop = Stop::read(words, at);
        from = stop.end;
        if stop.ends_sentence() {
            found.push(stop.end);
        }
    }
    found
}

/// One run of terminators with the marks that close after it, and what stands around it.
struct Stop<'a> {
    /// The run itself: `.`, `?!`, `...`
    run: &'a str,
    /// Closing quotation marks and brackets after it.
    closing: &'a str,
    /// Everything before the run.
    before: &'a str,
    /// Everything after the closing marks.
    after: &'a str,
    /// Where the closing marks end.
    end: usize,
}

impl<'a> Stop<'a> {
    fn read(words: &'a str, at: usize) -> Self {
        let rest = words.get(at..).unwrap_or("");
        let run_len = rest.find(|c| !is_terminator(c)).unwrap_or(rest.len());
        let run_len = run_len + spaced_dots(rest.get(run_len..).unwrap_or(""));
        let behind = rest.get(run_len..).unwrap_or("");
        let closing_len = closing_marks(behind);
        let end = at + run_len + closing_len;
        Self {
            run: rest.get(..run_len).unwrap_or(""),
            closing: behind.get(..closing_len).unwrap_or(""),
            before: words.get(..at).unwrap_or(""),
            after: words.get(end..).unwrap_or(""),
            end,
        }
    }

    fn ends_sentence(&self) -> bool {
        if self.after.trim().is_empty() {
            return false;
        }
        if self.run.chars().any(is_wide_terminator) {
            return true;
        }
        if !self.after.starts_with(char::is_whitespace) || !opens_sentence(self.after.trim_start())
        {
            return false;
        }
        match self.run {
            "." | ".." => self.full_stop_ends(),
            run if run.contains(['!', '?']) => !self.is_attributed(),
            _ => self.ellipsis_ends(),
        }
    }

    /// Whether a single full stop here is more than the dot of an abbreviation or initial.
    fn full_stop_ends(&self) -> bool {
        let quoted = self.closing.contains(|c| !matches!(c, ')' | ']'));
        if quoted
            || self
                .before
                .ends_with(|c: char| !c.is_alphanumeric() && !c.is_whitespace())
        {
            return true;
        }
        let token = last_token(self.before);
        if token.is_empty() {
            return false;
        }
        let alone = token.len() == self.before.trim_start().len();
        if alone && token.chars().all(|c| c.is_ascii_digit()) {
            return false; // the number of a list item
        }
        let next = self.after.trim_start();
        match ABBREVIATIONS.get(token) {
            Some(Class::Title) => return false,
            Some(Class::Number) if next.starts_with(|c: char| c.is_ascii_digit()) => return false,
            Some(Class::Inner) => return starts_with_opener(next),
            _ => {}
        }
        if is_initial(token) || is_dotted(token) {
            starts_with_opener(next)
        } else {
            true
        }
    }

    /// Whether `!` or `?` belongs to a quotation whose speaker follows: “Why?” Ms. Crane asked.
    fn is_attributed(&self) -> bool {
        let quoted = self.closing.contains(['"', '”', '’', '\'', '»']);
        quoted && PATTERNS.asked.is_match(self.after)
    }

    /// Dots that stand for left-out words end a sentence only when they hang on a word and the next word opens one.
    fn ellipsis_ends(&self) -> bool {
        let hangs = !self.before.ends_with(char::is_whitespace);
        let next = self.after.trim_start();
        !self.closing.is_empty() || (hangs && (self.run.len() == 4 || starts_with_opener(next)))
    }
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…') || is_wide_terminator(c)
}

fn is_wide_terminator(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

/// Length of further dots set with spaces between them: the ` . .` of `. . .`
fn spaced_dots(rest: &str) -> usize {
    let mut len = 0;
    while rest
        .get(len..)
        .is_some_and(|r| r.starts_with(" .") && !r[2..].starts_with(|c: char| c.is_alphanumeric()))
    {
        len += 2;
    }
    len
}

/// Length of the quotation marks, brackets and footnote signs that close right after a terminator.
fn closing_marks(behind: &str) -> usize {
    let mut len = 0;
    for c in behind.chars() {
        let closes = matches!(
            c,
            '"' | '”' | '’' | '\'' | '»' | '›' | ')' | ']' | '」' | '』' | '*'
        );
        if !closes {
            break;
        }
        len += c.len_utf8();
    }
    // a straight mark with a letter right after it opens the next word instead
    if behind
        .get(len..)
        .is_some_and(|r| r.starts_with(char::is_alphanumeric))
    {
        0
    } else {
        len
    }
}

/// Whether a sentence can start like this: a capital, a digit or a letter without case, opening marks before it.
fn opens_sentence(next: &str) -> bool {
    let first = next.trim_start_matches([
        '"', '“', '‘', '\'', '«', '‹', '(', '[', '„', '「', '『', '—', '–', '-', ' ', '$', '£',
        '€', '#', '@', '¿', '¡', '•',
    ]);
    first.chars().next().is_some_and(|c| {
        c.is_uppercase() || c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase())
    })
}

/// The letters, digits and dots right before a full stop.
fn last_token(before: &str) -> &str {
    let from = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '.' | '-'))
        .last()
        .map_or(before.len(), |(i, _)| i);
    before.get(from..).unwrap_or("").trim_start_matches('-')
}

fn is_initial(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// `U.S`, `a.m`, `D.C`: letters divided by dots.
fn is_dotted(token: &str) -> bool {
    token.contains('.')
        && token
            .split('.')
            .all(|part| (1..=2).contains(&part.len()) && part.chars().all(char::is_alphabetic))
}

fn starts_with_opener(next: &str) -> bool {
    if next.starts_with(['"', '“', '‘', '«', '„']) {
        return true;
    }
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    language::is_opener(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences of each line of the case table, divided by ` | ` where the splitter must divide.
    #[test]
    fn the_case_table_holds() {
        let table = include_str!("../../fixtures/cases/sentences.txt");
        let cases: Vec<&str> = table
            .lines()
            .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
            .collect();
        assert!(cases.len() > 40);
        let mut wrong = Vec::new();
        for case in cases {
            let text = case.replace(" | ", " ");
            let spans = split(&text, Span::new(0, text.len()));
            let got = spans
                .iter()
                .map(|s| s.of(&text))
                .collect::<Vec<_>>()
                .join(" | ");
            if got != case {
                wrong.push(format!("want {case}\n got {got}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
