//! Where the lines of a batch go.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, ErrorKind, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, bail};

use super::Args;
use super::resume::{self, Place};

/// Whether somebody still reads what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Somebody may.
    There,
    /// The pipe was closed: the reader has had enough.
    Gone,
}

/// Standard output or a file, each event written at once.
pub struct Output(Box<dyn Write>);

/// An output that is ready to be written: nothing of a file that is gone on with has changed yet.
pub enum Opened {
    /// Nothing is there.
    New(Output),
    /// The file of an earlier run, and what stays of it.
    There(File, Place),
}

/// Opens the output.
///
/// # Errors
/// When the file cannot be opened, is there already, or is no output of an earlier run.
pub fn open(args: &Args) -> anyhow::Result<Opened> {
    let Some(path) = args.output.as_ref().filter(|p| p.as_os_str() != "-") else {
        return Ok(Opened::New(Output(Box::new(io::stdout()))));
    };
    if is_same(path, &args.input) {
        bail!(
            "refusing to overwrite the input file {}; choose another -o path",
            path.display()
        );
    }
    let failed = || format!("cannot write {}", path.display());
    if args.resume && path.exists() {
        let (file, place) = there(path).with_context(failed)?;
        return Ok(Opened::There(file, place));
    }
    if path.exists() && !args.force {
        bail!(
            "{} already exists; add --resume to continue it or --force to overwrite it",
            path.display()
        );
    }
    let file = File::create(path).with_context(failed)?;
    Ok(Opened::New(Output(Box::new(file))))
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// The output of an earlier run, and what stays of it.
fn there(path: &Path) -> io::Result<(File, Place)> {
    let place = resume::place(BufReader::new(File::open(path)?))?;
    Ok((OpenOptions::new().write(true).open(path)?, place))
}

impl Opened {
    /// What stays of an output that is there.
    pub fn place(&self) -> Place {
        match self {
            Self::New(_) => Place::default(),
            Self::There(_, place) => place.clone(),
        }
    }

    /// The output, cut behind what stays of it.
    ///
    /// # Errors
    /// When the file cannot be cut.
    pub fn begin(self) -> anyhow::Result<Output> {
        match self {
            Self::New(output) => Ok(output),
            Self::There(mut file, place) => {
                let cut = file.set_len(place.keep);
                cut.and_then(|()| file.seek(SeekFrom::End(0)))
                    .context("cannot write to the output")?;
                Ok(Output(Box::new(file)))
            }
        }
    }
}

impl Output {
    /// Writes the lines of one event.
    ///
    /// # Errors
    /// When they cannot be written for another reason than a closed pipe.
    pub fn write(&mut self, lines: &str) -> anyhow::Result<Reader> {
        match self
            .0
            .write_all(lines.as_bytes())
            .and_then(|()| self.0.flush())
        {
            Ok(()) => Ok(Reader::There),
            Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(Reader::Gone),
            Err(e) => Err(e).context("cannot write to the output"),
        }
    }

    /// Ends the output.
    ///
    /// # Errors
    /// When the last of it cannot be written.
    pub fn done(mut self) -> anyhow::Result<()> {
        self.0.flush().context("cannot write to the output")
    }
}
