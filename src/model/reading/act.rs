//! What is done or is the case, with those who take part in it.

/// A verb with its auxiliaries, who and what take part in the act, and how it is said to be.
///
/// Tokens are indices among the sentence's. A participant is the head of its phrase; where several are joined by "and"
/// it is the first, and of a clause it is the verb. A relative pronoun stands for the noun it points back at, and a verb without a subject of its own
/// has that of the verb it belongs to: in "Crane, who rose, refused to sign" Crane is the agent three times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The verb: "closed" of "has not been closed"; "be" and "have" where there is no other.
    pub verb: u32,
    /// "has", "been", "may", "to", in order.
    pub auxiliaries: Vec<u32>,
    /// Who acts: the subject, or the noun after "by" of a passive; of a state, what is in it.
    pub agent: Option<u32>,
    /// What is acted on: the object, or the subject of a passive.
    pub patient: Option<u32>,
    /// Who receives it: "him" of "gave him a letter", of "gave a letter to him".
    pub recipient: Option<u32>,
    /// What the subject or the object is said to be: "mayor" of "was mayor", "red" of "painted it red".
    pub predicate: Option<u32>,
    /// The verb of the clause that completes it: "left" of "said that he left", "leave" of "wanted to leave".
    pub complement: Option<u32>,
    /// Heads of the words that say when.
    pub times: Vec<u32>,
    /// Heads of the names that say where.
    pub places: Vec<u32>,
    /// Whether it is said not to be so: by "not", "never" or "without", or by a participant of which there
    /// is none.
    pub negated: bool,
    /// Whether it is told from the side of what is acted on.
    pub passive: bool,
    /// How sure it is said to be, by its own words and by the verb that governs it.
    pub certainty: Certainty,
}

/// How sure something is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Hearsay: "allegedly".
    Alleged,
    /// "may".
    Possible,
    /// "probably".
    Likely,
    /// To come, or tied to a condition: "will", "would".
    Would,
    /// Wanted or meant: "plans".
    Planned,
    /// Not hedged.
    Plain,
}
