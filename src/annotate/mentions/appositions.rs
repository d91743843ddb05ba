//! What is said beside a name about its bearer: "Ada Crane, a dock worker".

use std::ops::Range;

use crate::language;
use crate::model::{EntityKind, EntityType, Label, Pos, Reading};
use crate::span::Span;

/// The description beside a name, before or after it, that says what its bearer does.
pub fn beside(reading: &Reading, name: Span, kind: Option<EntityType>) -> Option<Range<u32>> {
    let head = reading.head_of(name).filter(|_| {
        matches!(
            kind,
            None | Some(EntityType::Person | EntityType::Organization)
        )
    })?;
    let is_apart = |noun: u32| {
        let before = reading
            .subtree(noun)
            .start
            .checked_sub(1)
            .and_then(|before| reading.token(before));
        before.is_some_and(|token| token.pos == Pos::Punct)
    };
    let after = reading
        .children(head)
        .find(|&child| child > head && reading.has_label(child, &[Label::Appos]));
    // "Ellery Terminals chief executive Ada Crane": without a mark it is the title of what follows.
    after
        .filter(|&noun| is_apart(noun))
        .filter(|&noun| is_role(reading, noun))
        .map(|noun| described(reading, noun))
        .or_else(|| before(reading, head).filter(|_| kind != Some(EntityType::Organization)))
}

/// The role that a name stands beside: "The union's president, Ada Crane".
fn before(reading: &Reading, name: u32) -> Option<Range<u32>> {
    let token = reading
        .token(name)
        .filter(|token| token.label == Label::Appos && token.head < name)?;
    let is_one = language::role(&reading.token(token.head)?.lower)
        .is_some_and(|role| role.kind == EntityKind::Person);
    reading
        .phrase_headed(token.head)
        .filter(|_| is_one)
        .map(|phrase| phrase.tokens.clone())
}

fn is_role(reading: &Reading, noun: u32) -> bool {
    reading.joined(noun).into_iter().any(|at| {
        reading
            .token(at)
            .is_some_and(|t| language::role(&t.lower).is_some())
    })
}

/// A description up to the next mark: clauses after it are no part of it.
fn described(reading: &Reading, noun: u32) -> Range<u32> {
    let all = reading.subtree(noun);
    let is_mark = |&at: &u32| {
        reading
            .token(at)
            .is_some_and(|token| token.pos == Pos::Punct && &*token.lower != "-")
    };
    let end = (noun + 1..all.end).find(is_mark).unwrap_or(all.end);
    all.start..end
}
