//! Links → passages: groups in which every member belongs with every other.
//!
//! Links are taken from the surest to the least sure, those of headlines last: a headline may join what the texts say,
//! but never decides what belongs together. Two groups are joined only when every pair of members from
//! different articles is linked. So a long sentence that shares one claim with each of two others does not chain them
//! together. Sentences of one article come together only through a sentence elsewhere that both are linked to.

use std::collections::HashSet;

use crate::model::{BlockKind, Event, Link, Passage, SentenceId};

/// Least score of a link that holds a passage together: more likely right than not, since everything in a passage is
/// taken to say the same.
const JOINED: f64 = 0.5;

/// Every sentence that is not a caption in exactly one passage, sorted by first sentence.
pub fn joined_passages(event: &Event, links: &[Link]) -> Vec<Passage> {
    let all: Vec<SentenceId> = sentences(event);
    let number = |id: SentenceId| all.binary_search(&id).ok();
    let joining = || links.iter().filter(|l| l.score >= JOINED);
    let linked: HashSet<(SentenceId, SentenceId)> = joining().map(|l| (l.a, l.b)).collect();
    let mut groups: Vec<Vec<SentenceId>> = all.iter().map(|&id| vec![id]).collect();
    let mut group_of: Vec<usize> = (0..all.len()).collect();
    let mut surest: Vec<&Link> = joining().collect();
    let titles = |l: &Link| {
        [l.a, l.b].iter().any(|&id| {
            event
                .sentence(id)
                .is_some_and(|s| s.kind == BlockKind::Headline)
        })
    };
    surest.sort_by(|x, y| {
        titles(x)
            .cmp(&titles(y))
            .then(y.score.total_cmp(&x.score))
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    for link in surest {
        let group = |id: SentenceId| number(id).and_then(|n| group_of.get(n).copied());
        let (Some(x), Some(y)) = (group(link.a), group(link.b)) else {
            continue;
        };
        if x == y || !belong(groups.get(x), groups.get(y), &linked) {
            continue;
        }
        let (kept, emptied) = (x.min(y), x.max(y));
        let moved = groups
            .get_mut(emptied)
            .map(std::mem::take)
            .unwrap_or_default();
        for &id in &moved {
            if let Some(place) = number(id).and_then(|n| group_of.get_mut(n)) {
                *place = kept;
            }
        }
        if let Some(group) = groups.get_mut(kept) {
            group.extend(moved);
        }
    }
    finished(groups)
}

fn sentences(event: &Event) -> Vec<SentenceId> {
    let mut all = Vec::new();
    for (article, document) in event.articles() {
        let rows = document
            .sentences
            .iter()
            .enumerate()
            .filter(|(_, s)| s.kind != BlockKind::Caption);
        all.extend(rows.map(|(index, _)| SentenceId {
            article,
            index: index as u32,
        }));
    }
    all
}

fn belong(
    x: Option<&Vec<SentenceId>>,
    y: Option<&Vec<SentenceId>>,
    linked: &HashSet<(SentenceId, SentenceId)>,
) -> bool {
    let (Some(x), Some(y)) = (x, y) else {
        return false;
    };
    x.iter().all(|&a| {
        y.iter()
            .all(|&b| a.article == b.article || linked.contains(&(a.min(b), a.max(b))))
    })
}

fn finished(groups: Vec<Vec<SentenceId>>) -> Vec<Passage> {
    let mut passages: Vec<Passage> = groups
        .into_iter()
        .filter(|g| !g.is_empty())
        .map(|mut sentences| {
            sentences.sort_unstable();
            Passage { sentences }
        })
        .collect();
    passages.sort_by_key(|p| p.sentences.first().copied());
    passages
}
