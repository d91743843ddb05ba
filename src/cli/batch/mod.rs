//! `coverage batch`: a stream of events in, a stream of reports out.

mod compare;
mod output;
mod resume;
mod stream;

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use anyhow::{Context, bail};
use rayon::prelude::*;

use super::models::Models;
use super::progress;
use super::several::Collection;
use crate::load::Counted;
use compare::Comparer;
use stream::{Articles, Job, Stream};

/// Compare a stream of events: JSON Lines in, one report per line out.
///
/// Each input line is an article with a field that names its event (articles of one event must be consecutive), or an
/// event with its `articles`. The output has one line per event, in the same order: {"line", "event", "report"}, or
/// {"line", "event", "error"} if an event cannot be compared; `line` is the input line where the event began. Memory use
/// does not grow with the length of the stream.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A JSON Lines file [default: standard input].
    #[arg(value_name = "FILE", default_value = "-", hide_default_value = true)]
    input: PathBuf,
    /// The field that names an article's event.
    #[arg(long, value_name = "FIELD", default_value = "event")]
    key: String,
    /// Group the articles into events first, as `coverage events` does; reads all input before comparing.
    #[arg(long)]
    group: bool,
    /// Print one finding per line instead of one report.
    #[arg(long)]
    findings: bool,
    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite the output file.
    #[arg(long, conflicts_with = "resume")]
    force: bool,
    /// Continue an interrupted run with the same input and flags; the last event in the output file is compared again.
    #[arg(long, requires = "output")]
    resume: bool,
    /// Folder with a language model, as for `coverage diff`.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
    /// Also count and compare your own word categories (a TOML file; see the README).
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    #[command(flatten)]
    choice: super::choice::Choice,
    /// Exit with code 2 if an event could not be compared or one of its articles could not be read; all lines are still
    /// written.
    #[arg(long)]
    strict: bool,
}

const EXAMPLES: &str = "\
Examples:
  coverage batch events.jsonl -o reports.jsonl            one report per line
  coverage batch events.jsonl -o reports.jsonl --resume   continue an interrupted run
  coverage batch --findings < events.jsonl                one finding per line, for piping
  coverage batch dump.jsonl --group                       articles not yet grouped by event";

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
    let opened = output::open(args)?;
    let place = opened.place();
    let comparer = Comparer {
        options: &options,
        findings: args.findings,
        troubles: AtomicUsize::new(0),
    };
    let read = Arc::new(AtomicU64::new(0));
    let jobs = jobs(args, &options, &read)?;
    let mut jobs = jobs.filter(|job| job.line >= place.from).peekable();
    let head = jobs.peek().map(|job| compare::head(job.line, &job.event));
    if !place.fits(head.as_deref(), args.findings) {
        bail!(
            "the output does not end with an event of this input, or was written with other flags; nothing was changed \
             (resume with the same input and flags, or choose another -o path)"
        );
    }
    let mut out = opened.begin()?;
    let size = std::fs::metadata(&args.input).map_or(0, |m| m.len());
    let waiting = progress::Events::new(args.output.is_some());
    let mut done = 0;
    loop {
        let next: Vec<Job> = jobs.by_ref().take(AT_ONCE).collect();
        if next.is_empty() {
            waiting.end();
            out.done()?;
            if done == 0 {
                let shown = args.input.display();
                super::output::complain(&format!("note: there was no event to compare in {shown}"));
            }
            return strictly(args, comparer.troubles.into_inner());
        }
        done += next.len();
        let lines: Vec<String> = next
            .into_par_iter()
            .map(|job| comparer.lines(job))
            .collect();
        for text in lines {
            if out.write(&text)? == output::Reader::Gone {
                return Ok(());
            }
        }
        waiting.tell(done, read.load(Ordering::Relaxed), size);
    }
}

/// Says when there was trouble with some events, and ends with an error where that is wanted.
fn strictly(args: &Args, troubles: usize) -> anyhow::Result<()> {
    let many = match troubles {
        0 => return Ok(()),
        1 => "1 event".to_string(),
        n => format!("{n} events"),
    };
    if args.strict {
        bail!("--strict: {many} could not be fully compared");
    }
    crate::cli::output::complain(&format!(
        "note: {many} could not be fully compared; the output says why"
    ));
    Ok(())
}

/// The events in the order of the input.
fn jobs<'a>(
    args: &'a Args,
    options: &crate::Options,
    read: &Arc<AtomicU64>,
) -> anyhow::Result<Box<dyn Iterator<Item = Job> + 'a>> {
    if args.group {
        return Ok(Box::new(grouped(args, options)));
    }
    let shown = args.input.display().to_string();
    let reader: Box<dyn BufRead> = if shown == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        let file = File::open(&args.input).with_context(|| format!("cannot read {shown}"))?;
        Box::new(BufReader::new(Counted::new(file, read.clone())))
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
    let collection = Collection::of(progress::loaded(&paths, &load));
    let told = collection.told();
    told.into_iter().map(move |at| Job {
        line: collection.place(at) as u64,
        event: (at + 1).into(),
        articles: Articles::Read(collection.part(at)),
    })
}
