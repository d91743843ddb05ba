//! One outlet's text as loaded: cleaned, with what was taken out and where its metadata came from on record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Kind of paragraph.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// A line between headline and text, or a heading within the text.
    Subheading,
    /// A paragraph of body text.
    Body,
    /// A photo caption, or the author line of an embedded post.
    Caption,
}

/// One paragraph of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the article's text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A piece of the page that is not the article, set apart with a reason; nothing disappears silently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Residue {
    /// The words as they stood.
    pub text: String,
    /// Why they were set apart, e.g. "photo credit" or "related link".
    pub reason: String,
}

/// Where a publication date was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateSource {
    /// In the file's metadata.
    Metadata,
    /// In the dateline that opens the text.
    Dateline,
    /// In a date line in the text or in the page address.
    Text,
    /// Inferred from the other articles about the event.
    Inferred,
}

/// An earlier version of an article by the same outlet; only the newest version is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Earlier {
    /// Id of the version.
    pub id: String,
    /// The file it was read from.
    pub path: String,
    /// The headline.
    pub headline: Option<String>,
    /// Date or time of publication, ISO 8601.
    pub published: Option<String>,
    /// Date or time of the last update, ISO 8601.
    pub updated: Option<String>,
}

/// One article in normal form. `text` holds headline, subheadings, captions and body, one block each, divided by
/// blank lines, so that every sentence of the article has a place in one address space.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Short and unique in the event, made from outlet or file name; letters, digits and hyphens.
    pub key: String,
    /// The file it was read from, as the user named it.
    pub path: String,
    /// What the outlet is called in sentences and tables: short, and told from every other article's.
    pub outlet: String,
    /// Name of the outlet as found: in the file, in its address, or the name of the file.
    pub masthead: String,
    /// The title, or none where no title can be told from the text.
    pub headline: Option<String>,
    /// Names of the writers.
    pub byline: Vec<String>,
    /// ISO 8601 date, or date and time with zone; none where unknown.
    pub published: Option<String>,
    /// What `published` was read from.
    pub published_from: Option<DateSource>,
    /// ISO 8601 date or time of the last update; none where unknown.
    pub updated: Option<String>,
    /// The dateline as printed, e.g. "PORT ELLERY, March 12 (Northern Wire)".
    pub dateline: Option<String>,
    /// Agencies credited.
    pub wire: Vec<String>,
    /// Section of the outlet, e.g. "Politics".
    pub section: Option<String>,
    /// Correction notices as printed.
    pub corrections: Vec<String>,
    /// BCP 47 tag of the whole article's language; none where unsure.
    pub language: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// The cleaned text, blocks divided by a blank line.
    pub text: String,
    /// The blocks of `text` in order; they do not overlap.
    pub blocks: Vec<Block>,
    /// What was taken out, in order of appearance.
    pub residue: Vec<Residue>,
    /// Key of the earlier version of this article by the same outlet; none for the only or first one.
    pub version_of: Option<String>,
    /// Earlier versions of this article that are not compared, the first first.
    pub earlier: Vec<Earlier>,
    /// Why only the beginning of this article is here; such an article is not compared.
    pub stub: Option<String>,
    /// Why this article does not seem to tell the event of the others; such an article never counts as omitting.
    pub out_of_scope: Option<String>,
}

impl Article {
    /// An article of one paragraph of which nothing else is known.
    pub fn of_body(text: &str) -> Self {
        let block = Block {
            span: Span::new(0, text.len()),
            kind: BlockKind::Body,
        };
        Self {
            text: text.to_string(),
            blocks: vec![block],
            ..Self::default()
        }
    }

    /// What its outlet is called, and what it was found under.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.outlet.as_str(), self.masthead.as_str()]
            .into_iter()
            .filter(|name| !name.is_empty())
    }

    /// Whether it is in another language than English, of which the program has no words.
    pub fn is_foreign(&self) -> bool {
        let language = self.language.as_deref();
        language.is_some_and(|tag| tag.split('-').next() != Some("en"))
    }

    /// The paragraphs of its running text, in order.
    pub fn body(&self) -> impl Iterator<Item = &str> {
        let blocks = self.blocks.iter().filter(|b| b.kind == BlockKind::Body);
        blocks.map(|b| b.span.of(&self.text))
    }

    /// Whether it and another are one article of one outlet at two times.
    pub fn is_version_of(&self, other: &Article) -> bool {
        let first = |a: &Article| a.version_of.clone().unwrap_or(a.key.clone());
        let linked = self.version_of.is_some() || other.version_of.is_some();
        linked && first(self) == first(other)
    }

    /// Replaces the title, in its field and in the text, and moves what stands after it.
    pub fn retitle(&mut self, headline: &str) {
        let old = self
            .blocks
            .first()
            .filter(|b| b.kind == BlockKind::Headline)
            .map(|b| b.span);
        let behind = old.map_or(0, |span| span.end);
        let rest = self.text.get(behind..).unwrap_or_default().to_string();
        let gap = if old.is_none() && !rest.is_empty() {
            "\n\n"
        } else {
            ""
        };
        self.text = format!("{headline}{gap}{rest}");
        let moved = |at: usize| at - behind + headline.len() + gap.len();
        let others = self.blocks.iter().skip(usize::from(old.is_some()));
        let others = others.map(|b| Block {
            span: Span::new(moved(b.span.start), moved(b.span.end)),
            kind: b.kind,
        });
        let title = Block {
            span: Span::new(0, headline.len()),
            kind: BlockKind::Headline,
        };
        self.blocks = std::iter::once(title)
            .chain(others.collect::<Vec<_>>())
            .collect();
        self.headline = Some(headline.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_title_moves_the_blocks_behind_it() {
        let block = |start, end, kind| Block {
            span: Span::new(start, end),
            kind,
        };
        let mut article = Article {
            text: "Old\n\nOne. Two.".to_string(),
            blocks: vec![
                block(0, 3, BlockKind::Headline),
                block(5, 14, BlockKind::Body),
            ],
            ..Article::default()
        };
        article.retitle("A longer title");
        assert_eq!(article.blocks[1].span.of(&article.text), "One. Two.");
        article.blocks.remove(0);
        article.text = "One. Two.".to_string();
        article.blocks[0].span = Span::new(0, 9);
        article.retitle("New");
        assert_eq!(article.text, "New\n\nOne. Two.");
        assert_eq!(article.blocks[1].span.of(&article.text), "One. Two.");
    }

    #[test]
    fn versions_of_one_article_are_told_by_the_first() {
        let article = |key: &str, first: Option<&str>| Article {
            key: key.to_string(),
            version_of: first.map(str::to_string),
            ..Article::default()
        };
        let (a, b, c) = (
            article("a", None),
            article("b", Some("a")),
            article("c", Some("a")),
        );
        assert!(a.is_version_of(&b) && b.is_version_of(&a) && b.is_version_of(&c));
        assert!(!a.is_version_of(&article("d", None)));
    }
}
