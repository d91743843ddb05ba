//! What a file is, told by its first bytes; its name only decides where bytes leave it open.

use super::{archives, warc, xml};

/// Bytes of a file that are looked at.
pub const START: usize = 64 * 1024;

/// What holds the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Container {
    /// Packed with gzip.
    Gzip,
    /// A zip archive.
    Zip,
    /// A tar archive.
    Tar,
    /// A web archive.
    Warc,
    /// The file itself is text.
    Text,
    /// A format that is not read, in words.
    Refused(&'static str),
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Text with front matter between marks.
    Markdown,
    /// One JSON value.
    Json,
    /// One JSON value a line.
    JsonLines,
    /// A table with named columns.
    Csv,
    /// NITF.
    Nitf,
    /// NewsML-G2.
    NewsMl,
    /// A web page.
    Html,
    /// A web page saved with its parts.
    Mhtml,
    /// XML of a kind that is not read.
    OtherXml,
}

/// Why a PDF is not read.
pub const PDF: &str = "PDF is not supported; save the article as text or as a web page";
/// Why an office document is not read.
pub const WORD: &str =
    "DOCX and other office formats are not supported; save the article as text or as a web page";
/// Why an RTF document is not read.
pub const RTF: &str = "RTF is not supported; save the article as text";
/// Why a picture is not read.
pub const PICTURE: &str = "an image, audio or video file, not text";
/// Why any other binary file is not read.
pub const BINARY: &str = "a binary file, not text";

/// What holds the articles of a file that starts so.
pub fn container(start: &[u8]) -> Container {
    let starts = |marks: &[&[u8]]| marks.iter().any(|m| start.starts_with(m));
    if starts(&[b"\x1f\x8b"]) {
        Container::Gzip
    } else if starts(&[b"PK\x03\x04", b"PK\x05\x06"]) {
        if is_office(start) {
            Container::Refused(WORD)
        } else {
            Container::Zip
        }
    } else if warc::is(start) {
        Container::Warc
    } else if archives::is_tar(start) {
        Container::Tar
    } else if starts(&[b"%PDF"]) {
        Container::Refused(PDF)
    } else if starts(&[b"\xd0\xcf\x11\xe0"]) {
        Container::Refused(WORD)
    } else if starts(&[b"{\\rtf"]) {
        Container::Refused(RTF)
    } else if starts(&[
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"RIFF",
        b"ID3",
        b"OggS",
    ]) {
        Container::Refused(PICTURE)
    } else if starts(&[
        b"BZh",
        b"\xfd7zXZ",
        b"7z\xbc\xaf",
        b"Rar!",
        b"\x28\xb5\x2f\xfd",
    ]) {
        Container::Refused(
            "bzip2, xz, 7z, rar and zstd archives are not supported; repack the archive as zip or tar.gz",
        )
    } else if is_binary(start) {
        Container::Refused(BINARY)
    } else {
        Container::Text
    }
}

/// Office files are zip archives whose first entry is a list of their parts.
fn is_office(start: &[u8]) -> bool {
    let head = start.get(30..start.len().min(30 + 64)).unwrap_or_default();
    [
        b"[Content_Types].xml".as_slice(),
        b"mimetypeapplication/",
        b"word/",
        b"xl/",
        b"ppt/",
        b"_rels/",
    ]
    .iter()
    .any(|name| head.starts_with(name))
}

/// Whether bytes are no text in any encoding: a zero byte outside UTF-16, or many control characters.
fn is_binary(start: &[u8]) -> bool {
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
        return false;
    }
    let zeros = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let is_utf16 = even.min(odd) == 0 && even.max(odd) * 5 >= start.len() / 2 * 4;
    let controls = start
        .iter()
        .filter(|b| **b < 32 && !b"\t\n\r\x0c\x1b\x0b".contains(b))
        .count();
    // A text file holds hardly a control character; one in a hundred leaves room for a damaged one.
    !is_utf16 && start.len() >= 2 && (even + odd > 0 || controls * 100 > start.len())
}

/// How a text that starts so is written. `start` may break off inside a line.
pub fn format(start: &str, name: &str) -> Format {
    let name = name.to_lowercase();
    let is_named = |ends: &[&str]| ends.iter().any(|e| name.ends_with(e));
    let start = start.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if is_named(&[".jsonl", ".ndjson", ".jl"]) {
        Format::JsonLines
    } else if start.starts_with('<') {
        markup(start)
    } else if is_mhtml(start) {
        Format::Mhtml
    } else if is_named(&[".html", ".htm", ".xhtml"]) {
        Format::Html
    } else if is_json(start) {
        if is_lines(start) {
            Format::JsonLines
        } else {
            Format::Json
        }
    } else if is_named(&[".json"]) {
        Format::Json
    } else if is_named(&[".csv", ".tsv"]) || super::csv::is(start) {
        Format::Csv
    } else if super::markdown::is(start) || is_named(&[".md", ".markdown"]) {
        Format::Markdown
    } else {
        Format::Text
    }
}

fn markup(start: &str) -> Format {
    let lower: String = start
        .chars()
        .take(4096)
        .flat_map(char::to_lowercase)
        .collect();
    match xml::root_name(start).as_deref() {
        Some("nitf") => Format::Nitf,
        Some("newsMessage" | "newsItem" | "packageItem") => Format::NewsMl,
        Some(
            "rss" | "feed" | "RDF" | "urlset" | "sitemapindex" | "opml" | "svg" | "NewsML" | "TEI",
        ) => Format::OtherXml,
        _ if [
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<article",
            "<div",
            "<p>",
            "<p ",
            "<h1",
            "<meta",
            "<title",
        ]
        .iter()
        .any(|t| lower.contains(t)) =>
        {
            Format::Html
        }
        // "<https://…>" opens many plain texts; a name of an element is letters only.
        Some(root)
            if root
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
                && lower.contains("</") =>
        {
            Format::OtherXml
        }
        _ if lower.starts_with("<?xml") => Format::OtherXml,
        _ => Format::Text,
    }
}

fn is_mhtml(start: &str) -> bool {
    let head: String = start
        .chars()
        .take(4096)
        .flat_map(char::to_lowercase)
        .collect();
    let opens = [
        "from:",
        "mime-version:",
        "snapshot-content-location:",
        "content-type:",
        "subject:",
        "date:",
    ];
    opens.iter().any(|o| head.starts_with(o)) && head.contains("content-type: multipart/related")
}

fn is_json(start: &str) -> bool {
    let mut bare = start.chars().filter(|c| !c.is_whitespace());
    matches!(
        (bare.next(), bare.next()),
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | ']'))
    )
}

/// Whether the first line is a whole JSON object; one that holds the whole file reads the same either way.
fn is_lines(start: &str) -> bool {
    let first = start.lines().next().unwrap_or_default();
    start.starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok()
}
