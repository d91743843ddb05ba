//! Headlines side by side: what each source says happened.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::phrases::quoted;
use crate::compare::wording;
use crate::model::{BlockKind, Dimension, Document, Event, Excerpt, Framing, SentenceId, Term};

/// Share of content words from which two headlines say the same. Chosen by eye: above it only a word or two differ.
const SAME: f64 = 0.6;

/// The headlines of all articles that have one; none where all say the same.
pub fn find(event: &Event) -> Option<Framing> {
    let mut told = Vec::new();
    let mut per_source = BTreeMap::new();
    for (article, document) in event.articles() {
        let Some(index) = document.sentences.iter().position(|s| s.kind == BlockKind::Headline) else { continue };
        let Some(sentence) = document.sentences.get(index) else { continue };
        let excerpt = Excerpt { sentence: SentenceId { article, index: index as u32 }, span: sentence.span };
        let term = document.text(sentence.span).to_string();
        told.push((format!("{}: {}", document.article.outlet, quoted(&term)), stems(document, index)));
        per_source.insert(article, vec![Term { excerpt, term }]);
    }
    let differ = told.iter().enumerate().any(|(i, (_, a))| told.iter().skip(i + 1).any(|(_, b)| !alike(a, b)));
    let lines: Vec<String> = told.into_iter().map(|(line, _)| line).collect();
    differ.then(|| Framing {
        dimension: Dimension::Headline,
        target: "the event".to_string(),
        per_source,
        note: format!("The headlines. {}.", lines.join("; ")),
        rule: "headlines",
    })
}

fn stems(document: &Document, index: usize) -> BTreeSet<String> {
    let words = document.sentences.get(index).map(|s| s.words.as_slice()).unwrap_or_default();
    wording::content(words.iter().map(|w| document.text(*w))).into_iter().collect()
}

fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.intersection(b).count() as f64 >= SAME * a.len().max(b.len()) as f64
}
