//! One file after the other: what it is, its articles, and what went wrong.

mod containers;

use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::Value;

use super::draft::Draft;
use super::guises::Signs;
use super::misses::Misses;
use super::options::Options;
use super::sniff::{self, Format};
use super::strangers::Strangers;
use super::unmatched::Seen;
use super::waiting::Waiting;
use super::{
    Loaded, STANDARD_INPUT, csv, decode, exports, guises, json, languages, markdown, naming,
    newsml, nitf, overrides, parts, text, unmatched,
};
use crate::model::{Article, BlockKind, Diagnostic, Severity};

/// Lines that are made into articles together: enough to keep some cores busy, and a few megabytes.
const AT_ONCE: usize = 256;

/// Paragraphs of an article: the longest live blogs have some three thousand, and telling text from page takes time that
/// grows with the square of their number.
const LONGEST: usize = 5_000;

/// What has been read so far.
pub struct Reading<'a> {
    options: &'a Options,
    loaded: Loaded,
    foreign: languages::Foreign,
    is_full: bool,
    /// What was met, where a `coverage.toml` speaks about it.
    seen: Vec<Seen>,
    strangers: Strangers,
    waiting: Waiting<'a>,
}

/// A file or an entry of an archive.
#[derive(Clone, Debug)]
struct Place {
    /// As shown to the user: "feed.zip/one.txt".
    shown: String,
    /// For overrides: the path on disk, entry included.
    path: PathBuf,
    /// How many archives it stands in.
    depth: usize,
    /// Articles there were before it.
    first: usize,
    /// For each article since, where in the file it stood.
    lines: Vec<u64>,
    /// What stood in it and is no article.
    misses: Misses,
    /// Whether the user named the file itself.
    is_named: bool,
}

impl<'a> Reading<'a> {
    /// Nothing read yet.
    pub fn new(options: &'a Options, waiting: Waiting<'a>) -> Self {
        Self {
            options,
            loaded: Loaded::default(),
            foreign: languages::Foreign::default(),
            is_full: false,
            seen: Vec::new(),
            strangers: Strangers::default(),
            waiting,
        }
    }

    /// Says what the `coverage.toml` of a folder that was read as a whole says about articles that are not there.
    pub fn judge(&mut self, paths: &[PathBuf]) {
        let options = self.options;
        let whole = options.folders.iter().filter(|f| paths.contains(&f.path));
        for folder in whole.filter(|_| !self.is_full).collect::<Vec<_>>() {
            let file = folder.path.join(crate::config::FILE).display().to_string();
            for message in unmatched::of(folder, &self.seen) {
                self.say(&file, Severity::Error, message);
            }
        }
    }

    fn saw(&mut self, seen: impl FnOnce() -> Seen) {
        if !self.options.folders.is_empty() {
            self.seen.push(seen());
        }
    }

    /// What was read.
    pub fn done(mut self) -> Loaded {
        let diagnostics = &mut self.loaded.diagnostics;
        diagnostics.extend(self.strangers.diagnostics());
        diagnostics.extend(self.foreign.diagnostics());
        self.loaded
    }

    /// Says what is wrong with a path.
    pub fn trouble(&mut self, path: &Path, message: String) {
        self.say(&path.display().to_string(), Severity::Error, message);
    }

    fn say(&mut self, path: &str, severity: Severity, message: String) {
        self.loaded.diagnostics.push(Diagnostic {
            severity,
            path: path.to_string(),
            message,
        });
    }

    /// Reads a file, which the user named itself or which lies in a folder that was named.
    pub fn file(&mut self, path: &Path, is_named: bool) {
        self.saw(|| Seen::file(path));
        if overrides::is_skipped(&self.options.folders, path) {
            return;
        }
        let mut place = self.place(path.display().to_string(), path.to_path_buf(), 0);
        place.is_named = is_named;
        let before = self.waiting.done();
        match self.waiting.open(path) {
            Ok(file) => self.open(
                place,
                BufReader::with_capacity(sniff::START, file),
                Some(path),
            ),
            Err(e) => self.trouble(path, e.to_string()),
        }
        self.waiting.finish(before, path);
        self.waiting.tell(self.loaded.articles.len());
    }

    /// Reads standard input: JSON Lines, or any other format that is no archive with a list at its end.
    pub fn stdin(&mut self) {
        let mut place = self.place(STANDARD_INPUT.to_string(), PathBuf::from(STANDARD_INPUT), 0);
        place.is_named = true;
        self.open(
            place,
            BufReader::with_capacity(sniff::START, io::stdin().lock()),
            None,
        );
    }

    /// Reads JSON Lines in memory, and shows them as standard input.
    pub fn json_lines(&mut self, lines: &str) {
        let mut place = self.place(STANDARD_INPUT.to_string(), PathBuf::from(STANDARD_INPUT), 0);
        place.is_named = true;
        self.lines(&mut place, lines.as_bytes());
        self.close(&place);
    }

    /// Reads objects with the fields of an article each.
    pub fn records(&mut self, records: Vec<(u64, Value)>, shown: &str) {
        let mut place = self.place(shown.to_string(), PathBuf::from(shown), 0);
        let draft = |(number, value): (u64, Value)| (number, json::draft(&value));
        place.is_named = true;
        let drafts = records.into_iter().map(draft).collect();
        self.several_lines(&mut place, drafts);
        self.close(&place);
    }

    fn place(&self, shown: String, path: PathBuf, depth: usize) -> Place {
        Place {
            shown,
            path,
            depth,
            first: self.loaded.articles.len(),
            lines: Vec::new(),
            misses: Misses::default(),
            is_named: false,
        }
    }

    fn open(&mut self, mut place: Place, reader: impl BufRead, on_disk: Option<&Path>) {
        if self.is_full {
            return;
        }
        let done = self.container(&mut place, reader, on_disk);
        if let Err(message) = done {
            self.miss(&place, Severity::Error, message);
        }
        self.close(&place);
    }

    /// Tells what stood at a place and is no article, and names those that are.
    fn close(&mut self, place: &Place) {
        for (severity, message) in place.misses.told(place.lines.is_empty()) {
            self.miss(place, severity, message);
        }
        naming::finish(&mut self.loaded.articles, place.first, &place.lines);
    }

    /// Says why there is no article, together with other files like it where the user named none of them.
    fn miss(&mut self, place: &Place, severity: Severity, message: String) {
        let is_alone = place.is_named || !place.lines.is_empty();
        if is_alone || !self.strangers.take(&place.shown, severity, &message) {
            self.say(&place.shown, severity, message);
        }
    }

    fn text(&mut self, place: &mut Place, bytes: &[u8]) -> Result<(), String> {
        if bytes.is_empty() {
            return Err("the file is empty".to_string());
        }
        let decoded = decode::text(bytes, None);
        if let Some(note) = decoded.note {
            self.say(&place.shown, Severity::Warning, note);
        }
        let words = decoded.text.as_str();
        match sniff::format(words, &place.shown) {
            Format::Text => match exports::drafts(words) {
                Some(drafts) => self.several(place, drafts),
                None => self.one(place, "article", 1, Ok(text::draft(words))),
            },
            Format::Markdown => self.one(place, "article", 1, markdown::draft(words)),
            Format::Html => self.one(place, "article", 1, super::html::draft(words)),
            Format::Mhtml => self.one(place, "article", 1, super::mhtml::draft(bytes)),
            Format::Json => {
                json::drafts(words, &mut |i, draft| self.one(place, "article", i, draft))
            }
            Format::JsonLines => self.lines(place, words.as_bytes()),
            Format::Csv => csv::drafts(words, &mut |line, draft| {
                self.one(place, "line", line, draft)
            }),
            Format::Nitf => self.several(place, nitf::drafts(words)?),
            Format::NewsMl => self.several(place, newsml::drafts(words)?),
            Format::OtherXml => {
                return Err(other_xml(&super::xml::root_name(words).unwrap_or_default()));
            }
        }
        Ok(())
    }

    fn several(&mut self, place: &mut Place, drafts: Vec<Draft>) {
        (1..)
            .zip(drafts)
            .for_each(|(i, draft)| self.one(place, "article", i, Ok(draft)));
    }

    /// JSON Lines, some at a time: telling article from page is most of the work, and is done on all cores.
    fn lines(&mut self, place: &mut Place, reader: impl BufRead) {
        let limit = self.options.limits.file_bytes;
        let mut waiting = Vec::new();
        json::lines(reader, limit, &mut |line, draft| {
            waiting.push((line, draft));
            if waiting.len() >= AT_ONCE {
                self.several_lines(place, std::mem::take(&mut waiting));
            }
        });
        self.several_lines(place, waiting);
    }

    fn several_lines(&mut self, place: &mut Place, lines: Vec<(u64, Result<Draft, String>)>) {
        if self.is_full {
            return;
        }
        let made: Vec<_> = lines
            .into_par_iter()
            .map(|(line, draft)| (line, draft.and_then(made)))
            .collect();
        for (line, article) in made {
            self.miss_or_keep(place, "line", line, article);
        }
    }

    /// Keeps an article, or says why there is none at its place in the file.
    fn one(
        &mut self,
        place: &mut Place,
        unit: &'static str,
        number: u64,
        draft: Result<Draft, String>,
    ) {
        if !self.is_full {
            self.miss_or_keep(place, unit, number, draft.and_then(made));
        }
    }

    fn miss_or_keep(
        &mut self,
        place: &mut Place,
        unit: &'static str,
        number: u64,
        made: Result<Made, String>,
    ) {
        if let Err(message) = made.and_then(|made| self.keep(place, number, made)) {
            place.misses.add(unit, number, message);
        }
    }

    /// Keeps an article, unless it is to be left out on purpose; or why it is none.
    fn keep(&mut self, place: &mut Place, number: u64, made: Made) -> Result<(), String> {
        if self.is_full {
            return Ok(());
        }
        if self.loaded.articles.len() >= self.options.limits.articles {
            self.is_full = true;
            let message = format!(
                "more than {} articles; the rest were skipped",
                self.options.limits.articles
            );
            self.say(&place.shown, Severity::Warning, message);
            return Ok(());
        }
        let Made { mut article, signs } = made;
        if !overrides::is_kept(&self.options.folders, &place.path, &article) {
            if let Some(guise) = guises::of(&article, signs) {
                return Err(guise.message().to_string());
            }
            article.stub = guises::stub(&article, signs);
        }
        if !article.blocks.iter().any(|b| b.kind == BlockKind::Body) {
            return Err("no article text found".to_string());
        }
        if let Some(stub) = &article.stub {
            let message = format!("{stub}, so it is not compared");
            self.say(&place.shown, Severity::Warning, message);
        }
        self.foreign.note(&article, &place.shown);
        naming::name(&mut article, &place.shown);
        self.saw(|| Seen::article(&place.path, &article));
        if overrides::apply(&self.options.folders, &place.path, &mut article) {
            self.loaded.articles.push(article);
            place.lines.push(number);
            self.waiting.tell(self.loaded.articles.len());
        }
        Ok(())
    }
}

/// Why an XML file is not read, by its root.
fn other_xml(root: &str) -> String {
    let seems = match root {
        "rss" | "feed" | "RDF" => "a feed lists articles but does not contain them; ",
        "urlset" | "sitemapindex" => "a sitemap lists addresses, not articles; ",
        _ => "",
    };
    format!("<{root}> XML is not supported: {seems}use NewsML-G2 or NITF")
}

/// An article and what its source says of its kind.
struct Made {
    article: Article,
    signs: Signs,
}

/// The article of a draft: most of the work of reading, and none that needs another article.
fn made(draft: Draft) -> Result<Made, String> {
    if draft.pieces.len() > LONGEST {
        return Err(format!(
            "{} paragraphs; the limit for one article is {LONGEST}",
            draft.pieces.len()
        ));
    }
    let signs = draft.signs;
    let mut article = parts::article(draft);
    languages::detect(&mut article);
    Ok(Made { article, signs })
}
