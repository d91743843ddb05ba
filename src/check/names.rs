//! Whether two names are one person's or body's: the last name agrees and the first names do not contradict.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::bags::Words;
use crate::language::{self, built_in, en};

/// What a gold says where the article names nobody.
const NOBODY: &str = "unattributed";

static DOTTED: LazyLock<Regex> = LazyLock::new(|| built_in::pattern(r"\b(?:\w\.){2,}"));

static PREFIXES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| en::NAME_PREFIXES.entries().collect());

/// Whether a name found is the one wanted; where nobody is wanted, nobody may be found.
pub fn agree(found: Option<&str>, wanted: &str) -> bool {
    let found = found.unwrap_or_default();
    if wanted.is_empty() || wanted == NOBODY {
        return found.is_empty();
    }
    let parts: Vec<&str> = wanted.split(" and ").collect();
    if parts.len() > 1 {
        let have = words(found);
        return parts
            .iter()
            .all(|part| words(part).last().is_some_and(|last| have.contains(last)));
    }
    one(found, &words(found), &words(wanted))
}

fn one(raw: &str, found: &[String], wanted: &[String]) -> bool {
    let (Some(last), Some(wanted_last)) = (found.last(), wanted.last()) else {
        return false;
    };
    if found == wanted {
        return true;
    }
    // "a spokesman" is a description; it names somebody only where the gold uses the very words.
    let described = raw.chars().any(char::is_lowercase) && !raw.chars().any(char::is_uppercase);
    if described {
        return false;
    }
    let same_start = wanted.len() > 1 && found.iter().take(2).eq(wanted.iter().take(2));
    same_start || (last == wanted_last && first_names_agree(found, wanted))
}

/// "Putin", "Vladimir Putin", "V. Putin" and "President Putin" agree; "Ludmila Putin" does not.
fn first_names_agree(found: &[String], wanted: &[String]) -> bool {
    let given = |w: &&String| !PREFIXES.contains(w.as_str());
    let Some(first) = found.iter().take(found.len().saturating_sub(1)).find(given) else {
        return true;
    };
    let Some(wanted_first) = wanted.first() else {
        return true;
    };
    wanted.len() == 1
        || found.contains(wanted_first)
        || wanted.contains(first)
        || first.chars().next() == wanted_first.chars().next()
}

/// The words of a name: accents dropped, initials joined.
fn words(name: &str) -> Vec<String> {
    let plain: String = name.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    let undotted = |c: &Captures| {
        c.get(0)
            .map(|m| m.as_str().replace('.', ""))
            .unwrap_or_default()
    };
    let joined = DOTTED.replace_all(&plain, undotted);
    Words::of(&joined)
        .list()
        .iter()
        .filter(|w| !language::WORDS.name_suffixes.contains(w))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_under_several_names() {
        for found in [
            "Ilka Dravec",
            "Dravec",
            "I. Dravec",
            "Foreign Minister Ilka Dravec",
            "Ílka Dravéc",
        ] {
            assert!(agree(Some(found), "Ilka Dravec"), "{found}");
        }
        assert!(agree(Some("J.D. Marsh"), "J. D. Marsh Jr."));
        assert!(agree(Some("Orr and Quill"), "Desmond Orr and Marta Quill"));
        assert!(agree(None, "unattributed"));
    }

    #[test]
    fn others_are_others() {
        for found in ["Tomas Dravec", "Ilka Belan", "a spokesman", ""] {
            assert!(!agree(Some(found), "Ilka Dravec"), "{found}");
        }
        assert!(!agree(Some("Orr"), "Desmond Orr and Marta Quill"));
        assert!(!agree(Some("Orr"), "unattributed"));
    }
}
