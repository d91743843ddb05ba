//! What is mutated: the fixture of every format, and archives of them.

use std::io::{Cursor, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

/// A whole input under the name of its file.
#[derive(Clone, Debug)]
pub struct Input {
    /// The name.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Every input, sorted by name.
pub fn all() -> Vec<Input> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats");
    let entries = std::fs::read_dir(folder).expect("the fixtures are there");
    let files = entries.filter_map(|entry| {
        let path = entry.ok()?.path();
        Some(Input {
            name: path.file_name()?.to_str()?.to_string(),
            bytes: std::fs::read(&path).ok()?,
        })
    });
    let mut inputs: Vec<Input> = files.collect();
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    let archives = archives(&inputs);
    inputs.extend(archives);
    inputs
}

fn archives(inputs: &[Input]) -> [Input; 3] {
    let named = |name: &str, bytes| Input {
        name: name.to_string(),
        bytes,
    };
    let warc = inputs.iter().find(|i| i.name.ends_with(".warc"));
    let warc = warc.map(|i| i.bytes.clone()).unwrap_or_default();
    [
        named("all.tar.gz", gzip(&tar(inputs))),
        named("all.zip", zip(inputs)),
        named("records.warc.gz", gzip(&warc)),
    ]
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).expect("memory does not fail");
    packed.finish().expect("memory does not fail")
}

fn zip(inputs: &[Input]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for input in inputs {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(&input.name, options).expect("a name");
        archive
            .write_all(&input.bytes)
            .expect("memory does not fail");
    }
    archive.finish().expect("memory does not fail").into_inner()
}

fn tar(inputs: &[Input]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for input in inputs {
        let mut header = tar::Header::new_ustar();
        header.set_size(input.bytes.len() as u64);
        header.set_mode(0o644);
        archive
            .append_data(&mut header, &input.name, input.bytes.as_slice())
            .expect("memory does not fail");
    }
    archive.into_inner().expect("memory does not fail")
}
