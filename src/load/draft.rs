//! What a reader of one format hands on: fields it found by name and pieces of text in order.

use super::guises::Signs;
use crate::model::{DateSource, Residue};

/// What a reader knows about one piece of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing: it may be anything.
    #[default]
    Unknown,
    /// The format marks it as a heading inside the text.
    Heading,
    /// The format marks it as the words under a picture.
    Caption,
    /// The format marks it as an entry of a list.
    Entry,
    /// The format marks it as the name of a writer.
    Writer,
}

impl Role {
    /// Whether the format leaves open what it is: text, or a line about it.
    pub fn is_open(self) -> bool {
        matches!(self, Role::Unknown | Role::Entry)
    }
}

/// One paragraph or line of the file, white space folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// What the format says about them.
    pub role: Role,
}

impl Piece {
    /// A piece about which the format says nothing.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            role: Role::Unknown,
        }
    }
}

/// One article before it is known what in its text is article and what is page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Title by metadata.
    pub headline: Option<String>,
    /// Line under the title by metadata.
    pub subheadline: Option<String>,
    /// Name of the site.
    pub outlet: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// Writers as printed; may hold several names and roles in one string.
    pub byline: Vec<String>,
    /// Date of publication as printed, and where it stood.
    pub published: Option<(String, DateSource)>,
    /// Date of the last update as printed.
    pub updated: Option<String>,
    /// Dateline by metadata.
    pub dateline: Option<String>,
    /// Section of the outlet.
    pub section: Option<String>,
    /// Language by metadata, a BCP 47 tag.
    pub language: Option<String>,
    /// Agencies by metadata.
    pub wire: Vec<String>,
    /// The text in order.
    pub pieces: Vec<Piece>,
    /// Lines that stand above the text on a page, between other matter: asked for writers and days that nothing else names.
    pub above: Vec<Piece>,
    /// What the reader itself left out.
    pub residue: Vec<Residue>,
    /// What the page says of itself.
    pub signs: Signs,
}
