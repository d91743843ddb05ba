//! Nouns and verbs that tell on which occasion words were said, or what carried them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::en;

/// What occasions or media are called, and the words that tell each.
type Names = BTreeMap<String, String>;

#[derive(Deserialize)]
struct Venues {
    occasions: Names,
    occasion_verbs: Names,
    media: Names,
    media_verbs: Names,
}

static VENUES: LazyLock<Venues> = LazyLock::new(|| en::VENUES.table());

/// What the occasion is called that a noun names: "news conference" for "conference".
pub fn occasion(noun: &str) -> Option<&'static str> {
    called(&VENUES.occasions, noun)
}

/// The occasion that a verb tells by itself: "hearing" for "testify".
pub fn occasion_of_verb(lemma: &str) -> Option<&'static str> {
    called(&VENUES.occasion_verbs, lemma)
}

/// What the medium is called that a noun names: "video" for "footage".
pub fn medium(noun: &str) -> Option<&'static str> {
    called(&VENUES.media, noun)
}

/// The medium that a verb tells by itself: "post" for "tweet".
pub fn medium_of_verb(lemma: &str) -> Option<&'static str> {
    called(&VENUES.media_verbs, lemma)
}

fn called(names: &'static Names, word: &str) -> Option<&'static str> {
    let tells = |words: &str| words.split_whitespace().any(|w| w == word);
    let found = names.iter().find(|(_, words)| tells(words));
    found.map(|(name, _)| name.as_str())
}
