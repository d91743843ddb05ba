//! Full stops in other languages: abbreviations of the languages that the list knows, and days written "29."

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::language::en;

static ABBREVIATIONS: LazyLock<BTreeSet<(&str, &str)>> = LazyLock::new(|| {
    en::FOREIGN_ABBREVIATIONS
        .read(|entry| entry.split_once(' '))
        .collect()
});

/// Languages that print an ordinal number as figures with a full stop ("am 29. Juli").
const STOPPED_ORDINALS: [&str; 15] = [
    "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "pl", "sk", "sl", "sr",
];

/// Whether a full stop after a token belongs to the token and ends no sentence, in a language given by its tag; never in
/// English, whose rules stand by themselves.
pub fn keeps_stop(language: Option<&str>, token: &str) -> bool {
    let tag = language.unwrap_or("en");
    let language = tag.split('-').next().unwrap_or(tag);
    if language == "en" {
        return false;
    }
    let mut letters = token.chars();
    let first = letters.next();
    let is_letter = first.is_some_and(char::is_alphabetic) && letters.next().is_none();
    let is_ordinal = STOPPED_ORDINALS.contains(&language)
        && token.len() <= 2
        && token.chars().all(|c| c.is_ascii_digit());
    is_letter || is_ordinal || ABBREVIATIONS.contains(&(language, token))
}

/// Months that follow a day written "3." in texts whose language is unknown: those that are no English words.
const GERMAN_MONTHS: [&str; 10] = [
    "Dezember", "Februar", "Feber", "Januar", "Juli", "Juni", "Jänner", "Mai", "März", "Oktober",
];

/// Whether a number and what follows it are a day as German prints it: "3. Oktober".
pub fn is_day(token: &str, next: &str) -> bool {
    let is_number = token.len() <= 2 && token.chars().all(|c| c.is_ascii_digit());
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
    is_number && GERMAN_MONTHS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::keeps_stop;

    #[test]
    fn a_stop_belongs_to_abbreviations_and_days_of_the_language() {
        for (language, token, keeps) in [
            ("de", "29", true),
            ("de-CH", "bzw", true),
            ("de", "B", true),
            ("fr", "Mme", true),
            ("fr", "29", false),
            ("de", "Haus", false),
            ("en", "29", false),
        ] {
            assert_eq!(keeps_stop(Some(language), token), keeps, "{token}");
        }
        assert!(!keeps_stop(None, "ca"));
    }
}
