//! A sheet that somebody filled in → what this coder answered.

use std::collections::{BTreeMap, BTreeSet};

use super::letters::Letters;
use super::read::Names;
use super::sheet::{CELL, COLUMNS, PAIR};
use super::{Coding, Ends, Gold, GoldPair, Judged};

/// Why a sheet cannot be used, and the line.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct SheetError {
    /// What is the matter.
    pub message: String,
    /// The line, from 1.
    pub line: usize,
}

/// What a coder answered on a sheet: `unit`, `a`, `b` and `label` are read, in any order and whatever the program that
/// saved it puts between them; other columns are for the coder. Ids may be blind ones, by `letters`.
///
/// # Errors
/// When a column is missing, a row points at something that the gold does not hold, or a label is none.
pub fn coded(text: &str, gold: &Gold, letters: &Letters) -> Result<Coding, SheetError> {
    // Lines are counted as an editor does, whatever ends them.
    let text = text.trim_start_matches('\u{feff}');
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .flexible(true)
        .from_reader(text.as_bytes());
    let places = places(reader.headers().map_err(|e| malformed(&e))?)?;
    let mut sheet = Sheet::new(gold, letters);
    for record in reader.records() {
        let record = record.map_err(|e| malformed(&e))?;
        let line = record.position().map_or(1, |p| p.line() as usize);
        let cell = |i: usize| record.get(i).map(tidy).unwrap_or_default();
        if record.iter().all(|c| c.trim().is_empty()) {
            continue;
        }
        let [unit, a, b, label] = places.map(cell);
        sheet
            .row(unit, a, b, label)
            .map_err(|message| SheetError { message, line })?;
    }
    sheet.coding.judged = Some(sheet.judged);
    Ok(sheet.coding)
}

/// A cell without the blanks around it, and without the apostrophe by which a spreadsheet keeps it words.
fn tidy(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// What stands between the cells: spreadsheets write commas, semicolons or tabs, by the country they are set to.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |d: &u8| head.bytes().filter(|b| b == d).count();
    // The last of several that are as frequent is taken: the comma, where there is none.
    b"\t;,".iter().copied().max_by_key(count).unwrap_or(b',')
}

/// Where the columns stand that are read.
fn places(header: &csv::StringRecord) -> Result<[usize; 4], SheetError> {
    let place = |name: &str| header.iter().position(|h| h.trim().to_lowercase() == name);
    match COLUMNS.map(place) {
        [Some(unit), Some(a), Some(b), Some(label)] => Ok([unit, a, b, label]),
        _ => Err(SheetError {
            message: format!(
                "the first line must name the columns {}; it has {}",
                COLUMNS.join(", "),
                header.iter().collect::<Vec<_>>().join(", ")
            ),
            line: 1,
        }),
    }
}

fn malformed(error: &csv::Error) -> SheetError {
    SheetError {
        message: format!("not a CSV table: {error}"),
        line: error.position().map_or(1, |p| p.line() as usize),
    }
}

/// What is read so far, and what rows may point at.
struct Sheet<'a> {
    names: Names<'a>,
    blind: BTreeMap<String, String>,
    seen: BTreeSet<(String, String, String)>,
    coding: Coding,
    judged: Judged,
}

impl<'a> Sheet<'a> {
    fn new(gold: &'a Gold, letters: &Letters) -> Self {
        Self {
            names: Names::of(gold),
            blind: letters.undone(),
            seen: BTreeSet::new(),
            coding: Coding::default(),
            judged: Judged::default(),
        }
    }

    fn row(&mut self, unit: &str, a: &str, b: &str, label: &str) -> Result<(), String> {
        self.judged.rows += 1;
        self.judged.unlabeled += usize::from(label.is_empty());
        let (a, b) = match unit {
            PAIR => self.pair(a, b, label)?,
            CELL => self.cell(a, b, label)?,
            _ => return Err(format!("unit is “{unit}” but must be {PAIR} or {CELL}")),
        };
        match self.seen.insert((unit.to_string(), a.clone(), b.clone())) {
            true => Ok(()),
            false => Err(format!("{unit} {a} and {b} is listed twice")),
        }
    }

    fn pair(&mut self, a: &str, b: &str, label: &str) -> Result<(String, String), String> {
        let (a, article) = self.sentence(a)?;
        let (b, other) = self.sentence(b)?;
        if article == other {
            return Err(format!("{a} and {b} are both in {article}"));
        }
        let (a, b) = if a < b { (a, b) } else { (b, a) };
        match label {
            "" | "?" => self.coding.ignore.push(Ends {
                a: a.clone(),
                b: b.clone(),
            }),
            "0" | "1" | "2" => {
                self.judged.pairs.insert((a.clone(), b.clone()));
                let label = label.parse().unwrap_or(0);
                let (a, b) = (a.clone(), b.clone());
                let pair = (label > 0).then_some(GoldPair { a, b, label });
                self.coding.alignment.extend(pair);
            }
            _ => {
                return Err(format!(
                    "label is “{label}” but must be 2 (same), 1 (partly), 0 (unrelated), ? (doubtful) or empty"
                ));
            }
        }
        Ok((a, b))
    }

    fn cell(&mut self, fact: &str, article: &str, label: &str) -> Result<(String, String), String> {
        if !self.names.facts.contains(fact) {
            return Err(format!("{fact} is not among the facts in gold.json"));
        }
        let article = self.own(article).to_string();
        if !self.names.articles.contains(article.as_str()) {
            return Err(format!("{article} is not among the articles in gold.json"));
        }
        let ids = (fact.to_string(), article.clone());
        match label {
            "" | "?" => {}
            "0" | "1" => {
                self.judged.cells.insert(ids.clone());
                let told = self.coding.facts.entry(ids.0.clone()).or_default();
                told.extend((label == "1").then_some(article));
            }
            _ => {
                return Err(format!(
                    "label is “{label}” but must be 1 (says it), 0 (does not), ? (doubtful) or empty"
                ));
            }
        }
        Ok(ids)
    }

    /// A sentence's id in the gold, and its article.
    fn sentence(&self, id: &str) -> Result<(String, &'a str), String> {
        let own = self.own(id);
        match self.names.sentences.get(own) {
            Some(article) => Ok((own.to_string(), article)),
            None => Err(format!("{id} is not among the sentences in gold.json")),
        }
    }

    fn own<'b>(&'b self, id: &'b str) -> &'b str {
        self.blind.get(id).map_or(id, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLD: &str = r#"{"articles": {
        "a": {"file": "a.txt", "sentences": [{"id": "a.1", "kind": "body", "text": "It rained."}, {"id": "a.2", "kind": "body", "text": "It poured."}]},
        "b": {"file": "b.txt", "sentences": [{"id": "b.1", "kind": "body", "text": "Rain fell."}]}},
        "facts": [{"id": "F1", "statement": "It rained.", "coverage": {"a": ["a.1"]}}]}"#;

    fn read(text: &str) -> Result<Coding, SheetError> {
        let gold = super::super::read(GOLD).unwrap();
        coded(text, &gold, &Letters::default())
    }

    #[test]
    fn columns_may_stand_in_any_order_and_be_divided_by_semicolons() {
        let coding = read("\u{feff}label;note;b;a;unit\r\n2;\"x;\ny\";a.1;b.1;pair\r\n;;b.1;a.2;pair\r\n1;;a;F1;cell\r\n0;;b;F1;cell\r\n;;;;\r\n").unwrap();
        assert_eq!(coding.alignment[0].label, 2);
        assert_eq!(
            (&coding.ignore[0].a[..], &coding.ignore[0].b[..]),
            ("a.2", "b.1")
        );
        assert_eq!(coding.facts["F1"], ["a"]);
        let judged = coding.judged.unwrap();
        assert_eq!((judged.rows, judged.unlabeled), (4, 1));
        assert_eq!((judged.pairs.len(), judged.cells.len()), (1, 2));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let told = |rows: &str| {
            let error = read(&format!("unit,a,b,label\n{rows}\n")).unwrap_err();
            format!("{}: {}", error.line, error.message)
        };
        assert!(told("pair,a.1,b.1,2\npair,a.2,b.1,same").starts_with("3: label is “same”"));
        assert!(told("pair,a.1,b.1,2\r\npair,a.2,b.1,same").starts_with("3: "));
        assert!(told("cell,F1,a,2").starts_with("2: label is “2” but must be 1"));
        assert!(told("pair,a.1,b.9,2").contains("b.9 is not among the sentences"));
        assert!(told("pair,a.1,a.2,2").contains("both in a"));
        assert!(told("cell,F9,a,1").contains("F9 is not among the facts"));
        assert!(told("pairs,a.1,b.1,2").contains("unit is “pairs”"));
        assert!(told("pair,a.1,b.1,2\npair,b.1,a.1,2").starts_with("3: pair a.1 and b.1"));
        assert_eq!(read("a,b\n").unwrap_err().line, 1);
    }
}
