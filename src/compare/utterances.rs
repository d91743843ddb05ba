//! Passages → utterances.

use crate::model::{Alignment, Event, Utterance};

/// The utterances of an event.
pub fn find(_event: &Event, _alignment: &Alignment) -> Vec<Utterance> {
    Vec::new()
}
