//! Paths as the user gives them → the files they mean, in the order of their names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::options::Limits;
use super::own;

/// What is said of an address given in place of a file.
pub const NO_FETCHING: &str =
    "coverage does not fetch pages; save the article as a file and give that file instead";

/// Whether a path is the address of a page.
pub fn is_address(path: &Path) -> bool {
    let path = path.to_string_lossy().to_ascii_lowercase();
    ["http:/", "https:/", "www."]
        .iter()
        .any(|start| path.starts_with(start))
}

/// A file, or what stands in the way of one.
pub type Found = Result<PathBuf, (PathBuf, String)>;

/// The files that a path means: itself, those below it, or those that fit it as a pattern.
pub fn files(path: &Path, limits: &Limits) -> Vec<Found> {
    let is_there = path.symlink_metadata().is_ok();
    if !is_there && is_address(path) {
        return vec![Err((path.to_path_buf(), NO_FETCHING.to_string()))];
    }
    let pattern = path
        .to_str()
        .filter(|p| !is_there && p.contains(['*', '?', '[']));
    let Some(pattern) = pattern else {
        return Walk {
            limits,
            visited: BTreeSet::new(),
            found: Vec::new(),
        }
        .whole(path);
    };
    let mut found = Vec::new();
    match glob::glob(pattern) {
        Ok(paths) => {
            for path in paths {
                match path {
                    Ok(path) => found.extend(files(&path, limits)),
                    Err(e) => found.push(Err((e.path().to_path_buf(), e.error().to_string()))),
                }
            }
        }
        Err(e) => found.push(Err((
            path.to_path_buf(),
            format!("no such file, and not a valid pattern: {e}"),
        ))),
    }
    if found.is_empty() {
        found.push(Err((
            path.to_path_buf(),
            "no file matches this pattern".to_string(),
        )));
    }
    found
}

struct Walk<'a> {
    limits: &'a Limits,
    /// Real paths of the folders on the way, so that a link back up ends.
    visited: BTreeSet<PathBuf>,
    found: Vec<Found>,
}

impl Walk<'_> {
    fn whole(mut self, path: &Path) -> Vec<Found> {
        let is_missing = |e: std::io::Error| e.kind() == std::io::ErrorKind::NotFound;
        if path.is_dir() {
            self.folder(path, 0)
        } else if path.symlink_metadata().is_err_and(is_missing) {
            self.trouble(path, "no such file or folder".to_string());
        } else {
            self.found.push(Ok(path.to_path_buf()))
        }
        self.found
    }

    fn folder(&mut self, folder: &Path, depth: usize) {
        if depth > self.limits.depth {
            return self.trouble(
                folder,
                format!("more than {} folders deep; skipped", self.limits.depth),
            );
        }
        let real = match folder.canonicalize() {
            Ok(real) => real,
            Err(e) => return self.trouble(folder, e.to_string()),
        };
        if !self.visited.insert(real) {
            return self.trouble(
                folder,
                "a link back to a folder that was already read; skipped".to_string(),
            );
        }
        // Sixteen tables are one report: what describes them stands for them.
        if let Some(tables) = own::tables(folder) {
            return self.found.push(Ok(tables));
        }
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(e) => return self.trouble(folder, e.to_string()),
        };
        let mut paths: Vec<PathBuf> = entries
            .flatten()
            .map(|e| e.path())
            .filter(|p| !is_hidden(p))
            .collect();
        paths.sort();
        for path in paths {
            if self.found.len() >= self.limits.files {
                return self.trouble(
                    folder,
                    format!(
                        "more than {} files; the rest were skipped",
                        self.limits.files
                    ),
                );
            }
            self.entry(&path, depth);
        }
    }

    fn entry(&mut self, path: &Path, depth: usize) {
        match path.metadata() {
            Ok(kind) if kind.is_dir() => self.folder(path, depth + 1),
            Ok(kind) if kind.is_file() => self.found.push(Ok(path.to_path_buf())),
            Ok(_) => self.trouble(path, "not a file or a folder; skipped".to_string()),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                self.trouble(path, "broken link".to_string());
            }
            Err(e) => self.trouble(path, e.to_string()),
        }
    }

    fn trouble(&mut self, path: &Path, message: String) {
        self.found.push(Err((path.to_path_buf(), message)));
    }
}

/// Files that the system, an editor or this program put beside the articles.
fn is_hidden(path: &Path) -> bool {
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    name.starts_with('.')
        || name.ends_with('~')
        || name == crate::config::FILE
        || name == "Thumbs.db"
}
