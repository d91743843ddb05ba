//! `coverage batch`: a stream of events in, a stream of reports out.

mod compare;
mod output;
mod resume;
mod stream;

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::sync::atomic::AtomicUsize;

use anyhow::{Context, bail};
use rayon::prelude::*;

use super::models::Models;
use super::several::Collection;
use compare::Comparer;
use stream::{Articles, Job, Stream};

/// Compare a stream of events: JSON Lines in, one report a line out.
///
/// A line is an article with a field that names its event, the articles of one event one after the other; or it is an event
/// with its `articles`. Out comes one line an event, in the same order: {"line", "event", "report"}, or {"line", "event",
/// "error"} where an event cannot be compared; `line` is where it began. Memory stays flat whatever the length.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A file of JSON Lines; - or nothing for standard input.
    #[arg(value_name = "FILE", default_value = "-", hide_default_value = true)]
    input: PathBuf,
    /// The field that names the event of an article.
    #[arg(long, value_name = "FIELD", default_value = "event")]
    key: String,
    /// Find the events first, as `coverage events` does: every article is read before the first event is compared.
    #[arg(long)]
    group: bool,
    /// One finding a line instead of one report.
    #[arg(long)]
    findings: bool,
    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file after -o.
    #[arg(long, conflicts_with = "resume")]
    force: bool,
    /// Go on where a run with the same input and flags left the file after -o; its last event is compared again.
    #[arg(long, requires = "output")]
    resume: bool,
    /// Folder with a language model, as for `coverage diff`.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
    /// Count and contrast categories of words of your own too (a TOML file; see README).
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    #[command(flatten)]
    choice: super::choice::Choice,
    /// Exit with code 2 at the end where an event could not be compared or an article of one could not be read; every line is
    /// written all the same.
    #[arg(long)]
    strict: bool,
}

const EXAMPLES: &str = "\
Examples:
  coverage batch events.jsonl -o reports.jsonl            a report a line
  coverage batch events.jsonl -o reports.jsonl --resume   go on after an interruption
  coverage batch --findings < events.jsonl                one finding a line, for a pipe
  coverage batch dump.jsonl --group                       articles without events";

/// Events compared at a time: enough to keep some cores busy to the end, few enough to be held.
const AT_ONCE: usize = 32;

/// Compares event after event.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let paths = [args.input.clone()];
    let mut options = crate::config::options(&paths)?;
    let mut categories = std::mem::take(&mut options.compare.categories);
    categories.extend(super::lexicon::read(&args.lexicon)?);
    options.compare = crate::compare::Options {
        categories,
        ..args.choice.options()
    };
    options.align.model = Models::new(args.model.as_deref())?.of(&paths)?;
    let (mut out, from) = output::open(args)?;
    let comparer = Comparer {
        options: &options,
        findings: args.findings,
        troubles: AtomicUsize::new(0),
    };
    let mut jobs = jobs(args, &options)?.filter(|job| job.line >= from);
    loop {
        let next: Vec<Job> = jobs.by_ref().take(AT_ONCE).collect();
        if next.is_empty() {
            out.done()?;
            return strictly(args, comparer.troubles.into_inner());
        }
        let lines: Vec<String> = next
            .into_par_iter()
            .map(|job| comparer.lines(job))
            .collect();
        for text in lines {
            if out.write(&text)? == output::Reader::Gone {
                return Ok(());
            }
        }
    }
}

/// Ends with an error, where that is wanted, when there was trouble with some events.
fn strictly(args: &Args, troubles: usize) -> anyhow::Result<()> {
    match troubles {
        n if n > 0 && args.strict => {
            bail!(
                "--strict: {n} of the events could not be compared, or not with all their articles"
            )
        }
        _ => Ok(()),
    }
}

/// The events in the order of the input.
fn jobs<'a>(
    args: &'a Args,
    options: &crate::Options,
) -> anyhow::Result<Box<dyn Iterator<Item = Job> + 'a>> {
    if args.group {
        return Ok(Box::new(grouped(args, options)));
    }
    let shown = args.input.display().to_string();
    let reader: Box<dyn BufRead> = if shown == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        let file = File::open(&args.input).with_context(|| format!("cannot read {shown}"))?;
        Box::new(BufReader::new(file))
    };
    Ok(Box::new(Stream::new(
        reader,
        shown,
        &args.key,
        options.load.limits,
    )))
}

/// The events that the articles tell, by the order of their first articles; an article alone is none.
fn grouped(args: &Args, options: &crate::Options) -> impl Iterator<Item = Job> + use<> {
    let paths = [args.input.clone()];
    let limits = options.load.limits.of_collection();
    let load = crate::load::Options {
        limits,
        ..options.load.clone()
    };
    let collection = Collection::of(crate::load::read(&paths, &load));
    let told = collection.told();
    told.into_iter().map(move |at| Job {
        line: collection.place(at) as u64,
        event: (at + 1).into(),
        articles: Articles::Read(collection.part(at)),
    })
}
