//! Everything the reader knows, from the data beside this file.

use std::sync::LazyLock;

use super::entities::EntityMoves;
use super::forms::norms::Norms;
use super::lemmas::Lemmas;
use super::network::encoder::Encoder;
use super::network::layers::{Linear, WIDTH};
use super::rules::Rules;
use super::tree::TreeMoves;
use super::words::Tokenizer;
use crate::model::Tag;
use crate::tensors::Tensors;

/// The matrices of `en_core_web_sm` 3.8.0 (MIT, Explosion; see `data/LICENSE`), written by `scripts/reading_model.py`.
static WEIGHTS: &[u8] = include_bytes!("data/weights.safetensors");

#[expect(
    clippy::expect_used,
    reason = "the data is built into the program and read by a test"
)]
static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read().expect("the reading model is well formed"));

/// The tables and weights of all steps.
#[derive(Debug)]
pub struct Model {
    /// Text → words.
    pub tokenizer: Tokenizer,
    /// Words → keys.
    pub norms: Norms,
    /// Forms → vectors for tags and tree.
    pub tree_encoder: Encoder,
    /// Forms → vectors for entities.
    pub entity_encoder: Encoder,
    /// Vectors → a score for each tag.
    pub tags: Linear,
    /// Vectors → tree.
    pub tree: TreeMoves,
    /// Vectors → entities.
    pub entities: EntityMoves,
    /// Tags and labels → parts of speech.
    pub rules: Rules,
    /// Parts of speech → lemmas.
    pub lemmas: Lemmas,
}

impl Model {
    /// The model, read when it is first asked for.
    pub fn shared() -> &'static Self {
        &MODEL
    }

    /// Reads the model anew.
    pub fn read() -> Result<Self, String> {
        let tensors = Tensors::read("the weights", WEIGHTS)?;
        Ok(Self {
            tokenizer: Tokenizer::read()?,
            norms: Norms::read()?,
            tree_encoder: Encoder::read(&tensors, "tree", true)?,
            entity_encoder: Encoder::read(&tensors, "entity", false)?,
            tags: Linear::read(&tensors, "tag", WIDTH, Tag::ALL.len())?,
            tree: TreeMoves::read(&tensors)?,
            entities: EntityMoves::read(&tensors)?,
            rules: Rules::read()?,
            lemmas: Lemmas::read()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Model;

    #[test]
    fn the_data_are_well_formed() {
        assert_eq!(Model::read().err(), None);
    }
}
