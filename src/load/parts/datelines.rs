//! The dateline that opens a report: place, date and agency before a dash.

use crate::language::{self, Gender, PATTERNS, WORDS};
use crate::model::EntityKind;

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
    if !paragraph.contains(['—', '–', '―', '-', ':', '/', '(']) {
        return None;
    }
    let forms = [
        &PATTERNS.shouted_dateline,
        &PATTERNS.marked_dateline,
        &PATTERNS.slashed_dateline,
    ];
    let marked = forms.iter().find_map(|form| form.captures(paragraph));
    let captures = marked.or_else(|| unmarked(paragraph))?;
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

/// The forms that have neither dash nor day: a colon behind what reads as a place, or an agency or outlet in brackets.
fn unmarked(paragraph: &str) -> Option<regex::Captures<'_>> {
    let colon = PATTERNS.colon_dateline.captures(paragraph);
    let colon = colon.filter(|c| {
        c.name("place")
            .is_some_and(|place| is_place(place.as_str()))
    });
    colon.or_else(|| PATTERNS.bracketed_dateline.captures(paragraph))
}

/// Whether capitalised words may name a place: none of them names people, bodies or acts, and the first is no given name.
fn is_place(words: &str) -> bool {
    let all: Vec<String> = words
        .split([' ', ',', '/'])
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    let label = WORDS.dateline_labels.contains(&words.to_uppercase());
    let is_person = all.first().is_some_and(|first| {
        language::given_name(first) != Gender::Unsaid || language::title(first).is_some()
    });
    let fits = |word: &String| match language::noun(word) {
        Some(noun) => noun.kind == EntityKind::Place,
        None => language::verb_base(word).is_none() && !language::is_stop_word(word),
    };
    !label && !is_person && all.iter().all(fits)
}
