//! Quotes → the full names of their speakers, as used across all articles.

use crate::model::{Document, Entity, EntityId, MentionKind, Quote};
use crate::span::Span;

/// Gives every quote the full name of who is quoted; none where the words that name the source point at nobody clear.
pub fn assign(documents: &mut [Document], entities: &[Entity]) {
    for document in documents {
        let found: Vec<(Option<String>, Option<EntityId>)> =
            document.quotes.iter().map(|q| speaker(document, q, entities)).collect();
        for (quote, (speaker, entity)) in document.quotes.iter_mut().zip(found) {
            quote.speaker = speaker;
            quote.entity = entity;
        }
    }
}

fn speaker(document: &Document, quote: &Quote, entities: &[Entity]) -> (Option<String>, Option<EntityId>) {
    let Some(words) = quote.speaker_mention else { return (None, None) };
    let parts = joint(document, words);
    let found: Vec<(String, Option<EntityId>)> =
        parts.iter().filter_map(|part| one(document, *part, entities)).collect();
    match found.as_slice() {
        [] => (None, None),
        [(name, entity)] if parts.len() == 1 => (Some(name.clone()), *entity),
        some if some.len() == parts.len() => {
            let names: Vec<&str> = some.iter().map(|(name, _)| name.as_str()).collect();
            (Some(names.join(" and ")), None)
        }
        _ => (None, None),
    }
}

/// The parts of "Ada Brook and Tom Lind", when both are names or pronouns; else the whole.
fn joint(document: &Document, words: Span) -> Vec<Span> {
    let text = words.of(&document.article.text);
    let Some(at) = text.find(" and ") else { return vec![words] };
    let parts = [Span::new(words.start, words.start + at), Span::new(words.start + at + " and ".len(), words.end)];
    let each_named = parts.iter().all(|part| mention_of(document, *part).is_some_and(|(_, _, head)| head));
    let one_name =
        document.mentions.iter().any(|m| m.span.start < words.start + at && m.span.end > words.start + at + 5);
    if each_named && !one_name { parts.to_vec() } else { vec![words] }
}

/// The mention that is the head of a phrase: its kind, its entity, and whether it is a name at the head.
fn mention_of(document: &Document, phrase: Span) -> Option<(MentionKind, Option<EntityId>, bool)> {
    let head = head(document, phrase);
    let inside = document.mentions.iter().filter(|m| m.span.overlaps(head));
    let best = inside.max_by_key(|m| (m.kind == MentionKind::Name, m.span.end))?;
    Some((best.kind, best.entity, best.kind == MentionKind::Name))
}

/// A phrase without what is attached behind its head: "a spokesman" of "a spokesman for the ministry".
fn head(document: &Document, phrase: Span) -> Span {
    let text = phrase.of(&document.article.text);
    let cut = [" of ", " for ", " at ", " from ", " in ", " with ", " on ", " to ", " who ", ", "]
        .iter()
        .filter_map(|p| text.find(p))
        .filter(|at| !inside_mention(document, phrase.start + at + 1))
        .min()
        .unwrap_or(text.len());
    Span::new(phrase.start, phrase.start + cut)
}

fn inside_mention(document: &Document, at: usize) -> bool {
    document.mentions.iter().any(|m| m.kind == MentionKind::Name && m.span.start < at && at < m.span.end)
}

fn one(document: &Document, phrase: Span, entities: &[Entity]) -> Option<(String, Option<EntityId>)> {
    let entity = |id: EntityId| entities.get(id.0 as usize).map(|e| (e.name.clone(), Some(id)));
    match mention_of(document, phrase) {
        Some((_, Some(id), _)) => entity(id),
        Some((MentionKind::Pronoun, None, _)) => None,
        Some((MentionKind::Name, None, _)) => {
            Some((head(document, phrase).of(&document.article.text).to_string(), None))
        }
        _ => described(document, phrase).map(|words| (words, None)),
    }
}

/// An unnamed source as it stands, with a small first letter; a pronoun names nobody.
fn described(document: &Document, phrase: Span) -> Option<String> {
    const EMPTY: [&str; 12] = ["he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "one"];
    let words = phrase.of(&document.article.text).trim();
    if words.is_empty() || EMPTY.contains(&words.to_lowercase().as_str()) {
        return None;
    }
    let mut rest = words.chars();
    let first = rest.next()?;
    let opens_article =
        ["A ", "An ", "The ", "One ", "Some ", "Many ", "Several "].iter().any(|a| words.starts_with(a));
    let lower = opens_article || words.split_whitespace().count() == 1;
    Some(if lower { format!("{}{}", first.to_lowercase(), rest.as_str()) } else { words.to_string() })
}
