//! A language model read from a folder: what each piece of a word means in its sentence, as a vector.
//!
//! The model is a small BERT such as all-MiniLM-L6-v2, whose folder holds `config.json`, `model.safetensors` and
//! `tokenizer.json` (or `vocab.txt`). It runs on the processor, in this program; nothing is fetched.
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
    #[error("{} cannot be read; the folder of a model holds config.json, tokenizer.json or vocab.txt, and model.safetensors", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The folder holds something else than such a model.
    #[error("{}: no model of the kind all-MiniLM-L6-v2: {reason}", folder.display())]
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
        let shape: encoder::Shape = serde_json::from_slice(&read(&folder.join("config.json"))?)
            .map_err(|e| unfit(e.to_string()))?;
        let vocabulary = ["vocab.txt", "tokenizer.json"]
            .map(|f| folder.join(f))
            .into_iter()
            .find(|f| f.is_file());
        let vocabulary =
            vocabulary.ok_or_else(|| unfit("neither tokenizer.json nor vocab.txt".to_string()))?;
        let pieces = pieces::Pieces::read(&read(&vocabulary)?).map_err(&unfit)?;
        let bytes = read(&folder.join("model.safetensors"))?;
        let tensors = Tensors::read("model.safetensors", &bytes).map_err(&unfit)?;
        let encoder = encoder::Encoder::read(&tensors, &shape).map_err(&unfit)?;
        let name = format!(
            "{} layers of {}",
            shape.num_hidden_layers, shape.hidden_size
        );
        Ok(Self {
            name,
            pieces,
            encoder,
        })
    }
}

fn read(path: &Path) -> Result<Vec<u8>, ModelError> {
    std::fs::read(path).map_err(|source| ModelError::Unreadable {
        path: path.to_path_buf(),
        source,
    })
}
