//! Whether two names can be the name of one person or body.

use crate::language::{self, WORDS};

/// A name in lower case, word by word, dots and possessive endings left out.
pub type Key = Vec<String>;

/// The key of a name as printed; "U.S. Navy" and "United States Navy" have one.
pub fn key(name: &str) -> Key {
    let words = name.split(|c: char| c.is_whitespace()).flat_map(|word| {
        let bare = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .replace('.', "");
        match bare.as_str() {
            "EU" => vec!["european".to_string(), "union".to_string()],
            "UK" => vec!["united".to_string(), "kingdom".to_string()],
            "UN" => vec!["united".to_string(), "nations".to_string()],
            "US" => vec!["united".to_string(), "states".to_string()],
            _ => vec![language::american(&bare.to_lowercase())],
        }
    });
    let all: Key = words.filter(|w| !w.is_empty()).collect();
    let kept: Key = all
        .iter()
        .filter(|w| !SUFFIXES.contains(&w.as_str()))
        .cloned()
        .collect();
    if kept.is_empty() { all } else { kept }
}

/// Words behind a name that do not tell people apart in one event, and letters for offices and honours.
const SUFFIXES: [&str; 17] = [
    "jr", "sr", "ii", "iii", "iv", "cbe", "esq", "kc", "mbe", "md", "mep", "mp", "msp", "obe",
    "phd", "qc", "sc",
];

/// Whether two names of two words or more can belong to one person: the same last word, and given names that do not
/// contradict each other (equal, left out, an initial, another spelling).
pub fn same_person(a: &Key, b: &Key) -> bool {
    let (Some((last_a, given_a)), Some((last_b, given_b))) = (a.split_last(), b.split_last())
    else {
        return false;
    };
    if is_surname_of(a, b) || is_surname_of(b, a) {
        return true;
    }
    if last_a != last_b && !(last_a.len() > 4 && language::is_spelled_like(last_a, last_b)) {
        return false;
    }
    match (given_a.first(), given_b.first()) {
        (Some(x), Some(y)) => {
            language::may_be_one_given_name(x, y)
                || leads_with_initial(given_a, y)
                || leads_with_initial(given_b, x)
        }
        _ => false,
    }
}

/// "A. Barry" of "A. Barry Rand", who goes by "Barry".
fn leads_with_initial(given: &[String], name: &str) -> bool {
    match given {
        [initial, second, ..] => initial.chars().count() == 1 && second == name,
        _ => false,
    }
}

/// "von der Brook" of "Ada von der Brook": a surname with its particles, and a name that ends with it.
fn is_surname_of(surname: &Key, full: &Key) -> bool {
    let opens_small = surname
        .first()
        .is_some_and(|word| WORDS.name_particles.contains(word));
    opens_small && surname.len() < full.len() && full.ends_with(surname)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_person() {
        for (a, b, same) in [
            ("Ilya Zorin", "Ilya B. Zorin", true),
            ("Sergei Zorin", "Sergey Zorin", true),
            ("Charles Adair", "Chuck Adair", true),
            ("I. Zorin", "Ilya Zorin", true),
            ("A. Ilya Zorin", "Ilya Zorin", true),
            ("A. Ilya Zorin", "Boris Zorin", false),
            ("Anna Zorin", "Ilya Zorin", false),
            ("Ilya Zorin", "Ilya Marlow", false),
            ("Liz Crane", "Lynne Crane", false),
            ("von der Brook", "Ada von der Brook", true),
            ("Bin Lind", "Omar bin Lind", true),
            ("van Brook", "Ada von der Brook", false),
        ] {
            assert_eq!(same_person(&key(a), &key(b)), same, "{a} / {b}");
        }
    }
    #[test]
    fn short_forms_of_states_have_the_key_of_the_long_ones() {
        assert_eq!(
            key("U.S. Harbour Office"),
            key("United States Harbour Office")
        );
        assert_ne!(key("Us"), key("United States"));
        assert_eq!(key("Harbour Workers’ Union"), key("Harbor Workers' Union"));
    }
}
