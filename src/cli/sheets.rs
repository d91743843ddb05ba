//! Sheets for coders: the flags `--coder`, `--cells` and `--blind` of `coverage gold`.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::destination::write_whole;
use super::output;
use crate::check::gold::sheet::{self, Asked};
use crate::check::gold::{self, Gold};
use crate::model::SentenceId;
use crate::render::csv;
use crate::report::Report;

/// Which sheets to write.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Sheets for coders")]
pub struct Sheets {
    /// Write FOLDER/coder-NAME.csv, a sheet to code in a spreadsheet; separate several coders with commas. An existing
    /// gold.json is kept, and its pairs are included in the sheet.
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = name)]
    coder: Vec<String>,
    /// Also ask, for every fact and outlet, whether the outlet reports the fact.
    #[arg(long, requires = "coder")]
    cells: bool,
    /// Show outlets as A, B, C and mask outlet names; headlines are left out.
    #[arg(long, requires = "coder")]
    blind: bool,
}

impl Sheets {
    /// Whether any is.
    pub fn are_wanted(&self) -> bool {
        !self.coder.is_empty()
    }

    /// Refuses before the work starts what could not be written after it.
    ///
    /// # Errors
    /// When a sheet is there and may not be replaced.
    pub fn check(&self, folder: &Path, force: bool) -> anyhow::Result<()> {
        let there = self.paths(folder).into_iter().find(|p| p.exists());
        match there.filter(|_| !force) {
            Some(path) => bail!(
                "{} exists and may contain labels; add --force to overwrite it",
                path.display()
            ),
            None => Ok(()),
        }
    }

    fn paths(&self, folder: &Path) -> Vec<PathBuf> {
        let coders = self.coder.iter();
        coders
            .map(|name| folder.join(sheet::file_name(name)))
            .collect()
    }

    /// Writes every sheet and says what to do with it.
    ///
    /// # Errors
    /// When one cannot be written.
    pub fn write(
        &self,
        folder: &Path,
        report: &Report,
        gold: &Gold,
        near: &[(String, String)],
    ) -> anyhow::Result<()> {
        let asked = Asked {
            near,
            cells: self.cells,
            blind: self.blind,
        };
        let rows = sheet::rows(report, gold, asked)?;
        let table = csv::sheet(&rows)?;
        for path in self.paths(folder) {
            // Whatever is there was allowed to be replaced before the work started.
            write_whole(&path, &table, true).context("no sheet was written")?;
            output::print(&format!("wrote {}\n", path.display()))?;
        }
        let cells = rows.iter().filter(|r| r[0] == sheet::CELL).count();
        output::print(&told(folder, rows.len() - cells, cells, self.blind))
    }
}

/// How a sheet is filled in.
fn told(folder: &Path, pairs: usize, cells: usize, blind: bool) -> String {
    let of_cells = match cells {
        0 => String::new(),
        n => format!(
            "\n{n} cells to judge: does the outlet say it? In the label column, enter 1 (it does), 0 (it does not) or ? (unsure)."
        ),
    };
    let name = super::called::name();
    let folder = folder.display();
    let to_read = if blind {
        format!(
            "\nTo give coders the masked articles with the same letters: `{name} diff {folder}/articles --blind -o blind.html`."
        )
    } else {
        String::new()
    };
    format!(
        "{pairs} pairs to judge: do the two sentences say the same thing? In the label column, enter 2 (same), 1 (partly), 0 (unrelated) or ? (unsure).{of_cells}{to_read}\n\
         Rows without a label are left out. Save as CSV, then run `{name} check {folder} --errors`.\n",
    )
}

/// The gold that is there.
///
/// # Errors
/// When it cannot be read or is malformed.
pub fn gold(path: &Path) -> anyhow::Result<Gold> {
    let shown = path.display().to_string();
    let text = std::fs::read_to_string(path).context(shown.clone())?;
    gold::read(&text).context(shown)
}

/// The pairs closest to the threshold that the report does not have, by its ids.
pub fn unlinked(
    report: &Report,
    near: Vec<(SentenceId, SentenceId, f64)>,
    most: usize,
) -> Vec<(String, String)> {
    let sentence = |id: SentenceId| {
        let article = report.articles.get(id.article.0 as usize)?;
        let sentence = article.sentences.get(id.index as usize)?;
        Some(sentence.id.clone())
    };
    let linked = |a: &str, b: &str| {
        let mut links = report.alignments.iter();
        links.any(|l| (l.a == a && l.b == b) || (l.a == b && l.b == a))
    };
    near.into_iter()
        .filter_map(|(a, b, _)| Some((sentence(a)?, sentence(b)?)))
        .filter(|(a, b)| !linked(a, b))
        .take(most)
        .collect()
}

/// The name of a coder is part of the name of a file.
fn name(text: &str) -> Result<String, String> {
    let fit = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if !text.is_empty() && text.chars().all(fit) {
        Ok(text.to_string())
    } else {
        Err("use letters, digits, hyphens and underscores".to_string())
    }
}
