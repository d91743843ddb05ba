//! A REFI-QDA project (`.qdpx`): the articles as sources, the report's categories as codes, coded segments by offset.
//!
//! The Rotterdam Exchange Format Initiative's standard, version 1.5: a zip archive with `project.qde` (XML, namespace
//! `urn:QDA-XML:project:1.0`) and the sources as plain text, positions in code points from 0. NVivo, MAXQDA and
//! ATLAS.ti open it. Nothing in it depends on the clock or on chance: the same report gives the same bytes.

mod codebook;
mod project;
mod xml;

use std::io::{Cursor, Write};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::render::plain;
use crate::report::Report;

/// The project as the bytes of one file.
///
/// # Errors
/// When the archive cannot be made.
pub fn write(report: &Report) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("project.qde", options)?;
    archive.write_all(project::project(report).as_bytes())?;
    for article in &report.articles {
        archive.start_file(
            format!("Sources/{}.txt", guid(&["source", &article.id])),
            options,
        )?;
        archive.write_all(plain::in_place(&article.text).as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// A GUID made from names, always the same for the same ones (RFC 9562, version 8).
fn guid(names: &[&str]) -> String {
    let digest = Sha256::digest(names.join("\u{0}").as_bytes());
    let hex: String = digest.iter().take(16).map(|b| format!("{b:02x}")).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!(
        "{}-{}-8{}-8{}-{}",
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guids_are_stable_and_differ_by_name() {
        assert_eq!(guid(&["code", "fact"]), guid(&["code", "fact"]));
        assert_ne!(guid(&["code", "fact"]), guid(&["codefact"]));
        let shape: Vec<usize> = guid(&["x"]).split('-').map(str::len).collect();
        assert_eq!(shape, [8, 4, 4, 4, 12]);
    }
}
