//! One self-contained page: no network, no external file, usable without scripts.
//!
//! The page's data is made here, one file per section; where it stands is decided in `templates`. The template engine
//! escapes every value. The page's policy allows its own style and script by their digests and nothing else, so that
//! no words of an article could ever run.

mod articles;
mod facts;
mod findings;
mod framings;
mod head;
mod people;
mod pictures;
mod policy;
mod quotes;
mod tooltips;

use minijinja::value::Serde;
use minijinja::{Environment, syntax::SyntaxConfig};
use serde::Serialize;

use super::base;
use super::labels;
use super::view::View;
use super::wording;
use crate::report::Report;

const STYLE: &str = concat!(include_str!("style.css"), include_str!("print.css"));
const SCRIPT: &str = include_str!("script.js");

/// Every template by name; the ending makes the engine escape.
const TEMPLATES: [(&str, &str); 12] = [
    ("page.html", include_str!("templates/page.html")),
    ("macros.html", include_str!("templates/macros.html")),
    ("head.html", include_str!("templates/head.html")),
    ("base.html", include_str!("templates/base.html")),
    ("facts.html", include_str!("templates/facts.html")),
    ("findings.html", include_str!("templates/findings.html")),
    ("quotes.html", include_str!("templates/quotes.html")),
    ("framings.html", include_str!("templates/framings.html")),
    ("wording.html", include_str!("templates/wording.html")),
    ("people.html", include_str!("templates/people.html")),
    ("pictures.html", include_str!("templates/pictures.html")),
    ("articles.html", include_str!("templates/articles.html")),
];

/// Everything the page shows.
#[derive(Serialize)]
struct Page {
    policy: String,
    style: &'static str,
    script: &'static str,
    head: head::Head,
    facts: facts::Facts,
    base: Vec<base::Group>,
    findings: Vec<findings::Finding>,
    finding_kinds: Vec<Category>,
    dimensions: Vec<Category>,
    utterances: Vec<quotes::Utterance>,
    framings: Vec<framings::Framing>,
    people: Vec<people::Entity>,
    wording: Vec<wording::Group>,
    pictures: pictures::Pictures,
    articles: Vec<articles::Article>,
}

/// The page as one HTML document.
///
/// # Errors
/// When a template is broken.
pub fn write(report: &Report) -> Result<String, minijinja::Error> {
    let view = View::new(report);
    let page = Page {
        policy: policy::policy(STYLE, SCRIPT),
        style: STYLE,
        script: SCRIPT,
        head: head::head(&view),
        facts: facts::facts(&view),
        base: base::groups(&view, false),
        findings: findings::findings(&view),
        finding_kinds: distinct(report.findings.iter().map(|f| Category::of(&f.kind))),
        dimensions: distinct(report.framings.iter().map(|f| Category::of(&f.dimension))),
        utterances: quotes::utterances(&view),
        framings: framings::framings(&view),
        people: people::entities(&view),
        wording: wording::groups(&view),
        pictures: pictures::pictures(&view),
        articles: articles::articles(&view),
    };
    let mut engine = Environment::new();
    engine.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()?,
    );
    engine.add_filter("meaning", tooltips::meaning);
    for (name, source) in TEMPLATES {
        engine.add_template(name, source)?;
    }
    engine.get_template("page.html")?.render(Serde(page))
}

/// A category: the report's name for it and the one for people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Category {
    code: String,
    label: String,
}

impl Category {
    fn of<T: Serialize>(category: &T) -> Self {
        Self {
            code: labels::code(category),
            label: labels::label(category),
        }
    }
}

/// Each category once, by name.
fn distinct(categories: impl Iterator<Item = Category>) -> Vec<Category> {
    categories
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// Who is meant and where the words stand.
#[derive(Serialize)]
struct Place {
    /// Index of the outlet among the columns.
    outlet: usize,
    /// Its name.
    name: String,
    /// "¶3", "headline".
    spot: String,
    /// Anchor of the sentence, where the page holds the article's text.
    anchor: Option<String>,
}

impl Place {
    fn of(view: &View, sentence: &str) -> Option<Self> {
        let (article, entry) = view.sentence(sentence)?;
        Some(Self {
            outlet: column(view, &article.id),
            name: view.short(&article.id),
            spot: view.spot(sentence),
            anchor: (!entry.text.is_empty()).then(|| anchor(sentence)),
        })
    }
}

/// Index of an article among the columns.
fn column(view: &View, article: &str) -> usize {
    view.columns()
        .iter()
        .position(|a| a.id == article)
        .unwrap_or(0)
}

/// Columns of the articles, as the page's filter reads them: " 0 2 3 ".
fn columns_of<'a>(view: &View, articles: impl IntoIterator<Item = &'a String>) -> String {
    let mut found: Vec<usize> = articles.into_iter().map(|a| column(view, a)).collect();
    found.sort_unstable();
    found.dedup();
    found
        .iter()
        .map(usize::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

/// An id that an address can point at, from the id of a sentence.
fn anchor(sentence: &str) -> String {
    let safe = |c: char| {
        if c.is_alphanumeric() || c == '-' {
            c
        } else {
            '-'
        }
    };
    format!("s-{}", sentence.chars().map(safe).collect::<String>())
}
