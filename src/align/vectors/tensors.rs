//! safetensors file → named arrays of 32-bit numbers.
//!
//! The format: eight bytes with the length of a JSON header, the header (name → type, shape, range of bytes), the data.
//! <https://huggingface.co/docs/safetensors/index#format>

use std::collections::HashMap;

use ndarray::{Array1, Array2};
use serde::Deserialize;

/// The tensors of a file, not yet turned into numbers.
pub struct Tensors<'a> {
    header: HashMap<String, Entry>,
    data: &'a [u8],
}

/// What the header says of one tensor; entries about the file itself have none of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Entry {
    dtype: String,
    shape: Vec<usize>,
    data_offsets: (usize, usize),
}

impl<'a> Tensors<'a> {
    /// The header of a file and where its data stand.
    pub fn read(bytes: &'a [u8]) -> Result<Self, String> {
        let cut = || "model.safetensors is cut off".to_string();
        let (length, rest) = bytes.split_first_chunk::<8>().ok_or_else(cut)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| cut())?;
        let (header, data) = rest.split_at_checked(length).ok_or_else(cut)?;
        let header =
            serde_json::from_slice(header).map_err(|e| format!("model.safetensors: {e}"))?;
        Ok(Self { header, data })
    }

    /// The vector with this name and length.
    pub fn vector(&self, name: &str, length: usize) -> Result<Array1<f32>, String> {
        Ok(Array1::from_vec(self.numbers(name, &[length])?))
    }

    /// The matrix with this name, so many rows and columns.
    pub fn matrix(&self, name: &str, rows: usize, columns: usize) -> Result<Array2<f32>, String> {
        let numbers = self.numbers(name, &[rows, columns])?;
        Array2::from_shape_vec((rows, columns), numbers).map_err(|e| format!("{name}: {e}"))
    }

    fn numbers(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, String> {
        // Some writers put the name of the whole model in front.
        let entry = self
            .header
            .get(name)
            .or_else(|| self.header.get(&format!("bert.{name}")));
        let entry = entry.ok_or_else(|| format!("no tensor {name}"))?;
        if entry.shape != shape {
            return Err(format!("{name} has shape {:?}, not {shape:?}", entry.shape));
        }
        let bytes = self
            .data
            .get(entry.data_offsets.0..entry.data_offsets.1)
            .unwrap_or_default();
        let numbers = match entry.dtype.as_str() {
            "F32" => bytes
                .as_chunks::<4>()
                .0
                .iter()
                .map(|&b| f32::from_le_bytes(b))
                .collect::<Vec<f32>>(),
            other => return Err(format!("{name} is of type {other}, not F32")),
        };
        if numbers.len() != shape.iter().product::<usize>() {
            return Err(format!("{name} is cut off"));
        }
        Ok(numbers)
    }
}
