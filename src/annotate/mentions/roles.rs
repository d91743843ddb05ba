//! Roles ("the harbour minister", "Tarn's mayor") and third-person pronouns.

use super::capitals::bare;
use crate::lexicon;
use crate::model::{Document, Mention, MentionKind, Sentence};
use crate::span::Span;

/// Personal pronouns that point back at somebody named before.
const PRONOUNS: [&str; 13] =
    ["he", "her", "hers", "herself", "him", "himself", "his", "it", "she", "their", "them", "themselves", "they"];

/// Words that open a definite noun phrase.
const DETERMINERS: [&str; 9] = ["her", "his", "its", "our", "that", "the", "their", "these", "this"];

/// Modifiers a role phrase may have between its determiner and its noun.
const MODIFIERS: usize = 4;

/// The role phrases and pronouns of one sentence beside its names; a phrase may hold a name: "the Finnish minister".
pub fn find(document: &Document, index: usize, names: &[Mention]) -> Vec<Mention> {
    let Some(sentence) = document.sentences.get(index) else { return Vec::new() };
    let mut found: Vec<Mention> = Vec::new();
    let holds = |span: Span, m: &Mention| span.start <= m.span.start && m.span.end < span.end;
    let free = |span: Span, found: &[Mention]| {
        let taken = |m: &Mention| m.span.overlaps(span) && m.kind != MentionKind::Pronoun;
        !names.iter().any(|m| taken(m) && !holds(span, m)) && !found.iter().any(taken)
    };
    let words: Vec<String> = sentence.words.iter().map(|&w| bare(document.text(w)).to_lowercase()).collect();
    let mut at = 0;
    while at < words.len() {
        let phrase = role_phrase(document, sentence, &words, at).filter(|(span, _)| free(*span, &found));
        if let Some((span, end)) = phrase {
            found.push(mention(index, span, MentionKind::Role));
            at = end;
            continue;
        }
        if let (Some(word), Some(&span)) = (words.get(at), sentence.words.get(at))
            && PRONOUNS.contains(&word.as_str())
            && free(span, &found)
        {
            let span = Span::new(span.start, span.start + word.len().min(span.len()));
            found.push(mention(index, span, MentionKind::Pronoun));
        }
        at += 1;
    }
    found
}

fn mention(index: usize, span: Span, kind: MentionKind) -> Mention {
    Mention { sentence: index as u32, span, core: span, apposition: None, kind, entity: None }
}

/// A definite phrase with a role noun that starts at `at`, and the index of the word behind it.
fn role_phrase(document: &Document, sentence: &Sentence, words: &[String], at: usize) -> Option<(Span, usize)> {
    let first = sentence.words.get(at)?;
    let possessor = bare(document.text(*first)).len() < document.text(*first).len();
    if !possessor && !DETERMINERS.contains(&words.get(at)?.as_str()) {
        return None;
    }
    let mut head = None;
    for i in at + 1..(at + 2 + MODIFIERS).min(words.len()) {
        let (before, here) = (sentence.words.get(i - 1)?, sentence.words.get(i)?);
        let gap = document.article.text.get(before.end..here.start)?;
        if gap != " " && gap != "-" {
            break;
        }
        let word = words.get(i)?;
        if lexicon::role(word).is_some() || (i > at && lexicon::title(word).is_some()) {
            head = Some(i);
        } else if head.is_some() || lexicon::is_opener(word) {
            break;
        }
        let text = document.text(*here);
        if bare(text).len() < text.len() {
            break;
        }
    }
    let head = head?;
    let last = sentence.words.get(head)?;
    let end = last.start + bare(document.text(*last)).len();
    Some((Span::new(first.start, end), head + 1))
}
