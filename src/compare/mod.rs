//! Event and alignment → comparison: what each source adds, omits or changes, ranked and worded.
//!
//! | step | from → to |
//! | --- | --- |
//! | `facts` | passages → rows of the fact × source matrix, with how surely each other article lacks them |
//! | `discrepancies` | links → values that cannot both be true |
//! | `utterances` | quotes → one thing once said, as each source prints it |
//! | `framings` | passages → contrasts in how the same thing is presented |
//! | `findings` | all of it → what a reader should know, in one sentence each |

mod agreement;
mod discrepancies;
mod facts;
mod findings;
mod framings;
mod phrases;
mod salience;
mod standing;
mod utterances;
mod wording;

use wording::Wording;

use crate::model::{Alignment, Comparison, Event};

/// What is compared and told.
#[derive(Clone, Debug, Default)]
pub struct Options {}

/// Facts, discrepancies, utterances, framings and findings of an event.
pub fn event(event: &Event, alignment: &Alignment, _options: &Options) -> Comparison {
    let wording = Wording::of(event);
    let mut comparison = Comparison {
        facts: facts::find(event, alignment, &wording),
        discrepancies: discrepancies::find(event, alignment),
        utterances: utterances::find(event, alignment),
        framings: Vec::new(),
        findings: Vec::new(),
    };
    comparison.framings = framings::find(event, alignment, &comparison);
    comparison.findings = findings::rank(event, alignment, &comparison);
    comparison
}
