//! Our sentences → the sentences of a gold file that they stand for.

use anyhow::Context;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use news_coverage::model::{BlockKind, Document, Event, SentenceId};
use serde::Deserialize;

#[derive(Deserialize)]
/// An article of a gold file.
pub struct GoldArticle {
    file: String,
    sentences: Vec<GoldSentence>,
}

#[derive(Deserialize)]
/// A sentence of it.
pub struct GoldSentence {
    id: String,
    text: String,
    #[serde(default)]
    kind: String,
}

/// The gold sentences that each of our sentences stands for: the same words, or one mostly inside the other.
pub fn places(
    event: &Event,
    gold: &BTreeMap<String, GoldArticle>,
) -> BTreeMap<SentenceId, Vec<String>> {
    let mut found = BTreeMap::new();
    for (article, document) in event.articles() {
        let stem = |path: &str| Path::new(path).file_stem().map(|s| s.to_os_string());
        let path = stem(&document.article.path);
        let Some(golden) = gold.values().find(|g| stem(&g.file) == path) else {
            continue;
        };
        for index in 0..document.sentences.len() {
            found.insert(
                SentenceId {
                    article,
                    index: index as u32,
                },
                same(document, index, golden),
            );
        }
    }
    found
}

fn same(document: &Document, index: usize, golden: &GoldArticle) -> Vec<String> {
    let sentence = &document.sentences[index];
    if sentence.kind == BlockKind::Headline
        && !golden.sentences.iter().any(|s| s.kind == "headline")
    {
        return Vec::new();
    }
    let words = tokens(document.text(sentence.span));
    let with = |fits: &dyn Fn(&[String]) -> bool| -> Vec<String> {
        golden
            .sentences
            .iter()
            .filter(|s| fits(&tokens(&s.text)))
            .map(|s| s.id.clone())
            .collect()
    };
    let exact = with(&|other| other == words);
    if !exact.is_empty() {
        return exact;
    }
    with(&|other| {
        let small = words.len().min(other.len());
        small >= 4 && common(&words, other) as f64 >= 0.8 * small as f64
    })
}

pub fn tokens(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

pub fn common(a: &[String], b: &[String]) -> usize {
    let mut left: BTreeMap<&String, usize> = BTreeMap::new();
    a.iter().for_each(|w| *left.entry(w).or_insert(0) += 1);
    let mut count = 0;
    for word in b {
        if let Some(n) = left.get_mut(word).filter(|n| **n > 0) {
            *n -= 1;
            count += 1;
        }
    }
    count
}

/// The folders below one that hold a gold.json, in the order of their names.
pub fn coded(root: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(root).with_context(|| root.display().to_string())?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    folders.retain(|f| f.join("gold.json").is_file());
    folders.sort();
    Ok(folders)
}
