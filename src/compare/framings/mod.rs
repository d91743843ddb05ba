//! Passages and what was found in them → framings: the same thing presented differently, one file a dimension.
//!
//! A framing is always a contrast of at least two sources on the same thing, with words of both; a word alone, however
//! loaded, is none.

mod acts;
mod agency;
mod attribution_verbs;
mod background;
mod categories;
mod clauses;
mod context;
mod contrast;
mod counted;
mod counterpart;
mod evaluative;
mod headlines;
mod hedging;
mod labelling;
mod modifiers;
mod nominal;
mod own_body;
mod phrases;
mod placement;
mod reading;
mod scare_quotes;
mod scene;
mod space;
mod speakers;
mod vocabulary;

use contrast::Contrasts;
use scene::Scene;

use crate::codebook::Category;
use crate::model::{ActorSpace, Alignment, CategoryUse, Comparison, Dimension, Event, Framing, OutletVocabulary};

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

/// The framings of an event, with the user's own categories beside the built-in ones.
pub fn find(event: &Event, alignment: &Alignment, found: &Comparison, of_user: &[Category]) -> Found {
    let scene = Scene::new(event, alignment, found, of_user);
    let mut contrasts = Contrasts::default();
    labelling::find(&scene, &mut contrasts);
    acts::find(&scene, &mut contrasts);
    counted::find(&scene, &mut contrasts);
    clauses::find(&scene, &mut contrasts);
    modifiers::find(&scene, &mut contrasts);
    speakers::find(&scene, &mut contrasts);
    attribution_verbs::find(&scene, &mut contrasts);
    hedging::find(&scene, &mut contrasts);
    evaluative::find(&scene, &mut contrasts);
    scare_quotes::find(&scene, &mut contrasts);
    agency::find(&scene, &mut contrasts);
    nominal::find(&scene, &mut contrasts);
    headlines::find(&scene, &mut contrasts);
    own_body::find(&scene, &mut contrasts);
    placement::find(&scene, &mut contrasts);
    context::find(&scene, &mut contrasts);
    background::find(&scene, &mut contrasts);
    categories::find(&scene, &mut contrasts);
    let mut framings = contrasts.finish(&scene);
    framings.sort_by_key(|f| (rank(f.dimension), std::cmp::Reverse(f.per_source.len()), place(f)));
    Found {
        framings,
        vocabulary: vocabulary::find(&scene),
        space: space::find(&scene),
        categories: categories::counts(&scene),
    }
}

/// What a reader is told first: what the event is called and how it is headed, then the finer things.
fn rank(dimension: Dimension) -> usize {
    const ORDER: [Dimension; 11] = [
        Dimension::Category,
        Dimension::Headline,
        Dimension::Lead,
        Dimension::Labelling,
        Dimension::AttributionVerb,
        Dimension::Hedging,
        Dimension::Agency,
        Dimension::Evaluative,
        Dimension::ScareQuotes,
        Dimension::Context,
        Dimension::Placement,
    ];
    ORDER.iter().position(|d| *d == dimension).unwrap_or(ORDER.len())
}

fn place(framing: &Framing) -> Option<crate::model::Excerpt> {
    framing.per_source.values().flatten().map(|t| t.excerpt).min()
}
