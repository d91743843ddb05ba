//! What sentences and articles have in common.

use std::collections::BTreeSet;

use super::{Border, round};
use crate::model::{Alignment, Evidence, Link};
use crate::report::schema::{AlignmentEntry, EvidenceEntry, OriginEntry, PassageEntry, ReuseEntry};

impl Border<'_> {
    pub(super) fn origins(&self, alignment: &Alignment) -> Vec<OriginEntry> {
        let origins = alignment.origins.iter().enumerate();
        origins
            .map(|(i, o)| OriginEntry {
                id: format!("o{}", i + 1),
                kind: o.kind,
                name: o.name.clone(),
                articles: self.keys(o.articles.iter().copied()),
                evidence: o.evidence.clone(),
            })
            .collect()
    }

    pub(super) fn reuse(&self, alignment: &Alignment) -> Vec<ReuseEntry> {
        let pairs = alignment.reuse.iter();
        pairs
            .map(|r| ReuseEntry {
                a: self.key(r.a),
                b: self.key(r.b),
                share_of_a: round(r.share_of_a),
                share_of_b: round(r.share_of_b),
                longest: r.longest.clone(),
            })
            .collect()
    }

    pub(super) fn link(&self, link: &Link) -> AlignmentEntry {
        AlignmentEntry {
            a: self.sentence_id(link.a),
            b: self.sentence_id(link.b),
            relation: link.relation,
            contains: link.contains,
            score: round(link.score),
            evidence: evidence(&link.evidence),
        }
    }

    pub(super) fn passages(&self, alignment: &Alignment) -> Vec<PassageEntry> {
        let passages = alignment.passages.iter().enumerate();
        passages
            .map(|(i, p)| PassageEntry {
                id: format!("p{}", i + 1),
                sentences: p.sentences.iter().map(|&s| self.sentence_id(s)).collect(),
                articles: self.keys(
                    p.sentences
                        .iter()
                        .map(|s| s.article)
                        .collect::<BTreeSet<_>>(),
                ),
            })
            .collect()
    }
}

fn evidence(e: &Evidence) -> EvidenceEntry {
    EvidenceEntry {
        names: e.names.clone(),
        numbers: e.numbers.clone(),
        shared_words: e.shared_words.clone(),
        parts: e
            .parts
            .iter()
            .map(|&(name, value)| (name.to_string(), round(value)))
            .collect(),
    }
}
