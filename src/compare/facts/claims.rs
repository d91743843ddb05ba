//! Sentences → claims: one for each clause that says something.

use std::collections::{BTreeSet, HashSet};

use crate::compare::wording::{self, Wording};
use crate::language;
use crate::model::{BlockKind, Document, EntityId, Event, MentionKind, SentenceId};
use crate::span::Span;

/// One clause of one body sentence with what it says.
pub struct Claim {
    /// The sentence it stands in.
    pub sentence: SentenceId,
    /// Its words in the article's text.
    pub span: Span,
    /// Stems of its content words, sorted, each once.
    pub stems: Vec<String>,
    /// Their weight together.
    pub weight: f64,
    /// Whom and what it names.
    pub names: BTreeSet<EntityId>,
}

impl Claim {
    /// Weight and number of the stems it has in common with a sorted list of stems.
    pub fn common(&self, stems: &[String], wording: &Wording) -> (f64, usize) {
        let shared = self.stems.iter().filter(|s| stems.binary_search(s).is_ok());
        shared.fold((0.0, 0), |(weight, count), stem| {
            (weight + wording.weight(stem), count + 1)
        })
    }
}

/// The claims of an event in the order of their place; headlines and captions make none of their own, nor does a sentence that
/// an article prints again, as with a post that it both quotes and embeds.
pub fn read(event: &Event, wording: &Wording) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (article, document) in event.articles() {
        let mut printed = HashSet::new();
        for (index, sentence) in document
            .sentences
            .iter()
            .enumerate()
            .filter(|(_, s)| s.kind == BlockKind::Body)
        {
            let id = SentenceId {
                article,
                index: index as u32,
            };
            let words = document.words_in(sentence.span);
            if !printed.insert(words.map(language::key).collect::<Vec<_>>()) {
                continue;
            }
            for &span in &sentence.clauses {
                let words = sentence
                    .words
                    .iter()
                    .filter(|w| span.contains(**w))
                    .map(|w| document.text(*w));
                let stems = wording::content(words);
                let weight = stems.iter().map(|s| wording.weight(s)).sum();
                let names = named(document, span);
                claims.push(Claim {
                    sentence: id,
                    span,
                    stems,
                    weight,
                    names,
                });
            }
        }
    }
    claims
}

/// Whom and what the names in a span point at; roles and pronouns say less surely who is meant and are left out.
fn named(document: &Document, span: Span) -> BTreeSet<EntityId> {
    let names = document
        .mentions
        .iter()
        .filter(|m| m.kind == MentionKind::Name && span.contains(m.span));
    names.filter_map(|m| m.entity).collect()
}

/// Whom and what a sentence mentions in any way, roles and pronouns included.
pub fn mentioned(event: &Event, id: SentenceId) -> BTreeSet<EntityId> {
    let mentions = event
        .document(id.article)
        .into_iter()
        .flat_map(|d| d.mentions_in(id.index));
    mentions.filter_map(|m| m.entity).collect()
}
