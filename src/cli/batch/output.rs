//! Where the lines of a batch go.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, ErrorKind, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, bail};

use super::{Args, resume};

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

/// Opens the output, and tells from which line of the input on events are compared.
///
/// # Errors
/// When the file cannot be opened, is there already, or is no output of an earlier run.
pub fn open(args: &Args) -> anyhow::Result<(Output, u64)> {
    let Some(path) = args.output.as_ref().filter(|p| p.as_os_str() != "-") else {
        return Ok((Output(Box::new(io::stdout())), 0));
    };
    if is_same(path, &args.input) {
        bail!(
            "refusing to overwrite the input file {}; choose another -o path",
            path.display()
        );
    }
    let failed = || format!("cannot write {}", path.display());
    if args.resume && path.exists() {
        let (file, from) = go_on(path).with_context(failed)?;
        return Ok((Output(Box::new(file)), from));
    }
    if path.exists() && !args.force {
        bail!(
            "{} already exists; add --resume to continue it or --force to overwrite it",
            path.display()
        );
    }
    let file = File::create(path).with_context(failed)?;
    Ok((Output(Box::new(file)), 0))
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// The output of an earlier run, cut behind what stays of it.
fn go_on(path: &Path) -> io::Result<(File, u64)> {
    let place = resume::place(BufReader::new(File::open(path)?))?;
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.set_len(place.keep)?;
    file.seek(SeekFrom::End(0))?;
    Ok((file, place.from))
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
