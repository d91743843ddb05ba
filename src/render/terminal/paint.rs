//! Color, width and wrapping of lines.

use textwrap::{Options as Wrap, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// How words stand out. Color alone never says anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Headings.
    Bold,
    /// What matters less.
    Dim,
    /// What only the fullest version has.
    Removed,
    /// What only this version has.
    Added,
    /// What differs or is missing.
    Alert,
}

/// Paints when color is wanted, and leaves words alone when not.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    /// Whether escape codes may be used.
    pub color: bool,
}

impl Paint {
    /// The words in a style.
    pub fn paint(self, style: Style, words: &str) -> String {
        if !self.color || words.is_empty() {
            return words.to_string();
        }
        let code = match style {
            Style::Bold => "1",
            Style::Dim => "2",
            Style::Removed => "31;9",
            Style::Added => "32",
            Style::Alert => "33",
        };
        format!("\u{1b}[{code}m{words}\u{1b}[0m")
    }
}

/// Columns that words take on a terminal, wide characters counted twice.
pub fn width(words: &str) -> usize {
    UnicodeWidthStr::width(words)
}

/// The words in at most `columns`, cut with an ellipsis.
pub fn fit(words: &str, columns: usize) -> String {
    if width(words) <= columns {
        return words.to_string();
    }
    let mut out = String::new();
    for c in words.chars() {
        let mut next = out.clone();
        next.push(c);
        if width(&next) + 1 > columns {
            break;
        }
        out = next;
    }
    if columns > 0 {
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    out
}

/// The words in exactly `columns`, cut or filled with spaces.
pub fn pad(words: &str, columns: usize) -> String {
    let fitted = fit(words, columns);
    let fill = columns.saturating_sub(width(&fitted));
    fitted + &" ".repeat(fill)
}

/// The words in the middle of `columns`.
pub fn center(words: &str, columns: usize) -> String {
    let fitted = fit(words, columns);
    let left = columns.saturating_sub(width(&fitted)) / 2;
    pad(&(" ".repeat(left) + &fitted), columns)
}

/// Lines of at most `columns`, the first after `first`, the others after `rest`, broken between words only.
pub fn wrap(words: &str, columns: usize, first: &str, rest: &str) -> Vec<String> {
    let options = Wrap::new(columns.max(20))
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(words, options)
        .into_iter()
        .map(|l| l.into_owned())
        .collect()
}
