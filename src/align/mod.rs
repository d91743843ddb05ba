//! Event → alignment: which sentences say the same thing, and which articles share copy.

use std::collections::BTreeSet;

use crate::model::{
    Alignment, BlockKind, Event, Evidence, Link, Origin, OriginKind, Passage, Relation, Sentence, SentenceId,
};

/// Links, passages, reuse and origins of an event.
pub fn event(event: &Event) -> Alignment {
    let links = links(event);
    let passages = event
        .articles()
        .flat_map(|(article, d)| (0..d.sentences.len() as u32).map(move |index| SentenceId { article, index }))
        .map(|s| Passage { sentences: vec![s] })
        .collect();
    let origins = event
        .articles()
        .map(|(id, d)| Origin {
            kind: OriginKind::Independent,
            name: d.article.outlet.clone(),
            articles: vec![id],
            evidence: Vec::new(),
        })
        .collect();
    Alignment { method: "word overlap".to_string(), links, passages, reuse: Vec::new(), origins }
}

fn links(event: &Event) -> Vec<Link> {
    let mut bags: Vec<(SentenceId, BTreeSet<String>)> = Vec::new();
    for (article, d) in event.articles() {
        let bag = |s: &Sentence| s.words.iter().map(|&w| d.text(w).to_lowercase()).collect();
        let rows = d.sentences.iter().enumerate().filter(|(_, s)| s.kind != BlockKind::Caption);
        bags.extend(rows.map(|(i, s)| (SentenceId { article, index: i as u32 }, bag(s))));
    }
    let mut found = Vec::new();
    for (i, (a, x)) in bags.iter().enumerate() {
        for (b, y) in bags.iter().skip(i + 1).filter(|(b, _)| b.article != a.article) {
            let shared = x.intersection(y).count() as f64;
            let score = shared / (x.len() + y.len()).max(1) as f64 * 2.0;
            if score >= 0.4 {
                let relation = if score >= 0.8 { Relation::Equivalent } else { Relation::Partial };
                found.push(Link { a: *a, b: *b, relation, contains: None, score, evidence: Evidence::default() });
            }
        }
    }
    found
}
