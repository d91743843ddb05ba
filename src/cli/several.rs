//! Several events in one folder: `--event`, `--all-events`, `--one-event`, and what `coverage diff` does without them.

use super::{output, progress};
use crate::load::Loaded;
use crate::model::{Article, Diagnostic, Grouping};
use crate::report::{self, Events};

/// Which of several events are compared.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Several events")]
pub struct Several {
    /// Compare only the event with this number in the list.
    #[arg(long, value_name = "N", conflicts_with_all = ["all_events", "one_event"])]
    event: Option<usize>,
    /// Compare each event separately: one report each and an index page, in the folder given by -o.
    #[arg(long, conflicts_with = "one_event")]
    pub all_events: bool,
    /// Compare all articles as one event, even if they seem to cover several.
    #[arg(long)]
    pub one_event: bool,
}

/// What is to be compared.
pub enum Choice {
    /// These articles, as one event.
    One(Loaded),
    /// Each event for itself.
    All(Collection),
    /// Nothing before the user has chosen among the events.
    List(Collection),
}

impl Several {
    /// What of these articles is to be compared. A folder counts as several events where two matters that have nothing to do
    /// with each other are told by two articles or more; a stray article, or an event and what became of it, stay together.
    ///
    /// # Errors
    /// When there is no event of that number, or only one article tells it.
    pub fn choice(&self, loaded: Loaded) -> anyhow::Result<Choice> {
        if self.one_event {
            return Ok(Choice::One(loaded));
        }
        let collection = Collection::of(loaded);
        if self.all_events {
            return Ok(Choice::All(collection));
        }
        if let Some(number) = self.event {
            return collection.event(number).map(Choice::One);
        }
        if collection.grouping.matters() > 1 {
            return Ok(Choice::List(collection));
        }
        let told = collection.told().len();
        if told > 1 {
            output::complain(&format!(
                "note: these articles cover {told} related events, compared as one; `{} events` lists them, --event N \
                 compares one",
                super::called::name()
            ));
        }
        Ok(Choice::One(collection.whole()))
    }
}

/// Articles and the events they tell.
pub struct Collection {
    articles: Vec<Article>,
    grouping: Grouping,
    diagnostics: Vec<Diagnostic>,
}

impl Collection {
    /// The events of articles that were read and not settled.
    pub fn of(loaded: Loaded) -> Self {
        let (articles, grouping) =
            progress::watched(|watch| crate::grouped(loaded.articles, watch));
        Self {
            articles,
            grouping,
            diagnostics: loaded.diagnostics,
        }
    }

    fn whole(self) -> Loaded {
        Loaded {
            articles: self.articles,
            diagnostics: self.diagnostics,
        }
    }

    /// The events with their numbers.
    pub fn events(&self) -> Events {
        report::events(&self.articles, &self.grouping, &self.diagnostics, false)
    }

    /// The articles of one event in the order in which they were read, with what was said of them.
    pub fn part(&self, group: usize) -> Loaded {
        let members = self.grouping.groups.get(group).into_iter();
        let mut places: Vec<usize> = members
            .flat_map(|g| &g.members)
            .map(|m| m.article)
            .collect();
        places.sort_unstable();
        let articles: Vec<Article> = places
            .iter()
            .filter_map(|&i| self.articles.get(i))
            .cloned()
            .collect();
        let is_theirs = |d: &&Diagnostic| articles.iter().any(|a| a.path == d.path);
        Loaded {
            diagnostics: self.diagnostics.iter().filter(is_theirs).cloned().collect(),
            articles,
        }
    }

    fn event(&self, number: usize) -> anyhow::Result<Loaded> {
        let groups = &self.grouping.groups;
        let size = number
            .checked_sub(1)
            .and_then(|at| groups.get(at))
            .map(|g| g.members.len());
        match size {
            None => anyhow::bail!(
                "--event {number}: no such event; choose a number from 1 to {}",
                groups.len()
            ),
            Some(1) => anyhow::bail!(
                "--event {number}: only one article covers this event, so there is nothing to compare"
            ),
            Some(_) => Ok(self.part(number - 1)),
        }
    }

    /// Indices of the events that two articles or more tell, in the order of the first article that was read.
    pub fn told(&self) -> Vec<usize> {
        let groups = self.grouping.groups.iter().enumerate();
        let mut told: Vec<(Option<usize>, usize)> = groups
            .filter(|(_, g)| g.members.len() > 1)
            .map(|(at, g)| (g.members.iter().map(|m| m.article).min(), at))
            .collect();
        told.sort_unstable();
        told.into_iter().map(|(_, at)| at).collect()
    }

    /// Where the first article of an event stands among those read, counted from 1.
    pub fn place(&self, group: usize) -> usize {
        let members = self
            .grouping
            .groups
            .get(group)
            .into_iter()
            .flat_map(|g| &g.members);
        members.map(|m| m.article + 1).min().unwrap_or_default()
    }
}
