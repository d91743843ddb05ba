//! Quotes of all articles → utterances: one thing once said, as each source prints it.
//!
//! Quotes of one sentence that stand in one another are one saying. Sayings of different articles that are likely enough
//! one utterance are grouped; a group with several quoted fragments is split into its pieces. Every version is then
//! measured against the fullest one.

mod groups;
pub mod likeness;
mod pieces;
pub mod sayings;
mod translation;
mod versions;

use crate::model::{Alignment, Event, QuoteId, Utterance};

/// The utterances of an event, in order of their first quote.
pub fn utterances(event: &Event, alignment: &Alignment) -> Vec<Utterance> {
    let candidates = likeness::Candidates::of(event, alignment);
    let groups = candidates.groups(likeness::fitted());
    let mut found: Vec<Utterance> = Vec::new();
    for group in groups {
        let members: Vec<&sayings::Saying> = group
            .iter()
            .filter_map(|i| candidates.sayings.get(*i))
            .collect();
        for piece in pieces::split(event, &members) {
            found.push(utterance(event, &members, &piece));
        }
    }
    found.sort_by_key(|u| {
        u.members
            .iter()
            .map(|m| m.quote)
            .min()
            .map(|q: QuoteId| (q.article, q.index))
    });
    found
}

fn utterance(event: &Event, sayings: &[&sayings::Saying], quotes: &[QuoteId]) -> Utterance {
    let of_these = |s: &&sayings::Saying| s.quotes.iter().any(|q| quotes.contains(q));
    let speakers: Vec<&sayings::Saying> = sayings.iter().copied().filter(of_these).collect();
    Utterance {
        speaker: sayings::speaker_of(&speakers),
        members: versions::against_fullest(event, quotes),
    }
}
