//! The public interface: the object that `coverage diff --format json` prints and every renderer reads.
//!
//! Offsets (`start`, `end`, half-open) count Unicode code points in that article's `text`, so that Python and R slice
//! them directly; inside the program spans are bytes, and [`assemble`] turns them at this border. Ids are stable: the
//! same input gives the same bytes.

mod assemble;
mod blind;
mod entities;
mod events;
mod offsets;
mod schema;
mod selection;
mod title;
mod wording;

pub use assemble::{assemble, edits};
pub use blind::{KeyEntry, SEED, blind, blind_events, key};
pub use events::{AlsoEntry, EventArticle, EventEntry, Events, WholeArticle, events};
pub use schema::*;
pub use selection::select;
pub use title::title;
