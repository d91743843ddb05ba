//! Numbers and dates in the text with their normalized form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Kind of value.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// A count, measure, sum of money or share.
    Number,
    /// A day, month, year or time.
    Date,
}

/// What a quantity counts or measures.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Things: the stem of the noun counted, empty where it is not said.
    Count(String),
    /// Hundredths.
    Percent,
    /// Money, by its code or name.
    Money(String),
    /// A result: "12-3".
    Score,
    /// A place in a row: the stem of the noun it stands before ("117th minute").
    Ordinal(String),
}

/// How the words bound a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// This number.
    Exact,
    /// "about", "some".
    About,
    /// "nearly", "almost": a little below.
    Nearly,
    /// "at least", "dozens of".
    AtLeast,
    /// "more than", "over": above a round number, and below the next.
    MoreThan,
    /// "at most", "up to".
    AtMost,
    /// "between … and …".
    Between,
}

/// A number with what it counts: `low..=high` are the values the words allow.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number as said; of a range its lower end.
    pub said: f64,
    /// Least value the words allow; of a result the second number.
    pub low: f64,
    /// Greatest value the words allow; infinite for "at least".
    pub high: f64,
    /// How the words bound it.
    pub bound: Bound,
    /// What it counts.
    pub unit: Unit,
    /// Stems of the words it is said of: the noun phrase after it.
    pub of: Vec<String>,
}

/// First and last calendar day that a date phrase means, ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
}

/// A number or date in the text with its normalized form.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Index of its sentence.
    pub sentence: u32,
    /// The words.
    pub span: Span,
    /// Number or date.
    pub kind: ValueKind,
    /// Normalized: "24", "3.5 %", "2031-03-12"; the words themselves where a date cannot be told.
    pub normal: String,
    /// The number, of a number.
    pub quantity: Option<Quantity>,
    /// The days, of a date that can be told.
    pub period: Option<Period>,
}
