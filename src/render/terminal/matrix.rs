//! The fact × source matrix; a list where the terminal is too narrow for columns.

use super::paint::{Paint, Style, center, fit, pad, width, wrap};
use crate::render::plain;
use crate::render::view::{Cell, View};
use crate::report::{ArticleEntry, FactEntry};

/// Below this many columns the matrix becomes a list.
const NARROW: usize = 60;
/// Least and greatest width of a source's column.
const COLUMN: (usize, usize) = (4, 12);
/// Least width of the column of statements.
const STATEMENT: usize = 28;

/// Lines for the given facts.
pub fn lines(view: &View, facts: &[&FactEntry], columns: usize, paint: Paint) -> Vec<String> {
    let articles = view.columns();
    let room = (columns / 2).min(columns.saturating_sub(STATEMENT)) / articles.len().max(1);
    if columns < NARROW || room < COLUMN.0 {
        return as_list(view, facts, &articles, columns, paint);
    }
    let longest = articles.iter().map(|a| width(&plain::line(&a.outlet)) + 1).max().unwrap_or(0);
    let each = room.min(longest.max(COLUMN.0)).min(COLUMN.1);
    let statement = columns - each * articles.len();
    let mut out = vec![header(&articles, statement, each, paint)];
    for fact in facts {
        let cells: String = articles.iter().map(|a| cell(view.cell(fact, &a.id), each, paint)).collect();
        let (first, second) = two_lines(&plain::line(&fact.statement), statement.saturating_sub(2));
        out.push(format!("{}{cells}", pad(&first, statement)).trim_end().to_string());
        out.extend(second.map(|line| format!("  {line}")));
    }
    out.extend(legend(view, facts, &articles, columns, paint));
    out
}

/// The words on one line, or on two, the second cut.
fn two_lines(words: &str, columns: usize) -> (String, Option<String>) {
    let mut lines = wrap(words, columns, "", "").into_iter();
    let first = lines.next().unwrap_or_default();
    let rest: Vec<String> = lines.collect();
    (first, (!rest.is_empty()).then(|| fit(&rest.join(" "), columns)))
}

fn header(articles: &[&ArticleEntry], statement: usize, each: usize, paint: Paint) -> String {
    let names: String = articles.iter().map(|a| center(&fit(&plain::line(&a.outlet), each - 1), each)).collect();
    paint.paint(Style::Bold, format!("{}{names}", " ".repeat(statement)).trim_end())
}

fn cell(cell: Cell, each: usize, paint: Paint) -> String {
    let sign = center(cell.sign(), each);
    match cell {
        Cell::Otherwise | Cell::Absent => paint.paint(Style::Alert, &sign),
        Cell::NotFound | Cell::OutOfScope => paint.paint(Style::Dim, &sign),
        Cell::Says | Cell::Part => sign,
    }
}

/// The meaning of the signs that stand in the matrix.
fn legend(view: &View, facts: &[&FactEntry], articles: &[&ArticleEntry], columns: usize, paint: Paint) -> Vec<String> {
    let used = |c: Cell| facts.iter().any(|f| articles.iter().any(|a| view.cell(f, &a.id) == c));
    let parts: Vec<String> =
        Cell::LEGEND.iter().filter(|(c, _)| used(*c)).map(|(c, meaning)| format!("{} {meaning}", c.sign())).collect();
    wrap(&parts.join("  "), columns, "", "").into_iter().map(|l| paint.paint(Style::Dim, &l)).collect()
}

fn as_list(view: &View, facts: &[&FactEntry], articles: &[&ArticleEntry], columns: usize, paint: Paint) -> Vec<String> {
    let mut out = Vec::new();
    for fact in facts {
        out.extend(wrap(&plain::line(&fact.statement), columns, "", "  "));
        for (kind, meaning) in Cell::LEGEND {
            let who: Vec<String> =
                articles.iter().filter(|a| view.cell(fact, &a.id) == kind).map(|a| plain::line(&a.outlet)).collect();
            if !who.is_empty() {
                let line = format!("{} {meaning}: {}", kind.sign(), who.join(", "));
                out.extend(wrap(&line, columns, "    ", "      ").into_iter().map(|l| paint.paint(Style::Dim, &l)));
            }
        }
    }
    out
}
