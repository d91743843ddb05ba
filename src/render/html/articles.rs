//! Each article in full, with the sentences that others have too.

use std::collections::BTreeMap;

use serde::Serialize;

use super::anchor;
use crate::render::labels::{code, label};
use crate::render::plain;
use crate::render::view::View;
use crate::report::{ArticleEntry, SentenceEntry};

/// One article.
#[derive(Serialize)]
pub struct Article {
    index: usize,
    name: String,
    headline: Option<String>,
    byline: String,
    published: Option<String>,
    published_from: Option<String>,
    url: Option<String>,
    words: usize,
    note: Option<String>,
    corrections: Vec<String>,
    paragraphs: Vec<Paragraph>,
    boilerplate: Vec<(String, String)>,
}

/// Sentences that stand together.
#[derive(Serialize)]
struct Paragraph {
    kind: String,
    sentences: Vec<Sentence>,
}

/// One sentence.
#[derive(Serialize)]
struct Sentence {
    anchor: String,
    text: String,
    /// The passage it shares with other articles.
    passage: Option<String>,
    /// How many articles have the passage.
    shared: usize,
    /// The fact it tells.
    fact: Option<String>,
}

/// What is known of sentences by their id.
struct Index<'a> {
    passages: BTreeMap<&'a str, (&'a str, usize)>,
    facts: BTreeMap<&'a str, &'a str>,
}

impl<'a> Index<'a> {
    fn new(view: &View<'a>) -> Self {
        let shared = view.report.passages.iter().filter(|p| p.articles.len() > 1);
        let passages = shared.flat_map(|p| {
            p.sentences
                .iter()
                .map(|s| (s.as_str(), (p.id.as_str(), p.articles.len())))
        });
        let mut facts = BTreeMap::new();
        for fact in &view.report.facts {
            for support in fact.support.values().flatten() {
                facts
                    .entry(support.sentence.as_str())
                    .or_insert(fact.id.as_str());
            }
        }
        Self {
            passages: passages.collect(),
            facts,
        }
    }
}

/// Every article, in the order of the columns.
pub fn articles(view: &View) -> Vec<Article> {
    let index = Index::new(view);
    view.columns()
        .iter()
        .enumerate()
        .map(|(i, a)| article(view, i, a, &index))
        .collect()
}

fn article(view: &View, index: usize, entry: &ArticleEntry, known: &Index) -> Article {
    let kept = entry.boilerplate.iter().filter(|b| !b.text.is_empty());
    Article {
        index,
        name: plain::line(&entry.outlet),
        headline: entry.headline.as_deref().map(plain::line),
        byline: plain::line(&entry.byline.join(", ")),
        published: entry.published.as_deref().map(plain::line),
        published_from: entry.published_from.as_ref().map(label),
        url: entry.url.as_deref().map(plain::line),
        words: entry.words,
        note: entry
            .out_of_scope
            .as_deref()
            .map(plain::line)
            .or_else(|| view.earlier(entry)),
        corrections: entry.corrections.iter().map(|c| plain::line(c)).collect(),
        paragraphs: paragraphs(entry, known),
        boilerplate: kept
            .map(|b| (plain::line(&b.reason), plain::line(&b.text)))
            .collect(),
    }
}

fn paragraphs(entry: &ArticleEntry, known: &Index) -> Vec<Paragraph> {
    let mut out: Vec<(u32, Paragraph)> = Vec::new();
    for s in entry.sentences.iter().filter(|s| !s.text.is_empty()) {
        let kind = code(&s.kind);
        match out.last_mut() {
            Some((number, last)) if *number == s.paragraph && last.kind == kind => {
                last.sentences.push(sentence(s, known))
            }
            _ => out.push((
                s.paragraph,
                Paragraph {
                    kind,
                    sentences: vec![sentence(s, known)],
                },
            )),
        }
    }
    out.into_iter().map(|(_, p)| p).collect()
}

fn sentence(entry: &SentenceEntry, known: &Index) -> Sentence {
    let passage = known.passages.get(entry.id.as_str());
    Sentence {
        anchor: anchor(&entry.id),
        text: plain::line(&entry.text),
        passage: passage.map(|(id, _)| id.to_string()),
        shared: passage.map_or(1, |(_, n)| *n),
        fact: known.facts.get(entry.id.as_str()).map(|f| f.to_string()),
    }
}
