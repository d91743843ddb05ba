//! One file of each format, and what is read from it, as files a person can open side by side.
//!
//! `COVERAGE_ACCEPT=1 cargo test --test readers` writes the expected files anew; the change is then reviewed as a diff.

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use news_coverage::load::{self, Loaded};
use news_coverage::model::Article;

fn formats() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats")
}

fn files() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(formats())
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_file())
        .collect();
    found.sort();
    found
}

fn load(path: &Path) -> Loaded {
    load::inputs(&[path.to_path_buf()], &load::Options::default())
}

/// Everything read from a file but its place on this machine.
fn shown(loaded: &Loaded) -> String {
    let mut out = String::new();
    for article in &loaded.articles {
        out.push_str(&described(article));
        out.push('\n');
    }
    for d in &loaded.diagnostics {
        let name = d
            .path
            .rsplit_once("formats/")
            .map_or(d.path.as_str(), |(_, name)| name);
        writeln!(out, "{:?}: {name}: {}", d.severity, d.message).unwrap();
    }
    out
}

fn described(article: &Article) -> String {
    let mut out = String::new();
    let from = article
        .published_from
        .map(|f| format!(" ({f:?})"))
        .unwrap_or_default();
    let fields = [
        ("outlet", Some(article.masthead.clone())),
        ("headline", article.headline.clone()),
        ("byline", Some(article.byline.join("; "))),
        ("dateline", article.dateline.clone()),
        ("published", article.published.clone().map(|p| p + &from)),
        ("updated", article.updated.clone()),
        ("wire", Some(article.wire.join("; "))),
        ("section", article.section.clone()),
        ("language", article.language.clone()),
        ("url", article.url.clone()),
        ("corrections", Some(article.corrections.join("; "))),
    ];
    for (name, value) in fields {
        if let Some(value) = value.filter(|v| !v.is_empty()) {
            writeln!(out, "{name}: {value}").unwrap();
        }
    }
    for block in &article.blocks {
        writeln!(
            out,
            "  {:<10} {}",
            format!("{:?}", block.kind).to_lowercase(),
            block.span.of(&article.text)
        )
        .unwrap();
    }
    for piece in &article.residue {
        writeln!(out, "  - {}: {}", piece.reason, piece.text).unwrap();
    }
    out
}

#[test]
fn every_format_reads_as_accepted() {
    let accept = std::env::var_os("COVERAGE_ACCEPT").is_some();
    let mut changed = Vec::new();
    assert!(files().len() >= 15, "a fixture for each format");
    for file in files() {
        let got = shown(&load(&file));
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let expected = formats().join("expected").join(format!("{name}.txt"));
        if accept {
            fs::create_dir_all(formats().join("expected")).unwrap();
            fs::write(&expected, &got).unwrap();
            continue;
        }
        let want = fs::read_to_string(&expected).unwrap_or_default();
        if want != got {
            let diff = similar::TextDiff::from_lines(&want, &got);
            changed.push(format!("{name}\n{}", diff.unified_diff().context_radius(1)));
        }
    }
    assert!(
        changed.is_empty(),
        "{}\nCOVERAGE_ACCEPT=1 accepts the change",
        changed.join("\n")
    );
}

/// What two ways of packing the same files must have in common.
fn told(loaded: &Loaded) -> Vec<String> {
    let mut told: Vec<String> = loaded
        .articles
        .iter()
        .map(|a| format!("{:?} {}", a.headline, a.text))
        .collect();
    told.sort();
    told
}

fn written(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

const PACKED: [&str; 3] = ["plain.txt", "yaml.md", "trafilatura.json"];

fn unpacked() -> Vec<String> {
    let paths: Vec<PathBuf> = PACKED.iter().map(|n| formats().join(n)).collect();
    told(&load::inputs(&paths, &load::Options::default()))
}

#[test]
fn a_zip_reads_as_the_files_in_it() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in PACKED {
        writer
            .start_file(
                format!("a/{name}"),
                zip::write::SimpleFileOptions::default(),
            )
            .unwrap();
        writer
            .write_all(&fs::read(formats().join(name)).unwrap())
            .unwrap();
    }
    let (_folder, path) = written("articles.zip", &writer.finish().unwrap().into_inner());
    assert_eq!(told(&load(&path)), unpacked());
}

#[test]
fn a_packed_tar_reads_as_the_files_in_it() {
    let mut builder = tar::Builder::new(Vec::new());
    for name in PACKED {
        builder
            .append_path_with_name(formats().join(name), format!("a/{name}"))
            .unwrap();
    }
    let (_folder, path) = written("articles.tar.gz", &gzip(&builder.into_inner().unwrap()));
    assert_eq!(told(&load(&path)), unpacked());
}

#[test]
fn a_warc_packed_as_one_or_record_by_record_reads_the_same() {
    let bytes = fs::read(formats().join("records.warc")).unwrap();
    let plain = told(&load(&formats().join("records.warc")));
    assert_eq!(plain.len(), 2);
    let (_folder, path) = written("one.warc.gz", &gzip(&bytes));
    assert_eq!(told(&load(&path)), plain);
    let starts: Vec<usize> = bytes
        .windows(9)
        .enumerate()
        .filter(|(_, w)| *w == b"WARC/1.0\r")
        .map(|(i, _)| i)
        .collect();
    let members = starts
        .iter()
        .enumerate()
        .flat_map(|(i, &s)| gzip(&bytes[s..starts.get(i + 1).copied().unwrap_or(bytes.len())]));
    let (_folder, path) = written("many.warc.gz", &members.collect::<Vec<u8>>());
    assert_eq!(told(&load(&path)), plain);
}

#[test]
fn what_a_file_is_called_does_not_decide_what_it_is() {
    for (name, as_name) in [
        ("page.html", "page.txt"),
        ("schema-org.json", "article.dat"),
        ("records.warc", "records"),
    ] {
        let (_folder, path) = written(as_name, &fs::read(formats().join(name)).unwrap());
        assert_eq!(
            told(&load(&path)),
            told(&load(&formats().join(name))),
            "{name}"
        );
    }
}

#[test]
fn documents_of_offices_are_refused_by_name() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["[Content_Types].xml", "word/document.xml"] {
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(b"<x/>").unwrap();
    }
    let docx = writer.finish().unwrap().into_inner();
    for (name, bytes) in [
        ("a.docx", docx),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".to_vec()),
    ] {
        let (_folder, path) = written(name, &bytes);
        let loaded = load(&path);
        assert!(loaded.articles.is_empty());
        let message = loaded
            .diagnostics
            .iter()
            .map(|d| d.message.clone())
            .collect::<Vec<_>>()
            .join(" ");
        let kind = name.rsplit('.').next().unwrap().to_uppercase();
        assert!(message.contains(&kind), "{name}: {message}");
    }
}
