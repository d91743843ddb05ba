//! The signs of the matrix and what they mean.

use crate::model::Cell;

/// Every cell in the order of the legend, with its sign and its meaning.
pub const LEGEND: [(Cell, &str, &str); 7] = [
    (Cell::Says, "●", "says it"),
    (Cell::Part, "◐", "says at least part of it"),
    (Cell::Otherwise, "≠", "discrepancy"),
    (Cell::Absent, "○", "omits it"),
    (Cell::Unclear, "?", "unclear"),
    (Cell::NotFound, "·", "not found"),
    (Cell::OutOfScope, "–", "out of scope"),
];

/// The sign of a cell.
pub fn sign(cell: Cell) -> &'static str {
    LEGEND
        .iter()
        .find(|(c, ..)| *c == cell)
        .map_or("", |(_, sign, _)| sign)
}

/// What a cell means.
pub fn meaning(cell: Cell) -> &'static str {
    LEGEND
        .iter()
        .find(|(c, ..)| *c == cell)
        .map_or("", |(.., meaning)| meaning)
}

/// The name of the cell that a sign stands for, as the report has it.
pub fn name(sign: &str) -> Option<String> {
    let (cell, ..) = LEGEND.iter().find(|(_, own, _)| *own == sign)?;
    let value = serde_json::to_value(cell).ok()?;
    value.as_str().map(str::to_string)
}
