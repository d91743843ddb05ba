//! safetensors file → named arrays of 32-bit numbers.
//!
//! The format: eight bytes with the length of a JSON header, the header (name → type, shape, range of bytes), the data.
//! <https://huggingface.co/docs/safetensors/index#format>

use std::collections::HashMap;

use ndarray::Array2;
use serde::Deserialize;

/// The tensors of a file, not yet turned into numbers.
pub struct Tensors<'a> {
    header: HashMap<String, Entry>,
    data: &'a [u8],
}

/// A matrix kept as it is stored: of a large table a run needs few rows, and only these are turned into numbers.
#[derive(Debug)]
pub struct Table {
    width: usize,
    stored: Stored,
}

#[derive(Debug)]
enum Stored {
    Numbers(Vec<f32>),
    /// 8-bit integers, and what one unit of each row is worth.
    Units(Vec<i8>, Vec<f32>),
}

impl Table {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        match &self.stored {
            Stored::Numbers(numbers) => numbers.len() / self.width.max(1),
            Stored::Units(_, scales) => scales.len(),
        }
    }

    /// Adds a row to a vector as wide as the table.
    pub fn add<'v>(&self, row: usize, to: impl IntoIterator<Item = &'v mut f32>) {
        let at = row * self.width..(row + 1) * self.width;
        let to = to.into_iter();
        match &self.stored {
            Stored::Numbers(numbers) => to.zip(&numbers[at]).for_each(|(t, n)| *t += n),
            Stored::Units(units, scales) => to
                .zip(&units[at])
                .for_each(|(t, &n)| *t += f32::from(n) * scales[row]),
        }
    }
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
    pub fn read(name: &str, bytes: &'a [u8]) -> Result<Self, String> {
        let cut = || format!("{name} is truncated");
        let (length, rest) = bytes.split_first_chunk::<8>().ok_or_else(cut)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| cut())?;
        let (header, data) = rest.split_at_checked(length).ok_or_else(cut)?;
        let header = serde_json::from_slice(header).map_err(|e| format!("{name}: {e}"))?;
        Ok(Self { header, data })
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

    /// The matrix with this name, so many rows and columns, of which single rows are asked for.
    ///
    /// # Errors
    /// When there is none.
    pub fn table(&self, name: &str, rows: usize, width: usize) -> Result<Table, String> {
        let stored = match self.entry(name)?.dtype.as_str() {
            "I8" => {
                let (units, scales) = self.units(name, &[rows, width])?;
                let units = units.iter().map(|n| i8::from_le_bytes(*n)).collect();
                Stored::Units(units, scales)
            }
            _ => Stored::Numbers(self.numbers(name, &[rows, width])?),
        };
        Ok(Table { width, stored })
    }

    /// The numbers of a tensor with this name and shape, row by row. They are stored as 32-bit or 16-bit floating
    /// point, or as 8-bit integers beside a tensor `NAME.scale` with what one unit of each row is worth.
    ///
    /// # Errors
    /// When there is none, or its numbers are stored otherwise.
    pub fn numbers(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, String> {
        match self.entry(name)?.dtype.as_str() {
            "F16" => {
                let halves = self.halves(name, shape)?;
                Ok(halves.iter().copied().map(widened).collect())
            }
            "I8" => self.scaled(name, shape),
            _ => {
                let numbers = self.elements::<4>(name, shape, "F32")?;
                Ok(numbers.iter().map(|n| f32::from_le_bytes(*n)).collect())
            }
        }
    }

    fn scaled(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, String> {
        let (units, scales) = self.units(name, shape)?;
        let width = (units.len() / scales.len().max(1)).max(1);
        let rows = units.chunks(width).zip(scales);
        Ok(rows
            .flat_map(|(row, scale)| {
                row.iter()
                    .map(move |n| f32::from(i8::from_le_bytes(*n)) * scale)
            })
            .collect())
    }

    /// A tensor stored in 8 bits, and what one unit of each of its rows is worth.
    fn units(&self, name: &str, shape: &[usize]) -> Result<(&'a [[u8; 1]], Vec<f32>), String> {
        let rows = shape.first().copied().unwrap_or_default();
        let scales = self.vector(&format!("{name}.scale"), rows)?;
        Ok((self.elements(name, shape, "I8")?, scales))
    }

    /// The numbers of a tensor as they are stored in 16 bits.
    ///
    /// # Errors
    /// When there is none, or its numbers are stored otherwise.
    pub fn halves(&self, name: &str, shape: &[usize]) -> Result<&'a [[u8; 2]], String> {
        self.elements(name, shape, "F16")
    }

    fn entry(&self, name: &str) -> Result<&Entry, String> {
        // Some writers put the name of the whole model in front.
        self.header
            .get(name)
            .or_else(|| self.header.get(&format!("bert.{name}")))
            .ok_or_else(|| format!("no tensor {name}"))
    }

    /// The numbers of a tensor, `N` bytes each, stored as the named type.
    fn elements<const N: usize>(
        &self,
        name: &str,
        shape: &[usize],
        stored: &str,
    ) -> Result<&'a [[u8; N]], String> {
        let entry = self.entry(name)?;
        if entry.shape != shape {
            return Err(format!("{name} has shape {:?}, not {shape:?}", entry.shape));
        }
        if entry.dtype != stored {
            return Err(format!("{name} is of type {}, not {stored}", entry.dtype));
        }
        let (first, last) = entry.data_offsets;
        let (numbers, rest) = self.data.get(first..last).unwrap_or_default().as_chunks();
        if numbers.len() != shape.iter().product::<usize>() || !rest.is_empty() {
            return Err(format!("{name} is truncated"));
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
    use super::{Tensors, widened};

    /// A file of one tensor of two rows in 8 bits, with the scale of each row.
    fn scaled() -> Vec<u8> {
        let header = r#"{"w":{"dtype":"I8","shape":[2,2],"data_offsets":[0,4]},"w.scale":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}"#;
        let mut file = (header.len() as u64).to_le_bytes().to_vec();
        file.extend(header.bytes());
        file.extend([127, 0x80, 1, 0xff]);
        file.extend([0.5_f32, 2.0].iter().flat_map(|v| v.to_le_bytes()));
        file
    }

    #[test]
    fn numbers_in_8_bits_are_worth_what_their_row_says() {
        let file = scaled();
        let tensors = Tensors::read("the file", &file).unwrap();
        let matrix = tensors.matrix("w", 2, 2).unwrap();
        assert_eq!(
            matrix.into_iter().collect::<Vec<_>>(),
            [63.5, -64.0, 2.0, -2.0]
        );
        let mut row = [1.0, 1.0];
        tensors.table("w", 2, 2).unwrap().add(1, &mut row);
        assert_eq!(row, [3.0, -1.0]);
        assert!(tensors.matrix("w", 4, 1).is_err());
        let cut = &file[..file.len() - 1];
        let cut = Tensors::read("the file", cut).unwrap();
        assert!(cut.matrix("w", 2, 2).is_err());
    }

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
