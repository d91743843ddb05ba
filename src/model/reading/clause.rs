//! The part of a sentence that one finite verb carries.

use std::ops::Range;

/// How a clause belongs to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// Of its own, or loosely beside another.
    Main,
    /// Joined to the one before it by "and", "but" or a comma, of whatever kind that is.
    Coordinated,
    /// Says what is said, thought, wanted or doubted; or is itself a subject.
    Complement,
    /// Describes a noun: "who left".
    Relative,
    /// Says when, why or how another is so: "because they left".
    Adverbial,
}

/// A clause with a finite verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The verb: "closed" of "has been closed".
    pub verb: u32,
    /// Its subject; where it shares that of the clause before it, that one.
    pub subject: Option<u32>,
    /// How it belongs to its sentence.
    pub kind: ClauseKind,
    /// From its first to its last token, as indices among the sentence's; the clauses below it lie inside, those joined
    /// to it by "and" do not.
    pub tokens: Range<u32>,
}
