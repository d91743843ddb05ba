//! Report and gold tied together: articles by their files, sentences by their words, so that another segmentation is
//! not punished twice.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::gold::{Gold, GoldArticle};
use crate::language::bags::Words;
use crate::model::BlockKind;
use crate::report::{ArticleEntry, Report};

/// Share of the shorter sentence's words that must stand in the other where the two are not the same: one sentence is
/// then a part of the other, cut at another place. Chosen by reading; the scorers of the field use 0.75 to 0.9.
const OVERLAP: f64 = 0.8;

/// Sentences shorter than this are tied only word by word: four common words are not yet a part of anything.
const LEAST_WORDS: usize = 4;

/// What of the report is what of the gold.
#[derive(Debug, Default)]
pub struct Ties<'a> {
    articles: BTreeMap<&'a str, &'a str>,
    sentences: BTreeMap<&'a str, BTreeSet<&'a str>>,
    kinds: BTreeMap<&'a str, BlockKind>,
    owners: BTreeMap<&'a str, &'a str>,
    texts: BTreeMap<&'a str, &'a str>,
    /// Sentences of the gold that stand in the report word by word.
    pub exact: BTreeSet<&'a str>,
    /// How many sentences of the report are sentences of the gold word by word, of how many.
    pub same: (usize, usize),
}

impl<'a> Ties<'a> {
    /// Ties a report to a gold.
    pub fn of(report: &'a Report, gold: &'a Gold) -> Self {
        let mut ties = Self::default();
        for (article, sentence) in gold.sentences() {
            ties.owners.insert(&sentence.id, article);
            ties.texts.insert(&sentence.id, &sentence.text);
        }
        for entry in &report.articles {
            if let Some((id, article)) = article_of(gold, &entry.path) {
                ties.articles.insert(&entry.id, id);
                ties.tie(entry, article);
            }
        }
        ties
    }

    fn tie(&mut self, entry: &'a ArticleEntry, article: &'a GoldArticle) {
        let golds: Vec<(&str, Words)> = article
            .sentences
            .iter()
            .map(|s| (s.id.as_str(), Words::of(&s.text)))
            .collect();
        let headed = article
            .sentences
            .iter()
            .any(|s| s.kind == BlockKind::Headline);
        for sentence in &entry.sentences {
            self.kinds.insert(&sentence.id, sentence.kind);
            // An event whose gold codes no headlines says nothing about them.
            if sentence.kind == BlockKind::Headline && !headed {
                self.sentences.insert(&sentence.id, BTreeSet::new());
                continue;
            }
            let words = Words::of(&sentence.text);
            // A headline may stand again as the first sentence, so all that are the same count.
            let same: BTreeSet<&str> = golds
                .iter()
                .filter(|(_, g)| *g == words)
                .map(|(id, _)| *id)
                .collect();
            self.exact.extend(&same);
            self.same.0 += usize::from(!same.is_empty());
            self.same.1 += 1;
            let near = || {
                golds
                    .iter()
                    .filter(|(_, g)| overlap(&words, g))
                    .map(|(id, _)| *id)
                    .collect()
            };
            let tied = if same.is_empty() { near() } else { same };
            self.sentences.insert(&sentence.id, tied);
        }
    }

    /// The article of the gold that an article of the report is.
    pub fn article(&self, report_id: &str) -> Option<&'a str> {
        self.articles.get(report_id).copied()
    }

    /// The sentences of the gold that a sentence of the report is or is a part of.
    pub fn sentences(&self, report_id: &str) -> impl Iterator<Item = &'a str> {
        self.sentences.get(report_id).into_iter().flatten().copied()
    }

    /// Whether a sentence of the report stands for the article's text but for nothing in the gold: page residue.
    pub fn astray(&self, report_id: &str) -> bool {
        self.sentences(report_id).next().is_none()
            && self.kinds.get(report_id) == Some(&BlockKind::Body)
    }

    /// The article that holds a sentence of the gold.
    pub fn owner(&self, gold_sentence: &str) -> &'a str {
        self.owners.get(gold_sentence).copied().unwrap_or_default()
    }

    /// A sentence of the gold with its words, for showing.
    pub fn quoted(&self, gold_sentence: &str) -> (String, String) {
        let text = self.texts.get(gold_sentence).copied().unwrap_or_default();
        (gold_sentence.to_string(), text.to_string())
    }

    /// How many sentences the gold has.
    pub fn gold_sentences(&self) -> usize {
        self.owners.len()
    }
}

/// The article of the gold that was made from a file: the same name, else the same name with another ending.
pub fn article_of<'a>(gold: &'a Gold, path: &str) -> Option<(&'a String, &'a GoldArticle)> {
    let name = Path::new(path).file_name();
    let same = gold
        .articles
        .iter()
        .find(|(_, a)| Path::new(&a.file).file_name() == name);
    same.or_else(|| {
        gold.articles
            .iter()
            .find(|(_, a)| stem(&a.file) == stem(path))
    })
}

/// The name of a file without its folder and ending.
pub fn stem(path: &str) -> Option<&str> {
    Path::new(path).file_stem()?.to_str()
}

fn overlap(a: &Words, b: &Words) -> bool {
    let small = a.len().min(b.len());
    small >= LEAST_WORDS && a.shared(b) as f64 >= OVERLAP * small as f64
}
