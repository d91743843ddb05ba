//! Report + expectations → verdict: does it still say what it said, and how far can it be trusted on this material?
//!
//! | part | from → to |
//! | --- | --- |
//! | [`gold`] | `gold.json` → hand-made answers; report → a first draft of them |
//! | [`score`] | report + gold → figures, and what was missed |
//! | [`snapshot`] | report ↔ `expected.json` → what appeared, vanished and changed |
//! | [`limits`] | `[check]` of `coverage.toml` → what must be reached |
//! | [`outcomes`] | all of it → what holds and what does not |
//!
//! Nothing here reads or writes a file: the command line brings texts and takes them away.

pub mod figures;
mod freshness;
pub mod gold;
pub mod layout;
pub mod limits;
mod names;
pub mod outcomes;
pub mod score;
pub mod snapshot;
mod ties;
pub mod verdict;
