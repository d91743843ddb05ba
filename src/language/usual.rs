//! How usual a word is, whatever an article is about.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::en;

/// What an article uses a word of no list for: one in two hundred, less than the rarest in the list.
const UNLISTED: f32 = 0.005;

/// Endings of regular forms, and what stands in the dictionary instead.
const FORMS: [(&str, &str); 9] = [
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
];

static SHARES: LazyLock<HashMap<&'static str, f32>> = LazyLock::new(|| {
    let thousandth = |(word, share): (&'static str, &str)| Some((word, share.parse().ok()?));
    let entry = |entry: &'static str| entry.rsplit_once(' ').and_then(thousandth);
    let shares = en::USUAL_WORDS.read(entry);
    shares
        .map(|(word, share): (_, f32)| (word, share / 1000.0))
        .collect()
});

/// The share of articles, whatever their subject, that use a lower-case word in any form: 0 to 1.
pub fn usual_share(word: &str) -> f32 {
    let shares = &*SHARES;
    let base = |(ending, instead): &(&str, &str)| {
        let base = word.strip_suffix(ending)?;
        let is_word = base.len() + instead.len() > 2;
        shares
            .get(format!("{base}{instead}").as_str())
            .filter(|_| is_word)
    };
    // Some forms are words of their own: "years" stands in the list too, and is still a form of "year".
    let listed = shares
        .get(word)
        .into_iter()
        .chain(FORMS.iter().filter_map(base));
    listed.copied().fold(UNLISTED, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_as_usual_as_the_word() {
        assert!(usual_share("year") > 0.3);
        assert_eq!(usual_share("years"), usual_share("year"));
        assert_eq!(usual_share("using"), usual_share("use"));
        assert!(usual_share("senate") < 0.1);
        assert_eq!(usual_share("zyzzyva"), UNLISTED);
    }
}
