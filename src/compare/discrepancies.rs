//! Passages → discrepancies.

use crate::model::{Alignment, Discrepancy, Event};

/// The discrepancies of an event.
pub fn find(_event: &Event, _alignment: &Alignment) -> Vec<Discrepancy> {
    Vec::new()
}
