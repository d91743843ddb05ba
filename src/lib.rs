//! `coverage` compares how news outlets cover the same event.
//!
//! A folder of articles passes through these stages and becomes a report:
//!
//! | stage | from → to | what it decides |
//! | --- | --- | --- |
//! | [`load`] | files → [`model::Article`]s | what is article text and what is page furniture; who published it, and when |
//! | [`segment`] | article → [`model::Document`] | sentences and words |
//! | [`events`] | documents of a collection → [`model::Grouping`] | which articles cover the same event; each event is then compared separately |
//! | [`read`] | document → document | parts of speech and dependencies; who does what; clauses |
//! | [`annotate`] | document → document | quotes, names, numbers and dates, one article at a time |
//! | [`resolve`] | documents → [`model::Event`] | whom names, descriptions and pronouns refer to, within and across articles |
//! | [`align`] | event → [`model::Alignment`] | which sentences say the same thing, which articles share copy |
//! | [`pair`] | event + alignment → [`model::Pairings`] | which parts of aligned sentences correspond |
//! | [`compare`] | all of the above → [`model::Comparison`] | facts, discrepancies, utterances, framings, findings |
//! | [`report`] | all of the above → [`report::Report`] | the public object: ids and code-point offsets |
//! | [`render`] | report → bytes | layout, and nothing else |
//! | [`edits`] | two versions of one article → [`model::Edits`] | what an editor changed; instead of a comparison |
//! | [`check`] | report + expectations → verdict | whether results changed, and how accurate they are |
//!
//! A stage imports the data model ([`model`], [`span`]) and shared knowledge ([`language`], home of every English word list,
//! [`dates`], [`codebook`], and `tensors`, the weight format), but never another stage; only this file knows their order.
//! Fallible code lives at the two ends (`load`, `render`, the command line); everything in between is total functions.

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::print_stdout,
        clippy::print_stderr
    )
)]

pub mod align;
pub mod annotate;
pub mod check;
pub mod cli;
pub mod codebook;
pub mod compare;
pub mod config;
pub mod dates;
pub mod edits;
pub mod events;
pub mod language;
pub mod load;
pub mod model;
pub mod pair;
pub mod read;
pub mod regression;
pub mod render;
pub mod report;
pub mod resolve;
pub mod segment;
pub mod span;
mod tensors;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use model::{Alignment, Article, Comparison, Diagnostic, Document, Event, Grouping, Severity};
use rayon::prelude::*;
use read::Reader;
use report::{EditReport, Report};

/// Why a comparison cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum DiffError {
    /// Comparing takes at least two articles.
    #[error("a comparison needs at least two readable articles, found {found}")]
    TooFew {
        /// How many could be read.
        found: usize,
        /// Why the others could not.
        diagnostics: Vec<Diagnostic>,
    },
    /// The base outlet is not among the articles, or several match.
    #[error("{}", unknown_outlet(name, known))]
    NoSuchOutlet {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
}

impl DiffError {
    /// Why articles could not be read.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            DiffError::TooFew { diagnostics, .. } => diagnostics,
            DiffError::NoSuchOutlet { .. } => &[],
        }
    }

    /// All of it in one line: why there is no comparison, and what was wrong with the articles.
    pub fn whole(&self) -> String {
        let found = self.diagnostics().iter();
        let found: Vec<String> = found
            .map(|d| format!("{}: {}", d.path, d.message))
            .collect();
        if found.is_empty() {
            self.to_string()
        } else {
            format!("{self} ({})", found.join("; "))
        }
    }
}

/// Why a name is not the name of one outlet, and which names there are.
fn unknown_outlet(name: &str, known: &[String]) -> String {
    let part = name.to_lowercase();
    let like: Vec<&str> = known
        .iter()
        .map(String::as_str)
        .filter(|k| !part.is_empty() && k.to_lowercase().contains(&part))
        .collect();
    if like.len() > 1 {
        return format!("{name:?} matches several outlets: {}", like.join(", "));
    }
    let nearest = load::nearest(name, known.iter().cloned());
    let advice = nearest.map_or(String::new(), |n| format!("; did you mean {n:?}?"));
    format!(
        "no outlet matches {name:?}{advice} (outlets: {})",
        known.join(", ")
    )
}

/// Settings for each stage, fixed before the run starts.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What may be loaded, and how much of it.
    pub load: load::Options,
    /// How sentences are aligned.
    pub align: align::Options,
    /// What is compared and told.
    pub compare: compare::Options,
}

/// Compares the articles below the given files and folders.
///
/// # Errors
/// When fewer than two articles can be read.
pub fn diff(paths: &[PathBuf], options: &Options) -> Result<Report, DiffError> {
    diff_watched(paths, options, &|_| {})
}

/// How far a run is, for whoever waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Files are loaded.
    Loading(load::Progress),
    /// Articles are read one by one.
    Reading {
        /// Articles read.
        done: usize,
        /// Articles there are.
        total: usize,
    },
    /// Articles are grouped by event.
    Grouping {
        /// Articles looked at.
        done: usize,
        /// Articles there are.
        total: usize,
    },
    /// Sentences of all articles are aligned.
    Aligning {
        /// Sentences there are.
        sentences: usize,
    },
    /// What was aligned is compared.
    Comparing {
        /// Pairs of sentences there are.
        pairs: usize,
    },
}

/// Compares like [`diff`] and tells `watch`, from any thread, how far it is.
///
/// # Errors
/// When fewer than two articles can be read.
pub fn diff_watched(
    paths: &[PathBuf],
    options: &Options,
    watch: &(dyn Fn(Progress) + Sync),
) -> Result<Report, DiffError> {
    let loaded = load::read_watched(paths, &options.load, &|p| watch(Progress::Loading(p)));
    compared(loaded, options, watch)
}

/// Compares articles of one event, which were read and not yet settled, and tells `watch`, from any thread, how far it
/// is.
///
/// # Errors
/// When there are fewer than two articles.
pub fn compared(
    loaded: load::Loaded,
    options: &Options,
    watch: &(dyn Fn(Progress) + Sync),
) -> Result<Report, DiffError> {
    let loaded = load::compared(loaded);
    if loaded.articles.len() < 2 {
        return Err(DiffError::TooFew {
            found: loaded.articles.len(),
            diagnostics: loaded.diagnostics,
        });
    }
    let event = resolve::event(documents(loaded.articles, watch));
    if let Some(name) = options
        .compare
        .base
        .as_deref()
        .filter(|name| compare::base(&event, name).is_none())
    {
        let known = event
            .documents
            .iter()
            .map(|d| d.article.outlet.clone())
            .collect();
        return Err(DiffError::NoSuchOutlet {
            name: name.to_string(),
            known,
        });
    }
    watch(Progress::Aligning {
        sentences: event.documents.iter().map(|d| d.sentences.len()).sum(),
    });
    let alignment = align::event(&event, &options.align);
    watch(Progress::Comparing {
        pairs: alignment.links.len(),
    });
    let comparison = compare::event(
        &event,
        &alignment,
        &pair::event(&event, &alignment),
        &options.compare,
    );
    let mut diagnostics = loaded.diagnostics;
    diagnostics.extend(shortened(event.documents.len()));
    let mut report = report::assemble(&event, &alignment, &comparison, &diagnostics);
    let compare::Options {
        only, min_salience, ..
    } = &options.compare;
    if !only.is_empty() || *min_salience > 0.0 {
        report::select(&mut report, only, *min_salience);
    }
    Ok(report)
}

/// What an editor changed from each version of an article to the next: versions oldest first, read and settled.
pub fn edited(versions: Vec<Article>) -> Vec<EditReport> {
    let documents = documents(versions, &|_| {});
    let steps = documents.windows(2);
    steps
        .filter_map(|two| match two {
            [before, after] => {
                let edits = edits::between(before, after);
                Some(report::edits(before, after, &edits))
            }
            _ => None,
        })
        .collect()
}

/// What is said of a report on more articles than every row speaks of.
fn shortened(articles: usize) -> Option<Diagnostic> {
    let most = compare::MOST_IN_A_ROW;
    (articles > most).then(|| Diagnostic {
        severity: Severity::Info,
        path: format!("{articles} articles"),
        message: format!(
            "more than {most} articles: facts reported by fewer than one in ten do not list the outlets that omit them"
        ),
    })
}

/// The events that articles tell, which were read and not yet settled. The articles come back as they were.
pub fn grouped(
    articles: Vec<Article>,
    watch: &(dyn Fn(Progress) + Sync),
) -> (Vec<Article>, Grouping) {
    let (done, total) = (AtomicUsize::new(0), articles.len());
    let sketched = articles.into_par_iter().map(|article| {
        let document = segment::document(article);
        let sketch = events::Sketch::of(&document);
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        watch(Progress::Grouping { done, total });
        (sketch, document.article)
    });
    let (sketches, articles): (Vec<events::Sketch>, Vec<Article>) = sketched.unzip();
    let grouping = events::group(&sketches, &events::Options::default());
    (articles, grouping)
}

/// Everything known about the articles below the given files and folders before they are compared.
pub fn event(paths: &[PathBuf], options: &Options) -> Event {
    resolve::event(documents(
        load::compared(load::read(paths, &options.load)).articles,
        &|_| {},
    ))
}

/// Reads the articles below the given files and folders one by one, without comparing them.
pub fn inspect(paths: &[PathBuf], options: &Options) -> Report {
    inspect_watched(paths, options, &|_| {})
}

/// Reads like [`inspect`] and tells `watch`, from any thread, how far it is.
pub fn inspect_watched(
    paths: &[PathBuf],
    options: &Options,
    watch: &(dyn Fn(Progress) + Sync),
) -> Report {
    let read = load::read_watched(paths, &options.load, &|p| watch(Progress::Loading(p)));
    let loaded = load::settled(read);
    let alone = documents(loaded.articles, watch)
        .into_iter()
        .map(|d| resolve::event(vec![d]));
    let event = alone.fold(Event::default(), Event::join);
    report::assemble(
        &event,
        &Alignment::default(),
        &Comparison::default(),
        &loaded.diagnostics,
    )
}

/// One article through the stages that look at it alone.
pub fn documented(article: Article) -> Document {
    documented_by(&mut Reader::new(), article)
}

fn documents(articles: Vec<Article>, watch: &(dyn Fn(Progress) + Sync)) -> Vec<Document> {
    let total = articles.len();
    let done = AtomicUsize::new(0);
    let watched = |reader: &mut Reader, article| {
        let document = documented_by(reader, article);
        watch(Progress::Reading {
            done: done.fetch_add(1, Ordering::Relaxed) + 1,
            total,
        });
        document
    };
    articles
        .into_par_iter()
        .map_init(Reader::new, watched)
        .collect()
}

/// One article through the stages that look at it alone, by a reader that may have met other articles.
fn documented_by(reader: &mut Reader, article: Article) -> Document {
    annotate::document(reader.document(segment::document(article)))
}
