//! Money by its signs and words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::en;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Money {
    signs: BTreeMap<String, String>,
    words: BTreeMap<String, String>,
}

static MONEY: LazyLock<Money> = LazyLock::new(|| en::MONEY.table());

/// The sign of a currency at the end of a text, and the currency that it stands for: of "US$" and "$" the longer.
pub fn closing_sign(text: &str) -> Option<(&'static str, &'static str)> {
    let signs = MONEY
        .signs
        .iter()
        .filter(|(sign, _)| text.ends_with(sign.as_str()));
    let longest = signs.max_by_key(|(sign, _)| sign.len());
    longest.map(|(sign, currency)| (sign.as_str(), currency.as_str()))
}

/// The currency that a lower-case word after a number names.
pub fn currency(word: &str) -> Option<&'static str> {
    MONEY.words.get(word).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_sign_counts() {
        assert_eq!(closing_sign("for NT$"), Some(("NT$", "taiwan dollar")));
        assert_eq!(closing_sign("for $"), Some(("$", "dollar")));
        assert_eq!(currency("pence"), Some("penny"));
    }
}
