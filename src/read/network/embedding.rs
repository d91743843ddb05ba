//! Hash embeddings (Svenstrup et al. 2017): a key picks four rows of a table, whose sum is its vector.

use super::layers::WIDTH;
use crate::read::forms::hashes;
use crate::tensors::{Tensors, widened};

/// A table of rows, kept as 16-bit numbers, with the seed of its keys.
#[derive(Debug)]
pub struct Embedding {
    rows: &'static [[u8; 2]],
    count: u32,
    seed: u32,
}

impl Embedding {
    /// The table with this name, so many rows.
    pub fn read(
        tensors: &Tensors<'static>,
        name: &str,
        count: u32,
        seed: u32,
    ) -> Result<Self, String> {
        Ok(Self {
            rows: tensors.halves(name, &[count as usize, WIDTH])?,
            count,
            seed,
        })
    }

    /// The vector of a key.
    pub fn vector(&self, key: u64) -> [f32; WIDTH] {
        let mut out = [0.0; WIDTH];
        for hash in hashes::of_key(key, self.seed) {
            let first = (hash % self.count) as usize * WIDTH;
            for (value, &half) in out.iter_mut().zip(&self.rows[first..][..WIDTH]) {
                *value += widened(half);
            }
        }
        out
    }
}
