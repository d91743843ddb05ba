//! Everything held against one article: what it lacks, what it alone says, where its figures, days or names differ.

use serde::Serialize;

use crate::model::{Against, Cell};
use crate::render::plain;
use crate::render::view::View;
use crate::report::{DiscrepancyEntry, FactEntry};

/// What a group without a single row says.
pub const NOTHING: &str = "No fact is certain enough.";

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
    let kinds = [
        (Against::Differs, format!("{name} differs")),
        (Against::Missing, format!("Missing from {name}")),
        (Against::Alone, format!("Only in {name}")),
    ];
    let group = |(kind, title): (Against, String)| {
        let facts = view.report.facts.iter();
        let facts: Vec<&FactEntry> = facts.filter(|f| f.against == Some(kind)).collect();
        let shown = facts.iter().filter(|f| all || f.first_screen);
        let rows: Vec<Row> = shown.map(|f| row(view, f)).collect();
        let more = facts.len() - rows.len();
        // That it differs nowhere would be an all-clear; a selection leaves facts out.
        let may_be_empty = kind != Against::Differs && view.report.selection.is_none();
        (may_be_empty || !facts.is_empty()).then_some(Group { title, rows, more })
    };
    kinds.into_iter().filter_map(group).collect()
}

fn row(view: &View, fact: &FactEntry) -> Row {
    let conflicts = view.report.discrepancies.iter();
    let conflicts = conflicts.filter(|d| fact.conflicts.contains(&d.id));
    let values = conflicts.flat_map(|d| values(view, d)).collect();
    let says = view.columns().into_iter();
    let says = says.filter(|a| view.cell(fact, &a.id) == Cell::Says);
    let who = match fact.against {
        Some(Against::Differs) => values,
        Some(Against::Missing) => says.map(|a| view.short(&a.id)).collect(),
        Some(Against::Alone) | None => Vec::new(),
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
