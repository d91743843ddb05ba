//! Where a report goes: standard output, a pager, a file or a folder of files.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::{output, pager};
use crate::render::Rendered;
use crate::report::ArticleEntry;

/// Where the report goes.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Output")]
pub struct Destination {
    /// Write to this file (for csv: this folder) instead of standard output; the file appears whole or not at all.
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Replace what is already there; input files are never replaced.
    #[arg(long)]
    force: bool,
    /// Never page long output on a terminal.
    #[arg(long)]
    no_pager: bool,
}

impl Destination {
    /// Refuses before the work starts what could not be written after it.
    ///
    /// # Errors
    /// When the file exists and may not be replaced, or is one of the inputs.
    pub fn check(&self, inputs: &[PathBuf]) -> anyhow::Result<()> {
        let Some(path) = &self.output else {
            return Ok(());
        };
        for input in inputs.iter().filter(|i| i.is_file()) {
            self.spare(path, input)?;
        }
        if path.is_file() {
            self.allow(path)?;
        }
        Ok(())
    }

    /// The folder that several reports go into, made where it is not there.
    ///
    /// # Errors
    /// When none is named or it cannot be made.
    pub fn folder(&self, flag: &str) -> anyhow::Result<PathBuf> {
        let Some(path) = &self.output else {
            bail!("{flag} writes several files: name a folder with -o DIR");
        };
        std::fs::create_dir_all(path)
            .with_context(|| format!("cannot make the folder {}", path.display()))?;
        Ok(path.clone())
    }

    /// Refuses where a file is there and may not be replaced.
    ///
    /// # Errors
    /// When it is there and --force was not given.
    pub fn spare_existing(&self, file: &Path) -> anyhow::Result<()> {
        if file.exists() {
            self.allow(file)?;
        }
        Ok(())
    }

    /// Writes one file of several.
    ///
    /// # Errors
    /// When it cannot be written, a file is in the way, or an article would be overwritten.
    pub fn write(
        &self,
        file: &Path,
        rendered: Rendered,
        articles: &[ArticleEntry],
    ) -> anyhow::Result<()> {
        let bytes = match rendered {
            Rendered::Text(text) => text.into_bytes(),
            Rendered::Bytes(bytes) => bytes,
            Rendered::Files(_) => bail!("this format writes several files for each event"),
        };
        for article in articles {
            self.spare(file, Path::new(&article.path))?;
        }
        self.spare_existing(file)?;
        write_whole(file, &bytes, self.force)
    }

    /// Writes the report where it belongs.
    ///
    /// # Errors
    /// When it cannot be written, a file is in the way, or an article would be overwritten.
    pub fn deliver(
        &self,
        rendered: Rendered,
        articles: &[ArticleEntry],
        paged: bool,
    ) -> anyhow::Result<()> {
        let Some(path) = &self.output else {
            return match rendered {
                Rendered::Text(text) if paged && !self.no_pager => pager::show(&text),
                Rendered::Text(text) => output::print(&text),
                Rendered::Bytes(_) | Rendered::Files(_) => bail!("name where to write with -o"),
            };
        };
        let files = match rendered {
            Rendered::Text(text) => vec![(path.clone(), text.into_bytes())],
            Rendered::Bytes(bytes) => vec![(path.clone(), bytes)],
            Rendered::Files(files) => {
                std::fs::create_dir_all(path)
                    .with_context(|| format!("cannot make the folder {}", path.display()))?;
                files
                    .into_iter()
                    .map(|(name, bytes)| (path.join(name), bytes))
                    .collect()
            }
        };
        for (file, _) in &files {
            for article in articles {
                self.spare(file, Path::new(&article.path))?;
            }
            if file.exists() {
                self.allow(file)?;
            }
        }
        files
            .iter()
            .try_for_each(|(file, bytes)| write_whole(file, bytes, self.force))
    }

    /// Refuses where the result would be written over one of the articles.
    ///
    /// # Errors
    /// When it would.
    pub fn spare_input(&self, input: &Path) -> anyhow::Result<()> {
        let output = self.output.as_deref();
        output.map_or(Ok(()), |file| self.spare(file, input))
    }

    fn spare(&self, file: &Path, input: &Path) -> anyhow::Result<()> {
        let same = match (file.canonicalize(), input.canonicalize()) {
            (Ok(a), Ok(b)) => a == b,
            _ => false,
        };
        if same {
            bail!(
                "{} is one of the articles and is not written over; choose another name after -o",
                file.display()
            );
        }
        Ok(())
    }

    fn allow(&self, file: &Path) -> anyhow::Result<()> {
        if !self.force {
            bail!("{} exists; --force replaces it", file.display());
        }
        Ok(())
    }
}

/// Writes a file whole or not at all: a neighbouring temporary file is renamed into place, so that no reader ever sees
/// half of it. What is there already is replaced only where that is wanted.
///
/// # Errors
/// When it cannot be written; what was there before then still is.
pub fn write_whole(file: &Path, bytes: &[u8], replace: bool) -> anyhow::Result<()> {
    let folder = file
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let failed = || format!("cannot write {}", file.display());
    let mut temporary = tempfile::Builder::new();
    let mut half = with_usual_rights(&mut temporary)
        .tempfile_in(folder)
        .with_context(failed)?;
    half.write_all(bytes).with_context(failed)?;
    if replace {
        half.persist(file)
            .map_err(|e| e.error)
            .with_context(failed)?;
    } else {
        half.persist_noclobber(file)
            .map_err(|e| e.error)
            .with_context(failed)?;
    }
    Ok(())
}

/// A report is as readable as any file the user makes, not private like a temporary one; the umask still applies.
fn with_usual_rights<'a, 'b>(
    builder: &'a mut tempfile::Builder<'b, 'b>,
) -> &'a mut tempfile::Builder<'b, 'b> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}
