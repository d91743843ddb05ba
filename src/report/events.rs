//! The events of a collection as `coverage events --format json` prints them.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::assemble::round;
use super::schema::DiagnosticEntry;
use super::title::title;
use crate::model::{Article, Diagnostic, Group, Grouping, Member};

/// The events that a collection of articles covers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Events {
    /// One entry per event, ordered by day; events without a day come last.
    pub events: Vec<EventEntry>,
    /// Files skipped or repaired, and why.
    pub diagnostics: Vec<DiagnosticEntry>,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct EventEntry {
    /// Its number, counted from 1.
    pub id: usize,
    /// The first day on which one of its articles appeared, ISO 8601; null if none has a day.
    pub date: Option<String>,
    /// The headline of the article that is closest to all the others.
    pub headline: String,
    /// The outlets that cover it, each listed once, in the order of their articles.
    pub outlets: Vec<String>,
    /// Its articles, ordered by day.
    pub articles: Vec<EventArticle>,
    /// Numbers of other events on the same matter, closest first.
    pub related: Vec<usize>,
}

/// One article of an event.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct EventArticle {
    /// The file it was read from.
    pub path: String,
    /// Name of the outlet as found.
    pub outlet: String,
    /// Its title.
    pub headline: Option<String>,
    /// ISO 8601 day or time of publication.
    pub published: Option<String>,
    /// How certain it is that the article covers this event, 0 to 1; for an article on its own, how certain it is that no
    /// other article covers its event.
    pub certainty: f64,
    /// Another event that it was close to.
    pub also: Option<AlsoEntry>,
    /// What else is known about it, if the whole article was requested.
    #[serde(flatten)]
    pub whole: Option<WholeArticle>,
}

/// An event that an article was close to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct AlsoEntry {
    /// Its number.
    pub event: usize,
    /// How certain it would have been that the article covers that event, 0 to 1.
    pub certainty: f64,
}

/// The rest of an article, under names that can be read back in.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct WholeArticle {
    url: Option<String>,
    author: Vec<String>,
    updated: Option<String>,
    dateline: Option<String>,
    section: Option<String>,
    language: Option<String>,
    wire: Vec<String>,
    text: String,
}

/// The events of a grouping of these articles, with the whole articles where these are asked for.
pub fn events(
    articles: &[Article],
    grouping: &Grouping,
    diagnostics: &[Diagnostic],
    whole: bool,
) -> Events {
    let entries = grouping.groups.iter().enumerate();
    Events {
        events: entries
            .map(|(at, group)| entry(articles, at, group, whole))
            .collect(),
        diagnostics: diagnostics.iter().map(DiagnosticEntry::from).collect(),
    }
}

impl Events {
    /// Leaves out the articles that no other tells the event of, and what points at them.
    pub fn leave_out_alone(&mut self) {
        self.events.retain(|event| event.articles.len() > 1);
        let ids: BTreeSet<usize> = self.events.iter().map(|event| event.id).collect();
        for event in &mut self.events {
            event.related.retain(|id| ids.contains(id));
            for article in &mut event.articles {
                let is_listed = |also: &AlsoEntry| ids.contains(&also.event);
                article.also = article.also.take().filter(is_listed);
            }
        }
    }
}

fn entry(articles: &[Article], at: usize, group: &Group, whole: bool) -> EventEntry {
    let members = group.members.iter();
    let members: Vec<(&Member, &Article)> = members
        .filter_map(|member| Some((member, articles.get(member.article)?)))
        .collect();
    let days = members
        .iter()
        .filter_map(|(_, a)| a.published.as_deref()?.get(..10));
    let mut seen = BTreeSet::new();
    let outlets = members.iter().map(|(_, a)| a.outlet.clone());
    EventEntry {
        id: at + 1,
        date: days.min().map(str::to_string),
        headline: headline(members.iter().map(|(_, a)| *a)),
        outlets: outlets
            .filter(|outlet| seen.insert(outlet.to_lowercase()))
            .collect(),
        articles: members.iter().map(|(m, a)| article(m, a, whole)).collect(),
        related: group.related.iter().map(|other| other + 1).collect(),
    }
}

/// What the event of some articles is called: a headline, or the first words of the first where none has one.
fn headline<'a>(articles: impl Iterator<Item = &'a Article> + Clone) -> String {
    let found = title(articles.clone().filter_map(|a| a.headline.as_deref()));
    let first = || {
        articles
            .clone()
            .next()
            .map(|a| a.text.chars().take(FIRST_LETTERS).collect())
    };
    found.map(str::to_string).or_else(first).unwrap_or_default()
}

/// Letters of a text that stand for a headline.
const FIRST_LETTERS: usize = 80;

fn article(member: &Member, article: &Article, whole: bool) -> EventArticle {
    EventArticle {
        path: article.path.clone(),
        outlet: article.outlet.clone(),
        headline: article.headline.clone(),
        published: article.published.clone(),
        certainty: round(member.certainty),
        also: member.also.map(|near| AlsoEntry {
            event: near.group + 1,
            certainty: round(near.certainty),
        }),
        whole: whole.then(|| rest(article)),
    }
}

fn rest(article: &Article) -> WholeArticle {
    WholeArticle {
        url: article.url.clone(),
        author: article.byline.clone(),
        updated: article.updated.clone(),
        dateline: article.dateline.clone(),
        section: article.section.clone(),
        language: article.language.clone(),
        wire: article.wire.clone(),
        text: article.body().collect::<Vec<_>>().join("\n\n"),
    }
}
