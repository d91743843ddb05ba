//! Event → alignment: which sentences say the same thing, and which articles share copy.
//!
//! | step | from → to |
//! | --- | --- |
//! | `rows` | sentences → weighted words and character 4-grams |
//! | `actors` | sentence → who acts, on whom |
//! | `candidates` | rows → pairs worth a closer look, from an inverted index |
//! | `signals` | pair → what speaks for and against it |
//! | `vectors` | sentences → meanings, pair → what they have in common by a language model |
//! | `scores` | signals → chance that two readers would link the pair |
//! | `links` | pairs → scored links with relation and evidence, many to many |
//! | `passages` | links → groups in which every member belongs with every other |
//! | `reuse`, `origins` | articles → shared wording and shared copy |

mod actors;
mod candidates;
mod links;
mod neighbours;
mod origins;
pub mod pairs;
mod passages;
mod relation;
mod reuse;
mod rows;
pub mod scores;
mod signals;
pub mod vectors;
mod weighted;

use std::sync::Arc;

use crate::model::{Alignment, Event, SentenceId};
use pairs::Pairs;

/// How to align.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A language model in place of the small encoder in the program.
    pub model: Option<Arc<vectors::Model>>,
}

/// Links, passages, reuse and origins of an event.
pub fn event(event: &Event, options: &Options) -> Alignment {
    let pairs = Pairs::of(event, options);
    let chances = pairs.chances();
    let links = links::likely_links(event, &pairs, &chances);
    let passages = passages::joined_passages(event, &links);
    let reuse = reuse::shared_copy(event);
    let origins = origins::traced_origins(event, &reuse);
    Alignment {
        method: pairs.method(),
        links,
        near: links::near(&pairs, &chances),
        passages,
        reuse,
        origins,
    }
}

/// Pairs by how near their score lies to the least score of a link, nearest first: what a person should look at.
pub fn doubtful(event: &Event, options: &Options) -> Vec<(SentenceId, SentenceId, f64)> {
    let pairs = Pairs::of(event, options);
    let chances = pairs.chances();
    links::doubtful(&pairs, &chances)
}
