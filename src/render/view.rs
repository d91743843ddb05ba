//! The report indexed for looking things up while lines are made.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::{BlockKind, Cell, Earlier, Grade};
use crate::render::{names, plain};
use crate::report::{
    self, ArticleEntry, ExcerptEntry, FactEntry, QuoteEntry, Report, SentenceEntry, UtteranceEntry,
};

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
        let sentences = report
            .articles
            .iter()
            .flat_map(|a| a.sentences.iter().map(move |s| (s.id.as_str(), (a, s))));
        let names: Vec<String> = report
            .articles
            .iter()
            .map(|a| plain::line(&a.outlet))
            .collect();
        let ids = report.articles.iter().map(|a| a.id.as_str());
        Self {
            report,
            short: ids.zip(names::short(&names)).collect(),
            articles: report.articles.iter().map(|a| (a.id.as_str(), a)).collect(),
            sentences: sentences.collect(),
            quotes: report.quotes.iter().map(|q| (q.id.as_str(), q)).collect(),
        }
    }

    /// The articles: the base first, those of one origin beside each other.
    pub fn columns(&self) -> Vec<&'a ArticleEntry> {
        let by_origin = self.report.origins.iter().flat_map(|o| &o.articles);
        let mut found: Vec<&ArticleEntry> = by_origin
            .filter_map(|id| self.articles.get(id.as_str()).copied())
            .collect();
        for article in &self.report.articles {
            if !found.iter().any(|a| a.id == article.id) {
                found.push(article);
            }
        }
        found.sort_by_key(|a| self.report.base.as_ref() != Some(&a.id));
        found
    }

    /// The outlet of an article, safe to print.
    pub fn outlet(&self, article: &str) -> String {
        self.articles
            .get(article)
            .map_or_else(|| plain::line(article), |a| plain::line(&a.outlet))
    }

    /// The outlet of an article in few characters, still told from every other.
    pub fn short(&self, article: &str) -> String {
        self.short
            .get(article)
            .cloned()
            .unwrap_or_else(|| plain::line(article))
    }

    /// The day an article appeared, in few characters, where the articles are of several days and the outlet's name does
    /// not say it: "Bay Courier (9 Mar)" does.
    pub fn day(&self, article: &str) -> Option<String> {
        let days: BTreeSet<Option<Date>> = self.report.articles.iter().map(day).collect();
        let own = day(self.articles.get(article)?)?
            .strftime("%-d %b")
            .to_string();
        (days.len() > 1 && !self.short(article).contains(&own)).then_some(own)
    }

    /// The outlet of an article in few characters, with that day.
    pub fn dated(&self, article: &str) -> String {
        let name = self.short(article);
        match self.day(article) {
            Some(day) => format!("{name} ({day})"),
            None => name,
        }
    }

    /// The file of an article whose outlet has a name that was made for it, as "article 004" and "Bay Courier (2)" were:
    /// a reader could not tell which one is meant.
    pub fn file(&self, article: &ArticleEntry) -> Option<String> {
        let made = !article
            .masthead
            .to_lowercase()
            .contains(&article.outlet.to_lowercase());
        let name = article
            .path
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or(&article.path);
        made.then(|| plain::line(name))
    }

    /// The outlets with names made for them, each with its file.
    pub fn files(&self) -> Vec<String> {
        let made = self
            .columns()
            .into_iter()
            .filter_map(|a| Some((a, self.file(a)?)));
        made.map(|(a, file)| format!("{} = {file}", self.outlet(&a.id)))
            .collect()
    }

    /// The earlier versions of an article that are not compared, in words; none where there are none.
    pub fn earlier(&self, article: &ArticleEntry) -> Option<String> {
        let one = |version: &Earlier| {
            let file = version.path.rsplit(['/', '\\']).next();
            let when = version.updated.as_ref().or(version.published.as_ref());
            let when = when.map_or(String::new(), |when| format!(" of {}", minutes(when)));
            plain::line(&format!("{}{when}", file.unwrap_or(&version.path)))
        };
        let named: Vec<String> = article.earlier_versions.iter().map(one).collect();
        (!named.is_empty()).then(|| format!("latest version; not compared: {}", named.join(", ")))
    }

    /// The articles that have earlier versions, each with these.
    pub fn versions(&self) -> Vec<String> {
        let columns = self.columns().into_iter();
        columns
            .filter_map(|a| Some(format!("{}: {}", self.outlet(&a.id), self.earlier(a)?)))
            .collect()
    }

    /// The sentence with this id and its article.
    pub fn sentence(&self, id: &str) -> Option<(&'a ArticleEntry, &'a SentenceEntry)> {
        self.sentences.get(id).copied()
    }

    /// The quote with this id.
    pub fn quote(&self, id: &str) -> Option<&'a QuoteEntry> {
        self.quotes.get(id).copied()
    }

    /// Who said something, safe to print; where the articles name two speakers, both of them. More are a sign that it is not one
    /// saying, and none is named.
    pub fn speaker(&self, utterance: &UtteranceEntry) -> String {
        let own = utterance.speaker.as_deref();
        let quotes = utterance.members.iter();
        let quotes = quotes.filter_map(|m| self.quote(&m.quote)?.speaker.as_deref());
        let mut named: Vec<String> = Vec::new();
        for name in own.into_iter().chain(quotes.filter(|_| own.is_none())) {
            let name = plain::line(name);
            if !named.contains(&name) {
                named.push(name);
            }
        }
        match named.as_slice() {
            [] => "Unknown speaker".to_string(),
            [_] | [_, _] => named.join(" or "),
            _ => "Different speakers".to_string(),
        }
    }

    /// Outlet and paragraph of a sentence: "Ledger ¶3", "Ledger headline".
    pub fn place(&self, sentence: &str) -> String {
        match self.sentences.get(sentence) {
            Some((article, _)) => format!("{} {}", self.short(&article.id), self.spot(sentence)),
            None => plain::line(sentence),
        }
    }

    /// The places of some evidence, each once: "Ledger ¶3, Tribune ¶2".
    pub fn places(&self, evidence: &[ExcerptEntry]) -> String {
        let mut places: Vec<String> = Vec::new();
        for place in evidence.iter().map(|e| self.place(&e.sentence)) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places.join(", ")
    }

    /// Paragraph of a sentence: "¶3", "headline".
    pub fn spot(&self, sentence: &str) -> String {
        match self.sentences.get(sentence) {
            Some((_, s)) if s.kind == BlockKind::Headline => "headline".to_string(),
            Some((article, s)) => format!("¶{}", paragraph(article, s)),
            None => String::new(),
        }
    }

    /// The words of a sentence around an excerpt, before, inside and after it.
    pub fn around(&self, excerpt: &ExcerptEntry) -> (String, String, String) {
        let inside = plain::line(&excerpt.text);
        let Some((_, sentence)) = self.sentences.get(excerpt.sentence.as_str()) else {
            return (String::new(), inside, String::new());
        };
        let chars: Vec<char> = sentence.text.chars().collect();
        let from = excerpt
            .start
            .saturating_sub(sentence.start.unwrap_or(excerpt.start))
            .min(chars.len());
        let to = (from + excerpt.end.saturating_sub(excerpt.start)).min(chars.len());
        let text = |part: &[char]| part.iter().collect::<String>();
        (
            text(chars.get(..from).unwrap_or(&[])),
            inside,
            text(chars.get(to..).unwrap_or(&[])),
        )
    }

    /// What the event is called.
    pub fn title(&self) -> Option<&'a str> {
        let articles = self.report.articles.iter();
        report::title(articles.filter_map(|a| a.headline.as_deref()))
    }

    /// Whether an article is out of scope for every fact it lacks.
    pub fn is_brief(&self, article: &ArticleEntry) -> bool {
        let mut grades = self
            .report
            .facts
            .iter()
            .filter_map(|f| f.missing.get(&article.id))
            .peekable();
        grades.peek().is_some() && grades.all(|g| *g == Grade::OutOfScope)
    }

    /// How many articles surely report at least a part of a fact.
    pub fn told_by(&self, fact: &FactEntry) -> usize {
        fact.cells.values().filter(|cell| cell.is_told()).count()
    }

    /// What an article does with a fact.
    pub fn cell(&self, fact: &FactEntry, article: &str) -> Cell {
        fact.cells.get(article).copied().unwrap_or(Cell::NotFound)
    }
}

/// The day an article appeared, where it is known.
fn day(article: &ArticleEntry) -> Option<Date> {
    article.published.as_deref()?.get(..10)?.parse().ok()
}

/// A day, or a day and a clock without seconds: "2031-03-04 18:00".
pub fn minutes(stamp: &str) -> String {
    let short: String = stamp.chars().take("2031-03-04T18:00".len()).collect();
    short.replace('T', " ")
}

/// Number of a sentence's paragraph among the body paragraphs, from 1.
fn paragraph(article: &ArticleEntry, sentence: &SentenceEntry) -> usize {
    let body = article
        .sentences
        .iter()
        .filter(|s| s.kind == BlockKind::Body);
    let mut before: Vec<u32> = body
        .map(|s| s.paragraph)
        .filter(|p| *p < sentence.paragraph)
        .collect();
    before.dedup();
    before.len() + 1
}
