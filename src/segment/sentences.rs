//! One block of text → sentences.
//!
//! English news prose: a sentence ends at `.`, `!`, `?` or `…` with the quotation marks and brackets that close after
//! it, before a capital, a digit or an opening mark. Quotations of several sentences are split inside, because each
//! sentence of a quotation can be cut or moved by itself; what is quoted is tracked apart from sentences.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::foreign;
use crate::language::{self, PATTERNS, WORDS, calendar, en};
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

/// The sentences of one block, without surrounding white space; the language is a BCP 47 tag, English where unknown.
pub fn split(text: &str, block: Span, language: Option<&str>) -> Vec<Span> {
    let words = block.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    for end in boundaries(words, language) {
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
fn boundaries(words: &str, language: Option<&str>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some(at) = words
        .get(from..)
        .and_then(|rest| rest.find(is_terminator))
        .map(|i| from + i)
    {
        let stop = Stop::read(words, at);
        from = stop.end;
        let keeps = || stop.run == "." && foreign::keeps_stop(language, last_token(stop.before));
        let sentence = words.get(start..stop.end).unwrap_or("");
        if stop.ends_sentence(sentence) && !keeps() && !is_bracketed(sentence, stop.after) {
            found.push(stop.end);
            start = stop.end;
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

    /// Whether the sentence that reaches to here ends here.
    fn ends_sentence(&self, sentence: &str) -> bool {
        if self.after.trim().is_empty() {
            return false;
        }
        if self.run.chars().any(is_wide_terminator) {
            return true;
        }
        if self.lacks_blank() {
            return true;
        }
        if !self.after.starts_with(char::is_whitespace) || !opens_sentence(self.after.trim_start())
        {
            return false;
        }
        match self.run {
            "." | ".." => self.full_stop_ends(sentence),
            run if run.contains(['!', '?']) => !self.is_attributed(),
            _ => self.ellipsis_ends(),
        }
    }

    /// Whether a single full stop here is more than the dot of an abbreviation or initial.
    fn full_stop_ends(&self, sentence: &str) -> bool {
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
        if is_initial(token) {
            starts_with_opener(next) || is_lettered(self.before, token)
        } else if is_small_letter(token) {
            starts_with_opener(next)
        } else if foreign::is_day(token, next) {
            false
        } else if is_dotted(token) {
            starts_with_opener(next) || opens_with_subject_day(sentence, next)
        } else {
            true
        }
    }

    /// "… in 2016.In January", "the wall.“It is": the blank after a full stop is missing, and a word that opens sentences or
    /// a quotation follows; after a clock time, and after a word in small letters ("the wall.Pell left"), any word with a
    /// capital does.
    fn lacks_blank(&self) -> bool {
        let quoted = self.after.strip_prefix(['“', '«']);
        let next: String = self
            .after
            .chars()
            .take_while(|c| c.is_alphabetic())
            .take(LONGEST_OPENER)
            .collect();
        let behind = self.after.get(next.len()..).unwrap_or("");
        let timed = matches!(last_token(self.before), "a.m" | "p.m");
        let token = last_token(self.before);
        let is_small = token.chars().all(char::is_lowercase);
        let opens = (self.run == "." || is_small && matches!(self.run, "!" | "?"))
            && next.starts_with(char::is_uppercase)
            && next.len() > 1
            && behind.starts_with(char::is_whitespace)
            && (timed || is_small || language::is_opener(&next.to_lowercase()));
        let opens_quotation =
            self.run == "." && quoted.is_some_and(|words| words.starts_with(char::is_uppercase));
        let is_plain = |c: char| c.is_ascii_digit() || c.is_lowercase();
        let ends_word = |token: &str| {
            token.chars().count() > 2 && !token.contains('.') && token.ends_with(is_plain)
        };
        let is_closed = self.closing.ends_with(['”', '»']);
        timed && opens || (opens || opens_quotation) && (is_closed || ends_word(token))
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
    // A straight mark with a letter right after it opens the next word instead; one that can only close, before a capital,
    // stands where a blank is missing.
    let (marks, next) = behind.split_at(len);
    let only_closes = marks.ends_with(['”', '»', ')']) && next.starts_with(char::is_uppercase);
    if next.starts_with(char::is_alphanumeric) && !only_closes {
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

/// "z. B.", "u. a.", "Ames v. Holt": a small letter by itself is a part of an abbreviation.
fn is_small_letter(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(char::is_lowercase) && chars.next().is_none()
}

/// Letters of a word that may open a sentence.
const LONGEST_OPENER: usize = 20;

/// Bytes on either side of a stop that are looked through for the brackets round it.
const BRACKETED: usize = 400;

/// Whether a stop stands in brackets that open inside its sentence and close later on: what they hold is part of it.
fn is_bracketed(sentence: &str, after: &str) -> bool {
    let depth = |text: &str| {
        let count = |signs: [char; 2]| text.matches(signs).count();
        (count(['(', '[']), count([')', ']']))
    };
    let behind = sentence.trim_start();
    let near = behind.floor_char_boundary(behind.len().saturating_sub(BRACKETED));
    let inside = behind.get(near..).unwrap_or("");
    let (opened, closed) = depth(inside);
    let ahead = after
        .get(..after.floor_char_boundary(BRACKETED))
        .unwrap_or("");
    let closes = ahead
        .find([')', ']'])
        .is_some_and(|at| !ahead.get(..at).unwrap_or("").contains(['(', '[']));
    opened > closed && closes && !behind.starts_with(['(', '['])
}

/// Whether the word before a single letter is one that letters are given to: "size S", "vitamin D".
fn is_lettered(before: &str, letter: &str) -> bool {
    let rest = before.strip_suffix(letter).unwrap_or(before).trim_end();
    let word = rest.rsplit(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| WORDS.lettered.contains(&word.to_lowercase()))
}

/// "The vote will be at 5 p.m. Tuesday will be quiet.": a weekday after a time of day is the subject of the next
/// sentence where it has a verb of its own and the sentence before has one too.
fn opens_with_subject_day(sentence: &str, next: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’');
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let ahead = words(next.get(..next.floor_char_boundary(60)).unwrap_or(""));
    let is_day = ahead
        .first()
        .is_some_and(|day| calendar::weekday(day).is_some());
    let has_verb = |word: &String| WORDS.auxiliaries.contains(word);
    let start = sentence.floor_char_boundary(sentence.len().saturating_sub(BRACKETED));
    let behind = words(sentence.get(start..).unwrap_or(""));
    let relative = |word: &String| matches!(word.as_str(), "that" | "which" | "who");
    is_day
        && ahead.get(1).is_some_and(has_verb)
        && behind.iter().any(has_verb)
        && !behind.iter().any(relative)
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

    /// Sentences of each line of the case table, divided by ` | ` where the splitter must divide, by `|` where the blank is
    /// missing; `[de]` before a line says its language.
    #[test]
    fn the_case_table_holds() {
        let table = include_str!("../../fixtures/cases/sentences.txt");
        let cases: Vec<&str> = table
            .lines()
            .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
            .collect();
        assert!(cases.len() > 40);
        let mut wrong = Vec::new();
        for line in cases {
            let tagged = line.strip_prefix('[').and_then(|l| l.split_once("] "));
            let (language, case) = tagged.map_or((None, line), |(tag, case)| (Some(tag), case));
            let text = case.replace(" | ", " ").replace('|', "");
            let spans = split(&text, Span::new(0, text.len()), language);
            let mut got = String::new();
            for (i, span) in spans.iter().enumerate() {
                let before = spans.get(i.wrapping_sub(1)).filter(|_| i > 0);
                match before.map(|b| b.end == span.start) {
                    Some(true) => got.push('|'),
                    Some(false) => got.push_str(" | "),
                    None => {}
                }
                got.push_str(span.of(&text));
            }
            if got != case {
                wrong.push(format!("want {case}\n got {got}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn sentences<'a>(text: &'a str, language: Option<&str>) -> Vec<&'a str> {
        let spans = split(text, Span::new(0, text.len()), language);
        spans.iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn a_blank_that_is_missing_divides_before_words_that_open_sentences() {
        let text = "The pier closed in 2030.In June it opened. See pier.example for more.";
        assert_eq!(sentences(text, None).len(), 3);
        let text = "It fell.“We saw it,” said Orr. She left at 5 p.m.Two men stayed.";
        assert_eq!(sentences(text, None).len(), 4);
    }

    #[test]
    fn stops_of_other_languages_belong_to_their_words() {
        let text = "Am 29. Juli fehlten z. B. ca. 4 Mio. Kronen. Der Rat schwieg.";
        assert_eq!(sentences(text, Some("de")).len(), 2);
        assert_eq!(
            sentences("M. Lind a parlé. Mme Brook est partie.", Some("fr")).len(),
            2
        );
    }
}
