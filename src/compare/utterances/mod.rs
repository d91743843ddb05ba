//! Quotes of all articles → utterances: one thing once said, as each source prints it.
//!
//! Quotes of one sentence that stand in one another are one saying. Two sayings of two articles are the same utterance
//! when they have the same speaker and enough of their content words in common; an aligned pair of sentences helps.
//! Every version is then measured against the fullest one.

mod groups;
mod sayings;
mod versions;

use crate::model::{Alignment, Event, QuoteId, Utterance, UtteranceMember};

/// The utterances of an event, in order of their first quote.
pub fn find(event: &Event, alignment: &Alignment) -> Vec<Utterance> {
    let sayings = sayings::read(event);
    let groups = groups::find(&sayings, alignment);
    let mut found: Vec<Utterance> = groups
        .iter()
        .map(|group| {
            let members: Vec<&sayings::Saying> = group.iter().filter_map(|i| sayings.get(*i)).collect();
            utterance(event, &members)
        })
        .collect();
    found.sort_by_key(|u| u.members.iter().map(|m| m.quote).min().map(|q: QuoteId| (q.article, q.index)));
    found
}

fn utterance(event: &Event, sayings: &[&sayings::Saying]) -> Utterance {
    let quotes: Vec<QuoteId> = sayings.iter().flat_map(|s| s.quotes.iter().copied()).collect();
    let members: Vec<UtteranceMember> = versions::against_fullest(event, &quotes);
    Utterance { speaker: sayings::speaker_of(sayings), members }
}
