//! The same thing in other words: framings as contrasts.

use serde::Serialize;

use super::{Category, Place, columns_of};
use crate::render::labels::code;
use crate::render::plain;
use crate::render::view::View;
use crate::render::words::{self, Mark, Piece};
use crate::report::{FramingEntry, TermEntry};

/// One contrast.
#[derive(Serialize)]
pub struct Framing {
    id: String,
    dimension: Category,
    tags: String,
    outlets: String,
    target: String,
    note: String,
    rule: String,
    sides: Vec<Side>,
}

/// The words one outlet uses.
#[derive(Serialize)]
struct Side {
    outlet: usize,
    name: String,
    terms: Vec<Term>,
}

/// One word or phrase in its sentence.
#[derive(Serialize)]
struct Term {
    place: Place,
    term: String,
    pieces: Vec<Piece>,
}

/// Every framing, in the report's order.
pub fn framings(view: &View) -> Vec<Framing> {
    view.report
        .framings
        .iter()
        .map(|f| framing(view, f))
        .collect()
}

fn framing(view: &View, entry: &FramingEntry) -> Framing {
    let columns = view.columns();
    let sides = columns.iter().enumerate().filter_map(|(outlet, a)| {
        let terms: Vec<Term> = entry
            .per_source
            .get(&a.id)?
            .iter()
            .filter_map(|t| term(view, t))
            .collect();
        (!terms.is_empty()).then(|| Side {
            outlet,
            name: view.short(&a.id),
            terms,
        })
    });
    Framing {
        id: entry.id.clone(),
        dimension: Category::of(&entry.dimension),
        tags: format!("framing framing-{}", code(&entry.dimension)),
        outlets: columns_of(view, entry.per_source.keys()),
        target: plain::line(&entry.target),
        note: plain::line(&entry.note),
        rule: entry.rule.clone(),
        sides: sides.collect(),
    }
}

fn term(view: &View, entry: &TermEntry) -> Option<Term> {
    let (_, sentence) = view.sentence(&entry.sentence)?;
    let from = sentence.start.unwrap_or(0);
    let range = entry.start.saturating_sub(from)..entry.end.saturating_sub(from);
    Some(Term {
        place: Place::of(view, &entry.sentence)?,
        term: plain::line(&entry.term),
        pieces: words::pieces(&sentence.text, &[(range, Mark::Evidence)]),
    })
}
