//! Exports of newspaper databases: a text file with one article or several, each under "1 of 12 DOCUMENTS", its fields in
//! lines with a label, its paragraphs hard-wrapped.
//!
//! ```text
//!                 2 of 12 DOCUMENTS
//!                   The Ledger
//!             March 4, 2031 Tuesday
//! Pier to close
//! BYLINE: Ada Brook
//! LENGTH: 214 words
//! The pier will close …
//! LOAD-DATE: March 5, 2031
//! ```
//!
//! Newer exports have no such numbers: "End of Document" stands behind each article, title, outlet and day stand in three
//! lines above the fields, and a page about the search stands before the first.

use std::collections::BTreeMap;

use super::draft::{Draft, Piece};
use super::text::fold;
use crate::dates;
use crate::language::WORDS;
use crate::model::{DateSource, Residue};

/// Words of the longest line that numbers a document: "Document 12 of 300".
const NUMBERING_WORDS: usize = 4;

/// The articles of an export; none where the text is no export.
pub fn drafts(raw: &str) -> Option<Vec<Draft>> {
    let raw = raw.replace("\r\n", "\n");
    let lines: Vec<&str> = raw.split('\n').filter(|line| !is_page_mark(line)).collect();
    let is_between = |line: &&str| is_numbering(line) || is_end(line);
    let documents: Vec<&[&str]> = lines
        .split(is_between)
        .filter(|document| document.iter().any(|line| !line.trim().is_empty()))
        .collect();
    let is_numbered = lines.iter().any(is_between);
    let labelled = |document: &&&[&str]| fields_of(document) >= if is_numbered { 1 } else { 3 };
    let documents: Vec<&&[&str]> = documents.iter().filter(labelled).collect();
    (!documents.is_empty()).then(|| documents.into_iter().map(|d| draft(d)).collect())
}

/// "2 of 12 DOCUMENTS", "Document 2 of 12".
fn is_numbering(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let is_number = |word: &&&str| word.chars().all(|c| c.is_ascii_digit());
    words.len() <= NUMBERING_WORDS
        && words.len() > 3
        && words.contains(&"of")
        && words.iter().filter(is_number).count() == 2
        && words.iter().any(|w| matches!(*w, "document" | "documents"))
}

/// What stands behind each article of newer exports.
fn is_end(line: &str) -> bool {
    line.trim().eq_ignore_ascii_case("end of document")
}

/// "Page 3", "Page 3 of 12": the foot of a printed page.
fn is_page_mark(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
    match words.as_slice() {
        ["Page", number] => is_number(number),
        ["Page", number, "of", last] => is_number(number) && is_number(last),
        _ => false,
    }
}

/// The lines of a document, title, outlet and day divided where they stand in lines of one block; what stands above them,
/// about the search, is none of the article.
fn divided<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let head = lines.iter().position(|line| label(line).is_some());
    let head = lines.get(..head.unwrap_or(lines.len())).unwrap_or_default();
    let Some(day) = head.iter().rposition(|line| is_date(line)) else {
        return lines.to_vec();
    };
    let above = head.get(..day).unwrap_or_default();
    let start = above
        .iter()
        .rposition(|line| line.trim().is_empty())
        .map_or(0, |i| i + 1);
    match above.get(start..) {
        Some([title @ .., outlet]) if !title.is_empty() => {
            let rest = lines.get(day..).unwrap_or_default();
            let (date, rest) = rest.split_at(1.min(rest.len()));
            [title, &["", outlet, ""], date, &[""], rest].concat()
        }
        _ => lines.to_vec(),
    }
}

/// Whether a line is a day and hardly more.
fn is_date(line: &str) -> bool {
    line.len() < 60 && dates::first_full(line).is_some()
}

/// How many different fields a document has.
fn fields_of(lines: &[&str]) -> usize {
    let mut labels: Vec<String> = lines.iter().filter_map(|l| Some(label(l)?.0)).collect();
    labels.sort_unstable();
    labels.dedup();
    labels.len()
}

/// The label of a line, in lower case, and what follows it.
fn label(line: &str) -> Option<(String, &str)> {
    let (label, value) = line.trim_start().split_once(':')?;
    let key = label.trim().to_lowercase();
    WORDS
        .export_labels
        .contains(&key)
        .then(|| (key, value.trim()))
}

/// What stands in a document, in order.
enum Part {
    Field(String, String),
    Paragraph(String),
}

/// The fields and paragraphs of a document: a label opens a field, an empty line ends whatever is open.
fn parts(lines: &[&str]) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut is_open = false;
    for line in lines {
        let words = fold(line);
        if words.is_empty() {
            is_open = false;
            continue;
        }
        match (label(line), found.last_mut().filter(|_| is_open)) {
            (Some((key, value)), _) => found.push(Part::Field(key, fold(value))),
            (None, Some(Part::Field(_, open) | Part::Paragraph(open))) => {
                if !open.is_empty() {
                    open.push(' ');
                }
                open.push_str(&words);
            }
            (None, None) => found.push(Part::Paragraph(words)),
        }
        is_open = true;
    }
    found
}

fn draft(lines: &[&str]) -> Draft {
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    let (mut head, mut body) = (Vec::new(), Vec::new());
    let mut residue: Vec<Residue> = Vec::new();
    for part in parts(&divided(lines)) {
        match part {
            Part::Field(key, value) => {
                residue.push(set_apart(format!("{}: {value}", key.to_uppercase())));
                fields.entry(key).or_insert(value);
            }
            Part::Paragraph(words) if is_frame(&words) => residue.push(set_apart(words)),
            Part::Paragraph(words) if fields.is_empty() => head.push(words),
            Part::Paragraph(words) => body.push(words),
        }
    }
    let head = Head::read(head);
    body.splice(0..0, head.rest);
    let field = |name: &str| fields.get(name).cloned().filter(|value| !value.is_empty());
    let printed = head
        .date
        .or_else(|| field("date"))
        .or_else(|| field("load-date"));
    let day = printed.and_then(|words| Some(dates::first_full(&words)?.1.to_string()));
    let english = field("language").filter(|l| l.to_lowercase().starts_with("english"));
    Draft {
        headline: field("headline").or(head.headline),
        outlet: field("source").or(head.outlet),
        byline: field("byline").into_iter().collect(),
        section: field("section"),
        dateline: field("dateline"),
        published: day.map(|day| (day, DateSource::Metadata)),
        language: english.map(|_| "en".to_string()),
        pieces: body.into_iter().map(Piece::plain).collect(),
        residue,
        ..Draft::default()
    }
}

fn set_apart(text: String) -> Residue {
    Residue {
        text,
        reason: "field of a database export".to_string(),
    }
}

/// Whether a paragraph only frames the text: the copyright, the headings that some databases put over body and end.
fn is_frame(words: &str) -> bool {
    let lower = words.to_lowercase();
    lower.starts_with("copyright ")
        || lower.starts_with('©')
        || matches!(
            lower.as_str(),
            "body" | "classification" | "end of document"
        )
}

/// What stands above the first field.
#[derive(Default)]
struct Head {
    outlet: Option<String>,
    date: Option<String>,
    headline: Option<String>,
    /// What is none of them, as a text under a head without fields.
    rest: Vec<String>,
}

impl Head {
    /// Outlet, date and title, or title, outlet and date; an edition may stand beside them.
    fn read(lines: Vec<String>) -> Self {
        let Some(at) = lines.iter().position(|line| is_date(line)) else {
            let mut lines = lines.into_iter();
            let headline = lines.next();
            return Self {
                headline,
                rest: lines.collect(),
                ..Self::default()
            };
        };
        let date = lines.get(at).cloned();
        let is_edition = |line: &&String| line.to_lowercase().ends_with("edition");
        let before: Vec<&String> = lines.iter().take(at).collect();
        let mut after = lines.iter().skip(at + 1).filter(|line| !is_edition(line));
        let (headline, outlet) = match (after.next(), before.as_slice()) {
            (Some(title), before) => (Some(title), before.first().copied()),
            (None, [title, outlet, ..]) => (Some(*title), Some(*outlet)),
            (None, before) => (before.first().copied(), None),
        };
        Self {
            outlet: outlet.cloned(),
            date,
            headline: headline.cloned(),
            rest: after.cloned().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "  1 of 2 DOCUMENTS\n\n   The Ledger\n\n  March 4, 2031 Tuesday\n\nPier to close\n\nBYLINE: Ada Brook\n\n\
        SECTION: NEWS; Pg. 6\nLENGTH: 24 words\n\nThe pier will close\nin May.\n\nNobody knows why.\n\nLOAD-DATE: March 5, 2031\n\n\
        Copyright 2031 The Ledger\nAll Rights Reserved\n\n  2 of 2 DOCUMENTS\n\nPier stays open\n\nThe Courier\n\nMarch 6, 2031\n\n\
        LENGTH: 3 words\n\nBody\n\nIt stays open.\n\nEnd of Document\n";

    #[test]
    fn documents_are_divided_and_their_fields_read() {
        let drafts = drafts(TWO).unwrap();
        assert_eq!(drafts.len(), 2);
        let read = |d: &Draft| {
            let pieces: Vec<String> = d.pieces.iter().map(|p| p.text.clone()).collect();
            let of = |field: &Option<String>| field.clone().unwrap_or_default();
            let date = d.published.clone().map(|p| p.0).unwrap_or_default();
            [of(&d.headline), of(&d.outlet), date, pieces.join(" / ")].join(" | ")
        };
        assert_eq!(
            read(&drafts[0]),
            "Pier to close | The Ledger | 2031-03-04 | The pier will close in May. / Nobody knows why."
        );
        assert_eq!(drafts[0].byline, ["Ada Brook"]);
        assert_eq!(
            read(&drafts[1]),
            "Pier stays open | The Courier | 2031-03-06 | It stays open."
        );
    }

    #[test]
    fn newer_exports_divide_behind_each_article() {
        let article = |title: &str, text: &str| {
            format!(
                "{title}\nThe Ledger\nMarch 4, 2031 Tuesday\n\nCopyright 2031 The Ledger\n\nSection: NEWS; Pg. 3\n\
                 Length: 9 words\nByline: Ada Brook\n\nBody\n\n{text}\n\nLoad-Date: March 5, 2031\n\nEnd of Document\n\n"
            )
        };
        let raw = format!(
            "Page 1 of 2\nUser Name: Ada Brook\nJob Number: 4711\nDocuments (2)\n1. Pier to close\n\n{}Page 2 of 2\n\n{}",
            article("Pier to close\nin the spring", "The pier will close."),
            article("Ferry returns", "The ferry is back.")
        );
        let drafts = drafts(&raw).unwrap();
        let read = |d: &Draft| {
            let text: Vec<&str> = d.pieces.iter().map(|p| p.text.as_str()).collect();
            format!("{:?} {:?} {text:?}", d.headline, d.outlet)
        };
        assert_eq!(
            drafts.iter().map(read).collect::<Vec<_>>(),
            [
                "Some(\"Pier to close in the spring\") Some(\"The Ledger\") [\"The pier will close.\"]",
                "Some(\"Ferry returns\") Some(\"The Ledger\") [\"The ferry is back.\"]"
            ]
        );
    }

    #[test]
    fn other_texts_are_no_export() {
        for text in [
            "Pier to close\n\nLENGTH: 3 words\n\nThe pier will close.",
            "",
            ":\n: 1 of 2",
        ] {
            assert!(drafts(text).is_none(), "{text}");
        }
    }
}
