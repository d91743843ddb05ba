//! Small sets of words, each with what it is asked for in `words.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::built_in::Words;
use super::en;

/// The sets; what each holds is said in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the file says what each set contains")]
pub struct WordSets {
    pub subject_pronouns: Words,
    pub negations: Words,
    pub third_person: Words,
    pub pointing: Words,
    pub demonstratives: Words,
    pub definite: Words,
    pub connecting: Words,
    pub continuing: Words,
    pub turning: Words,
    pub circumstances: Words,
    pub acts_done_to: Words,
    pub doubling: Words,
    pub always_s: Words,
    pub uncounted: Words,
    pub numbered: Words,
    pub awaiting: Words,
    pub first_person: Words,
    pub speaking: Words,
    pub speaking_for_others: Words,
    pub media: Words,
    pub beginning: Words,
    pub auxiliaries: Words,
    pub lettered: Words,
    pub export_labels: Words,
    pub questioners: Words,
    pub answerers: Words,
    pub byline_roles: Words,
    pub page_words: Words,
    pub name_particles: Words,
    pub agency_endings: Words,
    pub dateline_labels: Words,
    pub crediting: Words,
    pub translated: Words,
    pub english_speaking: Words,
    pub analysing: Words,
    pub declining_to_comment: Words,
    pub looking_back: Words,
    pub denying: Words,
    pub alleging: Words,
    pub allowing: Words,
    pub expecting: Words,
    pub name_suffixes: Words,
    pub nameless: Words,
    pub telling_when: Words,
    pub giving_reason: Words,
    pub conceding: Words,
    pub never_inverted: Words,
    pub making_a_statement: Words,
    pub before_words: Words,
    pub before_occasion: Words,
    pub conversations: Words,
    pub outlet_words: Words,
    pub kinds_of_outlet: Words,
    pub elided: Words,
}

/// The sets of `words.toml`.
pub static WORDS: LazyLock<WordSets> = LazyLock::new(|| en::WORDS.table());

/// Whether a lower-case word with straight apostrophes denies: "not", "never", "wasn't".
pub fn is_negation(lower: &str) -> bool {
    WORDS.negations.contains(lower) || lower.ends_with("n't")
}
