//! The files of a fixture, to find the lines to point at.

use std::collections::BTreeMap;

use super::super::verdict::Place;

/// The files of a fixture, to find the lines to point at.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// The folder, as it is shown.
    pub folder: String,
    /// The articles' texts by file name.
    pub articles: BTreeMap<String, String>,
    /// The text of `coverage.toml`.
    pub settings: String,
    /// The text of `gold.json`.
    pub gold: String,
}

impl Files {
    /// The line of a file of the folder on which some words stand, the first line where they do not.
    pub(super) fn place(&self, file: &str, text: &str, words: &str) -> Place {
        let at = text
            .find(words)
            .or_else(|| text.find(start_of(words)))
            .unwrap_or(0);
        let line = text.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        Place {
            path: format!("{}/{file}", self.folder),
            line,
        }
    }

    pub(super) fn in_article(&self, file: &str, words: &str) -> Place {
        let text = self
            .articles
            .get(file)
            .map(String::as_str)
            .unwrap_or_default();
        self.place(&format!("articles/{file}"), text, words)
    }

    pub(super) fn in_settings(&self, words: &str) -> Place {
        self.place("coverage.toml", &self.settings, words)
    }

    /// The line of the settings that sets a key.
    pub(super) fn setting(&self, key: &str) -> Place {
        let sets = |line: &str| {
            let rest = line.trim_start().trim_start_matches('"').strip_prefix(key);
            rest.is_some_and(|r| {
                r.trim_start_matches('"')
                    .trim_start()
                    .starts_with(['=', '.'])
            })
        };
        let line = self.settings.lines().position(sets).map_or(1, |i| i + 1);
        Place {
            path: format!("{}/coverage.toml", self.folder),
            line,
        }
    }
}

/// The first words of a sentence: a file may break its line, or write its quotation marks otherwise.
fn start_of(words: &str) -> &str {
    let end = words
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .nth(3)
        .map_or(words.len(), |(i, _)| i);
    words.get(..end).unwrap_or(words)
}
