//! What may be loaded and how much of it, and what the user knows better about an article.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use super::days;

/// What may be loaded, and how much of it.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How much.
    pub limits: Limits,
    /// What `coverage.toml` says, one element for each folder that has one.
    pub folders: Vec<Folder>,
}

/// How much is read before something is left out, with a diagnostic. `[load]` in `coverage.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Bytes of one file, archive entry, page or line that is held in memory; 32 MiB, ten times the longest book.
    pub file_bytes: u64,
    /// Bytes that one zip or tar archive may unpack to; 1 GiB.
    pub archive_bytes: u64,
    /// Bytes that one compressed stream (WARC, JSON Lines) may unpack to; 32 GiB: a CC-NEWS file unpacks to about 5.
    pub stream_bytes: u64,
    /// Files of one folder or archive; 100,000.
    pub files: usize,
    /// Articles of one run; 5,000, which take about 700 MB to inspect. A comparison of an event has a few dozen.
    pub articles: usize,
    /// Folders inside folders; 16.
    pub depth: usize,
}

impl Limits {
    /// The same for a collection of many events, of which no article is read before it is known which event it tells: where
    /// nothing else was said, a hundred times as many articles.
    pub fn of_collection(self) -> Self {
        let usual = Self::default().articles;
        let articles = if self.articles == usual {
            100 * usual
        } else {
            self.articles
        };
        Self { articles, ..self }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 32 << 20,
            archive_bytes: 1 << 30,
            stream_bytes: 32 << 30,
            files: 100_000,
            articles: 5_000,
            depth: 16,
        }
    }
}

/// What the user says about the articles below one folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// The folder.
    pub path: PathBuf,
    /// Names of outlets by domain, by name as found, or by file name or pattern.
    pub outlets: BTreeMap<String, String>,
    /// Corrections to single articles.
    pub articles: Vec<Override>,
}

/// What the user says about one article; every field given replaces what was read. `[[article]]` in `coverage.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Override {
    /// The file inside the folder, or a pattern such as "wire/*.txt"; for entries of archives "archive.zip/name".
    pub file: Option<String>,
    /// The address of the article, for files that hold several.
    pub url: Option<String>,
    /// Leave the article out.
    pub skip: bool,
    /// It is a whole article, whatever it looks like.
    pub keep: bool,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Title.
    pub headline: Option<String>,
    /// Writers.
    pub byline: Option<Vec<String>>,
    /// Day or time of publication, ISO 8601.
    #[serde(deserialize_with = "days::existing")]
    pub published: Option<String>,
    /// Day or time of the last update, ISO 8601.
    #[serde(deserialize_with = "days::existing")]
    pub updated: Option<String>,
    /// Dateline.
    pub dateline: Option<String>,
    /// Section of the outlet.
    pub section: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Agencies credited.
    pub wire: Option<Vec<String>>,
}
