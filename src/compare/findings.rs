//! Everything found → findings: one plain sentence each, most important first.

use crate::model::{Alignment, Comparison, Event, Finding};

/// What a reader should know, most important first.
pub fn rank(_event: &Event, _alignment: &Alignment, _found: &Comparison) -> Vec<Finding> {
    Vec::new()
}
