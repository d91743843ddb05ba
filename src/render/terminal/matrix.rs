//! The matrix of facts and outlets; a list where the terminal is too narrow for columns.

use super::findings::head_words;
use super::paint::{Paint, Style, center, fit, pad, width, wrap};
use crate::model::Cell;
use crate::render::view::View;
use crate::render::{plain, signs};
use crate::report::{ArticleEntry, FactEntry};

/// Below this many columns the matrix becomes a list.
const NARROW: usize = 60;
/// Least and greatest width of an outlet's column, the space between two counted.
const COLUMN: (usize, usize) = (5, 13);
/// Least and greatest width of the column of statements: longer lines are hard to read.
const STATEMENT: (usize, usize) = (28, 72);
/// Least and greatest width of the column of notes; where less is left there is none.
const NOTE: (usize, usize) = (22, 44);
/// Lines that a statement may take: what is cut before its verb says nothing.
const STATEMENT_LINES: usize = 6;
/// The same on the first screen, where they are long enough for it.
const FEW_LINES: (usize, usize) = (4, 40);
/// Lines that a note may take.
const NOTE_LINES: usize = 2;
/// Lines that the names at the head may take.
const NAME_LINES: usize = 4;

/// Widths of the matrix's columns.
struct Layout {
    statement: usize,
    /// Lines that a statement may take.
    lines: usize,
    source: usize,
    note: usize,
}

impl Layout {
    /// What fits; nothing where only a list does.
    fn new(view: &View, articles: &[&ArticleEntry], columns: usize, all: bool) -> Option<Self> {
        let longest_word =
            |a: &&ArticleEntry| view.short(&a.id).split(' ').map(width).max().unwrap_or(0);
        let wanted = articles.iter().map(longest_word).max().unwrap_or(0) + 1;
        let room = columns.checked_sub(STATEMENT.0)? / articles.len().max(1);
        if columns < NARROW || room < COLUMN.0 {
            return None;
        }
        let source = wanted.clamp(COLUMN.0, COLUMN.1).min(room);
        let left = columns - source * articles.len();
        let statement = left.min(STATEMENT.1);
        // A wide terminal has room for notes before statements grow to their full width.
        let note = left.saturating_sub(statement.min(48)).min(NOTE.1);
        let note = if note < NOTE.0 { 0 } else { note };
        let statement = (left - note).min(STATEMENT.1);
        Some(Self {
            statement,
            lines: if all || statement < FEW_LINES.1 {
                STATEMENT_LINES
            } else {
                FEW_LINES.0
            },
            source,
            note,
        })
    }
}

/// Lines for the given facts, the statements shorter where not `all` is wanted.
pub fn lines(
    view: &View,
    facts: &[&FactEntry],
    columns: usize,
    paint: Paint,
    all: bool,
) -> Vec<String> {
    let articles = view.columns();
    let Some(layout) = Layout::new(view, &articles, columns, all) else {
        return as_list(view, facts, &articles, columns, paint);
    };
    let mut out = header(view, &articles, &layout, paint);
    for fact in facts {
        out.extend(row(view, fact, &articles, &layout, paint));
    }
    out.extend(legend(view, facts, &articles, columns, paint));
    out
}

/// A statement on as many lines as it needs, its cells beside the first, its note beside it.
fn row(
    view: &View,
    fact: &FactEntry,
    articles: &[&ArticleEntry],
    layout: &Layout,
    paint: Paint,
) -> Vec<String> {
    let cells: String = articles
        .iter()
        .map(|a| cell(view.cell(fact, &a.id), layout.source, paint))
        .collect();
    let tag = format!("[{}]", fact.id);
    let statement = few_lines(
        &format!("{tag} {}", plain::line(&fact.statement)),
        layout.statement.saturating_sub(2),
        layout.lines,
    );
    let note = match layout.note {
        0 => Vec::new(),
        columns => few_lines(
            &note(view, fact).unwrap_or_default(),
            columns.saturating_sub(2),
            NOTE_LINES,
        ),
    };
    let blank = " ".repeat(layout.source * articles.len());
    let line = |number: usize| {
        let words = |lines: &[String]| lines.get(number).cloned().unwrap_or_default();
        let indent = if number == 0 { "" } else { "  " };
        let words_here = pad(&format!("{indent}{}", words(&statement)), layout.statement);
        let words_here = words_here.replacen(
            &tag,
            &paint.paint(Style::Dim, &tag),
            usize::from(number == 0),
        );
        let cells = if number == 0 { &cells } else { &blank };
        let aside = match words(&note) {
            aside if aside.is_empty() => aside,
            aside => format!("  {}", paint.paint(Style::Dim, &aside)),
        };
        format!("{words_here}{cells}{aside}").trim_end().to_string()
    };
    (0..statement.len().max(note.len()).max(1))
        .map(line)
        .collect()
}

/// What the signs of a row cannot say: the values the outlets differ in, or whose fact it is alone.
fn note(view: &View, fact: &FactEntry) -> Option<String> {
    let own: Vec<&String> = fact.support.keys().collect();
    let lacking = fact.cells.values().filter(|c| **c == Cell::Absent).count();
    if let ([only], true) = (&own[..], lacking > 1 && lacking + 1 == fact.cells.len()) {
        return Some(format!("only {}", view.short(only)));
    }
    let inside = |s: &str| fact.support.values().flatten().any(|t| t.sentence == s);
    let conflict = view
        .report
        .discrepancies
        .iter()
        .find(|d| fact.conflicts.contains(&d.id))?;
    let values = conflict.values.iter().filter(|v| inside(&v.sentence));
    let outlet = |sentence: &str| {
        view.sentence(sentence)
            .map(|(a, _)| view.short(&a.id))
            .unwrap_or_default()
    };
    let mut sides: Vec<(usize, String, Vec<String>)> = Vec::new();
    for value in values {
        match sides.iter_mut().find(|(side, ..)| *side == value.side) {
            Some((_, _, who)) => who.push(outlet(&value.sentence)),
            None => sides.push((
                value.side,
                plain::line(&value.text),
                vec![outlet(&value.sentence)],
            )),
        }
    }
    sides.sort_by_key(|(_, _, who)| std::cmp::Reverse(who.len()));
    let named = sides
        .iter()
        .enumerate()
        .map(|(i, (_, words, who))| match (i, who.as_slice()) {
            (0, [_, _, ..]) => words.clone(),
            (_, who) => format!("{}: {words}", who.join(", ")),
        });
    Some(named.collect::<Vec<_>>().join("; "))
}

/// The words on at most so many lines, the last cut.
fn few_lines(words: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(words, columns, "", "");
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(match head_words(&rest, columns) {
            none if none.is_empty() => fit(&rest, columns),
            some => some,
        });
    }
    lines
}

/// The outlets' names over their columns, on as many lines as they need.
fn header(view: &View, articles: &[&ArticleEntry], layout: &Layout, paint: Paint) -> Vec<String> {
    let names: Vec<Vec<String>> = articles
        .iter()
        .map(|a| name_lines(&view.short(&a.id), layout.source - 1))
        .collect();
    let height = names.iter().map(Vec::len).max().unwrap_or(0);
    let line = |row: usize| {
        let part = |lines: &Vec<String>| {
            let words = (row + lines.len())
                .checked_sub(height)
                .and_then(|i| lines.get(i))
                .cloned()
                .unwrap_or_default();
            center(&words, layout.source)
        };
        let names: String = names.iter().map(part).collect();
        paint.paint(
            Style::Bold,
            format!("{}{names}", " ".repeat(layout.statement)).trim_end(),
        )
    };
    (0..height).map(line).collect()
}

/// A name broken between words, the last line cut where it is still too long.
fn name_lines(name: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match lines.last_mut() {
            Some(last) if width(last) + 1 + width(word) <= columns => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    if lines.len() > NAME_LINES {
        let rest = lines.split_off(NAME_LINES - 1).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|l| fit(l, columns)).collect()
}

fn cell(cell: Cell, each: usize, paint: Paint) -> String {
    let sign = center(signs::sign(cell), each);
    match cell {
        Cell::Otherwise | Cell::Absent => paint.paint(Style::Alert, &sign),
        Cell::Unclear | Cell::NotFound | Cell::OutOfScope => paint.paint(Style::Dim, &sign),
        Cell::Says | Cell::Part => sign,
    }
}

/// The meaning of the signs in the matrix.
fn legend(
    view: &View,
    facts: &[&FactEntry],
    articles: &[&ArticleEntry],
    columns: usize,
    paint: Paint,
) -> Vec<String> {
    let used = |c: Cell| {
        facts
            .iter()
            .any(|f| articles.iter().any(|a| view.cell(f, &a.id) == c))
    };
    let shown = signs::LEGEND.iter().filter(|(c, ..)| used(*c));
    let parts: Vec<String> = shown
        .map(|(_, sign, meaning)| format!("{sign} {meaning}"))
        .collect();
    wrap(&parts.join("  "), columns, "", "")
        .into_iter()
        .map(|l| paint.paint(Style::Dim, &l))
        .collect()
}

fn as_list(
    view: &View,
    facts: &[&FactEntry],
    articles: &[&ArticleEntry],
    columns: usize,
    paint: Paint,
) -> Vec<String> {
    let mut out = Vec::new();
    for fact in facts {
        let statement = format!("[{}] {}", fact.id, plain::line(&fact.statement));
        out.extend(wrap(&statement, columns, "", "  "));
        for (kind, sign, meaning) in signs::LEGEND {
            let has = |a: &&&ArticleEntry| view.cell(fact, &a.id) == kind;
            let who: Vec<String> = articles
                .iter()
                .filter(has)
                .map(|a| view.short(&a.id))
                .collect();
            if !who.is_empty() {
                let line = format!("{sign} {meaning}: {}", who.join(", "));
                out.extend(
                    wrap(&line, columns, "    ", "      ")
                        .into_iter()
                        .map(|l| paint.paint(Style::Dim, &l)),
                );
            }
        }
    }
    out
}
