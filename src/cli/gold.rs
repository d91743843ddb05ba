//! `coverage gold`: a first gold.json for a person to correct.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::destination::write_whole;
use super::models::Models;
use super::output;
use super::sheets::{self, Sheets};
use crate::check::gold::Gold;
use crate::check::gold::draft::{Ids, draft};
use crate::check::layout;
use crate::model::SentenceId;
use crate::render::plain;
use crate::report::Report;

/// Draft a gold.json for FOLDER/articles and list the pairs worth a second look.
///
/// The draft repeats the program's own answers: scores against it are meaningless until you correct it by hand. The pairs
/// closest to the link threshold are listed first; judge those by reading them.
///
/// With --coder, it also writes a sheet for each coder. Fill in the `label` column in a spreadsheet and save the sheet as
/// CSV under the same name; `coverage check FOLDER --errors` then shows how far the coders agree and lists their
/// disagreements.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A folder that contains articles/.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Overwrite an existing gold.json; with --coder, existing sheets.
    #[arg(long)]
    force: bool,
    /// How many pairs close to the threshold to list or, with --coder, to add to the sheets.
    #[arg(long, value_name = "N", default_value_t = 20)]
    near: usize,
    /// Folder with a language model, as for `coverage diff`.
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
    #[command(flatten)]
    sheets: Sheets,
}

const EXAMPLES: &str = "\
Examples:
  coverage gold fixtures/strike                     draft gold.json, list the closest pairs
  coverage gold fixtures/strike --coder ak,bn       also write coder-ak.csv and coder-bn.csv
  coverage gold fixtures/strike --coder ak --blind  a sheet that shows outlets as A, B, C
  coverage check fixtures/strike --errors           agreement, and where the coders disagree";

/// Drafts, writes and lists.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let articles = args.folder.join("articles");
    let path = args.folder.join("gold.json");
    let is_kept = path.exists() && args.sheets.are_wanted();
    if !articles.is_dir() {
        bail!(
            "{} does not exist; create it with one file per article",
            articles.display()
        );
    }
    if path.exists() && !args.force && !is_kept {
        bail!(
            "{} exists and may contain hand-coded answers; add --force to overwrite it",
            path.display()
        );
    }
    args.sheets.check(&args.folder, args.force)?;
    let paths = [args.folder.clone(), articles.clone()];
    let mut options = crate::config::options(&paths)?;
    options.align.model = Models::new(args.model.as_deref())?.of(&paths)?;
    let report = crate::diff(std::slice::from_ref(&articles), &options).map_err(|e| {
        for d in e.diagnostics() {
            output::complain(&format!("error: {}: {}", d.path, d.message));
        }
        anyhow::Error::from(e)
    })?;
    output::diagnostics(&report.diagnostics);
    let folder = args
        .folder
        .canonicalize()
        .unwrap_or_else(|_| args.folder.clone());
    let name = folder
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let near = crate::align::doubtful(&crate::event(&[articles], &options), &options.align);
    if args.sheets.are_wanted() {
        let gold = if is_kept {
            sheets::gold(&path)?
        } else {
            // What the coders agree on is to be the gold, not what the program found.
            let gold = Gold {
                alignment: None,
                ..draft(&report, &name)
            };
            store(&path, &gold, args.force)?;
            output::print(&format!("wrote {}\n", path.display()))?;
            gold
        };
        let near = sheets::unlinked(&report, near, args.near);
        return args.sheets.write(&args.folder, &report, &gold, &near);
    }
    store(&path, &draft(&report, &name), args.force)?;
    output::print(&told(
        &path.display().to_string(),
        &report,
        near.into_iter().take(args.near),
    ))
}

fn store(path: &Path, gold: &Gold, force: bool) -> anyhow::Result<()> {
    write_whole(path, layout::text(gold)?.as_bytes(), force).context("no draft was written")
}

/// What was written, and the pairs to look at: in the draft or not, score, sentences.
fn told(
    path: &str,
    report: &Report,
    near: impl Iterator<Item = (SentenceId, SentenceId, f64)>,
) -> String {
    let ids = Ids::of(report);
    let mut out = vec![format!(
        "wrote {path}: {} articles, {} pairs, {} quotes, {} facts; correct this draft by hand before you measure with it",
        report.articles.len(),
        report.alignments.len(),
        report.quotes.len(),
        report.facts.len()
    )];
    let sentence = |id: SentenceId| {
        let article = report.articles.get(id.article.0 as usize)?;
        article.sentences.get(id.index as usize)
    };
    let mut pairs = Vec::new();
    for (a, b, score) in near {
        let (Some(a), Some(b)) = (sentence(a), sentence(b)) else {
            continue;
        };
        let linked = report
            .alignments
            .iter()
            .any(|l| (l.a == a.id && l.b == b.id) || (l.a == b.id && l.b == a.id));
        let standing = if linked {
            "in the draft"
        } else {
            "not in the draft"
        };
        pairs.push(format!("{score:.2}  {standing}"));
        for s in [a, b] {
            pairs.push(format!(
                "      {} {}",
                ids.sentence(&s.id),
                plain::line(&s.text)
            ));
        }
    }
    if !pairs.is_empty() {
        out.push("Pairs worth a second look, closest to the threshold first:".to_string());
        out.extend(pairs);
    }
    out.join("\n") + "\n"
}
