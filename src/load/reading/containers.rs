//! What holds articles: archives, crawls and streams are opened until there is text to read.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::super::bounded::{self, Bounded};
use super::super::sniff::{self, Container, Format};
use super::super::unmatched::Seen;
use super::super::{archives, decode, overrides, own, warc};
use super::{Place, Reading, made};
use crate::model::Severity;

impl Reading<'_> {
    /// Looks at the first bytes and hands on to the reader of what they start.
    pub(super) fn container(
        &mut self,
        place: &mut Place,
        mut reader: impl BufRead,
        on_disk: Option<&Path>,
    ) -> Result<(), String> {
        let start = bounded::start(&mut reader, sniff::START).map_err(|e| e.to_string())?;
        let whole = Cursor::new(start.clone()).chain(reader);
        match sniff::container(&start) {
            Container::Refused(reason) => Err(reason.to_string()),
            Container::Zip | Container::Tar | Container::Gzip if place.depth > 0 => Err(
                "archives inside archives are not supported; unpack the inner one first"
                    .to_string(),
            ),
            Container::Gzip => {
                let unpacked =
                    Bounded::new(MultiGzDecoder::new(whole), self.options.limits.stream_bytes);
                self.unpacked(place, BufReader::with_capacity(sniff::START, unpacked))
                    .map_err(|e| format!("gzip: {e}"))
            }
            Container::Zip => self.zip(place, whole, on_disk),
            _ => self.unpacked(place, whole),
        }
    }

    /// A stream that is no zip and not packed: WARC and JSON Lines are read as they come, all else as a whole.
    fn unpacked(&mut self, place: &mut Place, mut reader: impl BufRead) -> Result<(), String> {
        let start = bounded::start(&mut reader, sniff::START).map_err(|e| e.to_string())?;
        let whole = Cursor::new(start.clone()).chain(reader);
        if own::is_report(&String::from_utf8_lossy(&start)) {
            self.miss(place, Severity::Info, own::MESSAGE.to_string());
            return Ok(());
        }
        match sniff::container(&start) {
            Container::Warc => {
                self.warc(place, whole);
                Ok(())
            }
            Container::Tar => {
                let limits = self.archive_limits();
                archives::tar(whole, limits, &mut |name, bytes| {
                    self.entry(place, name, bytes)
                })
            }
            Container::Text if self.is_lines(place, &start) => {
                self.lines(place, whole);
                Ok(())
            }
            Container::Text => {
                let limit = self.options.limits.file_bytes;
                let bytes = bounded::all(whole, limit).map_err(|e| with_advice(&e))?;
                self.text(place, &bytes)
            }
            Container::Refused(reason) => Err(reason.to_string()),
            Container::Gzip | Container::Zip => {
                Err("compressed twice; unpack it first".to_string())
            }
        }
    }

    fn is_lines(&self, place: &Place, start: &[u8]) -> bool {
        let is_utf8 = !start.iter().take(4).any(|b| *b == 0 || *b >= 0xfe);
        is_utf8 && sniff::format(&String::from_utf8_lossy(start), &place.shown) == Format::JsonLines
    }

    fn archive_limits(&self) -> archives::Limits {
        let limits = &self.options.limits;
        archives::Limits {
            entry: limits.file_bytes,
            total: limits.archive_bytes,
            entries: limits.files,
        }
    }

    /// A zip has its list at the end: a file is read in place, anything else is held.
    fn zip(
        &mut self,
        place: &Place,
        whole: impl Read,
        on_disk: Option<&Path>,
    ) -> Result<(), String> {
        let limits = self.archive_limits();
        match on_disk {
            Some(path) => {
                let file = File::open(path).map_err(|e| e.to_string())?;
                if archives::is_project(BufReader::new(&file)) {
                    self.miss(place, Severity::Info, own::MESSAGE.to_string());
                    return Ok(());
                }
                archives::zip(BufReader::new(file), limits, &mut |name, bytes| {
                    self.entry(place, name, bytes)
                })
            }
            None => {
                let bytes = bounded::all(whole, limits.total)?;
                archives::zip(Cursor::new(bytes), limits, &mut |name, bytes| {
                    self.entry(place, name, bytes)
                })
            }
        }
    }

    fn entry(&mut self, archive: &Place, name: &str, bytes: Result<Vec<u8>, String>) {
        let shown = format!("{}/{name}", archive.shown);
        match bytes {
            Ok(bytes) => {
                let path = archive.path.join(name);
                self.saw(|| Seen::file(&path));
                if !overrides::is_skipped(&self.options.folders, &path) {
                    let place = self.place(shown, path, archive.depth + 1);
                    self.open(place, bytes.as_slice(), None);
                }
            }
            Err(message) => self.say(&shown, Severity::Error, message),
        }
    }

    fn warc(&mut self, place: &mut Place, reader: impl BufRead) {
        let limits = warc::Limits {
            page: self.options.limits.file_bytes,
            archive: self.options.limits.stream_bytes,
        };
        for page in warc::pages(reader, limits) {
            if self.is_full {
                return;
            }
            match page {
                Ok(page) => self.page(place, page),
                Err(message) => self.say(&place.shown, Severity::Warning, message),
            }
        }
    }

    /// A page of a crawl; one without an article is only counted, as most pages of a site are lists and menus.
    fn page(&mut self, place: &mut Place, page: warc::Page) {
        let decoded = decode::text(&page.html, page.charset.as_deref());
        let kept = super::super::html::draft(&decoded.text).and_then(|mut draft| {
            draft.url = draft.url.or(page.url);
            self.keep(place, page.place, made(draft)?)
        });
        if kept.is_err() {
            place.misses.page();
        }
    }
}

/// What to do about a file that is too large.
fn with_advice(message: &str) -> String {
    let is_limit = message.contains("more than");
    let advice = if is_limit {
        "; to raise the limit, set file_bytes under [load] in coverage.toml"
    } else {
        ""
    };
    format!("{message}{advice}")
}
