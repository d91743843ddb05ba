//! Questions to the tree of a sentence: what depends on what, and which word stands for a stretch of text.

use std::ops::Range;

use super::{Reading, Token};
use crate::model::grammar::Label;
use crate::span::Span;

impl Reading {
    /// The token with this index.
    pub fn token(&self, token: u32) -> Option<&Token> {
        self.tokens.get(token as usize)
    }

    /// The text that a range of tokens covers.
    pub fn span(&self, tokens: &Range<u32>) -> Option<Span> {
        let covered = self
            .tokens
            .get(tokens.start as usize..tokens.end as usize)?;
        Some(Span::new(
            covered.first()?.span.start,
            covered.last()?.span.end,
        ))
    }

    /// The tokens that share a byte with a span.
    pub fn tokens_in(&self, span: Span) -> Range<u32> {
        let first = self
            .tokens
            .partition_point(|token| token.span.end <= span.start);
        let last = self
            .tokens
            .partition_point(|token| token.span.start < span.end);
        first as u32..last.max(first) as u32
    }

    /// The tokens below a token, from the first to the last of them, itself included.
    pub fn subtree(&self, token: u32) -> Range<u32> {
        self.token(token)
            .map_or(token..token, |token| token.edges.0..token.edges.1 + 1)
    }

    /// The tokens that depend on a token, in order.
    pub fn children(&self, token: u32) -> impl DoubleEndedIterator<Item = u32> {
        let below = self.subtree(token).filter(move |&child| child != token);
        below.filter(move |&child| self.token(child).is_some_and(|child| child.head == token))
    }

    /// The first token that depends on a token in one of these ways.
    pub fn child(&self, token: u32, labels: &[Label]) -> Option<u32> {
        self.children(token)
            .find(|&child| self.has_label(child, labels))
    }

    /// Whether a token depends on its head in one of these ways.
    pub fn has_label(&self, token: u32, labels: &[Label]) -> bool {
        self.token(token)
            .is_some_and(|token| labels.contains(&token.label))
    }

    /// The tokens above a token, from its head to the root.
    pub fn above(&self, token: u32) -> impl Iterator<Item = u32> {
        let head = |&token: &u32| Some(self.token(token)?.head).filter(|&head| head != token);
        std::iter::successors(head(&token), head).take(self.tokens.len())
    }

    /// Whether one token stands anywhere above another in the tree.
    pub fn governs(&self, above: u32, below: u32) -> bool {
        self.above(below).any(|token| token == above)
    }

    /// A token and those joined to it by "and", "or" or commas, in order.
    pub fn joined(&self, token: u32) -> Vec<u32> {
        let mut all = vec![token];
        while let Some(next) = all
            .last()
            .and_then(|&last| self.child(last, &[Label::Conj]))
        {
            all.push(next);
        }
        all
    }

    /// The token that stands for the words of a span: the first whose own head stands outside, marks left out.
    pub fn head_of(&self, span: Span) -> Option<u32> {
        let inside = self.tokens_in(span);
        let stands_out = |&at: &u32| {
            let token = self.token(at);
            token.is_some_and(|t| {
                t.label != Label::Punct && (t.head == at || !inside.contains(&t.head))
            })
        };
        inside.clone().find(stands_out)
    }

    /// Whether the words that stand for two spans, each of its own sentence, have one dictionary form.
    pub fn same_head(&self, span: Span, other: &Reading, of_other: Span) -> bool {
        let heads = self.head_lemma(span).zip(other.head_lemma(of_other));
        heads.is_some_and(|(a, b)| a.to_lowercase() == b.to_lowercase())
    }

    /// The dictionary form of the word that stands for a span.
    pub fn head_lemma(&self, span: Span) -> Option<&str> {
        self.head_of(span)
            .and_then(|head| self.token(head))
            .map(|token| &*token.lemma)
    }
}
