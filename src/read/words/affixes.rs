//! What the tokenizer cuts off at both ends of a word and out of its middle.

use std::ops::Range;

use super::characters::Characters;

/// Currency signs of more than one character at the start of a word.
const DOLLARS: [&str; 3] = ["US$", "C$", "A$"];

/// Endings that are words of their own.
const POSSESSIVES: [&str; 4] = ["'s", "'S", "’s", "’S"];

/// What joins two words into one piece of text.
const DASHES: [&str; 7] = ["-", "–", "—", "--", "---", "——", "~"];

/// Length of what is cut off at the start of a word, zero for nothing.
pub fn prefix(characters: &Characters, word: &str) -> usize {
    let mut rest = word.chars();
    match rest.next() {
        Some('.') => Some(word.len() - word.trim_start_matches('.').len())
            .filter(|&stops| stops > 1)
            .unwrap_or(0),
        Some('+') => usize::from(!rest.next().is_some_and(|c| c.is_ascii_digit())),
        Some(first) if characters.prefix.has(first) => first.len_utf8(),
        _ => DOLLARS
            .iter()
            .find(|sign| word.starts_with(**sign))
            .map_or(0, |sign| sign.len()),
    }
}

/// Length of what is cut off at the end of a word, zero for nothing: the longest there is.
pub fn suffix(characters: &Characters, word: &str) -> usize {
    let Some(last) = word.chars().next_back() else {
        return 0;
    };
    let stops = word.len() - word.trim_end_matches('.').len();
    let single = if characters.suffix.has(last) {
        last.len_utf8()
    } else {
        0
    };
    let ellipses = if word.ends_with("……") {
        "……".len()
    } else {
        0
    };
    let stop = if stops > 1 {
        stops
    } else {
        usize::from(stops == 1 && is_last_stop(characters, word))
    };
    let possessive = POSSESSIVES
        .iter()
        .find(|ending| word.ends_with(**ending))
        .map_or(0, |ending| ending.len());
    single
        .max(ellipses)
        .max(stop)
        .max(possessive)
        .max(unit(characters, word))
}

/// Whether the full stop at the end of a word is a token of its own.
fn is_last_stop(characters: &Characters, word: &str) -> bool {
    let mut before = word.chars().rev().skip(1);
    let (last, last_but_one) = (before.next(), before.next());
    let degrees =
        matches!(last, Some('F' | 'f' | 'C' | 'c' | 'K' | 'k')) && last_but_one == Some('°');
    let capital = |c: Option<char>| c.is_some_and(|c| characters.capital.has(c));
    degrees
        || last.is_some_and(|c| characters.before_last_stop.has(c))
        || capital(last) && capital(last_but_one)
}

/// Length of the longest unit or plus sign after a digit.
fn unit(characters: &Characters, word: &str) -> usize {
    if !word.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    let after_digit = |unit: &&&str| {
        word.strip_suffix(**unit)
            .is_some_and(|rest| rest.ends_with(|before: char| before.is_ascii_digit()))
    };
    let units = characters.units.iter().chain(&["+"]);
    units
        .filter(after_digit)
        .map(|unit| unit.len())
        .max()
        .unwrap_or(0)
}

/// What is cut out of the middle of a word, in order.
pub fn infixes(characters: &Characters, word: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut before = None;
    let mut at = 0;
    while let Some(next) = word[at..].chars().next() {
        let length = infix(characters, before, &word[at..]);
        if length > 0 {
            out.push(at..at + length);
        }
        let step = length.max(next.len_utf8());
        before = word[at..at + step].chars().next_back();
        at += step;
    }
    out
}

/// Length of the infix at the start of the rest of a word, zero for none.
fn infix(characters: &Characters, before: Option<char>, rest: &str) -> usize {
    let mut following = rest.chars();
    let (Some(first), next) = (following.next(), following.next()) else {
        return 0;
    };
    if first.is_ascii_alphanumeric() {
        return 0;
    }
    if first == '.' && next == Some('.') {
        return rest.len() - rest.trim_start_matches('.').len();
    }
    let Some(before) = before else {
        return if characters.infix.has(first) {
            first.len_utf8()
        } else {
            0
        };
    };
    let next_is = |holds: &dyn Fn(char) -> bool| next.is_some_and(holds);
    let letter = |c: char| characters.letter.has(c);
    let joined = letter(before) || before.is_ascii_digit();
    let single = characters.infix.has(first)
        || matches!(first, '+' | '-' | '*' | '^')
            && before.is_ascii_digit()
            && next_is(&|c| c.is_ascii_digit() || c == '-')
        || first == '.'
            && characters.before_stop.has(before)
            && next_is(&|c| characters.after_stop.has(c))
        || first == ',' && letter(before) && next_is(&letter)
        || matches!(first, ':' | '<' | '>' | '=' | '/') && joined && next_is(&letter);
    if single {
        return first.len_utf8();
    }
    let dash = |dash: &&str| {
        rest.strip_prefix(*dash)
            .is_some_and(|rest| rest.starts_with(letter))
    };
    if joined {
        DASHES.into_iter().find(dash).map_or(0, str::len)
    } else {
        0
    }
}
