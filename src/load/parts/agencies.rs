//! Names of news agencies, and what credits them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::language::{PATTERNS, WORDS, en};

static AGENCIES: LazyLock<BTreeMap<&'static str, &'static str>> =
    LazyLock::new(|| en::AGENCIES.entries().flat_map(names).collect());

/// Each name of an agency, with the one to show.
fn names(entry: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let shown = entry.split(", ").next().unwrap_or(entry);
    entry.split(", ").map(move |name| (name, shown))
}

/// The agency that a name is, under the name to show; names on no list count when they end as agencies' names do.
pub fn agency(name: &str) -> Option<String> {
    let name = name.trim().trim_end_matches('.');
    if let Some(known) = AGENCIES.get(name) {
        return Some((*known).to_string());
    }
    let words: Vec<&str> = name.split(' ').collect();
    let is_name =
        (2..=4).contains(&words.len()) && words.iter().all(|w| w.starts_with(char::is_uppercase));
    let ends_so = WORDS
        .agency_endings
        .iter()
        .any(|e| name.ends_with(&format!(" {e}")));
    (is_name && ends_so).then(|| name.trim_start_matches("The ").to_string())
}

/// The agencies that a line credits, where it is a credit and nothing else; "agencies" where it names none.
pub fn credited(line: &str) -> Option<Vec<String>> {
    if line.split(' ').count() > 14 {
        return None;
    }
    if PATTERNS.unnamed_agency.is_match(line) {
        return Some(vec!["agencies".to_string()]);
    }
    let names = PATTERNS.agency_credit.iter().find_map(|f| {
        f.captures(line)?
            .name("names")
            .map(|m| m.as_str().to_string())
    })?;
    let found: Vec<String> = parts(&names).filter_map(agency).collect();
    (!found.is_empty()).then_some(found)
}

/// The agency named in brackets or after a dash at the very end of a text.
pub fn signed(text: &str) -> Option<String> {
    let (_, end) = text.rsplit_once(['(', '—', '/'])?;
    agency(end.trim().trim_end_matches([')', '.']))
}

/// The parts of a list of names.
pub fn parts(names: &str) -> impl Iterator<Item = &str> {
    names
        .split([',', '/', '&', ';'])
        .flat_map(|p| p.split(" and "))
        .map(str::trim)
        .filter(|p| !p.is_empty())
}
