//! What this program wrote: reports that lie beside the articles are no articles.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What is said of it.
pub const MESSAGE: &str = "made by coverage, so not read as an article";

/// Kinds of findings, as their lines name them.
const KINDS: [&str; 6] = [
    "discrepancy",
    "omission",
    "addition",
    "quote",
    "framing",
    "reuse",
];

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

/// Whether a file begins as a report of this program does: its page, its JSON, its findings line by line, its Markdown,
/// what describes its tables; a sheet for a coder; and the answers and the snapshot that `check` reads.
pub fn is_report(start: &str) -> bool {
    let start = start
        .get(..start.floor_char_boundary(START))
        .unwrap_or(start);
    let has_all = |marks: &[&str]| marks.iter().all(|mark| start.contains(mark));
    let dense: String = start.split_whitespace().collect();
    let is_json = dense.starts_with("{\"schema_version\":")
        && dense.contains("\"generator\":{\"name\":\"coverage\",");
    let is_page = has_all(&["<!doctype html>", "name=\"generator\" content=\"coverage "]);
    let is_package = dense.contains("\"name\":\"coverage-report\",")
        && dense.contains("\"created_by\":\"coverage");
    is_json
        || is_finding(&dense)
        || is_sheet(&dense)
        || is_gold(&dense)
        || is_snapshot(&dense)
        || is_package
        || is_page
        || is_screen(start)
        || start.starts_with("<!-- Made by coverage ")
}

/// Whether a text begins as the report in a terminal does: which articles share copy, and the heading of the findings.
fn is_screen(start: &str) -> bool {
    let has = |is: &dyn Fn(&str) -> bool| start.lines().any(is);
    has(&|l| l.starts_with("  no shared copy found: ") || l.starts_with("  same copy"))
        && has(&|l| l == "What stands out" || l.starts_with("No finding is certain enough"))
}

/// Whether a table begins as a sheet for a coder does, whatever the spreadsheet that saved it puts between the cells.
fn is_sheet(dense: &str) -> bool {
    let head = dense.trim_start_matches('\u{feff}').replace('"', "");
    head.replace(';', ",").starts_with("unit,a,b,outlet_a,")
}

/// Whether an object begins as a gold.json does: the name of the articles' group, then a note or the articles by their ids.
fn is_gold(dense: &str) -> bool {
    let named = dense.strip_prefix("{\"cluster\":\"");
    let rest = named
        .and_then(|rest| rest.split_once("\","))
        .map(|(_, rest)| rest);
    let next = ["\"event\":", "\"note\":", "\"articles\":{"];
    rest.is_some_and(|rest| next.iter().any(|key| rest.starts_with(key)))
}

/// Whether an object begins as an expected.json does.
fn is_snapshot(dense: &str) -> bool {
    let rest = dense.strip_prefix("{\"schema_version\":\"");
    let rest = rest
        .and_then(|rest| rest.split_once("\","))
        .map(|(_, rest)| rest);
    rest.is_some_and(|rest| {
        rest.starts_with("\"articles\":[{\"id\":\"") && rest.contains("\"sentences\":[{\"id\":\"")
    })
}

/// Whether a line begins as a finding does: its number, its kind, its sentence.
fn is_finding(dense: &str) -> bool {
    let number = dense.strip_prefix("{\"id\":\"n");
    let rest = number.map(|n| n.trim_start_matches(|c: char| c.is_ascii_digit()));
    let kind = rest.and_then(|rest| rest.strip_prefix("\",\"kind\":\""));
    kind.and_then(|kind| kind.split_once('"'))
        .is_some_and(|(kind, rest)| KINDS.contains(&kind) && rest.starts_with(",\"summary\":\""))
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
            "{\"id\": \"north-1\", \"kind\": \"article\", \"summary\": \"Shut.\", \"text\": \"The pier is shut.\"}",
            "{\"id\": \"n1\", \"kind\": \"article\", \"summary\": \"Shut.\", \"text\": \"The pier is shut.\"}",
            "{\"cluster\": \"pier\", \"text\": \"The pier is shut.\"}",
            "{\"schema_version\": \"1\", \"articles\": [{\"id\": \"1\", \"text\": \"The pier is shut.\"}]}",
            "The pier is shut.",
            "What stands out\n\nThe pier is shut.",
            "",
        ] {
            assert!(!is_report(text), "{text}");
        }
    }
}
