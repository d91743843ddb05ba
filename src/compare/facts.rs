//! Passages → facts.

use crate::model::{Alignment, Event, Fact};

/// The facts of an event.
pub fn find(_event: &Event, _alignment: &Alignment) -> Vec<Fact> {
    Vec::new()
}
