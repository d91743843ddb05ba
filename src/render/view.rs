//! The report indexed for looking things up while lines are made.

use std::collections::BTreeMap;

use crate::model::BlockKind;
use crate::render::{names, plain};
use crate::report::{ArticleEntry, ExcerptEntry, FactEntry, QuoteEntry, Report, SentenceEntry};

/// Share of a fact's content below which an article says part of it.
const MOST: f64 = 0.5;

/// What an article does with a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Says it.
    Says,
    /// Says part of it.
    Part,
    /// Says otherwise.
    Otherwise,
    /// Lacks it, and would be expected to have it.
    Absent,
    /// Was not found to say it.
    NotFound,
    /// Is too short or another story.
    OutOfScope,
}

impl Cell {
    /// Every cell in the order of the legend, with its meaning.
    pub const LEGEND: [(Cell, &'static str); 6] = [
        (Cell::Says, "says it"),
        (Cell::Part, "says part of it"),
        (Cell::Otherwise, "says otherwise"),
        (Cell::Absent, "absent"),
        (Cell::NotFound, "not found"),
        (Cell::OutOfScope, "out of scope"),
    ];

    /// Its name in page and tables.
    pub fn code(self) -> &'static str {
        match self {
            Cell::Says => "says",
            Cell::Part => "part",
            Cell::Otherwise => "otherwise",
            Cell::Absent => "absent",
            Cell::NotFound => "not_found",
            Cell::OutOfScope => "out_of_scope",
        }
    }

    /// Its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Cell::Says => "●",
            Cell::Part => "◐",
            Cell::Otherwise => "≠",
            Cell::Absent => "○",
            Cell::NotFound => "·",
            Cell::OutOfScope => "–",
        }
    }
}

/// The report with its sentences, articles and quotes by id.
pub struct View<'a> {
    /// The report.
    pub report: &'a Report,
    articles: BTreeMap<&'a str, &'a ArticleEntry>,
    sentences: BTreeMap<&'a str, (&'a ArticleEntry, &'a SentenceEntry)>,
    quotes: BTreeMap<&'a str, &'a QuoteEntry>,
    /// Short name of each article's outlet, unique among them.
    short: BTreeMap<&'a str, String>,
}

impl<'a> View<'a> {
    /// Indexes a report.
    pub fn new(report: &'a Report) -> Self {
        let sentences = report.articles.iter().flat_map(|a| a.sentences.iter().map(move |s| (s.id.as_str(), (a, s))));
        let names: Vec<String> = report.articles.iter().map(|a| plain::line(&a.outlet)).collect();
        let ids = report.articles.iter().map(|a| a.id.as_str());
        Self {
            report,
            short: ids.zip(names::short(&names)).collect(),
            articles: report.articles.iter().map(|a| (a.id.as_str(), a)).collect(),
            sentences: sentences.collect(),
            quotes: report.quotes.iter().map(|q| (q.id.as_str(), q)).collect(),
        }
    }

    /// The articles, those of one origin beside each other.
    pub fn columns(&self) -> Vec<&'a ArticleEntry> {
        let by_origin = self.report.origins.iter().flat_map(|o| &o.articles);
        let mut found: Vec<&ArticleEntry> =
            by_origin.filter_map(|id| self.articles.get(id.as_str()).copied()).collect();
        for article in &self.report.articles {
            if !found.iter().any(|a| a.id == article.id) {
                found.push(article);
            }
        }
        found
    }

    /// The outlet of an article, safe to print.
    pub fn outlet(&self, article: &str) -> String {
        self.articles.get(article).map_or_else(|| plain::line(article), |a| plain::line(&a.outlet))
    }

    /// The outlet of an article in few characters, still told from every other.
    pub fn short(&self, article: &str) -> String {
        self.short.get(article).cloned().unwrap_or_else(|| plain::line(article))
    }

    /// The sentence with this id and its article.
    pub fn sentence(&self, id: &str) -> Option<(&'a ArticleEntry, &'a SentenceEntry)> {
        self.sentences.get(id).copied()
    }

    /// The quote with this id.
    pub fn quote(&self, id: &str) -> Option<&'a QuoteEntry> {
        self.quotes.get(id).copied()
    }

    /// Outlet and paragraph of a sentence: "Ledger ¶3", "Ledger headline".
    pub fn place(&self, sentence: &str) -> String {
        match self.sentences.get(sentence) {
            Some((article, _)) => format!("{} {}", self.short(&article.id), self.spot(sentence)),
            None => plain::line(sentence),
        }
    }

    /// Paragraph of a sentence: "¶3", "headline".
    pub fn spot(&self, sentence: &str) -> String {
        match self.sentences.get(sentence) {
            Some((_, s)) if s.kind == BlockKind::Headline => "headline".to_string(),
            Some((article, s)) => format!("¶{}", paragraph(article, s)),
            None => String::new(),
        }
    }

    /// The words of a sentence around an excerpt, before, inside and behind it.
    pub fn around(&self, excerpt: &ExcerptEntry) -> (String, String, String) {
        let inside = plain::line(&excerpt.text);
        let Some((_, sentence)) = self.sentences.get(excerpt.sentence.as_str()) else {
            return (String::new(), inside, String::new());
        };
        let chars: Vec<char> = sentence.text.chars().collect();
        let from = excerpt.start.saturating_sub(sentence.start.unwrap_or(excerpt.start)).min(chars.len());
        let to = (from + excerpt.end.saturating_sub(excerpt.start)).min(chars.len());
        let text = |part: &[char]| part.iter().collect::<String>();
        (text(chars.get(..from).unwrap_or(&[])), inside, text(chars.get(to..).unwrap_or(&[])))
    }

    /// The headline that shares most words with the others, one in capitals only where all are; the shorter of two.
    pub fn title(&self) -> Option<&'a str> {
        let mut frequency: BTreeMap<String, usize> = BTreeMap::new();
        let headlines: Vec<&str> = self.report.articles.iter().filter_map(|a| a.headline.as_deref()).collect();
        for word in headlines.iter().flat_map(|h| long_words(h)) {
            *frequency.entry(word).or_default() += 1;
        }
        let shared = |h: &&&str| {
            let all: Vec<String> = long_words(h).collect();
            let common: usize = all.iter().map(|w| frequency.get(w).copied().unwrap_or(0)).sum();
            let shouted = !h.chars().any(char::is_lowercase);
            (!shouted, common * 100 / all.len().max(1), std::cmp::Reverse(h.len()))
        };
        headlines.iter().max_by_key(shared).copied()
    }

    /// Whether an article is out of scope for every fact it lacks.
    pub fn is_brief(&self, article: &ArticleEntry) -> bool {
        let mut grades = self.report.facts.iter().filter_map(|f| f.missing.get(&article.id)).peekable();
        grades.peek().is_some() && grades.all(|g| *g == crate::model::Grade::OutOfScope)
    }

    /// What an article does with a fact.
    pub fn cell(&self, fact: &FactEntry, article: &str) -> Cell {
        use crate::model::Grade;
        let Some(told) = fact.support.get(article) else {
            return match fact.missing.get(article) {
                Some(Grade::Absent) => Cell::Absent,
                Some(Grade::OutOfScope) => Cell::OutOfScope,
                _ => Cell::NotFound,
            };
        };
        let here: Vec<&str> = told.iter().map(|t| t.sentence.as_str()).collect();
        if self.is_outvoted(fact, &here) {
            return Cell::Otherwise;
        }
        if told.iter().all(|t| t.share < MOST) { Cell::Part } else { Cell::Says }
    }

    /// Whether a discrepancy inside this fact has these sentences on the side of the fewer articles.
    fn is_outvoted(&self, fact: &FactEntry, here: &[&str]) -> bool {
        let inside = |s: &str| fact.support.values().flatten().any(|t| t.sentence == s);
        self.report.discrepancies.iter().any(|d| {
            let values = || d.values.iter().filter(|v| inside(&v.sentence));
            let Some(ours) = values().find(|v| here.contains(&v.sentence.as_str())) else { return false };
            let size = |side: usize| values().filter(|v| v.side == side).count();
            let most = values().map(|v| size(v.side)).max().unwrap_or(0);
            let first = values().find(|v| size(v.side) == most);
            size(ours.side) < most || first.is_some_and(|f| f.side != ours.side)
        })
    }
}

/// Number of a sentence's paragraph among the body paragraphs, from 1.
fn paragraph(article: &ArticleEntry, sentence: &SentenceEntry) -> usize {
    let body = article.sentences.iter().filter(|s| s.kind == BlockKind::Body);
    let mut before: Vec<u32> = body.map(|s| s.paragraph).filter(|p| *p < sentence.paragraph).collect();
    before.dedup();
    before.len() + 1
}

fn long_words(headline: &str) -> impl Iterator<Item = String> + '_ {
    headline.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 3).map(str::to_lowercase)
}
