//! The neural network: numbers of word forms → vectors of tokens → scores.

pub mod embedding;
pub mod encoder;
pub mod layers;
pub mod rows;
pub mod scorer;
