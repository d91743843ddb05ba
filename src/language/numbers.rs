//! Numbers in words and digits.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{WORDS, en};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    units: BTreeMap<String, u32>,
    places: BTreeMap<String, u32>,
    scales: BTreeMap<String, u64>,
    joined_scales: BTreeMap<String, u64>,
    parts: BTreeMap<String, u32>,
}

static NUMBERS: LazyLock<Numbers> = LazyLock::new(|| en::NUMBERS.table());

/// Up to this number words count days, weeks and months: "twelve days ago".
const LARGEST_COUNT: u32 = 12;

/// The value of a number word below a hundred.
pub fn unit(word: &str) -> Option<f64> {
    NUMBERS.units.get(word).map(|value| f64::from(*value))
}

/// The factor of a scale word: "dozen", "hundred", "million", "bn".
pub fn scale(word: &str) -> Option<f64> {
    NUMBERS.scales.get(word).map(|factor| *factor as f64)
}

/// The share that a fraction noun names: "thirds" → 1/3.
pub fn fraction(word: &str) -> Option<f64> {
    NUMBERS.parts.get(word).map(|parts| 1.0 / f64::from(*parts))
}

/// The small number that an article, a word or digits name: "a" → 1, "two" → 2.
pub fn count(word: &str) -> Option<i64> {
    if word == "a" || word == "an" {
        return Some(1);
    }
    let in_words = || NUMBERS.units.get(word).map(|value| i64::from(*value));
    word.parse().ok().or_else(in_words)
}

/// Regular expression of what [`count`] reads.
pub(super) fn pattern() -> String {
    let counted = |(_, value): &(&String, &u32)| (1..=LARGEST_COUNT).contains(*value);
    let words = NUMBERS
        .units
        .iter()
        .filter(counted)
        .map(|(word, _)| word.as_str());
    format!(r"(?:an?|{}|\d{{1,2}})", words.collect::<Vec<_>>().join("|"))
}

/// The value of a number in digits: "1,187", "3.5".
pub fn digits(word: &str) -> Option<f64> {
    let plain = word.replace(',', "");
    let first = plain.chars().next()?;
    (first.is_ascii_digit() && plain.chars().all(|c| c.is_ascii_digit() || c == '.'))
        .then(|| plain.parse().ok())
        .flatten()
}

/// The place that an ordinal in digits names: "117th" → 117. Ordinal words ("first") are seldom figures.
pub fn ordinal(word: &str) -> Option<f64> {
    let bare = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))?;
    digits(bare).filter(|v| v.fract() == 0.0)
}

/// The place in a row that one word, or two without the hyphen between them, name in digits or in letters: "26th" and
/// "twenty-sixth" → 26.
pub fn place(word: &str) -> Option<u32> {
    if let Some(place) = ordinal(word) {
        return Some(place as u32);
    }
    let plain = word.replace('-', "");
    let joined = |(tens, value): (&String, &u32)| {
        let rest = plain.strip_prefix(tens.as_str())?;
        let unit = NUMBERS.places.get(rest).filter(|unit| **unit < 10)?;
        (*value >= 20).then(|| value + unit)
    };
    let known = NUMBERS.places.get(&plain).copied();
    known.or_else(|| NUMBERS.units.iter().find_map(joined))
}

/// A number with its scale in one word, as it stands after a currency sign: "4.6m" → 4,600,000.
pub fn short_scaled(word: &str) -> Option<f64> {
    let (number, factor) = NUMBERS
        .joined_scales
        .iter()
        .find_map(|(end, factor)| Some((word.strip_suffix(end.as_str())?, *factor as f64)))?;
    digits(number).map(|v| (v * factor * 1e3).round() / 1e3)
}

/// Whether a word as printed makes the number after it part of a name: "Flight 370", "House Bill 12", "No. 10".
pub fn is_numbered(before: &str) -> bool {
    WORDS.numbered.contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_words_and_digits() {
        assert_eq!(unit("ninety"), Some(90.0));
        assert_eq!(fraction("thirds"), Some(1.0 / 3.0));
        assert_eq!(short_scaled("4.6bn"), Some(4.6e9));
        assert_eq!(
            (count("an"), count("twelve"), count("31")),
            (Some(1), Some(12), Some(31))
        );
        assert_eq!(ordinal("117th"), Some(117.0));
        assert_eq!(
            ["26th", "twenty-sixth", "twelfth", "sixty"].map(place),
            [Some(26), Some(26), Some(12), None]
        );
    }
}
