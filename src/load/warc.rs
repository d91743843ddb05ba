//! WARC, the web archive format, as crawls of news sites ship it: read record by record, one record in memory at a time.

use std::io::{self, BufRead, Read};

use super::{bounded, http};

/// A page that a crawler stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Address it was fetched from.
    pub url: Option<String>,
    /// Character set the server declared.
    pub charset: Option<String>,
    /// The HTML.
    pub html: Vec<u8>,
    /// Byte of the unpacked archive at which its record starts.
    pub place: u64,
}

/// How much of an archive is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes one page may have; a longer record is passed over without being held.
    pub page: u64,
    /// Bytes the whole archive may unpack to.
    pub archive: u64,
}

/// Header lines longer than this are cut; addresses of some thousand bytes occur.
const LINE: u64 = 64 * 1024;

/// Header fields of one record; crawlers write about fifteen.
const FIELDS: usize = 200;

/// Pages of an archive, and what is wrong in between, in order.
#[derive(Debug)]
pub struct Pages<R> {
    reader: R,
    limits: Limits,
    place: u64,
    is_done: bool,
    /// Header of a record that follows bytes that belong to none.
    behind_gap: Option<Header>,
}

/// The pages of an archive that is unpacked already.
pub fn pages<R: BufRead>(reader: R, limits: Limits) -> Pages<R> {
    Pages {
        reader,
        limits,
        place: 0,
        is_done: false,
        behind_gap: None,
    }
}

/// Whether a file starts as a WARC does.
pub fn is(start: &[u8]) -> bool {
    start.starts_with(b"WARC/")
}

/// What a record's header says that matters here.
#[derive(Debug, Default)]
struct Header {
    kind: String,
    url: Option<String>,
    media_type: String,
    length: Option<u64>,
    place: u64,
}

impl<R: BufRead> Iterator for Pages<R> {
    type Item = Result<Page, String>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_done {
            match self.record() {
                Ok(Some(found)) => return Some(found),
                Ok(None) => {}
                Err(e) => {
                    self.is_done = true;
                    return Some(Err(format!(
                        "WARC: {e} at byte {}; everything before it was read",
                        self.place
                    )));
                }
            }
        }
        None
    }
}

impl<R: BufRead> Pages<R> {
    /// The next record, where it is a page or broken; nothing where it is of another kind.
    fn record(&mut self) -> io::Result<Option<Result<Page, String>>> {
        let header = match self.behind_gap.take() {
            Some(header) => header,
            None => match self.seek()? {
                // What is strange is told first; the record after it comes with the next call.
                Some(strange) => {
                    self.behind_gap = if self.is_done {
                        None
                    } else {
                        Some(self.header()?)
                    };
                    return Ok(Some(Err(strange)));
                }
                None if self.is_done => return Ok(None),
                None => self.header()?,
            },
        };
        let Some(length) = header.length else {
            return Ok(Some(Err(format!(
                "WARC: the record at byte {} has no Content-Length",
                header.place
            ))));
        };
        if !is_page(&header) {
            self.pass(length)?;
            return Ok(None);
        }
        if length > self.limits.page {
            self.pass(length)?;
            let limit = self.limits.page;
            return Ok(Some(Err(format!(
                "WARC: the record at byte {} has {length} bytes; the limit is {limit}",
                header.place
            ))));
        }
        let block = self.block(length)?;
        Ok(page(header, &block, self.limits.page).transpose())
    }

    fn line(&mut self) -> io::Result<Vec<u8>> {
        let line = bounded::line(&mut self.reader, LINE)?;
        self.place += line.len() as u64;
        if self.place > self.limits.archive {
            return Err(io::Error::other(format!(
                "more than {} bytes",
                self.limits.archive
            )));
        }
        Ok(line)
    }

    /// Goes to the next record, its first line read; tells what stands before it and is none.
    fn seek(&mut self) -> io::Result<Option<String>> {
        let start = self.place;
        let mut strange = 0usize;
        loop {
            let line = self.line()?;
            self.is_done = line.is_empty();
            if self.is_done || is(&line) {
                break;
            }
            if line.iter().any(|b| !b.is_ascii_whitespace()) {
                strange += line.len();
            }
        }
        Ok((strange > 0).then(|| {
            format!("WARC: {strange} bytes starting at byte {start} do not belong to any record")
        }))
    }

    fn header(&mut self) -> io::Result<Header> {
        let mut header = Header {
            place: self.place,
            ..Header::default()
        };
        for _ in 0..FIELDS {
            let line = self.line()?;
            let line = String::from_utf8_lossy(&line);
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match name.trim().to_lowercase().as_str() {
                "warc-type" => header.kind = value.to_lowercase(),
                "warc-target-uri" => header.url = Some(value.trim_matches(['<', '>']).to_string()),
                "content-type" => header.media_type = value.to_lowercase(),
                "content-length" => header.length = value.parse().ok(),
                _ => {}
            }
        }
        Ok(header)
    }

    fn pass(&mut self, length: u64) -> io::Result<()> {
        let room = self
            .limits
            .archive
            .saturating_sub(self.place)
            .saturating_add(1);
        let passed = io::copy(
            &mut self.reader.by_ref().take(length.min(room)),
            &mut io::sink(),
        )?;
        self.advance(passed, length)
    }

    fn block(&mut self, length: u64) -> io::Result<Vec<u8>> {
        let mut block = Vec::new();
        let read = self.reader.by_ref().take(length).read_to_end(&mut block)?;
        self.advance(read as u64, length)?;
        Ok(block)
    }

    fn advance(&mut self, read: u64, wanted: u64) -> io::Result<()> {
        self.place += read;
        if self.place > self.limits.archive {
            return Err(io::Error::other(format!(
                "more than {} bytes",
                self.limits.archive
            )));
        }
        if read < wanted {
            Err(io::Error::other(format!(
                "{} bytes are missing",
                wanted - read
            )))
        } else {
            Ok(())
        }
    }
}

fn is_page(header: &Header) -> bool {
    let is_http = header.kind == "response" && header.media_type.starts_with("application/http");
    let is_html = header.kind == "resource" && header.media_type.contains("html");
    is_http || is_html
}

/// The page of a block; nothing where the server answered with something that is no page.
fn page(header: Header, block: &[u8], limit: u64) -> Result<Option<Page>, String> {
    let place = header.place;
    if header.kind == "resource" {
        return Ok(Some(Page {
            url: header.url,
            charset: None,
            html: block.to_vec(),
            place,
        }));
    }
    let read = http::response(block, limit)
        .map_err(|e| format!("WARC: {e} in the record at byte {place}"))?;
    let is_html = read.media_type.contains("html") || read.media_type.is_empty();
    let is_page = is_html && (200..300).contains(&read.status) && !read.body.is_empty();
    Ok(is_page.then_some(Page {
        url: header.url,
        charset: read.charset,
        html: read.body,
        place,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        page: 1_000,
        archive: 1_000_000,
    };

    fn record(kind: &str, url: &str, block: &str) -> String {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype={kind}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    }

    fn response(body: &str) -> String {
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}")
    }

    fn read(archive: &str) -> Vec<Result<String, String>> {
        let urls = |p: Page| p.url.unwrap_or_default();
        pages(archive.as_bytes(), LIMITS)
            .map(|p| p.map(urls))
            .collect()
    }

    #[test]
    fn only_pages_come_out() {
        let archive = [
            record("warcinfo", "", "software: x"),
            record("request", "http://a.example/", "GET / HTTP/1.1\r\n\r\n"),
            record("response", "http://a.example/", &response("<p>a")),
            record(
                "response",
                "http://b.example/",
                "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>gone",
            ),
            record("response", "http://c.example/", &response("<p>c")),
        ];
        assert_eq!(
            read(&archive.concat()),
            [
                Ok("http://a.example/".to_string()),
                Ok("http://c.example/".to_string())
            ]
        );
    }

    #[test]
    fn what_is_broken_is_told_and_the_rest_goes_on() {
        let big = record(
            "response",
            "http://big.example/",
            &response(&"x".repeat(2_000)),
        );
        let good = record("response", "http://a.example/", &response("<p>a"));
        let archive =
            format!("{good}{big}{good}WARC/1.0\r\nWARC-Type: response\r\n\r\nlost\r\n{good}{good}");
        let read = read(&archive);
        assert!(
            read.iter()
                .any(|r| r.as_ref().is_err_and(|e| e.contains("the limit is 1000"))),
            "{read:?}"
        );
        assert!(
            read.iter()
                .any(|r| r.as_ref().is_err_and(|e| e.contains("no Content-Length"))),
            "{read:?}"
        );
        assert!(
            read.iter().any(|r| r
                .as_ref()
                .is_err_and(|e| e.contains("do not belong to any record"))),
            "{read:?}"
        );
        assert_eq!(read.iter().filter(|r| r.is_ok()).count(), 4, "{read:?}");
    }

    #[test]
    fn a_cut_archive_gives_what_stands_before_the_cut() {
        let good = record("response", "http://a.example/", &response("<p>a"));
        let cut = format!("{good}{}", good.get(..good.len() - 20).unwrap());
        let read = read(&cut);
        assert!(read.first().is_some_and(Result::is_ok));
        assert!(
            read.last()
                .is_some_and(|r| r.as_ref().is_err_and(|e| e.contains("missing"))),
            "{read:?}"
        );
    }
}
