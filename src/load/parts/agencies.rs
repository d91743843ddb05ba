//! Names of news agencies, and what credits them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

static AGENCIES: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("agencies.txt")
        .lines()
        .filter(|l| !l.starts_with('#') && !l.trim().is_empty());
    lines
        .flat_map(|line| {
            line.split(", ")
                .map(move |name| (name, line.split(", ").next().unwrap_or(line)))
        })
        .collect()
});

/// Words that end the name of an agency nobody listed: "Northern Wire", "Meridian Press".
const ENDINGS: [&str; 7] = [
    "Press",
    "Wire",
    "Newswire",
    "Agency",
    "News Agency",
    "News Service",
    "Agencies",
];

/// The agency that a name is, under the name to show; names on no list count when they end as agencies' names do.
pub fn agency(name: &str) -> Option<String> {
    let name = name.trim().trim_end_matches('.');
    if let Some(known) = AGENCIES.get(name) {
        return Some((*known).to_string());
    }
    let words: Vec<&str> = name.split(' ').collect();
    let is_name =
        (2..=4).contains(&words.len()) && words.iter().all(|w| w.starts_with(char::is_uppercase));
    let ends_so = ENDINGS.iter().any(|e| name.ends_with(&format!(" {e}")));
    (is_name && ends_so).then(|| name.trim_start_matches("The ").to_string())
}

static CREDIT: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let name = r"(?P<names>[\p{Lu}d][\p{L}\-]*(?:[ ,/&]+(?:and )?[\p{Lu}d][\p{L}\-]*)*)";
    let forms = [
        format!(
            r"^[(\[]?(?i:with)(?i: (?:additional )?(?:reporting|inputs?|files|reports?|material|information|contributions?)(?: from| by)?)? {name}[)\]]?\.?$"
        ),
        format!(
            r"^[(\[]?(?i:agency inputs?|inputs? from|source|sources|credit|via|from|—|–|-{{1,2}})\s*:? ?{name}[)\]]?\.?$"
        ),
        format!(r"^[(\[]{name}[)\]]\.?$"),
        format!(r"^{name} contributed (?:to (?:this|the) (?:report|story|article)|reporting)\.?$"),
        format!(r"^{name}$"),
    ];
    forms.iter().filter_map(|f| Regex::new(f).ok()).collect()
});

static UNNAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^[(\[]?(?:with |(?:sources?|credit|from)\s*: ?)?(?:(?:inputs?|reporting|reports|material) (?:from|by) )?(?:(?:the )?(?:news )?agenc(?:y|ies)|wires?|wire services?|agency inputs?|staff and agencies|agencies and staff)(?: inputs?| reports?)?[)\]]?\.?$").ok()
});

/// The agencies that a line credits, where it is a credit and nothing else; "agencies" where it names none.
pub fn credited(line: &str) -> Option<Vec<String>> {
    if line.split(' ').count() > 14 {
        return None;
    }
    if UNNAMED.as_ref().is_some_and(|u| u.is_match(line)) {
        return Some(vec!["agencies".to_string()]);
    }
    let names = CREDIT.iter().find_map(|f| {
        f.captures(line)?
            .name("names")
            .map(|m| m.as_str().to_string())
    })?;
    let found: Vec<String> = parts(&names).filter_map(agency).collect();
    (!found.is_empty()).then_some(found)
}

/// The agency named in brackets or behind a dash at the very end of a text.
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_sorted() {
        let lines: Vec<&str> = include_str!("agencies.txt")
            .lines()
            .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
            .collect();
        assert!(lines.is_sorted());
    }
}
