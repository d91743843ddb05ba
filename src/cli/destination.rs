//! Where a report goes: standard output, a pager, a file or a folder of files.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};

use super::{output, pager};
use crate::render::{Rendered, plain};
use crate::report::ArticleEntry;

/// Where the report goes.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Output")]
pub struct Destination {
    /// Output file, or folder for csv; the extension sets the format (.html .md .json .jsonl .txt .qdpx); - writes to
    /// standard output.
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Overwrite existing output; input files are never overwritten.
    #[arg(long)]
    force: bool,
    /// Do not use a pager.
    #[arg(long)]
    no_pager: bool,
}

impl Destination {
    /// The path that was named; none for standard output.
    pub fn path(&self) -> Option<&Path> {
        self.output.as_deref().filter(|p| p.as_os_str() != "-")
    }

    /// Whether standard output was asked for by its sign, and can take the format.
    pub fn is_dash(&self, can_take: bool) -> bool {
        can_take && self.output.is_some() && self.path().is_none()
    }

    /// Refuses before the work starts what could not be written after it.
    ///
    /// # Errors
    /// When the file exists and may not be replaced, is one of the inputs, or is a folder where `several` files are not
    /// what is written, or the other way round.
    pub fn check(&self, inputs: &[PathBuf], several: bool) -> anyhow::Result<()> {
        let Some(path) = self.path() else {
            return Ok(());
        };
        for input in inputs.iter().filter(|i| i.is_file()) {
            self.spare(path, input)?;
        }
        if several {
            if path.is_file() {
                bail!(
                    "{} is a file; give a folder for several files",
                    path.display()
                );
            }
            return Ok(());
        }
        if is_folder(path) {
            bail!("{}", one_file_wanted(path));
        }
        if path.is_file() {
            self.allow(path)?;
        }
        in_folder(path).map(|_| ())
    }

    /// The folder that several reports go into, made where it is not there.
    ///
    /// # Errors
    /// When none is named or it cannot be made.
    pub fn folder(&self, flag: &str) -> anyhow::Result<PathBuf> {
        let Some(path) = self.path() else {
            bail!("{flag} writes several files; add -o FOLDER/");
        };
        create(path)?;
        Ok(path.to_path_buf())
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
            Rendered::Files(_) => bail!("this format writes several files per event"),
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
        let Some(path) = self.path() else {
            return match rendered {
                Rendered::Text(text) if paged && !self.no_pager => pager::show(&text),
                Rendered::Text(text) => output::print(&text),
                Rendered::Bytes(bytes) => output::print_bytes(&bytes),
                Rendered::Files(_) => bail!("add -o FOLDER/ to say where to write"),
            };
        };
        let files = match rendered {
            Rendered::Text(text) => vec![(path.to_path_buf(), text.into_bytes())],
            Rendered::Bytes(bytes) => vec![(path.to_path_buf(), bytes)],
            Rendered::Files(files) => {
                create(path)?;
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
            .try_for_each(|(file, bytes)| write_whole(file, bytes, self.force))?;
        announce(path, files.len());
        Ok(())
    }

    /// Refuses where the result would be written over one of the articles.
    ///
    /// # Errors
    /// When it would.
    pub fn spare_input(&self, input: &Path) -> anyhow::Result<()> {
        let output = self.path();
        output.map_or(Ok(()), |file| self.spare(file, input))
    }

    fn spare(&self, file: &Path, input: &Path) -> anyhow::Result<()> {
        let same = match (file.canonicalize(), input.canonicalize()) {
            (Ok(a), Ok(b)) => a == b,
            _ => false,
        };
        if same {
            bail!(
                "refusing to overwrite {}, which is one of the articles; choose another -o path",
                file.display()
            );
        }
        Ok(())
    }

    fn allow(&self, file: &Path) -> anyhow::Result<()> {
        if !self.force {
            bail!(
                "{} already exists; add --force to overwrite it",
                file.display()
            );
        }
        Ok(())
    }
}

/// Says what was written to a person who would otherwise see nothing happen.
fn announce(path: &Path, files: usize) {
    if !std::io::stderr().is_terminal() {
        return;
    }
    let shown = plain::line(&path.display().to_string());
    let ending = path.extension().and_then(|e| e.to_str());
    output::complain(&match (files, ending) {
        (1, Some("html" | "htm")) => format!("wrote {shown} (open it in a browser)"),
        (1, _) => format!("wrote {shown}"),
        (n, _) => format!("wrote {n} files to {shown}"),
    });
}

/// Endings that name a format, as they are listed.
const KNOWN: &str = ".html .md .json .jsonl .txt .qdpx";

/// Why a name does not say which format is wanted.
pub fn without_format(name: &Path) -> anyhow::Error {
    let (shown, ending) = (name.display(), name.extension().and_then(|e| e.to_str()));
    match ending {
        _ if is_folder(name) => anyhow!("{}", one_file_wanted(name)),
        Some("csv" | "tsv" | "xlsx") => {
            let folder = name.with_extension("");
            anyhow!(
                "CSV output is several tables, not one file; use --format csv -o {}/",
                folder.display()
            )
        }
        Some(ending) => {
            anyhow!("unknown extension .{ending} in {shown}; use {KNOWN}, or add --format")
        }
        None => anyhow!("{shown} has no extension to set the format; use {KNOWN}, or add --format"),
    }
}

/// Refuses to make a folder for tables under the name of a file.
///
/// # Errors
/// When the name ends like that of a file and no such folder is there.
pub fn refuse_table_file(name: &Path, is_report: bool) -> anyhow::Result<()> {
    let is_table = name.extension().is_some_and(|e| {
        ["csv", "tsv", "xlsx"]
            .iter()
            .any(|t| e.eq_ignore_ascii_case(t))
    });
    if (is_table || is_report) && !is_folder(name) {
        bail!(
            "--format csv writes several tables, but {} looks like a file; use -o {}/",
            name.display(),
            name.with_extension("").display()
        );
    }
    Ok(())
}

/// Whether a path is a folder, or is written like one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

fn one_file_wanted(path: &Path) -> String {
    format!(
        "{} is a folder; give a file name, such as {}",
        path.display(),
        path.join("report.html").display()
    )
}

fn create(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot create the folder {}", folder.display()))
}

/// The folder that a file goes into.
///
/// # Errors
/// When it does not exist.
fn in_folder(file: &Path) -> anyhow::Result<&Path> {
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    if !folder.is_dir() {
        bail!(
            "cannot write {}: the folder {} does not exist",
            file.display(),
            folder.display()
        );
    }
    Ok(folder)
}

/// Writes a file whole or not at all: a neighboring temporary file is renamed into place, so that no reader ever sees
/// half of it. What is there already is replaced only where that is wanted.
///
/// # Errors
/// When it cannot be written; what was there before then still is.
pub fn write_whole(file: &Path, bytes: &[u8], replace: bool) -> anyhow::Result<()> {
    let folder = in_folder(file)?;
    let failed = || format!("cannot write {}", file.display());
    let mut temporary = tempfile::Builder::new();
    let mut half = with_usual_rights(&mut temporary)
        .tempfile_in(folder)
        // The system names the temporary file, which means nothing to the user.
        .map_err(|e| {
            anyhow!(
                "cannot write to the folder {}: {}",
                folder.display(),
                e.kind()
            )
        })?;
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
