//! Plain text: paragraphs by blank line, or by line where there are none; lines that were wrapped are put together.

use super::draft::{Draft, Piece};

/// The draft in a plain text.
pub fn draft(raw: &str) -> Draft {
    Draft {
        pieces: pieces(raw),
        ..Draft::default()
    }
}

/// The paragraphs of a text in order, white space folded, sentences that a line break cut put together.
pub fn pieces(raw: &str) -> Vec<Piece> {
    let raw = raw
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{c}', '\u{b}'], "\n");
    let lines: Vec<&str> = raw.split('\n').map(str::trim_end).collect();
    let groups: Vec<&[&str]> = lines
        .split(|l| l.trim().is_empty())
        .filter(|group| !group.is_empty())
        .collect();
    let width = wrap_width(&groups);
    let mut found: Vec<String> = Vec::new();
    for group in groups {
        for paragraph in paragraphs(group, width) {
            join_or_push(&mut found, paragraph);
        }
    }
    found.into_iter().map(Piece::plain).collect()
}

/// White space folded to single spaces, invisible characters left out, letters that printers melt ("ﬁ") apart.
pub fn fold(words: &str) -> String {
    let mut visible = String::with_capacity(words.len());
    for c in words.chars().filter(|c| !is_invisible(*c)) {
        match ligature(c) {
            Some(letters) => visible.push_str(letters),
            None => visible.push(c),
        }
    }
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => return None,
    })
}

/// A text with the blank that broken extractors lose behind a closing quotation mark: "“It is done,”said the mayor".
pub fn spaced(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut last = [' ', ' '];
    for c in words.chars() {
        if last[1] == '”' && ",.!?".contains(last[0]) && c.is_alphabetic() {
            out.push(' ');
        }
        out.push(c);
        last = [last[1], c];
    }
    out
}

/// Soft hyphens, zero-width marks and control characters: they stand between letters and say nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}')
        || (c.is_control() && !c.is_whitespace())
}

/// The column at which the text was wrapped, or none where its lines are paragraphs. Wrapped text has lines of about
/// the same length (70 % of the longest, which is at most 120 columns: mail and terminals wrap at 60 to 100) of which
/// most stop inside a sentence; a paragraph line nearly always stops at the end of one.
fn wrap_width(groups: &[&[&str]]) -> Option<usize> {
    let inner: Vec<&str> = groups
        .iter()
        .flat_map(|g| g.iter().take(g.len().saturating_sub(1)))
        .copied()
        .collect();
    let width = inner.iter().map(|l| l.chars().count()).max()?;
    let long = inner
        .iter()
        .filter(|l| l.chars().count() * 10 >= width * 7)
        .count();
    let open = inner.iter().filter(|l| !ends_sentence(l)).count();
    let is_wrapped =
        inner.len() >= 3 && width <= 120 && long * 10 >= inner.len() * 7 && open * 2 >= inner.len();
    is_wrapped.then_some(width)
}

fn paragraphs(group: &[&str], width: Option<usize>) -> Vec<String> {
    let Some(width) = width else {
        return group
            .iter()
            .map(|l| fold(l))
            .filter(|l| !l.is_empty())
            .collect();
    };
    let mut found: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in group {
        let is_indented = line.starts_with([' ', '\t']);
        match found.last_mut().filter(|_| is_open && !is_indented) {
            Some(last) => {
                last.push(' ');
                last.push_str(&fold(line));
            }
            None => found.push(fold(line)),
        }
        is_open = !(ends_sentence(line) && line.chars().count() * 4 < width * 3);
    }
    found
}

/// Puts a paragraph after the last one where a break cut a sentence: long text without a full stop before it, a small
/// letter after it.
fn join_or_push(found: &mut Vec<String>, next: String) {
    let starts_small = next.chars().next().is_some_and(char::is_lowercase);
    let first = next.split(' ').next().unwrap_or("");
    let is_address = first.contains(['@', '/', ':']) || first.contains(".com");
    if let Some(last) = found.last_mut()
        && starts_small
        && !is_address
        && last.split(' ').count() >= 8
        && !ends_sentence(last)
        && !last.ends_with(':')
    {
        last.push(' ');
        last.push_str(&next);
        return;
    }
    if !next.is_empty() {
        found.push(next);
    }
}

/// Whether a text ends as a sentence does, marks that close after the full stop included.
pub fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»)]*_".contains(c));
    bare.ends_with(['.', '!', '?', '…', '。'])
        || (bare.len() < text.trim_end().len() && bare.ends_with(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_printers_and_extractors_melt_comes_apart() {
        assert_eq!(
            fold("of\u{ad}\u{fb01}ce  e\u{fb03}cient"),
            "office efficient"
        );
        assert_eq!(
            spaced("“It is done,”said Orr.“No.”She left."),
            "“It is done,” said Orr.“No.” She left."
        );
        assert_eq!(
            spaced("”Det är klart”, sade hon."),
            "”Det är klart”, sade hon."
        );
    }
}
