//! Sentences that were edited, added or removed in the articles since the snapshot was made: much of what else changed
//! only follows from them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::{Article, Snapshot};
use crate::language::bags::Words;

/// Share of words that two sentences at the same place must have in common to be one that was edited: a fifth, so that a
/// sentence of ten words may lose most of them.
const AT_ONE_PLACE: f64 = 0.2;

/// The same for sentences of one changed stretch whose places are not clear.
const ANYWHERE: f64 = 0.5;

/// What became of the sentences of all articles, by id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edits {
    /// Stored sentences and what each became.
    pub pairs: BTreeMap<String, String>,
    /// Stored sentences that were edited or removed.
    old: BTreeSet<String>,
    /// Today's sentences that were edited or added.
    new: BTreeSet<String>,
    /// Every sentence, then and today, of an article with an edit.
    beside: BTreeSet<String>,
}

impl Edits {
    /// Holds the sentences of the articles that both have against each other.
    pub fn of(stored: &Snapshot, today: &Snapshot) -> Self {
        let mut edits = Self::default();
        for before in &stored.articles {
            let Some(now) = today.articles.iter().find(|a| a.id == before.id) else {
                continue;
            };
            if edits.article(before, now) {
                let all = before.sentences.iter().chain(&now.sentences);
                edits.beside.extend(all.map(|s| s.id.clone()));
            }
        }
        edits
    }

    /// Whether any sentence of the article changed.
    fn article(&mut self, before: &Article, now: &Article) -> bool {
        let mut has_changed = false;
        let texts =
            |a: &Article| -> Vec<String> { a.sentences.iter().map(|s| s.text.clone()).collect() };
        for change in capture_diff_slices(Algorithm::Myers, &texts(before), &texts(now)) {
            let (tag, old, new) = change.as_tag_tuple();
            if tag == DiffTag::Equal {
                continue;
            }
            let ids = |a: &Article, range: &Range<usize>| -> Vec<String> {
                let changed = a.sentences.get(range.clone()).unwrap_or_default();
                changed.iter().map(|s| s.id.clone()).collect()
            };
            self.old.extend(ids(before, &old));
            self.new.extend(ids(now, &new));
            self.stretch(before, now, old, new);
            has_changed = true;
        }
        has_changed
    }

    /// Pairs the sentences of one changed stretch: by place where their number is the same, else by their words.
    fn stretch(&mut self, before: &Article, now: &Article, old: Range<usize>, new: Range<usize>) {
        let in_step = old.len() == new.len();
        let mut free: Vec<usize> = old.clone().collect();
        for at in new.clone() {
            let Some(today) = now.sentences.get(at) else {
                continue;
            };
            let likeness = |i: usize| {
                let words = |text: &str| Words::of(text);
                let stored = before.sentences.get(i).map(|s| s.text.as_str());
                stored.map_or(0.0, |text| words(text).dice(&words(&today.text)))
            };
            let beside = old.start + (at - new.start);
            let is_beside = in_step && free.contains(&beside) && likeness(beside) >= AT_ONE_PLACE;
            let found = if is_beside {
                Some(beside)
            } else {
                let best = free.iter().copied().map(|i| (likeness(i), i));
                let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
                best.filter(|(likeness, _)| *likeness >= ANYWHERE)
                    .map(|(_, i)| i)
            };
            if let Some(i) = found
                && let Some(stored) = before.sentences.get(i)
            {
                free.retain(|other| *other != i);
                self.pairs.insert(stored.id.clone(), today.id.clone());
            }
        }
    }

    /// The stored snapshot with today's words in the sentences that were edited.
    pub fn applied(&self, stored: &Snapshot, today: &Snapshot) -> Snapshot {
        let sentences = today.articles.iter().flat_map(|a| &a.sentences);
        let texts: BTreeMap<&str, &str> = sentences
            .map(|s| (s.id.as_str(), s.text.as_str()))
            .collect();
        let mut stored = stored.clone();
        for sentence in stored.articles.iter_mut().flat_map(|a| &mut a.sentences) {
            let now = self.pairs.get(&sentence.id);
            if let Some(text) = now.and_then(|id| texts.get(id.as_str())) {
                sentence.text = (*text).to_string();
            }
        }
        stored
    }

    /// Whether one of these sentences, then or today, is of an article with an edit: its pairs are scored anew.
    pub fn are_beside(&self, ids: &[String]) -> bool {
        ids.iter().any(|id| self.beside.contains(id))
    }

    /// Whether one of these stored sentences was edited or removed.
    pub fn touch_old(&self, ids: &[String]) -> bool {
        ids.iter().any(|id| self.old.contains(id))
    }

    /// Whether one of these sentences of today was edited or added.
    pub fn touch_new(&self, ids: &[String]) -> bool {
        ids.iter().any(|id| self.new.contains(id))
    }
}
