//! Articles → sentences that are the same word for word.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{ArticleId, BlockKind, Event, SentenceId, Word};

/// Words of a sentence that must be the same for two sentences without a link to be one.
const SHORTEST: usize = 4;

/// For a sentence and another article the sentence there that is the same; none where it stands more than once in either.
pub fn equal(
    event: &Event,
    words: &HashMap<SentenceId, Arc<[Word]>>,
) -> BTreeMap<(SentenceId, ArticleId), SentenceId> {
    let mut places: BTreeMap<String, BTreeMap<ArticleId, Vec<SentenceId>>> = BTreeMap::new();
    for (id, text) in texts(event, words) {
        let here = places.entry(text).or_default();
        here.entry(id.article).or_default().push(id);
    }
    let mut found = BTreeMap::new();
    for articles in places.values() {
        let once = || {
            articles.values().filter_map(|ids| match ids.as_slice() {
                [id] => Some(*id),
                _ => None,
            })
        };
        for a in once() {
            for b in once().filter(|b| b.article != a.article) {
                found.insert((a, b.article), b);
            }
        }
    }
    found
}

fn texts<'a>(
    event: &'a Event,
    words: &'a HashMap<SentenceId, Arc<[Word]>>,
) -> impl Iterator<Item = (SentenceId, String)> + 'a {
    let sentences = event.articles().flat_map(|(article, document)| {
        let body = document.sentences.iter().enumerate();
        body.filter(|(_, s)| s.kind == BlockKind::Body && s.words.len() >= SHORTEST)
            .map(move |(index, _)| SentenceId {
                article,
                index: index as u32,
            })
    });
    sentences.filter_map(|id| {
        let keys: Vec<&str> = words.get(&id)?.iter().map(|w| w.key.as_str()).collect();
        Some((id, keys.join(" ")))
    })
}
