//! Headlines side by side: what each source says happened.

use std::collections::{BTreeMap, BTreeSet};

use crate::compare::phrases::quoted;
use crate::compare::wording;
use crate::model::{BlockKind, Dimension, Event, Excerpt, Framing, SentenceId, Term};

/// Share of content words from which two headlines say the same. Chosen by eye: above it only a word or two differ.
const SAME: f64 = 0.6;

/// The headlines of all articles that have one; none where all say the same.
pub fn headlines_apart(event: &Event) -> Option<Framing> {
    let mut told = Vec::new();
    let mut per_source = BTreeMap::new();
    for (article, document) in event.articles() {
        let Some(index) = document
            .sentences
            .iter()
            .position(|s| s.kind == BlockKind::Headline)
        else {
            continue;
        };
        let Some(sentence) = document.sentences.get(index) else {
            continue;
        };
        let excerpt = Excerpt {
            sentence: SentenceId {
                article,
                index: index as u32,
            },
            span: sentence.span,
        };
        let whole = document.article.headline.clone(); // A headline of two sentences is one headline.
        let term = whole.unwrap_or_else(|| document.text(sentence.span).to_string());
        told.push((
            format!("{}: {}", document.article.outlet, quoted(&term)),
            stems(&term),
        ));
        per_source.insert(article, vec![Term { excerpt, term }]);
    }
    let differ = told
        .iter()
        .enumerate()
        .any(|(i, (_, a))| told.iter().skip(i + 1).any(|(_, b)| !alike(a, b)));
    let lines: Vec<String> = told.into_iter().map(|(line, _)| line).collect();
    differ.then(|| Framing {
        dimension: Dimension::Headline,
        target: "the event".to_string(),
        per_source,
        note: format!("The headlines. {}.", lines.join("; ")),
        rule: "headlines",
    })
}

fn stems(headline: &str) -> BTreeSet<String> {
    let words = headline
        .split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
        .filter(|w| !w.is_empty());
    wording::content(words).into_iter().collect()
}

fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.intersection(b).count() as f64 >= SAME * a.len().max(b.len()) as f64
}
