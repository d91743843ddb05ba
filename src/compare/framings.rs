//! Passages and what was found in them → framings.

use crate::model::{Alignment, Comparison, Event, Framing};

/// The framings of an event.
pub fn find(_event: &Event, _alignment: &Alignment, _found: &Comparison) -> Vec<Framing> {
    Vec::new()
}
