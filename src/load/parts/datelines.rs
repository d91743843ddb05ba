//! The dateline that opens a report: place, date and agency before a dash.

use crate::language::{PATTERNS, WORDS};

/// What a dateline says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// As printed, without the dash.
    pub printed: String,
    /// The place.
    pub place: String,
    /// The date as printed, with or without its year.
    pub date: Option<String>,
    /// The agency in brackets.
    pub agency: Option<String>,
}

/// The dateline at the start of a paragraph.
pub fn read(paragraph: &str) -> Option<Dateline> {
    // Every form ends in one of these; most paragraphs have none, and need no expression compiled.
    if !paragraph.contains(['—', '–', '―', '-', ':', '/']) {
        return None;
    }
    let forms = [
        &PATTERNS.shouted_dateline,
        &PATTERNS.marked_dateline,
        &PATTERNS.slashed_dateline,
    ];
    let captures = forms.iter().find_map(|form| form.captures(paragraph))?;
    let group = |names: &[&str]| {
        names
            .iter()
            .find_map(|n| captures.name(n))
            .map(|m| m.as_str().trim().to_string())
    };
    let dateline = Dateline {
        printed: group(&["all"])?,
        place: group(&["place"])?,
        date: group(&["d1", "d2"]),
        agency: group(&["agency", "a1", "a2"]),
    };
    (!WORDS.dateline_labels.contains(&dateline.place)).then_some(dateline)
}
