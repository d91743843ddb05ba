//! Titles and roles before a name: "Mayor", "the harbour union's leader".

use std::ops::Range;

use super::names::Name;
use super::running::Running;
use crate::language;
use crate::model::{Document, EntityKind, EntityType, Label, Pos, Reading, Tag};

/// Where a name's titles and the name itself begin.
pub struct Titled {
    /// First token of the titles; of the name where there are none.
    pub start: u32,
    /// First token of the name.
    pub core: u32,
}

/// Whether a name in capitals is nothing but a title: "the Foreign Minister".
pub fn is_office(reading: &Reading, name: &Name) -> bool {
    let can_be = matches!(name.kind, None | Some(EntityType::Organization));
    can_be && language::title(word(reading, name.tokens.end.saturating_sub(1))).is_some()
}

/// Whether a title is among the words of a name in capitals.
pub fn has_title(reading: &Reading, name: &Name) -> bool {
    name.tokens.clone().any(|at| is_title(reading, at))
}

/// Divides a name into titles and name, and takes over the titles before it. `is_other` tells tokens of other names,
/// which only as words for a state are part of a title.
pub fn titled(
    document: &Document,
    reading: &Reading,
    running: &Running,
    name: &Name,
    is_other: impl Fn(u32) -> bool,
) -> Titled {
    let last = name.tokens.end.saturating_sub(1);
    let person = running
        .person_in(document, reading, name)
        .unwrap_or(name.tokens.start);
    let core = behind_titles(reading, name).max(person).min(last);
    let mut start = name.tokens.start;
    while let Some(at) = start.checked_sub(1) {
        let is_state = reading
            .token(at)
            .is_some_and(|token| language::state(document.text(token.span)).is_some());
        start = match whose_of(reading, at, core > name.tokens.start) {
            Some(title) => title,
            None if belongs(reading, at, &name.tokens) && (is_state || !is_other(at)) => at,
            None => break,
        };
    }
    let says = |at: u32| is_title(reading, at) || at < name.tokens.start && is_role(reading, at);
    let has_title = (start..core).any(says);
    Titled {
        start: if has_title { start } else { name.tokens.start },
        core,
    }
}

/// The token after the last title in a name, where something follows it.
fn behind_titles(reading: &Reading, name: &Name) -> u32 {
    let Range { start, end } = name.tokens;
    let is_before_name = |&at: &u32| {
        let is_own = language::title(word(reading, at)).is_some();
        is_own || is_of_person(reading, at) && names_person(reading, name, at)
    };
    let title = (start..end.saturating_sub(1)).rev().find(is_before_name);
    title.map_or(start, |title| after(reading, title))
}

/// Whether what follows a role in capitals is a person's name: an entity, or two words and more.
fn names_person(reading: &Reading, name: &Name, role: u32) -> bool {
    let begins = reading
        .token(role + 1)
        .and_then(|token| token.entity)
        .is_some_and(|part| part.begins);
    begins || role + 2 < name.tokens.end
}

/// The token after a title and what it is of: "Secretary of State".
fn after(reading: &Reading, title: u32) -> u32 {
    let of = reading
        .token(title + 1)
        .filter(|token| token.head == title && &*token.lower == "of");
    of.map_or(title + 1, |_| reading.subtree(title + 1).end)
}

/// The title whose "of" stands before a name, or governs the word that does: of "Treasury" in "Secretary of the
/// Treasury Ada Crane". The "of" itself only counts where the name `opens` with what it governs.
fn whose_of(reading: &Reading, at: u32, opens: bool) -> Option<u32> {
    let is_of = |&of: &u32| reading.token(of).is_some_and(|token| &*token.lower == "of");
    let of = Some(at)
        .filter(|of| opens && is_of(of))
        .or_else(|| reading.above(at).next().filter(is_of))?;
    let title = reading.above(of).next()?;
    (title + 1 == of && is_title(reading, title)).then_some(title)
}

/// Whether a token before a name is a word of its title, as a rule one that depends on the name.
fn belongs(reading: &Reading, at: u32, name: &Range<u32>) -> bool {
    const APART: [Label; 6] = [
        Label::Det,
        Label::Predet,
        Label::Poss,
        Label::Case,
        Label::Cc,
        Label::Nummod,
    ];
    let Some(token) = reading.token(at) else {
        return false;
    };
    // "The younger Mr. Crane" tells one Crane from the other, and is no title.
    let compares = matches!(token.tag, Tag::Jjr | Tag::Jjs);
    let is_word = matches!(token.pos, Pos::Adj | Pos::Noun | Pos::Propn | Pos::Verb)
        || token.tag == Tag::Hyph;
    let is_of = &*token.lower == "of" && token.head + 1 == at;
    (is_word || is_of)
        && !compares
        && !APART.contains(&token.label)
        && (reading.governs(name.end.saturating_sub(1), at)
            || is_title(reading, at)
            || at + 1 == name.start && is_role(reading, at))
}

/// Whether a token is a title or the role of one person.
fn is_title(reading: &Reading, at: u32) -> bool {
    language::title(word(reading, at)).is_some() || is_of_person(reading, at)
}

/// Whether a token is the role of one person.
fn is_of_person(reading: &Reading, at: u32) -> bool {
    language::role(word(reading, at)).is_some_and(|role| role.kind == EntityKind::Person)
}

/// Whether a token is the role of one person or of one body.
pub fn is_role(reading: &Reading, at: u32) -> bool {
    language::role(word(reading, at)).is_some_and(|role| role.kind != EntityKind::Group)
}

/// A token in lower case without its dot.
fn word(reading: &Reading, at: u32) -> &str {
    reading
        .token(at)
        .map_or("", |token| token.lower.trim_end_matches('.'))
}
