//! Lines that are page and not article, known by how they read; the rules stand in `residue.txt`.

use std::sync::{LazyLock, OnceLock};

use regex::bytes::Regex;

use crate::language::built_in::ascii_pattern;
use crate::language::en;

/// One rule: how a line reads and what it is then.
struct Rule {
    reason: &'static str,
    most_words: usize,
    form: String,
    compiled: OnceLock<Regex>,
}

impl Rule {
    /// Whether a line in ASCII reads so. The expression is compiled for the first line that is short enough for it.
    fn fits(&self, line: &[u8]) -> bool {
        self.compiled
            .get_or_init(|| ascii_pattern(&self.form))
            .is_match(line)
    }
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| en::RESIDUE.read(rule).collect());

fn rule(entry: &'static str) -> Option<Rule> {
    let mut cells = entry.splitn(3, " | ");
    let (reason, most_words, form) = (cells.next()?, cells.next()?.parse().ok()?, cells.next()?);
    Some(Rule {
        reason,
        most_words,
        form: format!("^(?i:{form})"),
        compiled: OnceLock::new(),
    })
}

/// Why a line is page and not article, or none where nothing in its wording says so.
pub fn reason(line: &str) -> Option<&'static str> {
    let words = line.split_whitespace().count();
    let ascii = ascii(line);
    let mut fitting = RULES.iter().filter(|r| words <= r.most_words);
    fitting.find(|r| r.fits(&ascii)).map(|r| r.reason)
}

/// A line in ASCII, as the rules want it.
fn ascii(line: &str) -> Vec<u8> {
    let mut ascii = Vec::with_capacity(line.len());
    for c in line.chars() {
        match c {
            _ if c.is_ascii() => ascii.push(c as u8),
            '©' => ascii.extend(b"(c) "),
            _ => ascii.push(alike(c)),
        }
    }
    ascii
}

/// What stands for a sign beyond ASCII. Letters become one that no phrase is made of alone.
fn alike(c: char) -> u8 {
    match c {
        '‘' | '’' | '‚' | '‛' => b'\'',
        '“' | '”' | '„' | '‟' => b'"',
        '‐'..='―' => b'-',
        '›' | '»' => b'>',
        _ if c.is_whitespace() => b' ',
        _ if c.is_uppercase() => b'Q',
        _ if c.is_alphabetic() => b'q',
        _ if c.is_numeric() => b'0',
        _ => b'*',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_compiles() {
        for rule in RULES.iter() {
            ascii_pattern(&rule.form);
            assert!(rule.form.is_ascii(), "{}", rule.form);
        }
        assert_eq!(reason("Advertisement"), Some("advertisement"));
        assert_eq!(reason("© 2031 Bay Courier"), Some("copyright"));
        assert_eq!(reason("Don’t miss"), Some("related link"));
        assert_eq!(reason("———"), Some("divider"));
        assert_eq!(reason("東京で橋が開通した"), None);
        assert_eq!(reason("Élan vital"), None);
    }
}
