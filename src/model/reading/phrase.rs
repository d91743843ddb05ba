//! What a noun stands for, with the words that belong to it.

use std::ops::Range;

/// A noun phrase: a noun, name, pronoun or number with what stands before it and belongs to it.
///
/// "The harbour's two old cranes" is one, and "The harbour" in it another. What follows the noun ("of the harbour",
/// "that fell") is not part of it, unless it is one name with it ("the University of Tarn").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens, as indices among the sentence's; a possessive ending is left out.
    pub tokens: Range<u32>,
    /// The token that says what it is: "cranes".
    pub head: u32,
}
