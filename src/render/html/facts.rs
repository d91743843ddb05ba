//! The fact × source matrix, and behind each row the sentences side by side.

use std::ops::Range;

use serde::Serialize;

use super::{Category, Place, columns_of, distinct};
use crate::model::{Cell, Modality, Voice};
use crate::render::labels::{code, label};
use crate::render::told::nearest;
use crate::render::view::View;
use crate::render::words::{self, Mark, Piece};
use crate::render::{details, plain, signs};
use crate::report::{FactEntry, SupportEntry};

/// The matrix with the signs that stand in it.
#[derive(Serialize)]
pub struct Facts {
    rows: Vec<Row>,
    /// How many of them are shown at first.
    first: usize,
    legend: Vec<Category>,
    kinds: Vec<Category>,
}

/// One row.
#[derive(Serialize)]
struct Row {
    id: String,
    statement: String,
    first: bool,
    kind: Category,
    /// Words the page's filter reads.
    tags: String,
    outlets: String,
    told_by: usize,
    cells: Vec<Category>,
    told: Vec<Told>,
    lacks: Vec<Lack>,
    missing: Vec<Missing>,
    findings: Vec<String>,
}

/// One outlet that tells the fact.
#[derive(Serialize)]
struct Told {
    outlet: usize,
    /// Where it tells most of it.
    most: Telling,
    /// Where else it touches it.
    also: Vec<Place>,
}

/// One place where an outlet tells the fact.
#[derive(Serialize)]
struct Telling {
    place: Place,
    pieces: Vec<Piece>,
    /// Whether the words stand so far from the row's sentence that differences are not marked.
    other_wording: bool,
    attributed_to: Option<String>,
    modality: Option<String>,
}

/// Outlets that tell the fact without some details.
#[derive(Serialize)]
struct Lack {
    outlets: String,
    /// The words of each, and what they are.
    details: Vec<(String, String)>,
}

/// An outlet that lacks the fact.
#[derive(Serialize)]
struct Missing {
    outlet: usize,
    name: String,
    grade: Category,
    nearest: Option<(Place, String)>,
}

/// Every fact as a row, with the legend.
pub fn facts(view: &View) -> Facts {
    let rows: Vec<Row> = view.report.facts.iter().map(|f| row(view, f)).collect();
    let kinds = distinct(rows.iter().map(|r| r.kind.clone()));
    let used = |s: &Category| rows.iter().flat_map(|r| &r.cells).any(|c| c == s);
    let legend = signs::LEGEND
        .iter()
        .map(|(c, ..)| sign(*c))
        .filter(used)
        .collect();
    let first = rows.iter().filter(|r| r.first).count();
    Facts {
        rows,
        first,
        legend,
        kinds,
    }
}

fn sign(cell: Cell) -> Category {
    Category {
        code: code(&cell),
        label: signs::meaning(cell).to_string(),
    }
}

fn row(view: &View, fact: &FactEntry) -> Row {
    let cells: Vec<Cell> = view
        .columns()
        .iter()
        .map(|a| view.cell(fact, &a.id))
        .collect();
    let about = view
        .report
        .findings
        .iter()
        .filter(|f| f.about.contains(&fact.id));
    Row {
        id: fact.id.clone(),
        statement: plain::line(&fact.statement),
        first: fact.first_screen,
        kind: Category::of(&fact.kind),
        tags: tags(view, fact, &cells),
        outlets: columns_of(view, fact.support.keys()),
        told_by: view.told_by(fact),
        cells: cells.iter().map(|c| sign(*c)).collect(),
        told: told(view, fact),
        lacks: details::lacks_of_fact(view, fact)
            .into_iter()
            .map(|l| Lack {
                outlets: l.outlets.join(", "),
                details: l.details,
            })
            .collect(),
        missing: missing(view, fact),
        findings: about.map(|f| f.id.clone()).collect(),
    }
}

fn tags(view: &View, fact: &FactEntry, cells: &[Cell]) -> String {
    let spread = match view.told_by(fact) {
        0 | 1 => "one",
        n if n == view.report.articles.len() => "all",
        _ => "some",
    };
    let otherwise = if cells.contains(&Cell::Otherwise) {
        " otherwise"
    } else {
        ""
    };
    format!("fact told-{spread} fact-{}{otherwise}", code(&fact.kind))
}

/// The outlets in the order of the columns; all held against the sentence the statement was taken from.
fn told(view: &View, fact: &FactEntry) -> Vec<Told> {
    let columns = view.columns();
    let entries = columns.iter().enumerate().filter_map(|(outlet, article)| {
        let mut supports: Vec<&SupportEntry> = fact.support.get(&article.id)?.iter().collect();
        let nearest = nearest(view, fact, &article.id);
        let is_other = |s: &SupportEntry| nearest != Some(s.sentence.as_str());
        let order = |s: &SupportEntry, other: &SupportEntry| {
            let by_share = other.share.total_cmp(&s.share);
            is_other(s).cmp(&is_other(other)).then(by_share)
        };
        supports.sort_by(|a, b| order(a, b));
        let (most, also) = supports.split_first()?;
        let also = also
            .iter()
            .filter_map(|s| Place::of(view, &s.sentence))
            .collect();
        Some(Told {
            outlet,
            most: telling(view, most, &fact.home.sentence)?,
            also,
        })
    });
    entries.collect()
}

fn text<'a>(view: &View<'a>, sentence: &str) -> &'a str {
    view.sentence(sentence)
        .map(|(_, s)| s.text.as_str())
        .unwrap_or_default()
}

fn telling(view: &View, support: &SupportEntry, reference: &str) -> Option<Telling> {
    let words_here = text(view, &support.sentence);
    let is_reference = support.sentence == reference;
    let own = if is_reference {
        Some(Vec::new())
    } else {
        words::own(text(view, reference), words_here)
    };
    let mut marks: Vec<(Range<usize>, Mark)> = own
        .iter()
        .flatten()
        .map(|range| (range.clone(), Mark::Own))
        .collect();
    marks.extend(
        disputed(view, &support.sentence)
            .into_iter()
            .map(|range| (range, Mark::Disputed)),
    );
    Some(Telling {
        place: Place::of(view, &support.sentence)?,
        pieces: words::pieces(words_here, &marks),
        other_wording: own.is_none(),
        attributed_to: attribution(support),
        modality: (support.modality != Modality::Stated).then(|| label(&support.modality)),
    })
}

fn attribution(support: &SupportEntry) -> Option<String> {
    match (support.voice, &support.attributed_to) {
        (Voice::Own, _) => None,
        (Voice::Attributed, Some(who)) => Some(plain::line(who)),
        (Voice::Attributed, None) => Some("an unnamed source".to_string()),
    }
}

/// Words of a sentence that another source contradicts, as code points of the sentence.
fn disputed(view: &View, sentence: &str) -> Vec<Range<usize>> {
    let start = view
        .sentence(sentence)
        .and_then(|(_, s)| s.start)
        .unwrap_or(0);
    let values = view
        .report
        .discrepancies
        .iter()
        .flat_map(|d| &d.values)
        .filter(|v| v.sentence == sentence);
    values
        .map(|v| v.start.saturating_sub(start)..v.end.saturating_sub(start))
        .collect()
}

fn missing(view: &View, fact: &FactEntry) -> Vec<Missing> {
    let columns = view.columns();
    let lacking = columns
        .iter()
        .enumerate()
        .filter(|(_, a)| !fact.support.contains_key(&a.id));
    let entries = lacking.map(|(outlet, a)| {
        let nearest = fact.candidates.get(&a.id).and_then(|s| {
            let (_, sentence) = view.sentence(s)?;
            Some((Place::of(view, s)?, plain::line(&sentence.text)))
        });
        Missing {
            outlet,
            name: view.short(&a.id),
            grade: sign(view.cell(fact, &a.id)),
            nearest,
        }
    });
    entries.collect()
}
