//! Lines that are page and not article, known by how they read; the rules stand in `residue.txt`.

use std::sync::{LazyLock, OnceLock};

use regex::Regex;

use crate::language::built_in::pattern;
use crate::language::en;

/// One rule: how a line reads and what it is then.
struct Rule {
    reason: &'static str,
    most_words: usize,
    form: String,
    compiled: OnceLock<Regex>,
}

impl Rule {
    /// Whether a line reads so. The expression is compiled for the first line that is short enough for it.
    fn fits(&self, line: &str) -> bool {
        self.compiled
            .get_or_init(|| pattern(&self.form))
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
        form: format!("^(?i:{})", ascii(form)),
        compiled: OnceLock::new(),
    })
}

/// A form with ASCII word boundaries and spaces, which are quicker to compile: the phrases of page templates need no more.
fn ascii(form: &str) -> String {
    form.replace(r"\b", r"(?-u:\b)")
        .replace(r"\s", "[ \t\u{a0}]")
}

/// Why a line is page and not article, or none where nothing in its wording says so.
pub fn reason(line: &str) -> Option<&'static str> {
    let words = line.split_whitespace().count();
    let mut fitting = RULES.iter().filter(|r| words <= r.most_words);
    fitting.find(|r| r.fits(line)).map(|r| r.reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_compiles() {
        for rule in RULES.iter() {
            pattern(&rule.form);
        }
        assert_eq!(reason("Advertisement"), Some("advertisement"));
    }
}
