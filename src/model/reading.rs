//! A sentence with its tokens, their places in its tree, and the names in it.

use std::ops::Range;
use std::sync::Arc;

use super::grammar::{EntityType, Label, Pos, Tag};
use crate::span::Span;

/// One word, number, mark or stretch of white space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Its lower case, shared by all tokens of one form.
    pub lower: Arc<str>,
    /// Its dictionary form.
    pub lemma: Arc<str>,
    /// Index of its head among the sentence's tokens; its own where it is a root.
    pub head: u32,
    /// Its tag in the Penn Treebank's terms.
    pub tag: Tag,
    /// Its part of speech in the Universal Dependencies' terms.
    pub pos: Pos,
    /// How it depends on its head.
    pub label: Label,
    /// The entity it is part of.
    pub entity: Option<EntityPart>,
}

/// What a token is to the entity it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EntityPart {
    /// What kind of thing the entity is.
    pub kind: EntityType,
    /// Whether the token is the entity's first.
    pub begins: bool,
}

/// A name, date, quantity or other expression that stands for one thing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntitySpan {
    /// Its tokens, as indices among the sentence's.
    pub tokens: Range<u32>,
    /// What kind of thing it is.
    pub kind: EntityType,
}

/// A sentence that has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    /// Its entities in order; they do not overlap.
    pub entities: Vec<EntitySpan>,
}
