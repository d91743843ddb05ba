//! B-cubed over marked mentions, and how many pronouns point at the right one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::article::Marked;

const PRONOUNS: [&str; 31] = [
    "he",
    "she",
    "it",
    "they",
    "him",
    "her",
    "them",
    "his",
    "hers",
    "its",
    "their",
    "theirs",
    "himself",
    "herself",
    "itself",
    "themselves",
    "who",
    "whom",
    "whose",
    "i",
    "me",
    "my",
    "we",
    "us",
    "our",
    "you",
    "your",
    "mine",
    "ours",
    "myself",
    "yours",
];

/// What was found over all articles.
#[derive(Default)]
pub struct Figures {
    precision: Vec<f64>,
    recall: Vec<f64>,
    pronouns: Vec<bool>,
}

impl Figures {
    /// Adds an article with the chain of each of the program's mentions.
    pub fn add(&mut self, marked: &Marked, chain_of: &[usize], errors: bool) {
        let ours = marked.matched();
        let found: Vec<Option<usize>> = ours.iter().map(|m| m.map(|m| chain_of[m])).collect();
        let gold: Vec<&str> = marked.gold.iter().map(|g| g.entity.as_str()).collect();
        let mut chains: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (i, entity) in gold.iter().enumerate() {
            chains.entry(entity).or_default().insert(i);
            if let Some(group) = found[i] {
                groups.entry(group).or_default().insert(i);
            }
        }
        for (i, entity) in gold.iter().enumerate() {
            let Some(group) = found[i] else {
                self.recall.push(0.0);
                continue;
            };
            let both = chains[entity].intersection(&groups[&group]).count() as f64;
            self.precision.push(both / groups[&group].len() as f64);
            self.recall.push(both / chains[entity].len() as f64);
        }
        let is_pronoun = |i: usize| PRONOUNS.contains(&marked.gold[i].text.to_lowercase().as_str());
        for i in (0..gold.len()).filter(|&i| is_pronoun(i)) {
            if !(0..i).any(|j| gold[j] == gold[i] && !is_pronoun(j)) {
                continue;
            }
            let before = (0..i)
                .rev()
                .find(|&j| !is_pronoun(j) && found[j] == found[i]);
            let right = found[i].is_some() && before.is_some_and(|j| gold[j] == gold[i]);
            self.pronouns.push(right);
            if errors && !right {
                let place = marked.gold[i].start;
                let to = before.map_or("nobody", |j| &marked.gold[j].text);
                println!("{} {place}: {} → {to}", marked.name, marked.gold[i].text);
            }
        }
        if errors {
            for (i, gold_i) in marked.gold.iter().enumerate() {
                let Some(group) = found[i] else {
                    println!(
                        "{} {}: not found: {}",
                        marked.name, gold_i.start, gold_i.text
                    );
                    continue;
                };
                let mate = |j: &usize| gold[*j] == gold[i];
                let first = chains[gold[i]].iter().next().copied() == Some(i);
                if !is_pronoun(i) && !first && !groups[&group].iter().any(|j| *j < i && mate(j)) {
                    let wrong = groups[&group].iter().find(|j| **j < i);
                    let wrong = wrong.map_or("alone", |j| &marked.gold[*j].text);
                    let chain: Vec<&str> = chains[gold[i]]
                        .iter()
                        .take(4)
                        .map(|j| marked.gold[*j].text.as_str())
                        .collect();
                    println!(
                        "{} {}: {} → {wrong}; is {}",
                        marked.name,
                        gold_i.start,
                        gold_i.text,
                        chain.join(" | ")
                    );
                }
            }
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let mean = |x: &[f64]| x.iter().sum::<f64>() / x.len().max(1) as f64;
        let (p, r) = (mean(&self.precision), mean(&self.recall));
        let right = self.pronouns.iter().filter(|right| **right).count();
        write!(
            f,
            "B³ precision {p:.3} recall {r:.3} F1 {:.3}; pronouns {:.3} of {}",
            2.0 * p * r / (p + r).max(1e-9),
            right as f64 / self.pronouns.len().max(1) as f64,
            self.pronouns.len()
        )
    }
}
