//! Archives of articles: zip, tar, and files packed with gzip, one entry in memory at a time.

use std::io::{Read, Seek};
use std::path::{Component, Path};

use super::bounded::{self, Bounded};

/// How much of an archive is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes one entry may unpack to.
    pub entry: u64,
    /// Bytes all entries together may unpack to.
    pub total: u64,
    /// Entries that are looked at.
    pub entries: usize,
}

/// Takes an entry: its name, and its bytes or why they cannot be had.
pub type Taker<'a> = dyn FnMut(&str, Result<Vec<u8>, String>) + 'a;

/// Hands on the files of a zip archive in their order; an error where the archive as a whole cannot be read on.
pub fn zip(reader: impl Read + Seek, limits: Limits, take: &mut Taker) -> Result<(), String> {
    let mut archive = zip::ZipArchive::new(reader).map_err(|e| format!("zip: {e}"))?;
    let mut budget = Budget::new(limits);
    for index in 0..archive.len() {
        let entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(e) => {
                take(&format!("entry {index}"), Err(format!("zip: {e}")));
                continue;
            }
        };
        let name = entry
            .name()
            .map_or_else(|_| format!("entry {index}"), |n| n.into_owned());
        if entry.is_dir() || is_hidden(&name) {
            continue;
        }
        budget.one(&name, entry, "zip", take)?;
    }
    Ok(())
}

/// Whether a zip archive is a project of qualitative coding as this program writes it (REFI-QDA), whose sources are the
/// articles once more.
pub fn is_project(reader: impl Read + Seek) -> bool {
    zip::ZipArchive::new(reader).is_ok_and(|a| a.index_for_name("project.qde").is_some())
}

/// Hands on the files of a tar archive that is unpacked already.
pub fn tar(reader: impl Read, limits: Limits, take: &mut Taker) -> Result<(), String> {
    // Headers and padding are small beside the files; twice the total ends what has no files at all.
    let mut archive = tar::Archive::new(Bounded::new(reader, limits.total.saturating_mul(2)));
    let mut budget = Budget::new(limits);
    for entry in archive.entries().map_err(|e| format!("tar: {e}"))? {
        let entry = entry.map_err(|e| format!("tar: {e}"))?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if !entry.header().entry_type().is_file() || is_hidden(&name) {
            continue;
        }
        budget.one(&name, entry, "tar", take)?;
    }
    Ok(())
}

/// Whether unpacked bytes start a tar archive.
pub fn is_tar(start: &[u8]) -> bool {
    start.get(257..262) == Some(b"ustar".as_slice())
}

/// What is left of the limits.
struct Budget {
    limits: Limits,
    bytes: u64,
    entries: usize,
}

impl Budget {
    fn new(limits: Limits) -> Self {
        Self {
            limits,
            bytes: limits.total,
            entries: limits.entries,
        }
    }

    /// Reads one entry within what is left.
    fn one(
        &mut self,
        name: &str,
        reader: impl Read,
        kind: &str,
        take: &mut Taker,
    ) -> Result<(), String> {
        if self.entries == 0 {
            return Err(format!(
                "{kind}: more than {} entries; the rest were skipped",
                self.limits.entries
            ));
        }
        self.entries -= 1;
        if !is_inside(name) {
            take(
                name,
                Err(format!(
                    "{kind}: this entry's path points outside the archive; skipped"
                )),
            );
            return Ok(());
        }
        let limit = self.limits.entry.min(self.bytes);
        let read = bounded::all(reader, limit);
        // A failed entry has cost as much as it may have cost, so that many of them end too.
        self.bytes -= read.as_ref().map_or(limit, |bytes| bytes.len() as u64);
        take(name, read.map_err(|e| format!("{kind}: {e}")));
        if self.bytes == 0 {
            return Err(format!(
                "{kind}: unpacks to more than {} bytes; the rest was skipped",
                self.limits.total
            ));
        }
        Ok(())
    }
}

/// Whether a name stays below the folder it is unpacked into. Nothing is written to disk here, but such a name is made
/// to do harm elsewhere.
fn is_inside(name: &str) -> bool {
    let normal = |c| matches!(c, Component::Normal(_) | Component::CurDir);
    Path::new(name).components().all(normal) && !name.split('\\').any(|part| part == "..")
}

/// What file managers leave behind.
fn is_hidden(name: &str) -> bool {
    name.split('/')
        .any(|part| part == "__MACOSX" || (part.starts_with('.') && part != "." && part != ".."))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::write::SimpleFileOptions;

    use super::*;

    const LIMITS: Limits = Limits {
        entry: 1_000,
        total: 3_000,
        entries: 5,
    };

    fn zipped(files: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap()
    }

    fn read(files: &[(&str, &[u8])]) -> (Vec<String>, Result<(), String>) {
        let mut seen = Vec::new();
        let end = zip(zipped(files), LIMITS, &mut |name, bytes| {
            seen.push(match bytes {
                Ok(bytes) => format!("{name} {}", bytes.len()),
                Err(e) => format!("{name} {e}"),
            });
        });
        (seen, end)
    }

    #[test]
    fn names_that_lead_out_are_left_out() {
        let (seen, end) = read(&[
            ("../a.txt", b"x"),
            ("b/c.txt", b"xy"),
            ("__MACOSX/c.txt", b"x"),
            ("/d.txt", b"x"),
        ]);
        assert!(end.is_ok());
        assert_eq!(seen.len(), 3);
        assert!(
            seen[0].contains("outside the archive") && seen[2].contains("outside the archive"),
            "{seen:?}"
        );
        assert_eq!(seen[1], "b/c.txt 2");
    }

    #[test]
    fn what_unpacks_without_end_ends() {
        let zeros = vec![0u8; 1_000_000];
        let (seen, end) = read(&[
            ("a", &zeros),
            ("b", b"xy"),
            ("c", &zeros),
            ("d", &zeros),
            ("e", &zeros),
        ]);
        assert!(seen[0].contains("more than 1000 bytes"), "{seen:?}");
        assert_eq!(seen[1], "b 2");
        assert!(end.unwrap_err().contains("more than 3000 bytes"));
    }

    #[test]
    fn a_cut_zip_is_told() {
        let mut bytes = zipped(&[("a.txt", b"words")]).into_inner();
        bytes.truncate(20);
        assert!(zip(Cursor::new(bytes), LIMITS, &mut |_, _| {}).is_err());
    }
}
