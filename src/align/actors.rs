//! Who acts in a sentence, and on whom.
//!
//! News sentences are mostly in the active voice with the subject in front, so the actor is the first thing named that
//! hangs on no preposition, owns nothing ("Tarn's mayor") and stands outside quotation marks; in the passive it is the
//! one behind "by". What is named next is acted on.

use crate::model::{Document, Mention, Sentence};
use crate::span::Span;

/// Words that tie a name to another word, so that it is not the subject.
const PREPOSITIONS: [&str; 28] = [
    "about", "after", "against", "among", "at", "before", "behind", "between", "beyond", "by", "despite", "during",
    "for", "from", "in", "inside", "into", "near", "of", "on", "outside", "over", "since", "to", "toward", "under",
    "with", "without",
];

/// Forms of "be" that open a passive.
const BEING: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];

/// The actor of a sentence and the first other one named, as entity numbers.
pub fn of(
    document: &Document,
    sentence: &Sentence,
    mentions: &[Mention],
    quoted: &[Span],
) -> (Option<u32>, Option<u32>) {
    let outside = || mentions.iter().filter(|m| m.entity.is_some() && !quoted.iter().any(|q| q.overlaps(m.span)));
    let words = |m: &Mention| words_before(document, sentence, m);
    let agent = outside().find(|m| is_agent(&words(m)));
    let subject = || outside().find(|m| !owns(document, m) && !hangs(&words(m)));
    let Some(actor) = agent.or_else(subject).or_else(|| outside().next()) else { return (None, None) };
    let acted_on = match agent {
        Some(_) => subject(),
        None => outside().find(|m| m.span.start > actor.span.start && m.entity != actor.entity),
    };
    let number = |m: &Mention| m.entity.map(|e| e.0);
    (number(actor), acted_on.and_then(number).filter(|n| Some(*n) != number(actor)))
}

/// The words between the beginning of the sentence and a mention, in lower case.
fn words_before<'a>(document: &'a Document, sentence: &'a Sentence, mention: &Mention) -> Vec<String> {
    let before = sentence.words.iter().take_while(|w| w.end <= mention.span.start);
    before.map(|&w| document.text(w).to_lowercase()).collect()
}

fn hangs(before: &[String]) -> bool {
    let bare =
        before.iter().rev().find(|w| !matches!(w.as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their"));
    bare.is_some_and(|w| PREPOSITIONS.contains(&w.as_str()))
}

fn owns(document: &Document, mention: &Mention) -> bool {
    let behind = document.article.text.get(mention.span.end..).unwrap_or("");
    behind.starts_with("’s ") || behind.starts_with("'s ") || behind.starts_with("’ ") || behind.starts_with("' ")
}

/// Whether the words before a mention are a passive that waits for it: "was struck by".
fn is_agent(before: &[String]) -> bool {
    let bare: Vec<&str> = before.iter().map(String::as_str).filter(|w| !matches!(*w, "the" | "a" | "an")).collect();
    let Some((&"by", rest)) = bare.split_last() else { return false };
    let participle = rest.last().is_some_and(|w| w.ends_with("ed") || w.ends_with("en"));
    participle && rest.iter().rev().take(4).any(|w| BEING.contains(w))
}
