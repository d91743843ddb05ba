//! How far loading is, for whoever waits for it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How far loading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Articles found so far.
    pub articles: usize,
    /// Bytes read, packed as they are.
    pub done: u64,
    /// Bytes of all files; 0 where nobody knows, as on standard input.
    pub total: u64,
}

/// Counts what is read and tells it.
pub struct Waiting<'a> {
    watch: &'a dyn Fn(Progress),
    done: Arc<AtomicU64>,
    total: u64,
}

impl<'a> Waiting<'a> {
    /// For files of so many bytes together.
    pub fn new(watch: &'a dyn Fn(Progress), total: u64) -> Self {
        Self {
            watch,
            done: Arc::default(),
            total,
        }
    }

    /// Opens a file whose bytes are counted as they are read.
    pub fn open(&self, path: &Path) -> io::Result<Counted> {
        Ok(Counted::new(File::open(path)?, self.done.clone()))
    }

    /// Bytes read so far.
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Counts a file whole that began after `before` bytes: of an archive only the parts that are used are read.
    pub fn finish(&self, before: u64, path: &Path) {
        let length = path.metadata().map_or(0, |m| m.len());
        self.done.store(before + length, Ordering::Relaxed);
    }

    /// Tells how far loading is.
    pub fn tell(&self, articles: usize) {
        (self.watch)(Progress {
            articles,
            done: self.done.load(Ordering::Relaxed).min(self.total),
            total: self.total,
        });
    }
}

/// A file whose bytes are counted.
pub struct Counted {
    file: File,
    done: Arc<AtomicU64>,
}

impl Counted {
    /// A file; what is read from it is added to `done`.
    pub fn new(file: File, done: Arc<AtomicU64>) -> Self {
        Self { file, done }
    }
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.done.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
