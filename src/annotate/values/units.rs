//! What a number counts that is said beside it by a sign or a word: percent and money.

use super::sentence::Words;
use crate::language::money;
use crate::model::Unit;

/// The currency sign right before a word.
pub fn sign(words: &Words, at: usize) -> Option<(&'static str, &'static str)> {
    money::closing_sign(words.gap(at))
}

/// Percent and money, and where their words end.
pub fn unit(words: &Words, at: usize, end: usize) -> (Option<Unit>, usize) {
    let behind = words.gap(end);
    let next = words.word(end);
    if matches!(next, "percent" | "percentage") && words.word(end + 1).starts_with("point") {
        return (Some(Unit::Count("point".to_string())), end + 2);
    }
    if behind.trim_start().starts_with('%') || matches!(next, "percent" | "percentage") {
        return (
            Some(Unit::Percent),
            if behind.contains('%') { end } else { end + 1 },
        );
    }
    if next == "per" && words.word(end + 1) == "cent" {
        return (Some(Unit::Percent), end + 2);
    }
    if let Some((_, name)) = sign(words, at) {
        return (Some(Unit::Money(name.to_string())), end);
    }
    match money::currency(next) {
        Some(name) => (Some(Unit::Money(name.to_string())), end + 1),
        None => (None, end),
    }
}
