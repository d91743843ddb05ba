//! What is built into the program as text: lists, tables and regular expressions.
//!
//! One that cannot be read is a mistake in the program, and no rule may go without its words in silence: reading it
//! stops the program at first use and says where the mistake is. `tests/language.rs` reads them all.

use std::collections::BTreeSet;
use std::fmt::Display;

use regex::Regex;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A file that is part of the program.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// Its name.
    pub name: &'static str,
    /// What stands in it.
    pub text: &'static str,
}

impl File {
    /// The entries of a list, one a line; comments and empty lines are none.
    pub fn entries(self) -> impl Iterator<Item = &'static str> {
        self.text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    }

    /// What `read` makes of each entry of a list; an entry that it cannot read stops the program.
    pub fn read<T>(self, read: impl Fn(&'static str) -> Option<T>) -> impl Iterator<Item = T> {
        self.entries().map(move |entry| {
            whole(
                self.name,
                read(entry).ok_or(format!("malformed entry: {entry}")),
            )
        })
    }

    /// Entries of two fields, a word and what is known of it, divided by the last blank.
    pub fn pairs(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.read(|entry| entry.rsplit_once(' '))
    }

    /// The file as a TOML table of some form.
    pub fn table<T: DeserializeOwned>(self) -> T {
        table(self.name, self.text)
    }
}

/// A text as a TOML table of some form.
pub fn table<T: DeserializeOwned>(name: &str, text: &str) -> T {
    whole(name, toml::from_str(text))
}

/// A regular expression of our own. Its classes of letters and digits are those of Latin script, which the texts are
/// written in: the tables of all scripts took most of the time of a short run to compile.
pub fn pattern(text: &str) -> Regex {
    whole(text, Regex::new(&in_latin(text)))
}

/// A regular expression of our own for texts of ASCII alone: far quicker to compile, since no class knows another letter.
pub fn ascii_pattern(text: &str) -> regex::bytes::Regex {
    let built = regex::bytes::RegexBuilder::new(text).unicode(false).build();
    whole(text, built)
}

/// Letters of Latin script beyond ASCII; those of the later blocks alternate between large and small.
const MORE: &str = "\u{100}-\u{24f}\u{1e00}-\u{1eff}";

fn in_latin(text: &str) -> String {
    let (large, small) = ("A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ");
    let word = format!("0-9_{large}{small}{MORE}");
    text.replace(r"\p{Lu}", &format!("[{large}{MORE}]"))
        .replace(r"\p{Ll}", &format!("[{small}{MORE}]"))
        .replace(r"\p{L}", &format!("[{large}{small}{MORE}]"))
        .replace(r"\w", &format!("[{word}]"))
        .replace(r"\W", &format!("[^{word}]"))
        .replace(r"\d", "[0-9]")
}

/// What was read of something that is part of the program or was checked before; a fault stops the program.
#[cfg_attr(
    not(test),
    expect(
        clippy::panic,
        reason = "built-in data must be complete; anything else is a mistake in the program"
    )
)]
pub fn whole<T, E: Display>(name: &str, read: Result<T, E>) -> T {
    match read {
        Ok(whole) => whole,
        Err(fault) => panic!("{name}: {fault}"),
    }
}

/// A set of words or phrases; in a table either an array, or a text of words divided by white space.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Written")]
pub struct Words(BTreeSet<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Array(Vec<String>),
}

impl From<Written> for Words {
    fn from(written: Written) -> Self {
        match written {
            Written::Text(text) => Self(text.split_whitespace().map(str::to_string).collect()),
            Written::Array(words) => Self(words.into_iter().collect()),
        }
    }
}

impl Words {
    /// Whether a word is one of them.
    pub fn contains(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// All of them, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}
