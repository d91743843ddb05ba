//! Tidy tables: one observation a row, one file a table, the same ids as in the JSON; pandas and R load them as they are.
//!
//! `datapackage.json` beside them says what each column means, of which type it is and which values it takes.
//!
//! Cells that a spreadsheet would take for a formula begin with an apostrophe. The columns called `text` are left out of
//! this: offsets count code points of the article's `text`, as in the JSON, and the words found there are these words.

mod comparison;
mod facts;
mod material;
mod package;
mod wording;

use crate::check::gold::sheet;
use crate::render::plain;
use crate::render::view::View;
use crate::report::{KeyEntry, Report};

/// One table: its header and its rows.
#[derive(Clone)]
struct Table {
    name: &'static str,
    header: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

/// How tables are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// A byte order mark opens each table, by which spreadsheets know UTF-8.
    pub bom: bool,
}

/// Every table, and what describes them, as file name and bytes.
///
/// # Errors
/// When a row does not fit its header.
pub fn write(report: &Report, options: Options) -> Result<Vec<(String, Vec<u8>)>, csv::Error> {
    let view = View::new(report);
    let tables: Vec<Table> = [
        material::tables(&view),
        facts::tables(&view),
        comparison::tables(&view),
        wording::tables(&view),
    ]
    .concat();
    let described = format!("{:#}\n", package::of(report, &tables));
    let package = Ok((package::FILE.to_string(), described.into_bytes()));
    tables
        .iter()
        .map(|t| Ok((format!("{}.csv", t.name), bytes(t, options)?)))
        .chain([package])
        .collect()
}

/// The table that undoes a blind report: which letter is which outlet, article and file.
///
/// # Errors
/// When a row does not fit its header.
pub fn key(entries: &[KeyEntry]) -> Result<Vec<u8>, csv::Error> {
    let row = |e: &KeyEntry| {
        vec![
            text(&e.letter),
            text(&e.outlet),
            text(&e.article),
            text(&e.path),
        ]
    };
    let table = Table {
        name: "key",
        header: &["letter", "outlet", "article_id", "path"],
        rows: entries.iter().map(row).collect(),
    };
    bytes(&table, Options::default())
}

/// A sheet for a coder; spreadsheets know its encoding by a byte order mark.
///
/// # Errors
/// When a row does not fit its header.
pub fn sheet(rows: &[sheet::Row]) -> Result<Vec<u8>, csv::Error> {
    let table = Table {
        name: "sheet",
        header: &sheet::HEADER,
        rows: rows
            .iter()
            .map(|r| r.iter().map(|c| text(c)).collect())
            .collect(),
    };
    bytes(&table, Options { bom: true })
}

fn bytes(table: &Table, options: Options) -> Result<Vec<u8>, csv::Error> {
    let mark = if options.bom { "\u{feff}" } else { "" };
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(mark.as_bytes().to_vec());
    out.write_record(table.header)?;
    for row in &table.rows {
        out.write_record(row)?;
    }
    out.into_inner()
        .map_err(|e| csv::Error::from(std::io::Error::other(e.to_string())))
}

/// A cell of words: nothing in it steers a terminal or starts a formula.
fn text(words: &str) -> String {
    let safe = plain::in_place(words);
    let starts_formula = safe
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if starts_formula || safe.starts_with(['\t', '\r', '\n']) {
        format!("'{safe}")
    } else {
        safe
    }
}

/// A cell of words that offsets lead to: nothing in it steers a terminal, and no character moves.
fn verbatim(words: &str) -> String {
    plain::in_place(words)
}

fn optional(words: Option<&String>) -> String {
    words.map(|w| text(w)).unwrap_or_default()
}

/// Several short values in one cell.
fn list(words: &[String]) -> String {
    text(&words.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_other_words_left_alone() {
        assert_eq!(text("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(text("  @cmd"), "'  @cmd");
        assert_eq!(text("3-1 = 2"), "3-1 = 2");
        assert_eq!(verbatim("=1+2"), "=1+2");
        assert_eq!(text("a\u{1b}[31mb"), "a\u{fffd}[31mb");
    }
}
