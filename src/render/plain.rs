//! Words of articles are data: what would steer a terminal or reorder a line is shown, not obeyed.

/// The text on one line: white space folded, control characters, escapes and bidirectional overrides made visible.
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if space {
            out.push(' ');
            space = false;
        }
        if is_steering(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// The text as it stands, with white space as spaces and what steers made visible: for a piece of a longer line.
pub fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => out.push(' '),
            c if is_steering(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// The text with one harmless character for each that steers, line breaks kept: offsets into it stay true.
pub fn in_place(text: &str) -> String {
    text.chars()
        .map(|c| {
            if is_steering(c) && c != '\n' {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// Controls, and the marks that reorder text around them (Unicode Standard Annex 9).
fn is_steering(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_shown_and_white_space_is_folded() {
        assert_eq!(line("a\u{1b}[31m  b\n c"), "a\\u{1b}[31m b c");
        assert_eq!(line("x\u{202e}y"), "x\\u{202e}y");
    }
}
