//! `coverage.toml`, the file in a folder of articles that says what the program cannot know.
//!
//! ```toml
//! [outlets]                        # names by domain, by name as found, or by file name or pattern
//! "ledger.example" = "The Ledger"
//! "wire-*.txt" = "Northern Wire"
//!
//! [[article]]                      # corrections to one article, found by file (or pattern) or by url
//! file = "002.txt"
//! headline = "Dock workers walk out"
//! published = "2031-03-12"
//!
//! [load]                           # limits, see `load::Limits`
//! articles = 500
//!
//! [align]                          # how sentences are aligned
//! model = "models/minilm"          # folder of a language model, relative to this file
//!
//! [check]                          # what `coverage check` wants of this folder; its keys are checked there
//!
//! [[lexicon]]                      # own categories of framing; their keys are checked there
//! ```
//!
//! An unknown key is an error: otherwise a misspelled key would be silently ignored.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::{codebook, load};

/// Name of the file.
pub const FILE: &str = "coverage.toml";

/// Why a `coverage.toml` cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// It cannot be read.
    #[error("{path}: {source}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// It is no TOML, or has keys or values that mean nothing here.
    #[error("{path}: {message}")]
    Wrong {
        /// The file.
        path: String,
        /// What is wrong, with line and column.
        message: String,
    },
}

/// One `coverage.toml`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The folder it stands in.
    #[serde(skip)]
    pub folder: PathBuf,
    /// Names of outlets by domain, by name as found, or by file name or pattern.
    pub outlets: BTreeMap<String, String>,
    /// Corrections to single articles.
    #[serde(rename = "article")]
    pub articles: Vec<load::Override>,
    /// How much is loaded.
    pub load: Option<load::Limits>,
    /// How sentences are aligned.
    pub align: Align,
    /// What `coverage check` wants, as it stands; `check` reads it.
    pub check: toml::Table,
    /// Own categories of framing, as they stand; `compare` reads them. A lexicon file calls them `category`.
    #[serde(alias = "category")]
    pub lexicon: Vec<toml::Table>,
}

/// `[align]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Align {
    /// Folder of a language model, relative to the file.
    pub model: Option<PathBuf>,
}

/// The `coverage.toml` of a folder; none where it has none.
///
/// # Errors
/// When it is there and cannot be read or understood.
pub fn of_folder(folder: &Path) -> Result<Option<Config>, ConfigError> {
    let file = folder.join(FILE);
    let path = file.display().to_string();
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            let mut config =
                parse(&text).map_err(|message| ConfigError::Wrong { path, message })?;
            config.folder = folder.to_path_buf();
            config.align.model = config.align.model.map(|model| folder.join(model));
            Ok(Some(config))
        }
        Err(e)
            if matches!(
                e.kind(),
                std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(None)
        }
        Err(source) => Err(ConfigError::Unreadable { path, source }),
    }
}

/// Every `coverage.toml` that speaks about the given files and folders: of each folder, and of the folder of each file.
///
/// # Errors
/// When one of them cannot be read or understood.
pub fn of_paths(paths: &[PathBuf]) -> Result<Vec<Config>, ConfigError> {
    let mut folders: Vec<PathBuf> = Vec::new();
    for path in paths.iter().filter(|p| p.as_os_str() != "-") {
        let folder = if path.is_dir() {
            Some(path.clone())
        } else {
            path.parent().map(Path::to_path_buf)
        };
        folders.extend(folder.filter(|f| !folders.contains(f)));
    }
    folders.sort();
    let found: Result<Vec<_>, _> = folders.iter().map(|folder| of_folder(folder)).collect();
    Ok(found?.into_iter().flatten().collect())
}

/// What a run is told by the `coverage.toml` files that speak about its paths.
///
/// # Errors
/// When one of them cannot be read or understood.
pub fn options(paths: &[PathBuf]) -> Result<crate::Options, ConfigError> {
    let mut options = crate::Options::default();
    for config in of_paths(paths)? {
        options.load.limits = config.load.unwrap_or(options.load.limits);
        let (path, outlets, articles) = (config.folder, config.outlets, config.articles);
        let wrong = |e: codebook::LexiconError| ConfigError::Wrong {
            path: path.join(FILE).display().to_string(),
            message: format!("lexicon: {e}"),
        };
        options
            .compare
            .categories
            .extend(codebook::from_tables(config.lexicon).map_err(wrong)?);
        options.load.folders.push(load::Folder {
            path,
            outlets,
            articles,
        });
    }
    Ok(options)
}

/// The folder of the language model that the `coverage.toml` files speaking about the paths name, if one does.
///
/// # Errors
/// When one of the files cannot be read or understood.
pub fn model(paths: &[PathBuf]) -> Result<Option<PathBuf>, ConfigError> {
    Ok(of_paths(paths)?
        .into_iter()
        .find_map(|config| config.align.model))
}

fn parse(text: &str) -> Result<Config, String> {
    let config: Config = toml::from_str(text).map_err(|e| e.to_string().trim_end().to_string())?;
    match config
        .articles
        .iter()
        .position(|a| a.file.is_none() && a.url.is_none())
    {
        Some(i) => Err(format!(
            "[[article]] number {} needs a file or url key",
            i + 1
        )),
        None => Ok(config),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_read() {
        let text = "[outlets]\n\"a.example\" = \"The A\"\n[[article]]\nfile = \"1.txt\"\npublished = \"2031-03-12\"\n\
            [load]\narticles = 5\n[align]\nmodel = \"m\"\n[check]\nanything = 1\n[[lexicon]]\nname = \"x\"\n";
        let config = parse(text).unwrap();
        assert_eq!(
            config.outlets.get("a.example").map(String::as_str),
            Some("The A")
        );
        assert_eq!(config.articles[0].published.as_deref(), Some("2031-03-12"));
        assert_eq!(config.load.unwrap().articles, 5);
        assert_eq!(config.load.unwrap().depth, load::Limits::default().depth);
        assert_eq!(config.align.model.as_deref(), Some(Path::new("m")));
        assert_eq!((config.check.len(), config.lexicon.len()), (1, 1));
    }

    #[test]
    fn a_key_that_means_nothing_is_told_with_its_line() {
        let wrong = parse("[[article]]\nfile = \"1.txt\"\nheadlin = \"x\"\n").unwrap_err();
        assert!(
            wrong.contains("headlin") && wrong.contains("line 3"),
            "{wrong}"
        );
        assert!(parse("[outlet]\n").unwrap_err().contains("outlet"));
        assert!(
            parse("[[article]]\nheadline = \"x\"\n")
                .unwrap_err()
                .contains("needs a file or url key")
        );
    }
}
