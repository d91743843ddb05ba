//! One sentence as the quote finder sees it: its reading, and the passages in quotation marks laid over it.

use std::ops::Range;

use super::marks::Passage;
use crate::model::{Label, Pos, Reading, Sentence, Tag, Token};
use crate::span::Span;

/// The part of a quoted passage that stands in the sentence.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// Index of the passage among the article's.
    pub passage: usize,
    /// Its tokens, the marks included.
    pub tokens: Range<u32>,
    /// The comma or stop that its words end with.
    pub ending: Option<char>,
}

/// A sentence with the outermost passages that touch it.
#[derive(Debug)]
pub struct Frame<'a> {
    text: &'a str,
    /// What reading made of the sentence.
    pub reading: &'a Reading,
    /// The passages in order.
    pub quoted: Vec<Quoted>,
}

impl<'a> Frame<'a> {
    /// The frame of a sentence; `outermost` are the passages of the article that stand in no other, in order.
    pub fn new(text: &'a str, sentence: &'a Sentence, outermost: &[(usize, Passage)]) -> Self {
        let from = outermost.partition_point(|(_, p)| p.outer.end <= sentence.span.start);
        let touching = outermost
            .iter()
            .skip(from)
            .take_while(|(_, p)| p.outer.start < sentence.span.end);
        let reading = &sentence.reading;
        let quoted = touching.map(|(passage, p)| Quoted {
            passage: *passage,
            tokens: reading.tokens_in(p.outer),
            ending: p
                .inner
                .of(text)
                .chars()
                .next_back()
                .filter(|c| ",.!?…".contains(*c)),
        });
        Self {
            text,
            reading,
            quoted: quoted.collect(),
        }
    }

    /// Whether a token starts with a capital letter.
    pub fn is_capital(&self, at: u32) -> bool {
        self.token(at)
            .is_some_and(|t| t.span.of(self.text).starts_with(char::is_uppercase))
    }

    /// The first token that depends on another in one of these ways and stands at or after a place.
    pub fn child_from(&self, head: u32, labels: &[Label], from: u32) -> Option<u32> {
        self.reading
            .children(head)
            .find(|&child| child >= from && self.reading.has_label(child, labels))
    }

    /// The token with this index.
    pub fn token(&self, at: u32) -> Option<&'a Token> {
        self.reading.token(at)
    }

    /// A token in lower case, empty where there is none.
    pub fn lower(&self, at: u32) -> &'a str {
        self.token(at).map_or("", |token| &token.lower)
    }

    /// The tag of a token.
    pub fn tag(&self, at: u32) -> Option<Tag> {
        self.token(at).map(|token| token.tag)
    }

    /// How many tokens there are.
    pub fn len(&self) -> u32 {
        self.reading.tokens.len() as u32
    }

    /// The passage that a token stands in.
    pub fn passage_at(&self, at: u32) -> Option<&Quoted> {
        self.quoted
            .iter()
            .find(|quoted| quoted.tokens.contains(&at))
    }

    /// Whether a token stands in a quoted passage.
    pub fn is_quoted(&self, at: u32) -> bool {
        self.passage_at(at).is_some()
    }

    /// Whether a range of tokens touches a quoted passage.
    pub fn has_quoted(&self, tokens: &Range<u32>) -> bool {
        self.quoted
            .iter()
            .any(|q| q.tokens.start < tokens.end && tokens.start < q.tokens.end)
    }

    /// Whether a token is a word and neither a mark nor quoted.
    pub fn is_word(&self, at: u32) -> bool {
        self.token(at)
            .is_some_and(|t| !matches!(t.pos, Pos::Punct | Pos::Space | Pos::Sym))
            && !self.is_quoted(at)
    }

    /// The words of a range that are not quoted.
    pub fn words(&self, tokens: Range<u32>) -> impl DoubleEndedIterator<Item = u32> {
        tokens.filter(|&at| self.is_word(at))
    }

    /// Whether a token is a comma outside a passage, or the last of a passage that ends with one.
    pub fn is_comma(&self, at: u32) -> bool {
        match self.passage_at(at) {
            Some(quoted) => quoted.tokens.end == at + 1,
            None => self.tag(at) == Some(Tag::Comma),
        }
    }

    /// Whether a token is a dash, a semicolon or a bracket outside a passage.
    pub fn is_break(&self, at: u32) -> bool {
        self.is_dash(at)
            || matches!(self.lower(at), ";" | "(" | ")" | "[" | "]") && !self.is_quoted(at)
    }

    /// Whether a token is a dash outside a passage.
    pub fn is_dash(&self, at: u32) -> bool {
        let dash = matches!(self.lower(at), "-" | "--" | "–" | "—" | "―");
        dash && self.tag(at) != Some(Tag::Hyph) && !self.is_inside_word(at) && !self.is_quoted(at)
    }

    /// Whether a short mark stands between letters: "re-open".
    pub fn is_inside_word(&self, at: u32) -> bool {
        let Some(mark) = self.token(at).filter(|mark| &*mark.lower == "-") else {
            return false;
        };
        let end = |next: Option<&Token>| next.map(|t| t.span);
        let before = end(at.checked_sub(1).and_then(|before| self.token(before)));
        before.is_some_and(|b| b.end == mark.span.start)
            && end(self.token(at + 1)).is_some_and(|a| a.start == mark.span.end)
    }

    /// The token before another, white space left out.
    pub fn before(&self, at: u32) -> Option<u32> {
        (0..at).rev().find(|&i| self.tag(i) != Some(Tag::Sp))
    }

    /// The text that a range of tokens covers, marks and white space at its ends left out.
    pub fn trimmed(&self, tokens: &Range<u32>) -> Option<Range<u32>> {
        let is_edge = |at: &u32| {
            let token = self.token(*at);
            let mark = token.is_some_and(|t| matches!(t.pos, Pos::Punct | Pos::Space));
            !mark || self.is_quoted(*at)
        };
        let first = tokens
            .clone()
            .find(|at| is_edge(at) || matches!(self.lower(*at), "(" | "["))?;
        let last = tokens
            .clone()
            .rev()
            .find(|at| is_edge(at) || matches!(self.lower(*at), ")" | "]"))?;
        (first <= last).then_some(first..last + 1)
    }

    /// The text that a range of tokens covers.
    pub fn span(&self, tokens: &Range<u32>) -> Option<Span> {
        self.reading.span(tokens)
    }
}
