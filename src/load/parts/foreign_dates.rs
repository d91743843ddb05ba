//! Lines of other languages that say when a page was published, word for word in English: "Mardi 4 mars 2031 à 18h20".

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::language::en;

static WORDS: LazyLock<BTreeMap<&'static str, &'static str>> =
    LazyLock::new(|| en::FOREIGN_DATES.pairs().collect());

/// Words of a line that may be one.
const LONGEST: usize = 20;

/// The line in English, or none where no day with the name of a month in another language stands in it.
pub fn english(line: &str) -> Option<String> {
    if !line.bytes().any(|b| b.is_ascii_digit()) || line.split(' ').count() > LONGEST {
        return None;
    }
    let words: Vec<&str> = line.split(' ').collect();
    let is_number = |word: Option<&&str>| {
        word.is_some_and(|w| w.trim_end_matches(['.', ',']).parse::<u16>().is_ok())
    };
    let is_dated = words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|i| words.get(i));
        let after = words.get(at + 1);
        let joined = ["de", "del"].contains(after.unwrap_or(&""));
        is_month(word)
            && (is_number(before) || before == Some(&"de"))
            && (joined || is_number(after))
    });
    is_dated.then(|| {
        words
            .iter()
            .filter_map(|w| translated(w))
            .collect::<Vec<_>>()
            .join(" ")
    })
}

/// A word without the marks around it, in small letters.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

fn is_month(word: &str) -> bool {
    let months = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = bare(word);
    let english = WORDS.get(word.as_str()).copied();
    english.is_some_and(|english| months.contains(&english))
        || ["april", "august", "september", "november"].contains(&word.as_str())
}

/// A word in English with the marks around it; none for one that English leaves out. A day has no full stop in English.
fn translated(word: &str) -> Option<String> {
    let key = bare(word);
    match WORDS.get(key.as_str()) {
        Some(&"-") => None,
        Some(english) => Some(word.to_lowercase().replace(&key, english)),
        None if key.len() <= 2 && key.parse::<u8>().is_ok() => Some(key),
        None => Some(word.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_other_languages_are_read_in_english() {
        for (line, wanted) in [
            ("4 mars 2031 à 18h20", "4 march 2031 18h20"),
            ("Mardi 4 mars 2031", "tuesday 4 march 2031"),
            ("4. März 2031, 18:20 Uhr", "4 march 2031, 18:20"),
            ("Publicado el 4 de marzo de 2031", "published 4 march 2031"),
            ("4 august 2031", "4 august 2031"),
        ] {
            assert_eq!(english(line).as_deref(), Some(wanted));
        }
        for line in [
            "Two probes left for Mars",
            "Mars 2031",
            "4 de cada 5",
            "March 4, 2031",
        ] {
            assert_eq!(english(line), None, "{line}");
        }
    }
}
