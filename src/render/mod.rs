//! Report → bytes: one file per format. A renderer places; it never words or ranks.

pub mod json;
pub mod terminal;
