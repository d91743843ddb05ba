//! The dateline that opens a report: place, date and agency before a dash.

use std::sync::LazyLock;

use regex::Regex;

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

const DATE: &str = r"(?:(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:,? (?:19|20)\d\d)?|\d{1,2} (?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:,? (?:19|20)\d\d)?)";

/// Capitals: "PORT ELLERY", "ST. JOHN’S, Ark.", "RELL/ALDMARK".
static SHOUTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = r"\p{Lu}[\p{Lu}'’.\-]*";
    let place = format!(
        r"(?P<place>\p{{Lu}}[\p{{Lu}}'’.\-]+(?:[ /]{word}){{0,4}}(?:, (?:\p{{Lu}}[\p{{L}}.]*)(?: \p{{Lu}}[\p{{L}}.]*){{0,2}})?)"
    );
    let tail = format!(
        r"(?:,? (?P<d1>{DATE}))?(?:,? ?\((?P<agency>[^()]{{2,40}})\))?(?:,? (?P<d2>{DATE}))?"
    );
    Regex::new(&format!(
        r"^(?P<all>{place}{tail})(?:\s*(?:[—–―]|--)\s*|\s+-\s+)"
    ))
    .ok()
});

/// Small letters, or a colon for the dash, need a date or an agency beside the place.
static WITH_MARK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let place = r"(?P<place>\p{Lu}[\p{L}'’.\-]+(?:[ /]\p{Lu}[\p{L}'’.\-]*){0,3}(?:, \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2})?)";
    let date_first = format!(r",? (?P<d1>{DATE})(?:,? ?\((?P<a1>[^()]{{2,40}})\))?");
    let agency_first = format!(r",? ?\((?P<a2>[^()]{{2,40}})\)(?:,? (?P<d2>{DATE}))?");
    Regex::new(&format!(
        r"^(?P<all>{place}(?:{date_first}|{agency_first}))\s*(?:[—–―:-]|--)\s*"
    ))
    .ok()
});

/// The form of Russian agencies: "PORT ELLERY, April 9. /TASS/. ".
static WITH_SLASHES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let place = r"(?P<place>\p{Lu}[\p{Lu}'’.\-]+(?:[ -]\p{Lu}[\p{Lu}'’.\-]*){0,3})";
    Regex::new(&format!(
        r"^(?P<all>{place}(?:, (?P<d1>{DATE}))?\. /(?P<agency>[\p{{L}} \-]{{2,40}})/)\.?\s+"
    ))
    .ok()
});

/// Labels in capitals that are no places.
const LABELS: [&str; 14] = [
    "UPDATE",
    "UPDATED",
    "BREAKING",
    "BREAKING NEWS",
    "EXCLUSIVE",
    "WATCH",
    "ANALYSIS",
    "OPINION",
    "CORRECTION",
    "LIVE",
    "VIDEO",
    "EXPLAINER",
    "EDITORIAL",
    "COMMENT",
];

/// The dateline at the start of a paragraph.
pub fn read(paragraph: &str) -> Option<Dateline> {
    let forms = [&SHOUTED, &WITH_MARK, &WITH_SLASHES];
    let captures = forms
        .iter()
        .find_map(|form| form.as_ref()?.captures(paragraph))?;
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
    (!LABELS.contains(&dateline.place.as_str())).then_some(dateline)
}
