//! A folder of files → articles in normal form, with what was taken out and what went wrong on record.

mod draft;
mod json;
mod parts;
mod text;
mod topic;

use std::path::{Path, PathBuf};

use crate::model::{Article, BlockKind, Diagnostic, Severity};

/// What could be read and what could not.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Articles in the order of their paths.
    pub articles: Vec<Article>,
    /// What was skipped or repaired.
    pub diagnostics: Vec<Diagnostic>,
}

/// What may be loaded, and how much of it.
#[derive(Clone, Debug, Default)]
pub struct Options {}

/// Reads every article below the given files and folders; trouble becomes a diagnostic and the rest goes on.
pub fn inputs(paths: &[PathBuf], _options: &Options) -> Loaded {
    let mut loaded = Loaded::default();
    for path in paths {
        for file in files(path, &mut loaded.diagnostics) {
            match read(&file) {
                Ok(article) => loaded.articles.push(article),
                Err(message) => loaded.diagnostics.push(trouble(&file, message)),
            }
        }
    }
    number_keys(&mut loaded.articles);
    loaded
}

fn trouble(path: &Path, message: String) -> Diagnostic {
    Diagnostic { severity: Severity::Error, path: path.display().to_string(), message }
}

fn files(path: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_path_buf()];
    }
    match std::fs::read_dir(path) {
        Ok(entries) => {
            let mut found: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(|p| p.is_file()).collect();
            found.sort();
            found
        }
        Err(e) => {
            diagnostics.push(trouble(path, e.to_string()));
            Vec::new()
        }
    }
}

fn read(path: &Path) -> Result<Article, String> {
    let bytes = std::fs::read(path).map_err(|e| e.to_string())?;
    let text = String::from_utf8_lossy(&bytes);
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let draft = match path.extension().and_then(|e| e.to_str()) {
        Some("json") => json::draft(&text)?,
        _ => text::draft(&text),
    };
    let mut article = parts::article(draft);
    if !article.blocks.iter().any(|b| b.kind == BlockKind::Body) {
        return Err("no article text found".to_string());
    }
    article.path = path.display().to_string();
    if article.outlet.is_empty() {
        article.outlet = article.url.as_deref().and_then(site).unwrap_or_else(|| title(&stem));
    }
    article.key = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    Ok(article)
}

/// The site of an address, without "www.".
fn site(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    let host = host.trim_start_matches("www.");
    (host.contains('.') && !host.contains(' ')).then(|| host.to_lowercase())
}

/// A file name as the name of an outlet: "harbor-post" is "Harbor Post", a name with digits stays as it is.
fn title(stem: &str) -> String {
    if !stem.chars().all(|c| c.is_alphabetic() || "-_ ".contains(c)) {
        return stem.to_string();
    }
    let words = stem.split(['-', '_', ' ']).filter(|w| !w.is_empty());
    let capital = |w: &str| w.chars().take(1).flat_map(char::to_uppercase).chain(w.chars().skip(1)).collect::<String>();
    words.map(capital).collect::<Vec<_>>().join(" ")
}

/// Makes keys unique by a number behind the ones that repeat.
fn number_keys(articles: &mut [Article]) {
    let mut seen = std::collections::BTreeSet::new();
    for article in articles {
        let base = article.key.clone();
        let mut n = 1;
        while !seen.insert(article.key.clone()) {
            n += 1;
            article.key = format!("{base}-{n}");
        }
    }
}
