//! What a pair of sentences shows for or against saying the same thing.
//!
//! Two families: what the two sentences have in common ([`wording`]), and how the pair stands among its rivals and
//! neighbours by some measure ([`standing`]).

pub mod standing;
pub mod wording;
