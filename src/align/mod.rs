//! Event → alignment: which sentences say the same thing, and which articles share copy.
//!
//! | step | from → to |
//! | --- | --- |
//! | `rows` | sentences → weighted words and character 4-grams |
//! | `candidates` | rows → pairs worth a closer look, from an inverted index |
//! | `signals` | pair → what speaks for and against it |
//! | `links` | pairs → scored links with relation and evidence, many to many |
//! | `passages` | links → groups in which every member belongs with every other |
//! | `reuse`, `origins` | articles → shared wording and shared copy |

mod candidates;
mod links;
mod origins;
pub mod pairs;
mod passages;
mod relation;
mod reuse;
mod rows;
pub mod scores;
mod signals;
mod weighted;

use crate::model::{Alignment, Event, SentenceId};
use pairs::Pairs;

/// How to align.
#[derive(Clone, Debug, Default)]
pub struct Options {}

/// Links, passages, reuse and origins of an event.
pub fn event(event: &Event, options: &Options) -> Alignment {
    let pairs = Pairs::of(event, options);
    let chances = pairs.chances();
    let links = links::of(event, &pairs, &chances);
    let passages = passages::of(event, &links);
    let reuse = reuse::of(event);
    let origins = origins::of(event, &reuse);
    Alignment { method: "lexical".to_string(), links, passages, reuse, origins }
}

/// Pairs by how near their score lies to the least score of a link, nearest first: what a person should look at.
pub fn doubtful(event: &Event, options: &Options) -> Vec<(SentenceId, SentenceId, f64)> {
    let pairs = Pairs::of(event, options);
    let chances = pairs.chances();
    links::doubtful(&pairs, &chances)
}
