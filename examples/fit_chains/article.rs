//! Articles with mentions marked by people.

use std::path::Path;

use anyhow::Context;
use news_coverage::model::{Document, Event};
use news_coverage::resolve::chains::{self, Chain, Class, Judge, Ranker, Signals, Weights};
use news_coverage::resolve::pointers;
use news_coverage::{Options, resolve};
use serde::Deserialize;

use crate::fit::Choice;

#[derive(Deserialize)]
struct File {
    text: String,
    mentions: Vec<Gold>,
}

/// A mention as people marked it.
#[derive(Deserialize)]
pub struct Gold {
    /// First code point.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// The words.
    pub text: String,
    /// What it points at.
    pub entity: String,
}

/// An article with its marks.
pub struct Marked {
    /// Its name.
    pub name: String,
    /// As the program reads it.
    pub document: Document,
    /// The marked mentions, in order.
    pub gold: Vec<Gold>,
    /// For every mention of the program its place in the marked text, in code points.
    pub places: Vec<Option<(usize, usize)>>,
}

/// Every article of a folder, by name.
pub fn read(folder: &Path) -> anyhow::Result<Vec<Marked>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    files.iter().map(|path| marked(path)).collect()
}

fn marked(path: &Path) -> anyhow::Result<Marked> {
    let text = std::fs::read_to_string(path)?;
    let file: File = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
    let (title, body) = file.text.split_once("\n\n").unwrap_or(("", &file.text));
    let title = title.lines().next().unwrap_or_default();
    let folder = tempfile::tempdir()?;
    let article = folder.path().join("article.json");
    let json = serde_json::json!({"title": title, "text": body, "sitename": "Wikinews"});
    std::fs::write(&article, json.to_string())?;
    let event: Event = news_coverage::event(&[article], &Options::default());
    let document = event
        .documents
        .into_iter()
        .next()
        .with_context(|| format!("{}: no article", path.display()))?;
    let places = places(&document, &file.text);
    Ok(Marked {
        name: path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        document,
        gold: file.mentions,
        places,
    })
}

/// Where the mentions stand in a text that has the same sentences.
fn places(document: &Document, text: &str) -> Vec<Option<(usize, usize)>> {
    let mut at = 0;
    let starts: Vec<Option<usize>> = document
        .sentences
        .iter()
        .map(|sentence| {
            let words = document.text(sentence.span);
            let found = text[at..]
                .find(words)
                .map(|n| n + at)
                .or_else(|| text.find(words))?;
            at = at.max(found);
            Some(found)
        })
        .collect();
    let mentions = document.mentions.iter();
    mentions
        .map(|m| {
            let sentence = document.sentences.get(m.sentence as usize)?;
            let start = starts.get(m.sentence as usize).copied().flatten()?;
            let from = start + (m.span.start - sentence.span.start);
            let count = |end: usize| Some(text.get(..end)?.chars().count());
            Some((count(from)?, count(from + m.span.len())?))
        })
        .collect()
}

impl Marked {
    /// For every marked mention the mention of the program that is it.
    ///
    /// Each mention goes to the marked one that it fits best: half of both together, else one that it lies in, best with
    /// the same end, best the smallest; a marked one keeps the best that came to it.
    pub fn matched(&self) -> Vec<Option<usize>> {
        let mut ours: Vec<Option<(f64, usize, usize)>> = vec![None; self.gold.len()];
        for (at, place) in self.places.iter().enumerate() {
            let Some((start, end)) = *place else { continue };
            let fits = self.gold.iter().enumerate().filter_map(|(i, gold)| {
                let shared = end.min(gold.end) as f64 - start.max(gold.start) as f64;
                if shared <= 0.0 {
                    return None;
                }
                let both = shared / (end.max(gold.end) - start.min(gold.start)) as f64;
                let inside = gold.start <= start && end <= gold.end;
                let fit = match (both >= 0.5, inside) {
                    (true, _) => both,
                    (false, true) if end == gold.end => 0.4,
                    (false, true) => 0.2,
                    _ => return None,
                };
                Some((fit, std::cmp::Reverse(gold.end - gold.start), i))
            });
            let Some((fit, _, i)) =
                fits.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)))
            else {
                continue;
            };
            let length = end - start;
            if ours[i].is_none_or(|(best, long, _)| fit > best || fit == best && length > long) {
                ours[i] = Some((fit, length, at));
            }
        }
        ours.into_iter().map(|o| o.map(|(_, _, at)| at)).collect()
    }

    /// What each mention of the program points at by the marks; none where no mark is.
    fn answers(&self) -> Vec<Option<&str>> {
        let ours = self.matched();
        let mut answers = vec![None; self.places.len()];
        for (gold, at) in self.gold.iter().zip(ours) {
            if let Some(at) = at {
                answers[at] = Some(gold.entity.as_str());
            }
        }
        answers
    }

    /// Every choice that the program makes in the article, with the marked answer.
    pub fn choices(&self, without: &[String]) -> Vec<Choice> {
        let registry = resolve::registry(std::slice::from_ref(&self.document));
        let named = pointers::named(&self.document, &registry);
        let mut oracle = Oracle {
            answers: self.answers(),
            without,
            choices: Vec::new(),
        };
        chains::resolve(&self.document, &registry, &named, &mut oracle);
        oracle.choices
    }

    /// For every mention of the program its chain, by weights.
    pub fn chains(&self, weights: &Weights) -> Vec<usize> {
        let registry = resolve::registry(std::slice::from_ref(&self.document));
        let named = pointers::named(&self.document, &registry);
        chains::resolve(&self.document, &registry, &named, &mut Ranker { weights }).1
    }

    /// Prints a choice that went wrong: the likeliest candidates with their scores and signals.
    pub fn explain(&self, choice: &Choice, weights: &Weights) {
        let words = |m: usize| self.document.text(self.document.mentions[m].span);
        let none = weights.score(choice.class, &choice.none);
        let mut scored: Vec<(f32, String, bool, &Signals)> = choice
            .candidates
            .iter()
            .zip(&choice.chains)
            .zip(&choice.right)
            .map(|((signals, chain), right)| {
                (
                    weights.score(choice.class, signals),
                    words(*chain).to_string(),
                    *right,
                    signals,
                )
            })
            .collect();
        scored.push((none, "-".to_string(), choice.none_is_right, &choice.none));
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        if scored.first().is_some_and(|best| best.2) {
            return;
        }
        let right = scored.iter().position(|s| s.2).unwrap_or_default();
        println!(
            "{} {:?} {} in: {}",
            self.name,
            choice.class,
            words(choice.mention),
            {
                let sentence = self.document.mentions[choice.mention].sentence as usize;
                self.document.text(self.document.sentences[sentence].span)
            }
        );
        for (score, text, right, signals) in scored.iter().take(2).chain(scored.get(right)) {
            let names: Vec<&str> = signals.iter().map(|(n, _)| *n).collect();
            println!(
                "   {score:.2} {} {text}: {}",
                if *right { "✓" } else { " " },
                names.join(", ")
            );
        }
    }
}

/// Answers by the marks and notes what it was asked.
struct Oracle<'a> {
    answers: Vec<Option<&'a str>>,
    without: &'a [String],
    choices: Vec<Choice>,
}

impl Judge for Oracle<'_> {
    fn choose(
        &mut self,
        mention: usize,
        class: Class,
        candidates: &[(usize, Signals)],
        none: &Signals,
        chains: &[Chain],
    ) -> Option<usize> {
        let answer = self.answers[mention];
        let is_right = |chain: usize| {
            let members = chains[chain].members.iter();
            answer.is_some() && members.clone().any(|&m| self.answers[m] == answer)
        };
        // What is not marked is no person, body or place: it may go on with anything that is not marked either.
        let is_open = |chain: usize, signals: &Signals| {
            let mut members = chains[chain].members.iter();
            let is_like =
                class != Class::Description || signals.iter().any(|(n, _)| *n == "same noun");
            answer.is_none() && is_like && members.all(|&m| self.answers[m].is_none())
        };
        let right: Vec<bool> = candidates
            .iter()
            .map(|(chain, signals)| is_right(*chain) || is_open(*chain, signals))
            .collect();
        let kept = |signals: &Signals| {
            let kept = signals
                .iter()
                .filter(|(name, _)| !self.without.iter().any(|w| w == name));
            kept.copied().collect()
        };
        self.choices.push(Choice {
            class,
            candidates: candidates
                .iter()
                .map(|(_, signals)| kept(signals))
                .collect(),
            none: kept(none),
            none_is_right: answer.is_none() || !right.contains(&true),
            right: right.clone(),
            mention,
            chains: candidates
                .iter()
                .map(|(chain, _)| chains[*chain].members.last().copied().unwrap_or_default())
                .collect(),
        });
        right
            .iter()
            .position(|right| *right)
            .filter(|_| answer.is_some())
    }
}
