//! One word of a sentence: what it is, and what it depends on.

use std::ops::Range;
use std::sync::Arc;

use crate::model::grammar::{EntityType, Label, Pos, Tag};
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
    /// The first and the last of the tokens below it in the tree, itself included.
    pub edges: (u32, u32),
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

impl Token {
    /// Whether the form itself can carry a clause: "closed" of "they closed it", "has" of "has closed".
    pub fn is_finite(&self) -> bool {
        matches!(self.tag, Tag::Md | Tag::Vbd | Tag::Vbp | Tag::Vbz)
    }

    /// Whether it is an act or a state: a verb, or "be" and "have" where they help no other verb.
    pub fn is_act(&self) -> bool {
        let helps = matches!(self.label, Label::Aux | Label::Auxpass);
        let describes = matches!(self.label, Label::Amod | Label::Compound | Label::Nmod);
        let governs_as_preposition = matches!(
            self.label,
            Label::Prep | Label::Mark | Label::Agent | Label::Case
        );
        matches!(self.pos, Pos::Verb | Pos::Aux) && !helps && !describes && !governs_as_preposition
    }

    /// Whether it points back at the noun that its clause describes: "who", "which", "that".
    pub fn is_relative(&self) -> bool {
        matches!(self.tag, Tag::Wp | Tag::Wdt)
            && matches!(&*self.lemma, "who" | "which" | "that" | "whom")
    }

    /// Whether it is a name or part of one.
    pub fn is_name(&self) -> bool {
        // The lemma of a proper noun is the word as it is written.
        let is_capital = || self.pos == Pos::Propn && self.lemma.starts_with(char::is_uppercase);
        self.entity
            .map_or_else(is_capital, |part| part.kind.is_name())
    }

    /// Whether it is part of a date, a period or a time of day.
    pub fn is_time(&self) -> bool {
        self.entity.is_some_and(|part| part.kind.is_time())
    }

    /// Whether it is part of the name of a country, a town, a region or a building.
    pub fn is_place(&self) -> bool {
        self.entity.is_some_and(|part| part.kind.is_place())
    }
}

impl EntityType {
    /// Whether it is a date, a period or a time of day.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Date | Self::Time)
    }

    /// Whether it is a country, a town, a region, a water or a building.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Place | Self::Location | Self::Facility)
    }

    /// Whether it is a name, and not a number, a date or a quantity.
    pub fn is_name(self) -> bool {
        let counts = matches!(
            self,
            Self::Cardinal | Self::Ordinal | Self::Money | Self::Percent | Self::Quantity
        );
        !self.is_time() && !counts
    }
}
