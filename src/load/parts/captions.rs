//! Words under pictures, and who is credited for the picture.

use crate::language::PATTERNS;

/// Whether a line credits a picture and says nothing else.
pub fn is_credit(line: &str) -> bool {
    line.split(' ').count() <= 14 && PATTERNS.picture_credit.iter().any(|f| f.is_match(line))
}

/// A caption and the credit at its end; longer text is no caption.
pub fn split_credit(line: &str) -> Option<(&str, &str)> {
    if line.split(' ').count() > 70 {
        return None;
    }
    let credit = PATTERNS
        .closing_credit
        .iter()
        .find_map(|f| f.captures(line)?.name("credit"))?;
    let words = line
        .get(..credit.start())?
        .trim_end_matches(|c: char| c.is_whitespace() || c == '|');
    (!words.is_empty()).then_some((words, credit.as_str()))
}

/// Whether a text points at its picture ("pictured", "second from left").
pub fn points_at_picture(line: &str) -> bool {
    line.split(' ').count() <= 60 && PATTERNS.points_at_picture.is_match(line)
}
