//! What to say where too few articles could be read to go on: what is wrong, and what to do next.

use std::path::{Path, PathBuf};

use anyhow::anyhow;

use super::{called, output};
use crate::load;
use crate::render::plain;
use crate::report::DiagnosticEntry;

/// What a folder may hold.
const FORMATS: &str = "text, Markdown, HTML, JSON, CSV and others";

/// Says what was wrong with the files; the error says what the paths lack. A path that is itself the trouble takes one line.
pub fn too_few(found: usize, paths: &[PathBuf], diagnostics: &[DiagnosticEntry]) -> anyhow::Error {
    if let ([path], [only]) = (paths, diagnostics)
        && found == 0
        && only.path == path.display().to_string()
    {
        return anyhow!("{}{}", complaint(only), advice(only));
    }
    output::diagnostics(diagnostics);
    let (name, shown) = (called::name(), shown(paths));
    match found {
        0 if is_empty(paths) => {
            anyhow!("{shown} is empty; put one file per article in it ({FORMATS})")
        }
        0 => anyhow!("no readable articles in {shown}; give a folder with one file per article"),
        _ => anyhow!(
            "only one readable article in {shown}; comparing needs at least two (`{name} inspect` shows what was read)"
        ),
    }
}

fn complaint(only: &DiagnosticEntry) -> String {
    plain::line(&format!("{}: {}", only.path, only.message))
}

/// What else to try with a file that is itself a report.
fn advice(only: &DiagnosticEntry) -> &'static str {
    if only.message == load::OWN {
        "; give the articles it was made from"
    } else {
        ""
    }
}

fn shown(paths: &[PathBuf]) -> String {
    let name = |path: &PathBuf| {
        let name = plain::line(&path.display().to_string());
        let is_bare = path.is_dir() && !name.ends_with('/');
        name + if is_bare { "/" } else { "" }
    };
    let names: Vec<String> = paths.iter().map(name).collect();
    match names.as_slice() {
        [one] if one == "-" => "standard input".to_string(),
        [one] => one.clone(),
        many if many.len() <= 3 => many.join(", "),
        many => format!("the {} paths given", many.len()),
    }
}

/// Whether every path is a folder without a file that could be read.
fn is_empty(paths: &[PathBuf]) -> bool {
    let is_empty = |path: &PathBuf| path.is_dir() && !has_files(path);
    !paths.is_empty() && paths.iter().all(is_empty)
}

fn has_files(folder: &Path) -> bool {
    let mut entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.any(|e| !e.file_name().to_string_lossy().starts_with('.'))
}
