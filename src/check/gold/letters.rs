//! Ids for sheets of coders who must not know the outlets, those of a blind report: `A:3` is a sentence; `A:all` is an article.

use std::collections::BTreeMap;

use super::super::ties::article_of;
use super::Gold;
use crate::report::{self, Report};

/// What stands behind the letter of a whole article.
const ALL: &str = "all";

/// The letter of each article of a gold, the same that a blind report draws where no seed is given.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    /// By the gold's id of an article.
    articles: BTreeMap<String, String>,
    /// Blind id of a sentence by its own.
    sentences: BTreeMap<String, String>,
}

impl Letters {
    /// The letters for the articles of a report; an article that only the gold knows gets none.
    pub fn of(report: &Report, gold: &Gold) -> Self {
        let mut letters = Self::default();
        for entry in report::key(&report.articles, report::SEED) {
            let Some((id, article)) = article_of(gold, &entry.path) else {
                continue;
            };
            for (n, sentence) in article.sentences.iter().enumerate() {
                let blind = format!("{}:{n}", entry.letter);
                letters.sentences.insert(sentence.id.clone(), blind);
            }
            letters.articles.insert(id.clone(), entry.letter);
        }
        letters
    }

    /// The letter of an article of the gold.
    pub fn letter(&self, article: &str) -> Option<&str> {
        self.articles.get(article).map(String::as_str)
    }

    /// The blind id of a sentence of the gold.
    pub fn sentence(&self, id: &str) -> Option<&str> {
        self.sentences.get(id).map(String::as_str)
    }

    /// The blind id of an article of the gold.
    pub fn article(&self, id: &str) -> Option<String> {
        self.letter(id).map(|letter| format!("{letter}:{ALL}"))
    }

    /// The gold's id of every blind one.
    pub fn undone(&self) -> BTreeMap<String, String> {
        let sentences = self.sentences.iter().map(|(id, b)| (b.clone(), id.clone()));
        let articles = self.articles.keys();
        let articles = articles.filter_map(|id| Some((self.article(id)?, id.clone())));
        sentences.chain(articles).collect()
    }
}
