//! Paths → folders that are fixtures.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::check::snapshot::Snapshot;

/// Folders below this depth are not looked into; deeper is a loop or a mistake.
const DEEPEST: usize = 64;

/// The fixtures below some paths, sorted, each once. Where `new` ones are wanted, every folder with articles counts as one.
///
/// # Errors
/// When a path does not exist, is no folder, or a folder cannot be read.
pub fn fixtures(paths: &[PathBuf], new: bool) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = BTreeSet::new();
    for path in paths {
        if !path.exists() {
            bail!("{}: no such folder", path.display());
        }
        if !path.is_dir() {
            bail!(
                "{} is not a folder; give a fixture or a folder that contains fixtures",
                path.display()
            );
        }
        walk(path, DEEPEST, new, &mut found)?;
    }
    Ok(found.into_iter().collect())
}

fn walk(
    folder: &Path,
    depth: usize,
    new: bool,
    found: &mut BTreeSet<PathBuf>,
) -> anyhow::Result<()> {
    if is_fixture(folder) || (new && folder.join("articles").is_dir()) {
        found.insert(folder.to_path_buf());
    }
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read the folder {}", folder.display()))?;
    for entry in entries {
        let entry =
            entry.with_context(|| format!("cannot read the folder {}", folder.display()))?;
        let name = entry.file_name();
        let hidden = name.to_string_lossy().starts_with('.');
        // Links are not followed: they may lead round in a circle.
        if depth > 0 && !hidden && name != "articles" && entry.file_type().is_ok_and(|t| t.is_dir())
        {
            walk(&entry.path(), depth - 1, new, found)?;
        }
    }
    Ok(())
}

/// With its articles, or without them where a file says that they should be there: a lost folder must not pass.
fn is_fixture(folder: &Path) -> bool {
    let (gold, snapshot) = (folder.join("gold.json"), folder.join("expected.json"));
    // A line of a table is enough: what is malformed in it is told when the fixture is read.
    let asks = || {
        let text = fs::read_to_string(folder.join("coverage.toml")).unwrap_or_default();
        folder.join("articles").is_dir()
            && text.lines().any(|l| l.trim_start().starts_with("[check"))
    };
    let is_ours = || fs::read_to_string(&snapshot).is_ok_and(|text| Snapshot::parse(&text).is_ok());
    gold.is_file()
        || (snapshot.is_file() && (folder.join("articles").is_dir() || is_ours()))
        || asks()
}
