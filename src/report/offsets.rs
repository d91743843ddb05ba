//! Byte offsets to code-point offsets.

use crate::span::Span;

/// Code points before every 64th byte of one text, so that a lookup counts at most 63 bytes.
pub struct Offsets<'a> {
    text: &'a str,
    before: Vec<usize>,
}

const STEP: usize = 64;

impl<'a> Offsets<'a> {
    /// Counts the text once.
    pub fn new(text: &'a str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at.is_multiple_of(STEP) {
                before.push(count);
            }
            count += usize::from(!is_continuation(byte));
        }
        if text.len().is_multiple_of(STEP) {
            before.push(count);
        }
        Self { text, before }
    }

    /// Code points before the byte offset `at`.
    pub fn code_point(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let full = at / STEP;
        let rest = self.text.as_bytes().get(full * STEP..at).unwrap_or(&[]);
        self.before.get(full).copied().unwrap_or(0)
            + rest.iter().filter(|&&b| !is_continuation(b)).count()
    }

    /// The range in code points.
    pub fn range(&self, span: Span) -> (usize, usize) {
        (self.code_point(span.start), self.code_point(span.end))
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points_at_every_boundary() {
        let text = "é — “naïve” 王毅 ".repeat(40);
        let offsets = Offsets::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.code_point(at), count);
        }
        assert_eq!(offsets.code_point(text.len()), text.chars().count());
    }
}
