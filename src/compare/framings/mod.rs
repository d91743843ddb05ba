//! Articles → framings: the same thing presented differently, one file a dimension.
//!
//! A framing is always a contrast of at least two sources on the same thing, with words of both; a word alone, however
//! loaded, is none.

mod categories;
mod openings;
mod space;
mod verbs;
mod vocabulary;

pub use openings::together;

use crate::codebook::Category;
use crate::model::{
    ActorSpace, Alignment, CategoryUse, Dimension, Event, Framing, OutletVocabulary, Pairings,
};
use categories::Uses;

/// What was found out about framing.
pub struct Found {
    /// Contrasts, most salient first.
    pub framings: Vec<Framing>,
    /// Words that tell an outlet from the others.
    pub vocabulary: Vec<OutletVocabulary>,
    /// How much of each article its actors are given.
    pub space: Vec<ActorSpace>,
    /// How often each source uses the user's categories.
    pub categories: Vec<CategoryUse>,
}

/// The framings of an event, with the categories that the user brings.
pub fn framings(
    event: &Event,
    alignment: &Alignment,
    pairings: &Pairings,
    of_user: &[Category],
) -> Found {
    let uses = Uses::find(event, of_user);
    let mut framings: Vec<Framing> = openings::headlines_apart(event).into_iter().collect();
    framings.extend(openings::leads_apart(event));
    framings.extend(uses.contrasts(event, alignment));
    framings.extend(verbs::verbs_apart(event, pairings));
    framings.sort_by_key(|f| {
        (
            rank(f.dimension),
            std::cmp::Reverse(f.per_source.len()),
            place(f),
        )
    });
    let categories = uses.counts(event);
    Found {
        framings,
        vocabulary: vocabulary::distinctive_words(event),
        space: space::space_of_actors(event),
        categories,
    }
}

/// What a reader is told first: what is asked for, how the articles open, who is believed.
fn rank(dimension: Dimension) -> usize {
    const ORDER: [Dimension; 4] = [
        Dimension::Category,
        Dimension::Headline,
        Dimension::Lead,
        Dimension::AttributionVerb,
    ];
    ORDER
        .iter()
        .position(|d| *d == dimension)
        .unwrap_or(ORDER.len())
}

fn place(framing: &Framing) -> Option<crate::model::Excerpt> {
    framing
        .per_source
        .values()
        .flatten()
        .map(|t| t.excerpt)
        .min()
}
