//! The source of the program as the tests read it.

use std::path::{Path, PathBuf};

/// The folder of the source.
pub fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The whole of a file.
pub fn file(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// All files of Rust below a folder, sorted.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Files that are tests and nothing else.
const TESTS: [&str; 1] = ["load/parts/cases.rs"];

/// Every file of the program by its name below `src`, without the tests at its end.
pub fn program() -> Vec<(String, String)> {
    let src = src();
    let named = |path: PathBuf| {
        let code = file(&path);
        let code = code.split("#[cfg(test)]").next().unwrap().to_string();
        let name = path.strip_prefix(&src).unwrap().display().to_string();
        (name, code)
    };
    let files = rust_files(&src).into_iter().map(named);
    files
        .filter(|(name, _)| !TESTS.contains(&name.as_str()))
        .collect()
}
