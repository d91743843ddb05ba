//! Every noun of the program, once: the glossary.
//!
//! An [`Article`] is one outlet's text as loaded. Segmented and annotated it is a [`Document`]; the documents of one
//! folder with the people and bodies they share are an [`Event`]. A sentence that was read is a [`Reading`]. Sentences that say the same thing are tied by a
//! [`Link`] and grouped into [`Passage`]s: together an [`Alignment`]. The parts of two linked sentences that answer each other
//! are a [`Pairing`]. What follows from it (facts, discrepancies,
//! utterances, framings, findings) is a [`Comparison`]. A collection that tells several events is divided by a [`Grouping`]. What
//! changed between two versions of one article are [`Edits`].
//!
//! Values are owned; articles and sentences are pointed at by small `Copy` ids and byte spans.

mod agreement;
mod alignment;
mod article;
mod comparison;
mod diagnostic;
mod document;
mod edits;
mod event;
mod fact;
mod grammar;
mod grouping;
mod pairing;
mod reading;
mod value;

pub use agreement::Agreement;
pub use alignment::{
    Alignment, Evidence, Link, Origin, OriginKind, Passage, Relation, Reuse, Side,
};
pub use article::{Article, Block, BlockKind, DateSource, Earlier, Residue};
pub use comparison::{
    ActorSpace, CategoryUse, Change, ChangeKind, Comparison, Dimension, Discrepancy,
    DiscrepancyKind, DisputedValue, DistinctiveWord, Excerpt, Finding, FindingKind, Fragmentation,
    Framing, OutletVocabulary, Reference, Refutation, Rejection, Term, Utterance, UtteranceMember,
    UtteranceRelation,
};
pub use diagnostic::{Diagnostic, SKIPPED, Severity};
pub use document::{
    ArticleId, Chain, CueClass, Document, Mention, MentionKind, Quote, QuoteId, QuoteKind,
    Sentence, SentenceId, SentenceKind, VoiceShare, Voices,
};
pub use edits::{ChangedWords, Edit, EditKind, Edits};
pub use event::{Entity, EntityId, EntityKind, Event};
pub use fact::{
    Against, Cell, Detail, DetailKind, Fact, FactKind, Grade, Missing, Modality, Support, Voice,
};
pub use grammar::{EntityType, Label, Pos, Tag};
pub use grouping::{Group, Grouping, Member, Near};
pub use pairing::{
    Difference, End, Pairing, Pairings, Quoted, QuotedPair, Slot, Word, WordChange, are_alike,
};
pub use reading::{
    Act, Certainty, Clause, ClauseKind, EntityPart, EntitySpan, Phrase, Reading, Token,
};
pub use value::{Bound, Period, Quantity, Unit, Value, ValueKind};
