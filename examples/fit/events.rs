//! Gold folders → candidate pairs with labels.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;
use news_coverage::align::{Options, pairs::Pairs};
use serde::Deserialize;

use crate::places::{GoldArticle, coded, places};

/// Two gold sentences, the smaller id first.
pub type Key = (String, String);

/// One event: its candidate pairs, and what people say about them.
pub struct Case {
    pub root: PathBuf,
    /// The name of its folder.
    pub name: String,
    pub pairs: Pairs,
    /// Per pair: linked, not linked, or set aside as doubtful or outside the gold text.
    pub labels: Vec<Option<bool>>,
    /// Per pair the same for "neither says something of substance that the other does not".
    pub same: Vec<Option<bool>>,
    /// Per pair the gold sentences it stands for.
    pub keys: Vec<Vec<Key>>,
    pub linked: BTreeSet<Key>,
    pub doubtful: BTreeSet<Key>,
    /// The linked pairs that say the same.
    pub equivalent: BTreeSet<Key>,
}

#[derive(Deserialize)]
struct Gold {
    articles: BTreeMap<String, GoldArticle>,
    alignment: Vec<GoldPair>,
    #[serde(default)]
    ignore: Vec<GoldPair>,
}

#[derive(Deserialize)]
struct GoldPair {
    a: String,
    b: String,
    /// 2: neither says something of substance that the other does not; 1: they share a main proposition.
    #[serde(default)]
    label: u8,
}

impl GoldPair {
    fn key(&self) -> Key {
        ordered(&self.a, &self.b)
    }
}

fn ordered(a: &str, b: &str) -> Key {
    if a < b {
        (a.to_string(), b.to_string())
    } else {
        (b.to_string(), a.to_string())
    }
}

/// Every event below the folders, in the order of their names, aligned with the options for its place in that order.
pub fn read(roots: &[PathBuf], options: impl Fn(usize) -> Options) -> anyhow::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for root in roots {
        for folder in coded(root)? {
            let read = case(root, &folder, &options(cases.len()));
            cases.push(read.with_context(|| folder.display().to_string())?);
        }
    }
    Ok(cases)
}

fn case(root: &Path, folder: &Path, options: &Options) -> anyhow::Result<Case> {
    let gold: Gold = serde_json::from_str(&std::fs::read_to_string(folder.join("gold.json"))?)?;
    let event = news_coverage::event(
        &[folder.join("articles")],
        &news_coverage::Options::default(),
    );
    let places = places(&event, &gold.articles);
    let pairs = Pairs::of(&event, options);
    let linked: BTreeSet<Key> = gold.alignment.iter().map(GoldPair::key).collect();
    let doubtful: BTreeSet<Key> = gold.ignore.iter().map(GoldPair::key).collect();
    let keys: Vec<Vec<Key>> = pairs
        .sentences()
        .map(|(a, b)| crossed(places.get(&a), places.get(&b)))
        .collect();
    let equivalent: BTreeSet<Key> = gold
        .alignment
        .iter()
        .filter(|p| p.label == 2)
        .map(GoldPair::key)
        .collect();
    let label = |keys: &Vec<Key>, among: &BTreeSet<Key>| {
        let clear: Vec<&Key> = keys.iter().filter(|k| !doubtful.contains(k)).collect();
        (!clear.is_empty()).then(|| clear.iter().any(|k| among.contains(k)))
    };
    Ok(Case {
        root: root.to_path_buf(),
        name: folder
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        labels: keys.iter().map(|k| label(k, &linked)).collect(),
        same: keys.iter().map(|k| label(k, &equivalent)).collect(),
        pairs,
        keys,
        linked,
        doubtful,
        equivalent,
    })
}

fn crossed(a: Option<&Vec<String>>, b: Option<&Vec<String>>) -> Vec<Key> {
    let (Some(a), Some(b)) = (a, b) else {
        return Vec::new();
    };
    a.iter()
        .flat_map(|x| b.iter().map(move |y| ordered(x, y)))
        .collect()
}
