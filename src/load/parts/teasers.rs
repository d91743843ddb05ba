//! Teasers of other stories below the text, found by what they are about.
//!
//! The figures were chosen on the last paragraphs of 105 agency and newspaper reports and on openings of reports about
//! other events put after them: the rule for text that breaks off finds 85 % of such openings; the rule for whole
//! paragraphs finds a third and takes 6 in 1,000 last paragraphs for strangers, so it also wants a neighbour that is
//! page.

use std::collections::BTreeMap;

use super::{Item, Verdict, ends_sentence};
use crate::language;
use crate::load::topic::{Topic, share};
use crate::model::BlockKind;

/// Paragraphs of the article that must stand before a teaser.
const CORE: usize = 3;

/// A text with fewer stems than this says too little about what it is about.
const FEWEST_WORDS: usize = 8;

/// Text that breaks off is a teaser below this share of known stems.
const BROKEN_OFF: f64 = 0.30;

/// Text that breaks off may share this much of its names (a country, an office).
const BROKEN_OFF_NAMES: f64 = 0.35;

/// Whole paragraphs are teasers below this share of known stems.
const WHOLE: f64 = 0.15;

/// Sets apart paragraphs at the end that share next to nothing with title and text.
pub fn sort(items: &mut [Item], headline: Option<&str>) {
    let body: Vec<usize> = (0..items.len())
        .filter(|&i| items.get(i).is_some_and(Item::is_body))
        .collect();
    let mut strangers: Vec<usize> = Vec::new();
    for at in (CORE..body.len()).rev() {
        let Some((index, item)) = body.get(at).and_then(|&i| Some((i, items.get(i)?))) else {
            break;
        };
        let beside_page = strangers.last() == Some(&(index + 1)) || is_beside_page(items, index);
        // Nearly every article ends like this, whatever it is about.
        if is_whole(&item.text) && !beside_page {
            break;
        }
        let Some(core) = body.get(..at).map(|core| Core::of(items, core, headline)) else {
            break;
        };
        if !core.is_stranger(&item.text, beside_page) {
            break;
        }
        strangers.push(index);
    }
    for index in strangers {
        if let Some(item) = items.get_mut(index) {
            item.drop("teaser of another story");
        }
    }
}

/// Whether a text does not break off.
fn is_whole(text: &str) -> bool {
    ends_sentence(text) || text.ends_with(':')
}

/// Whether links to other stories stand on the line before or after.
fn is_beside_page(items: &[Item], index: usize) -> bool {
    let is_link = |i: usize| {
        items.get(i).is_some_and(|item| {
            matches!(
                item.verdict,
                Some(Verdict::Drop(
                    "related link" | "most read" | "teaser of another story"
                ))
            )
        })
    };
    index.checked_sub(1).is_some_and(is_link) || is_link(index + 1)
}

/// What the article is about, without the paragraphs in question.
struct Core {
    topic: Topic,
    /// Stems of the title, and names that two paragraphs hold.
    key: std::collections::BTreeSet<String>,
}

impl Core {
    fn of(items: &[Item], core: &[usize], headline: Option<&str>) -> Self {
        let title = Topic::of(headline.unwrap_or(""));
        let mut topic = title.clone();
        let mut holders: BTreeMap<String, usize> = BTreeMap::new();
        for item in core.iter().filter_map(|&i| items.get(i)) {
            let paragraph = Topic::of(&item.text);
            for name in &paragraph.names {
                *holders.entry(name.clone()).or_default() += 1;
            }
            topic.words.extend(paragraph.words);
            topic.names.extend(paragraph.names);
        }
        for heading in items
            .iter()
            .filter(|i| i.verdict == Some(Verdict::Keep(BlockKind::Subheading)))
        {
            topic.add(&heading.text);
        }
        let mut key = title.words;
        key.extend(title.names);
        key.extend(
            holders
                .into_iter()
                .filter(|(_, n)| *n >= 2)
                .map(|(name, _)| name),
        );
        Self { topic, key }
    }

    fn is_stranger(&self, text: &str, beside_page: bool) -> bool {
        let topic = Topic::of(text);
        if topic.words.len() < FEWEST_WORDS {
            return false;
        }
        let words = share(&topic.words, &self.topic.words).unwrap_or(1.0);
        let names = share(&topic.names, &self.topic.names).unwrap_or(0.0);
        if !is_whole(text) {
            return words < BROKEN_OFF && names < BROKEN_OFF_NAMES;
        }
        let is_tied = topic
            .words
            .union(&topic.names)
            .any(|w| self.key.contains(w));
        beside_page && words < WHOLE && !is_tied && !continues(text)
    }
}

/// Text that goes on with something: it opens with a quotation, a pronoun or a conjunction.
fn continues(text: &str) -> bool {
    let first: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    text.starts_with(|c: char| !c.is_alphanumeric())
        || language::is_stop_word(&first.to_lowercase())
            && first != "The"
            && first != "A"
            && first != "An"
}
