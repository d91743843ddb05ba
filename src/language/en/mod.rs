//! Every list of English words, names, numbers and patterns in the program: one constant a file of this folder.
//!
//! Each file opens with what it is, where it comes from and its licence; `tests/language.rs` holds the folder and this
//! register against each other.

use super::built_in::File;

/// A constant for each file, and one for all of them.
macro_rules! files {
    ($($(#[$says:meta])* $constant:ident = $name:literal,)*) => {
        $(
            $(#[$says])*
            pub const $constant: File = File { name: $name, text: include_str!($name) };
        )*

        /// All files of the folder.
        pub const ALL: &[File] = &[$($constant),*];
    };
}

files! {
    /// After which a full stop may not end a sentence.
    ABBREVIATIONS = "abbreviations.txt",
    /// News agencies, as they sign their copy.
    AGENCIES = "agencies.txt",
    /// Months, weekdays and the names of near days.
    CALENDAR = "calendar.toml",
    /// What opens a cause or reason.
    CAUSES = "causes.txt",
    /// Abbreviations of other languages.
    FOREIGN_ABBREVIATIONS = "foreign_abbreviations.txt",
    /// Agencies whose first reports are in another language.
    FOREIGN_AGENCIES = "foreign_agencies.txt",
    /// Words of dates in other languages.
    FOREIGN_DATES = "foreign_dates.txt",
    /// Given names of women and of men.
    GIVEN_NAMES = "given_names.txt",
    /// What pages print that are no articles.
    GUISES = "guises.txt",
    /// Words that make what follows less than certain.
    HEDGES = "hedges.txt",
    /// Units of measure.
    MEASURES = "measures.toml",
    /// Signs and words of money.
    MONEY = "money.toml",
    /// Words before a name that are no first name.
    NAME_PREFIXES = "name_prefixes.txt",
    /// Given names and their short forms.
    NICKNAMES = "nicknames.txt",
    /// Nouns for acts.
    NOMINALS = "nominals.txt",
    /// Nouns for people, bodies, places and writings.
    NOUNS = "nouns.txt",
    /// Number words.
    NUMBERS = "numbers.toml",
    /// Words that open sentences.
    OPENERS = "openers.txt",
    /// Who is credited for words.
    OUTLETS = "outlets.txt",
    /// Regular expressions.
    PATTERNS = "patterns.toml",
    /// Nouns that hand words over.
    REPORTING_NOUNS = "reporting_nouns.toml",
    /// Verbs that hand words over.
    REPORTING_VERBS = "reporting_verbs.toml",
    /// Lines of pages that are no article.
    RESIDUE = "residue.txt",
    /// Nouns for people, bodies and groups.
    ROLE_NOUNS = "role_nouns.txt",
    /// British spellings with the American ones.
    SPELLINGS = "spellings.txt",
    /// Words that stand for states.
    STATES = "states.txt",
    /// Words that say nothing about what a sentence is about.
    STOP_WORDS = "stop_words.txt",
    /// Words that news puts for one another.
    SWAPS = "swaps.txt",
    /// Titles before names.
    TITLES = "titles.txt",
    /// How many articles use a word, whatever they are about.
    USUAL_WORDS = "usual_words.txt",
    /// Where words were said.
    VENUES = "venues.toml",
    /// Verbs with their irregular forms.
    VERBS = "verbs.txt",
    /// Small sets of words.
    WORDS = "words.toml",
    /// Nouns for writings.
    WRITINGS = "writings.txt",
    /// Zones of clock times.
    ZONES = "zones.toml",
}
