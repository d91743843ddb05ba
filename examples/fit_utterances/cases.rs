//! Gold folders → pairs of sayings with labels.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use news_coverage::compare::utterances::likeness::{Candidates, NAMES, Weights};
use serde::Deserialize;

use crate::places::{GoldArticle, coded, common, places, tokens};

/// Two gold sentences of different articles, the smaller id first.
type Key = (String, String);

/// One event: its pairs of sayings, and what people say about them.
pub struct Case {
    pub root: PathBuf,
    pub name: String,
    pub candidates: Candidates,
    /// Per pair: one utterance, two, or set aside where the answers do not tell.
    pub labels: Vec<Option<bool>>,
    /// Per saying the gold sentences it stands in.
    sentences: Vec<Vec<String>>,
    wanted: BTreeSet<Key>,
}

#[derive(Deserialize)]
struct Gold {
    articles: BTreeMap<String, GoldArticle>,
    #[serde(default)]
    quotes: Vec<GoldQuote>,
    #[serde(default)]
    utterances: Vec<GoldUtterance>,
}

#[derive(Deserialize)]
struct GoldQuote {
    key: String,
    sentence: String,
    text: String,
}

#[derive(Deserialize)]
struct GoldUtterance {
    id: String,
    members: Vec<GoldMember>,
}

#[derive(Deserialize)]
struct GoldMember {
    quote: String,
}

/// Every event below the folders that has answers about utterances, in the order of their names.
pub fn read(roots: &[PathBuf]) -> anyhow::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for root in roots {
        for folder in coded(root)? {
            let gold: Gold =
                serde_json::from_str(&std::fs::read_to_string(folder.join("gold.json"))?)?;
            if !gold.utterances.is_empty() {
                cases.push(case(root, &folder, &gold));
            }
        }
    }
    Ok(cases)
}

fn case(root: &Path, folder: &Path, gold: &Gold) -> Case {
    let options = news_coverage::Options::default();
    let event = news_coverage::event(&[folder.join("articles")], &options);
    let alignment = news_coverage::align::event(&event, &options.align);
    let candidates = Candidates::of(&event, &alignment);
    let places = places(&event, &gold.articles);
    let sentences: Vec<Vec<String>> = candidates
        .sayings
        .iter()
        .map(|s| places.get(&s.sentence).cloned().unwrap_or_default())
        .collect();
    let wanted = wanted(gold);
    let said: Vec<BTreeSet<String>> = candidates
        .sayings
        .iter()
        .zip(&sentences)
        .map(|(s, own)| utterances(gold, &s.sequence, own))
        .collect();
    let label = |(a, b): &(usize, usize)| {
        if !said[*a].is_disjoint(&said[*b]) {
            return Some(true);
        }
        let near = crossed(&sentences[*a], &sentences[*b])
            .iter()
            .any(|k| wanted.contains(k));
        let outside = sentences[*a].is_empty() || sentences[*b].is_empty();
        (!near && !outside).then_some(false)
    };
    let labels = candidates.pairs.iter().map(label).collect();
    let name = folder
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    Case {
        root: root.to_path_buf(),
        name,
        labels,
        candidates,
        sentences,
        wanted,
    }
}

/// Pairs of sentences of different articles that hold one utterance.
fn wanted(gold: &Gold) -> BTreeSet<Key> {
    let sentence: BTreeMap<&str, &str> = gold
        .quotes
        .iter()
        .map(|q| (q.key.as_str(), q.sentence.as_str()))
        .collect();
    let groups = gold.utterances.iter().map(|u| {
        u.members
            .iter()
            .filter_map(|m| sentence.get(m.quote.as_str()).map(|s| s.to_string()))
            .collect::<Vec<_>>()
    });
    groups.flat_map(|g| crossed(&g, &g)).collect()
}

/// The utterances a saying is a version of: those of the gold quotes in its sentences that share most of its words.
fn utterances(gold: &Gold, words: &[String], own: &[String]) -> BTreeSet<String> {
    let here = gold.quotes.iter().filter(|q| own.contains(&q.sentence));
    let alike = here.filter(|q| {
        let theirs = tokens(&q.text);
        common(&tokens(&words.join(" ")), &theirs) as f64
            >= 0.6 * words.len().min(theirs.len()).max(1) as f64
    });
    let keys: BTreeSet<&str> = alike.map(|q| q.key.as_str()).collect();
    let holds = |u: &&GoldUtterance| u.members.iter().any(|m| keys.contains(m.quote.as_str()));
    gold.utterances
        .iter()
        .filter(holds)
        .map(|u| u.id.clone())
        .collect()
}

fn article(sentence: &str) -> &str {
    sentence.split('.').next().unwrap_or(sentence)
}

fn crossed(a: &[String], b: &[String]) -> Vec<Key> {
    let pairs = a.iter().flat_map(|x| b.iter().map(move |y| (x, y)));
    pairs
        .filter(|(x, y)| article(x) != article(y))
        .map(|(x, y)| {
            if x < y {
                (x.clone(), y.clone())
            } else {
                (y.clone(), x.clone())
            }
        })
        .collect()
}

impl Case {
    /// Sets some signals to nothing.
    pub fn forget(&mut self, names: &[String]) {
        for (k, _) in NAMES
            .iter()
            .enumerate()
            .filter(|(_, n)| names.iter().any(|f| f == *n))
        {
            self.candidates.signals.iter_mut().for_each(|s| s[k] = 0.0);
        }
    }

    /// F1 of the pairs of sentences that these weights join.
    pub fn f1(&self, weights: &Weights) -> f64 {
        let mut got: BTreeSet<Key> = BTreeSet::new();
        for group in self.candidates.groups(weights) {
            let here: Vec<String> = group
                .iter()
                .flat_map(|i| self.sentences[*i].clone())
                .collect();
            got.extend(crossed(&here, &here));
        }
        let hits = got.intersection(&self.wanted).count() as f64;
        if got.is_empty() && self.wanted.is_empty() {
            1.0
        } else {
            2.0 * hits / (got.len() + self.wanted.len()) as f64
        }
    }
}
