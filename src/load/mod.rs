//! A folder of files → articles in normal form, with what was taken out and what went wrong on record.

mod answers;
mod archives;
mod bounded;
mod csv;
mod days;
mod decode;
mod draft;
mod exports;
mod guises;
mod html;
mod http;
mod json;
mod languages;
mod linked;
mod markdown;
mod mhtml;
mod misses;
mod naming;
mod newsml;
mod ninjs;
mod nitf;
mod options;
mod outlets;
mod overrides;
mod own;
mod parts;
mod reading;
mod siblings;
mod sniff;
mod strangers;
mod text;
mod topic;
mod unmatched;
mod waiting;
mod walk;
mod warc;
mod xml;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::model::{Article, Diagnostic};
pub use naming::is_of_file as is_named_by_file;
pub use options::{Folder, Limits, Options, Override};
pub use own::MESSAGE as OWN;
use reading::Reading;
pub use unmatched::nearest;
use waiting::Waiting;
pub use waiting::{Counted, Progress};
pub use walk::{NO_FETCHING, is_address};

/// How standard input is named, and shown.
pub const STANDARD_INPUT: &str = "-";

/// What could be read and what could not.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Articles in the order of the names of their files.
    pub articles: Vec<Article>,
    /// What was skipped or repaired.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads every article of the given files, folders and patterns, and of standard input for "-", as the articles of one
/// event; trouble becomes a diagnostic and the rest goes on.
pub fn inputs(paths: &[PathBuf], options: &Options) -> Loaded {
    settled(read(paths, options))
}

/// Reads like [`inputs`], without asking what the articles tell about each other: they may be of several events. Files are
/// read in the order of their names, so that the order in which paths are given changes nothing.
pub fn read(paths: &[PathBuf], options: &Options) -> Loaded {
    read_watched(paths, options, &|_| {})
}

/// Reads like [`read`] and tells `watch` how far it is.
pub fn read_watched(paths: &[PathBuf], options: &Options, watch: &dyn Fn(Progress)) -> Loaded {
    let is_stdin = |path: &&PathBuf| path.as_os_str() == STANDARD_INPUT;
    let found = |path: &PathBuf| walk::files(path, &options.limits);
    let mut files: Vec<walk::Found> = paths
        .iter()
        .filter(|p| !is_stdin(p))
        .flat_map(found)
        .collect();
    files.sort_by(|a, b| name(a).cmp(name(b)));
    let size = |file: &PathBuf| file.metadata().map_or(0, |m| m.len());
    let total = match paths.iter().any(|p| is_stdin(&p)) {
        true => 0,
        false => files.iter().flatten().map(size).sum(),
    };
    let named: HashSet<&PathBuf> = paths.iter().collect();
    let mut reading = Reading::new(options, Waiting::new(watch, total));
    paths.iter().filter(is_stdin).for_each(|_| reading.stdin());
    for file in files {
        match file {
            Ok(file) => reading.file(&file, named.contains(&file)),
            Err((path, message)) => reading.trouble(&path, message),
        }
    }
    reading.judge(paths);
    reading.done()
}

/// What a file is ordered by.
fn name(found: &walk::Found) -> &Path {
    match found {
        Ok(file) => file,
        Err((path, _)) => path,
    }
}

/// Reads articles that are JSON Lines in memory, as [`read`] does those of standard input.
pub fn lines(lines: &str, options: &Options) -> Loaded {
    let mut reading = Reading::new(options, Waiting::new(&|_| {}, 0));
    reading.json_lines(lines);
    reading.done()
}

/// Articles of one event that are objects in memory instead of files: each with its number in what is shown as their place.
pub fn records(records: Vec<(u64, Value)>, shown: &str, options: &Options) -> Loaded {
    let mut reading = Reading::new(options, Waiting::new(&|_| {}, 0));
    reading.records(records, shown);
    reading.done()
}

/// Articles of one event with what they tell about each other: keys and names of outlets that differ, copies, versions,
/// days; in the order of their days.
pub fn settled(loaded: Loaded) -> Loaded {
    named(known(loaded))
}

/// Settles like [`settled`] and leaves what is compared: the newest version of each article, and no article of which only
/// the beginning is there.
pub fn compared(loaded: Loaded) -> Loaded {
    let mut loaded = known(loaded);
    siblings::compared(&mut loaded.articles);
    named(loaded)
}

/// The versions of one article by one outlet, oldest first and settled, where the articles are nothing else; none otherwise.
/// With `asked` any articles are versions of one, in the order of their times, then of their lengths.
pub fn versions(loaded: &Loaded, asked: bool) -> Option<Loaded> {
    if !asked && loaded.articles.len() > siblings::MOST_VERSIONS {
        return None;
    }
    let mut loaded = match asked {
        // Of one address and one day they would be copies, and one of them left out.
        true => numbered(loaded.clone()),
        false => known(loaded.clone()),
    };
    let are_versions = siblings::versions(&mut loaded.articles, asked);
    outlets::settle(&mut loaded.articles);
    are_versions.then_some(loaded)
}

/// Gives every article its key.
fn numbered(mut loaded: Loaded) -> Loaded {
    naming::number_keys(&mut loaded.articles);
    loaded
}

/// Gives every article its key and tells what each knows of the others.
fn known(loaded: Loaded) -> Loaded {
    let mut loaded = numbered(loaded);
    siblings::settle(&mut loaded.articles, &mut loaded.diagnostics);
    loaded
}

/// Gives every outlet its name and every article its place.
fn named(mut loaded: Loaded) -> Loaded {
    outlets::settle(&mut loaded.articles);
    loaded.articles.sort_by(|a, b| place(a).cmp(&place(b)));
    loaded
}

/// What the articles are ordered by: when they appeared, those without a day last, then their words. Names of files have no
/// part in it, so that they change nothing of what is found.
fn place(article: &Article) -> (bool, Option<&str>, &str) {
    (
        article.published.is_none(),
        article.published.as_deref(),
        &article.text,
    )
}
