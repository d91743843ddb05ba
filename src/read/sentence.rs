//! Words with their forms → readings, a block of sentences at a time.

use std::ops::Range;

use super::forms::{Form, Forms};
use super::model::Model;
use super::network::rows::Rows;
use super::network::scorer::Slots;
use super::rules::{Ruled, Seen};
use super::tree::Tree;
use super::words::Word;
use crate::model::{EntityPart, EntitySpan, Label, Reading, Tag, Token};

/// A block of sentences with what the network computed for all of them.
struct Block<'a> {
    model: &'a Model,
    text: &'a str,
    words: &'a [Word],
    forms: Vec<&'a Form>,
    tags: Vec<Tag>,
    tree_slots: Slots,
    entity_slots: Slots,
}

/// The readings of sentences, given as ranges of words that follow on each other.
pub fn readings(
    model: &Model,
    forms: &Forms,
    text: &str,
    words: &[Word],
    numbers: &[usize],
    sentences: &[Range<usize>],
) -> Vec<Reading> {
    let forms: Vec<&Form> = numbers.iter().map(|&number| forms.get(number)).collect();
    let tree = model
        .tree_encoder
        .tokens(sentences, |token| forms[token].tree(words[token].spaced));
    let entity = model
        .entity_encoder
        .tokens(sentences, |token| forms[token].entity());
    let block = Block {
        tags: best_tags(&model.tags.apply(&tree)),
        tree_slots: model.tree.scorer().slots(&tree),
        entity_slots: model.entities.scorer().slots(&entity),
        model,
        text,
        words,
        forms,
    };
    sentences
        .iter()
        .map(|tokens| block.reading(tokens.clone()))
        .collect()
}

/// The tag with the highest score in each row, the first of equals.
fn best_tags(scores: &Rows) -> Vec<Tag> {
    let best = |row: &[f32]| {
        let first = (Tag::ALL[0], f32::NEG_INFINITY);
        let higher =
            |best: (Tag, f32), (&tag, &score)| if score > best.1 { (tag, score) } else { best };
        Tag::ALL.iter().zip(row).fold(first, higher).0
    };
    scores.iter().map(best).collect()
}

impl Block<'_> {
    /// The reading of the sentence with these tokens.
    fn reading(&self, tokens: Range<usize>) -> Reading {
        let is_space: Vec<bool> = self.forms[tokens.clone()]
            .iter()
            .map(|form| form.is_space)
            .collect();
        let tree = self
            .model
            .tree
            .tree(&self.tree_slots, tokens.clone(), &is_space);
        let entities = self.model.entities.entities(
            &self.entity_slots,
            tokens.clone(),
            &is_space,
            &tree.starts,
        );
        let mut tokens = self.tokens(tokens, &tree);
        mark(&mut tokens, &entities);
        Reading {
            tokens,
            entities,
            ..Reading::default()
        }
    }

    fn tokens(&self, tokens: Range<usize>, tree: &Tree) -> Vec<Token> {
        let seen: Vec<Seen> = tokens
            .clone()
            .zip(&tree.labels)
            .map(|(at, &label)| self.seen(at, label))
            .collect();
        let ruled = self.model.rules.apply(&seen);
        let places = tree.heads.iter().zip(&tree.edges);
        tokens
            .zip(ruled)
            .zip(places)
            .map(|((at, ruled), (&head, &edges))| self.token(at, ruled, head, edges))
            .collect()
    }

    /// What the rules look at in one token.
    fn seen(&self, at: usize, label: Label) -> Seen<'_> {
        let form = self.forms[at];
        Seen {
            tag: self.tags[at],
            label,
            lower: &form.lower,
            is_space: form.is_space,
        }
    }

    /// One token, by what the rules made of it, its head and its edges in the sentence.
    fn token(&self, at: usize, ruled: Ruled, head: usize, edges: (usize, usize)) -> Token {
        let (word, lower) = (self.words[at], &self.forms[at].lower);
        let lemma = match ruled.lemma {
            Some(fixed) => fixed.into(),
            None => self
                .model
                .lemmas
                .lemma(word.span.of(self.text), lower, ruled.pos, ruled.form),
        };
        Token {
            span: word.span,
            lower: lower.clone(),
            lemma: if lemma == **lower {
                lower.clone()
            } else {
                lemma.into()
            },
            head: head as u32,
            edges: (edges.0 as u32, edges.1 as u32),
            tag: ruled.tag,
            pos: ruled.pos,
            label: ruled.label,
            entity: None,
        }
    }
}

/// Marks the tokens of each entity.
fn mark(tokens: &mut [Token], entities: &[EntitySpan]) {
    for entity in entities {
        for at in entity.tokens.clone() {
            if let Some(token) = tokens.get_mut(at as usize) {
                token.entity = Some(EntityPart {
                    kind: entity.kind,
                    begins: at == entity.tokens.start,
                });
            }
        }
    }
}
