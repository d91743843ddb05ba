//! A language model: what each piece of a word means in its sentence, as a vector.
//!
//! A small encoder is part of the program. A larger BERT such as all-MiniLM-L6-v2 can be read from a folder that holds
//! `config.json`, `model.safetensors` and `tokenizer.json` (or `vocab.txt`). Both run on the processor, in this program;
//! nothing is fetched.
//!
//! | part | from → to |
//! | --- | --- |
//! | `pieces` | text → numbers of word pieces |
//! | `encoder` | numbers → one vector each |
//! | `event` | sentences → vectors centred on the event, pairs → signals |

mod encoder;
mod event;
mod pieces;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::tensors::Tensors;

pub use event::Vectors;

/// What each signal of [`Vectors::of`] measures, in its order.
pub const NAMES: [&str; 9] = [
    "meaning",
    "meaning cover least",
    "meaning cover most",
    "meaning met least",
    "meaning met most",
    "meaning window least",
    "meaning window most",
    "meaning of whole",
    "meaning squared",
];

/// Why a model cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// A file of the folder cannot be read.
    #[error("cannot read {}; a model folder needs config.json, tokenizer.json or vocab.txt, and model.safetensors", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The folder holds something else than such a model.
    #[error("{}: not a model like all-MiniLM-L6-v2: {reason}", folder.display())]
    Unfit {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

/// A language model, ready to run.
#[derive(Debug)]
pub struct Model {
    /// The name of its folder's kind, as the report tells it.
    pub name: String,
    pieces: pieces::Pieces,
    encoder: encoder::Encoder,
}

/// The terms of all-MiniLM-L6-v2, which the encoder in the program was distilled from: the Apache License 2.0.
pub const LICENCE: &str = include_str!("data/LICENSE");

/// The encoder in the program; `data/README.md` says where it comes from.
#[expect(
    clippy::expect_used,
    reason = "the data is built into the program and checked by a test"
)]
static BUILT_IN: LazyLock<Model> =
    LazyLock::new(|| read_built_in().expect("the built-in encoder is well formed"));

/// The encoder in the program, read when it is first asked for.
pub fn built_in() -> &'static Model {
    &BUILT_IN
}

fn read_built_in() -> Result<Model, String> {
    Model::of(
        include_bytes!("data/config.json"),
        include_bytes!("data/vocab.txt"),
        include_bytes!("data/model.safetensors"),
    )
}

impl Model {
    /// Reads the model in a folder.
    ///
    /// # Errors
    /// When a file is missing or holds something else.
    pub fn read(folder: &Path) -> Result<Self, ModelError> {
        let unfit = |reason: String| ModelError::Unfit {
            folder: folder.to_path_buf(),
            reason,
        };
        let config = read(&folder.join("config.json"))?;
        let vocabulary = ["vocab.txt", "tokenizer.json"]
            .map(|f| folder.join(f))
            .into_iter()
            .find(|f| f.is_file());
        let vocabulary =
            vocabulary.ok_or_else(|| unfit("no tokenizer.json or vocab.txt".to_string()))?;
        let weights = read(&folder.join("model.safetensors"))?;
        Self::of(&config, &read(&vocabulary)?, &weights).map_err(unfit)
    }

    /// The model in the bytes of its three files.
    fn of(config: &[u8], vocabulary: &[u8], weights: &[u8]) -> Result<Self, String> {
        let shape: encoder::Shape = serde_json::from_slice(config).map_err(|e| e.to_string())?;
        let tensors = Tensors::read("model.safetensors", weights)?;
        Ok(Self {
            name: format!(
                "{} layers of {}",
                shape.num_hidden_layers, shape.hidden_size
            ),
            pieces: pieces::Pieces::read(vocabulary)?,
            encoder: encoder::Encoder::read(&tensors, &shape)?,
        })
    }
}

fn read(path: &Path) -> Result<Vec<u8>, ModelError> {
    std::fs::read(path).map_err(|source| ModelError::Unreadable {
        path: path.to_path_buf(),
        source,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_encoder_in_the_program_is_well_formed() {
        assert_eq!(super::read_built_in().err(), None);
    }
}
