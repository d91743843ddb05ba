//! `coverage diff --all-events`: one report an event and a page that leads to them.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Context;
use rayon::prelude::*;

use super::destination::Destination;
use super::several::Collection;
use super::{output, progress};
use crate::render::{Rendered, index};
use crate::report::{EventEntry, Events, Report};

/// Letters of a headline in the name of a file.
const LONGEST_NAME: usize = 50;

/// Writes a report on every event of two articles or more, several at a time and none kept, and the page that leads to them.
/// An event that cannot be compared or written is told on the page and on standard error, and the rest goes on.
///
/// # Errors
/// When the folder or its index cannot be written.
pub fn write(
    collection: &Collection,
    events: &Events,
    ending: &str,
    destination: &Destination,
    made: impl Fn(crate::load::Loaded) -> anyhow::Result<(Report, Rendered)> + Sync,
) -> anyhow::Result<()> {
    let folder = destination.folder("--all-events")?;
    let index = folder.join("index.html");
    destination.spare_existing(&index)?;
    output::diagnostics(&events.diagnostics);
    let told = collection.told();
    let one = |&at: &usize| {
        let entry = events.events.get(at).context("no such event")?;
        let name = format!("{}.{ending}", name(entry, events.events.len()));
        let (report, rendered) = made(collection.part(at))?;
        destination.write(&folder.join(&name), rendered, &report.articles)?;
        Ok(name)
    };
    let waiting = progress::Events::new(true);
    let done = AtomicUsize::new(0);
    let watched = |at: &usize| {
        let file = one(at);
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        waiting.tell(done, done as u64, told.len() as u64);
        file
    };
    let files: Vec<anyhow::Result<String>> = told.par_iter().map(watched).collect();
    waiting.end();
    let rows: Vec<(&EventEntry, Result<String, String>)> = told
        .iter()
        .zip(files)
        .filter_map(|(at, file)| {
            Some((events.events.get(*at)?, file.map_err(|e| complain(*at, &e))))
        })
        .collect();
    destination.write(&index, Rendered::Text(index::write(&rows)), &[])?;
    output::complain(&format!(
        "compared {} events; the index is {}",
        rows.len(),
        shown(&index)
    ));
    Ok(())
}

fn complain(at: usize, error: &anyhow::Error) -> String {
    output::complain(&format!("error: event {}: {error:#}", at + 1));
    error.to_string()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// "012-strike-over": the number, so that files sort by day, and the headline.
fn name(event: &EventEntry, of: usize) -> String {
    let width = of.to_string().len();
    let letters = event
        .headline
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' });
    let words: String = letters.flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = words.split('-').filter(|w| !w.is_empty()).collect();
    let short: String = words.join("-").chars().take(LONGEST_NAME).collect();
    format!("{:0width$}-{}", event.id, short.trim_end_matches('-'))
}
