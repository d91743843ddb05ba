//! Report + expectations → verdict: does the alignment still hold, and how far can it be trusted?
pub mod figures;
pub mod gold;
mod names;
pub mod snapshot;
pub mod score;
mod ties;
mod words;
