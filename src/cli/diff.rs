//! `coverage diff`: the comparison of a folder of articles.

use std::path::PathBuf;

use anyhow::{Context, anyhow, bail};
use clap::ValueEnum;

use super::all_events;
use super::blind::Blind;
use super::destination::Destination;
use super::edits;
use super::models::Models;
use super::output::{self, Look};
use super::progress;
use super::several::{Choice, Collection, Several};
use super::strict::Strict;
use crate::DiffError;
use crate::load::Loaded;
use crate::render::{self, Rendered, sharing::Sharing};
use crate::report::Report;

/// Show which facts, quotes and framings each source adds, omits or changes.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Folders, files, patterns and archives with articles about one event; - for JSON Lines on standard input. Where they
    /// tell several events, these are listed and none is compared before you choose.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print the report [default: from the name after -o, else terminal].
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Everything instead of the first screen; in Markdown also what is beyond 60,000 characters.
    #[arg(long)]
    all: bool,
    /// Folder with the language model all-MiniLM-L6-v2: reworded passages are found more often, a second or two slower.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
    /// Count and contrast categories of words of your own too (a TOML file; see README).
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    /// Open each table of --format csv with a byte order mark, by which Excel knows UTF-8. Cells that could start a formula
    /// begin with an apostrophe; columns called "text" stay as they are, so that offsets fit: import them as text.
    #[arg(long)]
    bom: bool,
    /// Take the articles for versions of one article and show what changed from each to the next. Versions of one outlet's
    /// article are recognized without it; --one-event compares them like articles of different outlets.
    #[arg(long, conflicts_with_all = ["event", "all_events", "one_event", "blind"])]
    versions: bool,
    #[command(flatten)]
    choice: super::choice::Choice,
    #[command(flatten)]
    several: Several,
    #[command(flatten)]
    destination: Destination,
    #[command(flatten)]
    strict: Strict,
    #[command(flatten)]
    blind: Blind,
    #[command(flatten)]
    sharing: SharingArgs,
    #[command(flatten)]
    look: Look,
}

const EXAMPLES: &str = "\
Examples:
  coverage diff articles/                            the first screen
  coverage diff articles/ --all                      every fact, quote and framing
  coverage diff articles/ --base daily-lamp          what others tell beyond and against one outlet
  coverage diff articles/ -o report.html             one page to open and share
  coverage diff articles/ --format markdown          for a pull request or notes
  coverage diff articles/ --format csv -o tables/    tidy tables for pandas and R
  coverage diff articles/ --blind --all              outlets as A, B, C, for coding by hand
  coverage diff articles/ --blind --seed 7 --blind-key key.csv -o coding.html
                                                     other letters, and what they stand for
  coverage diff articles/ --lexicon cost.toml        your own words counted and contrasted
  coverage diff dump.jsonl --event 3                 one event of several
  coverage diff dump.jsonl --all-events -o reports/  a page on each event and an index
  coverage diff articles/ -o project.qdpx            for NVivo, MAXQDA, ATLAS.ti
  coverage diff articles/ -o report.html --excerpt 25 --force
                                                     quoting at most 25 words";

/// How much of the articles' words the report may carry.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Sharing")]
struct SharingArgs {
    /// Quote at most N words in a row, and leave whole articles out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    excerpt: Option<u32>,
    /// Leave the articles themselves out; quotes and evidence stay.
    #[arg(long)]
    no_text: bool,
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person in a terminal.
    Terminal,
    /// One self-contained page for a browser.
    Html,
    /// For pull requests and notes.
    Markdown,
    /// Tidy tables, one file each, into the folder after -o.
    Csv,
    /// The whole report as one JSON object.
    Json,
    /// One finding a line.
    Jsonl,
    /// A REFI-QDA project for NVivo, MAXQDA and ATLAS.ti.
    Qdpx,
}

impl Format {
    /// What a file name asks for.
    fn of(name: &std::path::Path) -> Option<Self> {
        Some(
            match name.extension()?.to_str()?.to_ascii_lowercase().as_str() {
                "html" | "htm" => Format::Html,
                "md" | "markdown" => Format::Markdown,
                "json" => Format::Json,
                "jsonl" | "ndjson" => Format::Jsonl,
                "qdpx" => Format::Qdpx,
                "txt" => Format::Terminal,
                _ => return None,
            },
        )
    }

    /// How the names of its files end; none where a report is several files.
    fn ending(self) -> Option<&'static str> {
        Some(match self {
            Format::Terminal => "txt",
            Format::Html => "html",
            Format::Markdown => "md",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Qdpx => "qdpx",
            Format::Csv => return None,
        })
    }

    /// Whether standard output cannot take it.
    fn needs_destination(self) -> Option<&'static str> {
        match self {
            Format::Csv => Some("--format csv writes several files: name a folder with -o DIR"),
            Format::Qdpx => Some("--format qdpx is no text: name a file with -o project.qdpx"),
            _ => None,
        }
    }
}

/// Compares and prints.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let format = format(args)?;
    args.destination.check(&args.paths)?;
    args.blind.check(&args.destination)?;
    let mut options = options(args)?;
    if args.several.all_events {
        options.load.limits = options.load.limits.of_collection();
    }
    let loaded = crate::load::read(&args.paths, &options.load);
    args.strict.check(&loaded.diagnostics)?;
    let choice = match args.versions {
        true => Choice::One(loaded),
        false => args.several.choice(loaded)?,
    };
    match choice {
        Choice::One(loaded) => match versions(args, &loaded) {
            Some(versions) => edits(args, format, versions),
            None => one(args, format, &options, loaded),
        },
        Choice::All(collection) => all(args, format, &options, &collection),
        Choice::List(collection) => list(args, format, &collection),
    }
}

/// The versions of one article, where the articles are nothing else.
fn versions(args: &Args, loaded: &Loaded) -> Option<Loaded> {
    let compared = args.several.one_event || args.blind.blind;
    (!compared).then(|| crate::load::versions(loaded, args.versions))?
}

fn edits(args: &Args, format: Format, versions: Loaded) -> anyhow::Result<()> {
    let format = match format {
        Format::Terminal => edits::Format::Terminal,
        Format::Markdown => edits::Format::Markdown,
        Format::Json => edits::Format::Json,
        _ => bail!(
            "these articles are versions of one article; what changed is printed with --format terminal, markdown or json \
             (--one-event compares them like articles of different outlets)"
        ),
    };
    let look = args
        .look
        .options(args.all, args.destination.output.is_none());
    edits::run(versions, format, &look, &args.destination)
}

fn one(
    args: &Args,
    format: Format,
    options: &crate::Options,
    loaded: Loaded,
) -> anyhow::Result<()> {
    let compared = progress::watched(|watch| crate::compared(loaded, options, watch));
    let report = compared.map_err(told)?;
    let articles = report.articles.clone();
    let shown = args.blind.apply(report)?;
    output::diagnostics(&shown.diagnostics);
    let rendered = rendered(&sharing(args).apply(shown), format, args)?;
    args.destination
        .deliver(rendered, &articles, format == Format::Terminal)?;
    args.blind.write_key(&articles, &args.destination)
}

fn all(
    args: &Args,
    format: Format,
    options: &crate::Options,
    collection: &Collection,
) -> anyhow::Result<()> {
    let Some(ending) = format.ending() else {
        bail!("--all-events writes one file an event; --format csv would be several");
    };
    let events = args.blind.events(collection);
    all_events::write(collection, &events, ending, &args.destination, |loaded| {
        let report = crate::compared(loaded, options, &|_| {})?;
        let shown = args.blind.apply(report.clone())?;
        let rendered = rendered(&sharing(args).apply(shown), format, args)?;
        Ok((report, rendered))
    })
}

/// The events, and what to type next. A program that asked for a report gets none, and exit code 2.
fn list(args: &Args, format: Format, collection: &Collection) -> anyhow::Result<()> {
    let events = args.blind.events(collection);
    let is_person = format == Format::Terminal && args.destination.output.is_none();
    output::diagnostics(&events.diagnostics);
    let text = render::events::write(&events, args.look.options(false, is_person).width, false);
    let first = collection.told().into_iter().min().map_or(1, |at| at + 1);
    let next = format!(
        "These articles tell several events. Choose:\n\
         \x20 --event {first}              compare one of them\n\
         \x20 --all-events -o DIR    compare each for itself, with an index page\n\
         \x20 --one-event            compare all articles as one event"
    );
    if is_person {
        return output::print(&format!("{text}\n{next}\n"));
    }
    output::complain(&text);
    bail!("{next}")
}

/// How much of the articles' words the report may carry.
fn sharing(args: &Args) -> Sharing {
    Sharing {
        words: args.sharing.excerpt.map(|n| n as usize),
        without_text: args.sharing.no_text,
    }
}

fn format(args: &Args) -> anyhow::Result<Format> {
    let named = args.destination.output.as_deref();
    let format = match (args.format, named) {
        (Some(format), _) => format,
        (None, _) if args.several.all_events => Format::Html,
        (None, None) => Format::Terminal,
        (None, Some(name)) => Format::of(name).with_context(|| {
            format!(
                "{} does not say which format it should have: add --format",
                name.display()
            )
        })?,
    };
    if args.bom && format != Format::Csv {
        bail!("--bom is for --format csv");
    }
    if format == Format::Qdpx && sharing(args).leaves_out() {
        bail!(
            "a .qdpx project cannot go with --no-text or --excerpt: its codings point into the whole texts of the articles, \
             which these leave out; use --format html, markdown, csv or json"
        );
    }
    match format.needs_destination() {
        Some(advice) if named.is_none() => bail!(advice),
        _ => Ok(format),
    }
}

fn options(args: &Args) -> anyhow::Result<crate::Options> {
    let mut options = crate::config::options(&args.paths)?;
    let mut categories = std::mem::take(&mut options.compare.categories);
    categories.extend(super::lexicon::read(&args.lexicon)?);
    options.compare = crate::compare::Options {
        categories,
        ..args.choice.options()
    };
    options.align.model = Models::new(args.model.as_deref())?.of(&args.paths)?;
    Ok(options)
}

/// Why there is no report, with what was wrong with the articles on standard error.
fn told(error: DiffError) -> anyhow::Error {
    match error {
        unknown @ DiffError::NoSuchOutlet { .. } => anyhow!("--base: {unknown}"),
        DiffError::TooFew { found, diagnostics } => {
            for d in &diagnostics {
                output::complain(&format!("error: {}: {}", d.path, d.message));
            }
            anyhow!(
                "comparing takes at least two readable articles, found {found}; name a folder with one file per article"
            )
        }
    }
}

fn rendered(report: &Report, format: Format, args: &Args) -> anyhow::Result<Rendered> {
    Ok(match format {
        Format::Json => Rendered::Text(render::json::write(report)?),
        Format::Jsonl => Rendered::Text(render::jsonl::write(report)?),
        Format::Html => Rendered::Text(render::html::write(report)?),
        Format::Markdown => Rendered::Text(render::markdown::write(report, args.all)),
        Format::Csv => {
            let options = render::csv::Options { bom: args.bom };
            Rendered::Files(render::csv::write(report, options)?)
        }
        Format::Qdpx => Rendered::Bytes(render::qdpx::write(report)?),
        Format::Terminal => {
            let to_terminal = args.destination.output.is_none();
            let options = render::terminal::Options {
                only: args.choice.options().only,
                ..args.look.options(args.all, to_terminal)
            };
            Rendered::Text(render::terminal::write(report, &options))
        }
    })
}
