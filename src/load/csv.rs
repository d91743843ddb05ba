//! Tables with named columns, one article a row; comma, semicolon, tab or bar between the columns.

use ::csv::{ReaderBuilder, StringRecord};
use serde_json::{Map, Value};

use super::draft::Draft;
use super::json;

/// Names of columns that hold a text.
const TEXTS: [&str; 9] = [
    "text",
    "maintext",
    "body",
    "content",
    "articlebody",
    "article_body",
    "full_text",
    "fulltext",
    "article",
];

/// Whether a text starts with a line of column names, one of which holds a text.
pub fn is(start: &str) -> bool {
    let first = start.lines().next().unwrap_or_default();
    let names: Vec<String> = first.split([',', ';', '\t', '|']).map(plain).collect();
    names.len() >= 2
        && names.iter().all(|n| !n.contains(' ') && n.len() <= 40)
        && names.iter().any(|n| TEXTS.contains(&n.as_str()))
}

fn plain(name: &str) -> String {
    name.trim()
        .trim_matches(['"', '\u{feff}'])
        .trim()
        .to_lowercase()
        .replace(' ', "_")
}

/// Hands on the article of each row with its line, or what is wrong with it.
pub fn drafts(text: &str, take: &mut dyn FnMut(u64, Result<Draft, String>)) {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: &char| first.matches(*mark).count();
    let mark = [',', ';', '\t', '|']
        .into_iter()
        .max_by_key(|m| (count(m), *m == ','))
        .unwrap_or(',');
    let mut reader = ReaderBuilder::new()
        .delimiter(mark as u8)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut names: Vec<String> = Vec::new();
    let mut record = StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return,
            Ok(true) if names.is_empty() => names = record.iter().map(plain).collect(),
            Ok(true) => take(
                record.position().map_or(0, ::csv::Position::line),
                row(&names, &record),
            ),
            Err(e) => take(
                e.position().map_or(0, ::csv::Position::line),
                Err(format!("CSV: {e}")),
            ),
        }
    }
}

/// A row is read as the JSON object with the same names would be.
fn row(names: &[String], record: &StringRecord) -> Result<Draft, String> {
    if record.len() != names.len() {
        let (wanted, found) = (names.len(), record.len());
        return Err(format!(
            "CSV: {found} columns, but the header has {wanted}; skipped"
        ));
    }
    let cells = names
        .iter()
        .zip(record.iter())
        .map(|(n, v)| (n.clone(), Value::String(v.to_string())));
    json::draft(&Value::Object(cells.collect::<Map<_, _>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_with_quotes_and_line_breaks_keep_their_columns() {
        let table = "Title;Text;Date\n\"A; b\";\"One.\n\nTwo.\";2031-03-12\nshort;row\n";
        assert!(is(table) && !is("Rain fell, and the text went on; it was late.\n"));
        let mut seen = Vec::new();
        drafts(table, &mut |line, draft| seen.push((line, draft)));
        let draft = seen[0].1.as_ref().unwrap();
        assert_eq!(
            (draft.headline.as_deref(), draft.pieces.len()),
            (Some("A; b"), 2)
        );
        assert!(seen[1].1.as_ref().unwrap_err().contains("2 columns"));
    }
}
