//! Everything held against one article: what it lacks, what it alone says, where its figures, days or names differ.

use serde::Serialize;

use crate::model::Cell;
use crate::render::plain;
use crate::render::view::View;
use crate::report::{DiscrepancyEntry, FactEntry};

/// The rows of one kind, under their heading.
#[derive(Serialize)]
pub struct Group {
    /// "Missing from Daily Torch".
    pub title: String,
    /// Its rows, most telling first.
    pub rows: Vec<Row>,
    /// Rows that the first screen leaves out.
    pub more: usize,
}

/// One fact.
#[derive(Serialize)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Its statement.
    pub statement: String,
    /// Which outlets say it, or with which values: "Ledger, Northern Wire", "Ledger “12”, Daily Torch “11”".
    pub who: String,
}

/// The three kinds of rows about the base; empty where there is no base. Those of the first screen, or with `all` all.
pub fn groups(view: &View, all: bool) -> Vec<Group> {
    let Some(base) = view.report.base.as_deref() else {
        return Vec::new();
    };
    let name = view.short(base);
    let is = |f: &FactEntry, article: &str, cell| view.cell(f, article) == cell;
    let lacks = |f: &FactEntry| is(f, base, Cell::Absent);
    let alone = |f: &FactEntry| {
        let others = || f.missing.keys();
        f.support.len() == 1
            && f.support.contains_key(base)
            && others().next().is_some()
            && others().all(|a| is(f, a, Cell::Absent))
    };
    let differs = |f: &FactEntry| {
        let home = view
            .sentence(&f.home.sentence)
            .is_some_and(|(a, _)| a.id == base);
        is(f, base, Cell::Otherwise) || home && f.cells.values().any(|c| *c == Cell::Otherwise)
    };
    let all = [
        group(view, format!("{name} differs"), &differs, all),
        group(view, format!("Missing from {name}"), &lacks, all),
        group(view, format!("Only in {name}"), &alone, all),
    ];
    all.into_iter()
        .filter(|g| !g.rows.is_empty() || g.more > 0)
        .collect()
}

fn group(view: &View, title: String, fits: &dyn Fn(&FactEntry) -> bool, all: bool) -> Group {
    let facts: Vec<&FactEntry> = view.report.facts.iter().filter(|f| fits(f)).collect();
    let shown = facts.iter().filter(|f| all || f.first_screen);
    let rows: Vec<Row> = shown.map(|f| row(view, f)).collect();
    Group {
        title,
        more: facts.len() - rows.len(),
        rows,
    }
}

fn row(view: &View, fact: &FactEntry) -> Row {
    let values: Vec<String> = view
        .report
        .discrepancies
        .iter()
        .filter(|d| fact.conflicts.contains(&d.id))
        .flat_map(|d| values(view, d))
        .collect();
    let says = view.columns().into_iter();
    let says = says.filter(|a| view.cell(fact, &a.id) == Cell::Says);
    let who = match values.is_empty() {
        true if fact.support.keys().eq(view.report.base.as_ref()) => Vec::new(),
        true => says.map(|a| view.short(&a.id)).collect(),
        false => values,
    };
    Row {
        id: fact.id.clone(),
        statement: plain::line(&fact.statement),
        who: who.join(", "),
    }
}

/// The values of a discrepancy, each with its outlet, an outlet once.
fn values(view: &View, discrepancy: &DiscrepancyEntry) -> Vec<String> {
    let mut named: Vec<(String, String)> = Vec::new();
    for value in &discrepancy.values {
        let outlet = view
            .sentence(&value.sentence)
            .map(|(a, _)| view.short(&a.id))
            .unwrap_or_default();
        if !named.iter().any(|(known, _)| *known == outlet) {
            named.push((outlet, plain::line(&value.text)));
        }
    }
    named
        .into_iter()
        .map(|(outlet, words)| format!("{outlet} “{words}”"))
        .collect()
}
