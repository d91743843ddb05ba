//! What this program wrote: reports that lie beside the articles are no articles.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What is said of it.
pub const MESSAGE: &str = "written by coverage, so not read as an article";

/// Bytes from which a report is known.
const START: usize = 1024;

/// What describes the tables of a report, where a folder holds them.
pub fn tables(folder: &Path) -> Option<PathBuf> {
    let package = folder.join("datapackage.json");
    let mut start = Vec::new();
    let file = File::open(&package).ok()?;
    file.take(START as u64).read_to_end(&mut start).ok()?;
    is_report(&String::from_utf8_lossy(&start)).then_some(package)
}

/// Whether a file begins as a report of this program does: its page, its JSON, its findings line by line, its Markdown, and
/// what describes its tables.
pub fn is_report(start: &str) -> bool {
    let start = start
        .get(..start.floor_char_boundary(START))
        .unwrap_or(start);
    let has_all = |marks: &[&str]| marks.iter().all(|mark| start.contains(mark));
    let dense: String = start.split_whitespace().collect();
    let is_json = dense.starts_with("{\"schema_version\":")
        && dense.contains("\"generator\":{\"name\":\"coverage\",");
    let is_finding = dense.starts_with("{\"id\":\"n")
        && dense.contains("\",\"kind\":\"")
        && dense.contains("\",\"summary\":\"");
    let is_page = has_all(&["<!doctype html>", "name=\"generator\" content=\"coverage "]);
    let is_package = dense.contains("\"name\":\"coverage-report\",")
        && dense.contains("\"created_by\":\"coverage");
    is_json || is_finding || is_package || is_page || start.starts_with("<!-- Made by coverage ")
}

#[cfg(test)]
mod tests {
    use super::is_report;

    #[test]
    fn pages_of_others_and_articles_are_no_reports() {
        for text in [
            "<!doctype html><meta name=\"generator\" content=\"WordPress 6.1\"><p>Insurance coverage grew.",
            "{\"schema_version\": \"1\", \"text\": \"The pier is shut.\"}",
            "{\"id\": \"n1\", \"text\": \"The pier is shut.\"}",
            "The pier is shut.",
            "",
        ] {
            assert!(!is_report(text), "{text}");
        }
    }
}
