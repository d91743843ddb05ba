//! safetensors file → named arrays of 32-bit numbers.
//!
//! The format: eight bytes with the length of a JSON header, the header (name → type, shape, range of bytes), the data.
//! <https://huggingface.co/docs/safetensors/index#format>

use std::collections::HashMap;

use ndarray::Array2;
use serde::Deserialize;

/// How the numbers of a file are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// In 16 bits.
    F16,
    /// In 32 bits.
    F32,
}

/// The tensors of a file, not yet turned into numbers.
pub struct Tensors<'a> {
    header: HashMap<String, Entry>,
    data: &'a [u8],
    stored: Stored,
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
    /// The header of a file and where its data stand; `name` is what messages call it.
    ///
    /// # Errors
    /// When the bytes are no such file.
    pub fn read(name: &str, bytes: &'a [u8], stored: Stored) -> Result<Self, String> {
        let cut = || format!("{name} is cut off");
        let (length, rest) = bytes.split_first_chunk::<8>().ok_or_else(cut)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| cut())?;
        let (header, data) = rest.split_at_checked(length).ok_or_else(cut)?;
        let header = serde_json::from_slice(header).map_err(|e| format!("{name}: {e}"))?;
        Ok(Self {
            header,
            data,
            stored,
        })
    }

    /// The vector with this name and length.
    ///
    /// # Errors
    /// When there is none.
    pub fn vector(&self, name: &str, length: usize) -> Result<Vec<f32>, String> {
        self.numbers(name, &[length])
    }

    /// The matrix with this name, so many rows and columns.
    ///
    /// # Errors
    /// When there is none.
    pub fn matrix(&self, name: &str, rows: usize, columns: usize) -> Result<Array2<f32>, String> {
        let numbers = self.numbers(name, &[rows, columns])?;
        Array2::from_shape_vec((rows, columns), numbers).map_err(|e| format!("{name}: {e}"))
    }

    /// The numbers of a tensor with this name and shape, row by row.
    ///
    /// # Errors
    /// When there is none, or its numbers are stored otherwise.
    pub fn numbers(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, String> {
        match self.stored {
            Stored::F16 => {
                let halves = self.halves(name, shape)?;
                Ok(halves.iter().copied().map(widened).collect())
            }
            Stored::F32 => {
                let numbers = self.elements::<4>(name, shape)?;
                Ok(numbers.iter().map(|n| f32::from_le_bytes(*n)).collect())
            }
        }
    }

    /// The numbers of a tensor as they are stored in 16 bits.
    ///
    /// # Errors
    /// When there is none, or its numbers are stored otherwise.
    pub fn halves(&self, name: &str, shape: &[usize]) -> Result<&'a [[u8; 2]], String> {
        self.elements(name, shape)
    }

    /// The numbers of a tensor, `N` bytes each.
    fn elements<const N: usize>(
        &self,
        name: &str,
        shape: &[usize],
    ) -> Result<&'a [[u8; N]], String> {
        // Some writers put the name of the whole model in front.
        let entry = self
            .header
            .get(name)
            .or_else(|| self.header.get(&format!("bert.{name}")))
            .ok_or_else(|| format!("no tensor {name}"))?;
        if entry.shape != shape {
            return Err(format!("{name} has shape {:?}, not {shape:?}", entry.shape));
        }
        let stored = format!("{:?}", self.stored);
        if entry.dtype != stored {
            return Err(format!("{name} is of type {}, not {stored}", entry.dtype));
        }
        let (first, last) = entry.data_offsets;
        let (numbers, rest) = self.data.get(first..last).unwrap_or_default().as_chunks();
        if numbers.len() != shape.iter().product::<usize>() || !rest.is_empty() {
            return Err(format!("{name} is cut off"));
        }
        Ok(numbers)
    }
}

/// A 16-bit number (IEEE 754, finite) as a 32-bit one: the bits moved into place, the exponent set right by a product.
pub fn widened(half: [u8; 2]) -> f32 {
    let bits = u32::from(u16::from_le_bytes(half));
    let size = f32::from_bits((bits & 0x7fff) << 13) * f32::from_bits((254 - 15) << 23);
    f32::from_bits(size.to_bits() | (bits & 0x8000) << 16)
}

#[cfg(test)]
mod tests {
    use super::widened;

    #[test]
    fn widens_normal_and_subnormal_numbers() {
        let of = |bits: u16| widened(bits.to_le_bytes());
        assert_eq!(
            [of(0x3c00), of(0xc000), of(0x3555), of(0)],
            [1.0, -2.0, 0.333_251_95, 0.0]
        );
        assert_eq!([of(0x0001), of(0x8400)], [5.960_464_5e-8, -6.103_515_6e-5]);
    }
}
