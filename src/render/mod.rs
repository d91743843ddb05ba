//! Report → bytes: one file per format. A renderer places; it never words or ranks.
//!
//! Every renderer reads the [`Report`](crate::report::Report) and nothing else, prints its sentences as they are, and
//! treats the words of articles as data: [`plain`] shows what would steer a terminal, the page is escaped by its
//! template engine, a table cell cannot start a formula.

mod base;
pub mod csv;
mod details;
pub mod edits;
pub mod events;
pub mod html;
pub mod index;
pub mod inspection;
pub mod json;
pub mod jsonl;
mod labels;
pub mod markdown;
mod names;
pub mod nothing;
mod openings;
mod partly;
pub mod plain;
pub mod qdpx;
mod shares;
pub mod sharing;
pub mod signs;
pub mod terminal;
mod told;
pub mod verdict;
mod view;
mod wording;
mod words;

/// What a renderer made.
#[derive(Clone, Debug)]
pub enum Rendered {
    /// Text for standard output or one file.
    Text(String),
    /// One file that is no text.
    Bytes(Vec<u8>),
    /// Several files by name.
    Files(Vec<(String, Vec<u8>)>),
}
