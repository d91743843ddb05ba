//! Report → bytes: one file per format. A renderer places; it never words or ranks.

pub mod inspection;
pub mod json;
mod plain;
pub mod terminal;
