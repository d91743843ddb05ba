//! Blind coding: the flags `--blind`, `--seed` and `--blind-key` of `coverage diff`.

use std::path::PathBuf;

use anyhow::bail;

use super::destination::Destination;
use super::several::Collection;
use crate::render::{self, Rendered};
use crate::report::{self, ArticleEntry, Events, Report};

/// Whether outlet names are hidden, and how to restore them.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Blind coding")]
pub struct Blind {
    /// Show outlets as A, B, C; mask headlines, bylines, agencies and outlet names.
    #[arg(long)]
    pub blind: bool,
    /// Seed for assigning letters; the same seed and articles give the same letters.
    #[arg(long, value_name = "N", requires = "blind", default_value_t = report::SEED)]
    seed: u64,
    /// Write the key (which letter stands for which outlet, article and file) to this CSV file.
    #[arg(
        long,
        value_name = "FILE",
        requires = "blind",
        conflicts_with = "all_events"
    )]
    blind_key: Option<PathBuf>,
}

impl Blind {
    /// Refuses before the work starts a key that could not be written after it.
    ///
    /// # Errors
    /// When the file exists and may not be replaced, or is the report itself.
    pub fn check(&self, destination: &Destination) -> anyhow::Result<()> {
        let Some(file) = &self.blind_key else {
            return Ok(());
        };
        if destination.path() == Some(file) {
            bail!(
                "--blind-key and -o name the same file; write the key to a separate file so that coders do not see it"
            );
        }
        destination.spare_existing(file)
    }

    /// The report as it is shown.
    ///
    /// # Errors
    /// When it cannot be written as data.
    pub fn apply(&self, report: Report) -> anyhow::Result<Report> {
        if self.blind {
            Ok(report::blind(&report, self.seed)?)
        } else {
            Ok(report)
        }
    }

    /// The events as they are listed.
    pub fn events(&self, collection: &Collection) -> Events {
        let mut events = collection.events();
        if self.blind {
            report::blind_events(&mut events);
        }
        events
    }

    /// Writes the key where one is wanted.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_key(
        &self,
        articles: &[ArticleEntry],
        destination: &Destination,
    ) -> anyhow::Result<()> {
        let Some(file) = &self.blind_key else {
            return Ok(());
        };
        let table = render::csv::key(&report::key(articles, self.seed))?;
        destination.write(file, Rendered::Bytes(table), articles)
    }
}
