//! Whether a judged finding is among those that the program makes today.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;

/// The share of words that two findings must have in common in every article to be one: of the text that has fewer.
const SAME: f64 = 0.5;

/// A finding, of a report or of a file of verdicts.
#[derive(Deserialize)]
pub struct Finding {
    /// The rule that made it.
    pub rule: String,
    /// What it says.
    #[serde(default)]
    summary: String,
    /// What it rests on.
    #[serde(default)]
    evidence: Vec<Excerpt>,
}

/// Words of an article. A report names their sentence as "article:number", a verdict the article.
#[derive(Deserialize)]
struct Excerpt {
    #[serde(alias = "sentence")]
    article: String,
    text: String,
}

#[derive(Deserialize)]
struct Report {
    findings: Vec<Finding>,
}

/// How often each word stands in a text.
type Words = HashMap<String, usize>;

/// The findings of a report, as `coverage diff --format json` prints it.
///
/// # Errors
/// Where the file cannot be read or is no report.
pub fn read(report: &Path) -> anyhow::Result<Vec<Finding>> {
    let named = || report.display().to_string();
    let text = std::fs::read_to_string(report).with_context(named)?;
    Ok(serde_json::from_str::<Report>(&text)
        .with_context(named)?
        .findings)
}

impl Finding {
    /// Whether both are of one rule and rest on much the same words of the same articles.
    pub fn is(&self, other: &Finding) -> bool {
        let (ours, theirs) = (self.words(), other.words());
        let alike = match ours.is_empty() && theirs.is_empty() {
            true => self.summary == other.summary,
            false => {
                ours.keys().eq(theirs.keys())
                    && ours
                        .values()
                        .zip(theirs.values())
                        .all(|(a, b)| overlap(a, b))
            }
        };
        self.rule == other.rule && alike
    }

    fn words(&self) -> BTreeMap<&str, Words> {
        let mut words: BTreeMap<&str, Words> = BTreeMap::new();
        for Excerpt { article, text } in &self.evidence {
            let of = words
                .entry(article.split(':').next().unwrap_or(article))
                .or_default();
            for word in text
                .to_lowercase()
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
            {
                *of.entry(word.to_string()).or_default() += 1;
            }
        }
        words
    }
}

fn overlap(a: &Words, b: &Words) -> bool {
    let shared: usize = a
        .iter()
        .map(|(word, n)| n.min(b.get(word).unwrap_or(&0)))
        .sum();
    let fewer = a.values().sum::<usize>().min(b.values().sum());
    shared as f64 >= SAME * fewer.max(1) as f64
}
