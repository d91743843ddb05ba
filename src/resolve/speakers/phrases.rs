//! The words that name a source: their parts, their head, and what is mentioned there.

use crate::language;
use crate::model::{Document, EntityId, Mention, MentionKind};
use crate::span::Span;

/// A description without its article, its first letter small unless it is a name.
pub(super) fn without_article(words: &str) -> String {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    match first.to_lowercase().as_str() {
        "a" | "an" | "the" if !rest.is_empty() => rest.to_string(),
        lower
            if language::role(lower).is_some()
                || language::is_opener(lower)
                || language::is_stop_word(lower) =>
        {
            if rest.is_empty() {
                lower.to_string()
            } else {
                format!("{lower} {rest}")
            }
        }
        _ => words.to_string(),
    }
}

/// The parts of "Ada Brook and Tom Lind", when both are names or pronouns; else the whole.
pub(super) fn joint(document: &Document, words: Span) -> Vec<Span> {
    let text = words.of(&document.article.text);
    let Some(at) = text.find(" and ") else {
        return vec![words];
    };
    let parts = [
        Span::new(words.start, words.start + at),
        Span::new(words.start + at + " and ".len(), words.end),
    ];
    let each_named = parts
        .iter()
        .all(|part| mention_of(document, *part).is_some_and(|(_, _, head)| head));
    let one_name = document
        .mentions
        .iter()
        .any(|m| m.span.start < words.start + at && m.span.end > words.start + at + 5);
    if each_named && !one_name {
        parts.to_vec()
    } else {
        vec![words]
    }
}

/// The mention that is the head of a phrase: its kind, its entity, and whether it is a name at the head.
pub(super) fn mention_of(
    document: &Document,
    phrase: Span,
) -> Option<(MentionKind, Option<EntityId>, bool)> {
    if let Some(name) = name_at_head(document, phrase) {
        return Some((name.kind, name.entity, true));
    }
    let head = head(document, phrase);
    let inside = document.mentions.iter().filter(|m| m.span.overlaps(head));
    let best = inside.max_by_key(|m| (m.span.end, std::cmp::Reverse(m.span.start)))?;
    let reaches_head = best.span.end + 3 >= head.end;
    if !reaches_head {
        return None;
    }
    Some((best.kind, best.entity, best.kind == MentionKind::Name))
}

/// The name that the grammar makes the head of a phrase: "Ada Brook" of "Mayor Ada Brook of Tarn".
fn name_at_head(document: &Document, phrase: Span) -> Option<&Mention> {
    let index = document.sentence_at(phrase.start);
    let sentence = document.sentences.get(index as usize)?;
    let head = sentence.reading.head_of(phrase)?;
    let here = document.mentions_in(index).iter();
    here.into_iter()
        .find(|m| m.kind == MentionKind::Name && m.head == head && phrase.overlaps(m.core))
}

/// A phrase without what is attached behind its head: "a spokesman" of "a spokesman for the ministry".
pub(super) fn head(document: &Document, phrase: Span) -> Span {
    let text = phrase.of(&document.article.text);
    let cut = [
        " of ", " for ", " at ", " from ", " in ", " with ", " on ", " to ", " who ", ", ",
    ]
    .iter()
    .filter_map(|p| text.find(p).filter(|at| !goes_on_as_name(text, *at, p)))
    .filter(|at| !inside_mention(document, phrase.start + at + 1))
    .min()
    .unwrap_or(text.len());
    Span::new(phrase.start, phrase.start + cut)
}

/// "Council of Fishers" is one name: capitals on both sides of "of" or "for".
pub(super) fn goes_on_as_name(text: &str, at: usize, preposition: &str) -> bool {
    let before = text
        .get(..at)
        .and_then(|b| b.rsplit(' ').next())
        .unwrap_or("");
    let after = text.get(at + preposition.len()..).unwrap_or("");
    let joins = matches!(preposition, " of " | " for ");
    joins
        && before.starts_with(char::is_uppercase)
        && after.starts_with(char::is_uppercase)
        && !before.ends_with(',')
}

pub(super) fn inside_mention(document: &Document, at: usize) -> bool {
    document
        .mentions
        .iter()
        .any(|m| m.kind == MentionKind::Name && m.span.start < at && at < m.span.end)
}
