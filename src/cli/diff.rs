//! `coverage diff`: the comparison of a folder of articles.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use clap::ValueEnum;

use super::all_events;
use super::blind::Blind;
use super::destination::{self, Destination};
use super::edits;
use super::inputs;
use super::models::Models;
use super::output::{self, Look};
use super::progress;
use super::several::{Choice, Collection, Several};
use super::strict::Strict;
use crate::DiffError;
use crate::load::Loaded;
use crate::model::{Article, Severity};
use crate::render::{self, Rendered, sharing::Sharing};
use crate::report::{DiagnosticEntry, Report};

/// Show which facts, quotes and framings each outlet adds, omits or changes.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Articles about one event: folders, files, patterns or archives; - reads JSON Lines from standard input. If they
    /// cover several events, you get a list to choose from.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Output format [default: from the -o extension, otherwise terminal].
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Show everything, not just the first screen; in Markdown, even past 60,000 characters.
    #[arg(long)]
    all: bool,
    /// Folder with the language model all-MiniLM-L6-v2; finds more paraphrases but takes a second or two longer.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
    /// Also count and compare your own word categories (a TOML file; see the README).
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    /// Start each CSV table with a byte order mark so that Excel recognizes UTF-8. Cells that look like formulas always
    /// get a leading apostrophe, except in "text" columns, where it would shift the offsets: import those as text.
    #[arg(long)]
    bom: bool,
    /// Treat the articles as versions of one article and show what changed from each to the next. Versions of one
    /// outlet's article are recognized without this option; --one-event compares them like articles from different
    /// outlets.
    #[arg(long, conflicts_with_all = ["event", "all_events", "one_event", "blind"])]
    versions: bool,
    #[command(flatten)]
    choice: super::choice::Choice,
    #[command(flatten)]
    one: super::finding::One,
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
  coverage diff articles/ --base daily-lamp          compare every outlet with this one
  coverage diff articles/ -o report.html             a web page to read and share
  coverage diff articles/ --format markdown          for a pull request or notes
  coverage diff articles/ --finding n3               one finding with its evidence, to pass on
  coverage diff articles/ --format csv -o tables/    tidy tables for pandas and R
  coverage diff articles/ --blind --all              outlets shown as A, B, C for hand coding
  coverage diff articles/ --blind --seed 7 --blind-key key.csv -o coding.html
                                                     different letters, and a key to them
  coverage diff articles/ --lexicon cost.toml        count and compare your own words
  coverage diff dump.jsonl --event 3                 one event of several
  coverage diff dump.jsonl --all-events -o reports/  a page for each event, and an index
  coverage diff articles/ -o project.qdpx            for NVivo, MAXQDA, ATLAS.ti
  coverage diff articles/ -o report.html --excerpt 25 --force
                                                     quotes of at most 25 words";

/// How much of the articles' text the report may include.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Sharing")]
struct SharingArgs {
    /// Quote at most N words in a row, and leave out the full articles.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    excerpt: Option<u32>,
    /// Leave out the full articles; quotes and evidence stay.
    #[arg(long)]
    no_text: bool,
}

/// Output formats for a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Human-readable text.
    Terminal,
    /// A self-contained web page.
    Html,
    /// For pull requests and notes.
    Markdown,
    /// Tidy CSV tables, one file each, in the folder given by -o.
    Csv,
    /// The whole report as one JSON object.
    Json,
    /// One finding per line.
    Jsonl,
    /// A REFI-QDA project for NVivo, MAXQDA and ATLAS.ti.
    Qdpx,
}

impl Format {
    /// What the ending of a file name asks for.
    fn of(name: &Path) -> Option<Self> {
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
            Format::Csv => Some("--format csv writes several files; add -o FOLDER/"),
            Format::Qdpx => Some("--format qdpx is a binary format; add -o project.qdpx"),
            _ => None,
        }
    }
}

/// Compares and prints.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let format = format(args)?;
    args.destination.check(
        &args.paths,
        format == Format::Csv || args.several.all_events,
    )?;
    args.blind.check(&args.destination)?;
    let mut options = options(args)?;
    if args.several.all_events {
        options.load.limits = options.load.limits.of_collection();
    }
    let loaded = progress::loaded(&args.paths, &options.load);
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
    if args.versions {
        note_outlets(&loaded.articles);
    }
    (!compared).then(|| crate::load::versions(loaded, args.versions))?
}

/// Says that articles which name several outlets are compared as versions of one article.
fn note_outlets(articles: &[Article]) {
    let named = articles
        .iter()
        .filter(|a| !crate::load::is_named_by_file(a));
    let outlets: BTreeSet<&str> = named.map(|a| a.outlet.as_str()).collect();
    if outlets.len() > 1 {
        let outlets = Vec::from_iter(outlets).join(", ");
        output::complain(&format!(
            "note: --versions treats articles from different outlets ({outlets}) as versions of one article"
        ));
    }
}

fn edits(args: &Args, format: Format, versions: Loaded) -> anyhow::Result<()> {
    if args.one.is_wanted() {
        bail!(
            "these articles are versions of one article, so there are changes to show but no findings; --one-event compares them like articles from different outlets"
        );
    }
    let look = args
        .look
        .options(args.all, args.destination.path().is_none());
    edits::run(versions, format, &look, &args.destination)
}

fn one(
    args: &Args,
    format: Format,
    options: &crate::Options,
    loaded: Loaded,
) -> anyhow::Result<()> {
    let compared = progress::watched(|watch| crate::compared(loaded, options, watch));
    let report = compared.map_err(|e| told(e, &args.paths))?;
    let articles = report.articles.clone();
    let shown = args.blind.apply(report)?;
    if is_on_screen(format, args) {
        // The report lists what was skipped: the same lines above it would be read twice.
        let notes = shown.diagnostics.iter();
        output::diagnostics(notes.filter(|d| d.severity == Severity::Info));
    } else {
        output::diagnostics(&shown.diagnostics);
    }
    if shown.findings.is_empty() && shown.selection.is_some() && format != Format::Terminal {
        let nothing = render::nothing::nothing(&shown);
        output::complain(&format!(
            "note: {nothing} The report contains only the articles."
        ));
    }
    for category in &options.compare.categories {
        for slip in crate::codebook::slips(category)? {
            output::complain(&format!("note: {slip}"));
        }
    }
    for name in without_uses(options, &shown) {
        output::complain(&format!(
            "note: no words from your category “{name}” appear in these articles"
        ));
    }
    let rendered = rendered(&sharing(args).apply(shown), format, args)?;
    args.destination
        .deliver(rendered, &articles, format == Format::Terminal)?;
    args.blind.write_key(&articles, &args.destination)
}

/// Names of the user's categories that no article has a word of: a stem may be written so that it never fits.
fn without_uses<'a>(options: &'a crate::Options, report: &Report) -> Vec<&'a str> {
    let is_used = |name: &str| {
        let mut counts = report.categories.iter();
        counts.any(|c| c.name == name && c.count > 0)
    };
    let names = options.compare.categories.iter().map(|c| c.name.as_str());
    names.filter(|name| !is_used(name)).collect()
}

fn all(
    args: &Args,
    format: Format,
    options: &crate::Options,
    collection: &Collection,
) -> anyhow::Result<()> {
    let Some(ending) = format.ending() else {
        bail!("--all-events writes one file per event, so it cannot be combined with --format csv");
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
    let is_person = format == Format::Terminal && args.destination.path().is_none();
    output::diagnostics(&events.diagnostics);
    let text = render::events::write(&events, args.look.options(false, is_person).width, false);
    let first = collection.told().into_iter().min().map_or(1, |at| at + 1);
    let next = format!(
        "These articles cover several events. Choose:\n\
         \x20 --event {first}              compare one of them\n\
         \x20 --all-events -o DIR    compare each separately, with an index page\n\
         \x20 --one-event            compare all articles as one event"
    );
    if is_person {
        return output::print(&format!("{text}\n{next}\n"));
    }
    output::complain(&text);
    bail!("{next}")
}

/// How much of the articles' text the report may include.
fn sharing(args: &Args) -> Sharing {
    Sharing {
        words: args.sharing.excerpt.map(|n| n as usize),
        without_text: args.sharing.no_text,
    }
}

fn format(args: &Args) -> anyhow::Result<Format> {
    let named = args.destination.path();
    let format = match (args.format, named) {
        (Some(format), _) => format,
        (None, _) if args.several.all_events => Format::Html,
        (None, None) => Format::Terminal,
        (None, Some(name)) => Format::of(name).ok_or_else(|| destination::without_format(name))?,
    };
    if let Some(name) = named.filter(|_| format == Format::Csv && !args.several.all_events) {
        destination::refuse_table_file(name, Format::of(name).is_some())?;
    }
    args.one.check(format)?;
    if args.bom && format != Format::Csv {
        bail!("--bom requires --format csv");
    }
    if format == Format::Qdpx && sharing(args).leaves_out() {
        bail!(
            "--no-text and --excerpt cannot be combined with .qdpx: its codings point into the full articles; \
             use --format html, markdown, csv or json"
        );
    }
    match format.needs_destination() {
        Some(advice) if named.is_none() && !args.destination.is_dash(format == Format::Qdpx) => {
            bail!(advice)
        }
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

/// Whether the report and what is said on standard error are read on the same screen.
fn is_on_screen(format: Format, args: &Args) -> bool {
    format == Format::Terminal
        && args.destination.path().is_none()
        && std::io::stdout().is_terminal()
        && std::io::stderr().is_terminal()
}

/// Why there is no report, with what was wrong with the articles on standard error.
fn told(error: DiffError, paths: &[PathBuf]) -> anyhow::Error {
    match error {
        unknown @ DiffError::NoSuchOutlet { .. } => anyhow!("--base: {unknown}"),
        DiffError::TooFew { found, diagnostics } => {
            let entries: Vec<_> = diagnostics.iter().map(DiagnosticEntry::from).collect();
            inputs::too_few(found, paths, &entries)
        }
    }
}

fn rendered(report: &Report, format: Format, args: &Args) -> anyhow::Result<Rendered> {
    let to_terminal = args.destination.path().is_none();
    let look = args.look.options(args.all, to_terminal);
    if let Some(one) = args.one.rendered(report, format, &look)? {
        return Ok(one);
    }
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
        Format::Terminal => Rendered::Text(render::terminal::write(report, &look)),
    })
}
