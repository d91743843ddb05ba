//! A report whose outlets cannot be told: for coders who must not know whose text they read.
//!
//! The report is changed as data, so that every renderer gets the same masked one. Outlets become A, B, C by a seed;
//! headlines, and what names an outlet, a writer or an agency inside the text, become blocks of the same length, so that
//! every offset still fits. What nothing is left of is left out.

mod empty;
mod letters;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    AlignmentEntry, ArticleEntry, DiagnosticEntry, Events, Report, ReuseEntry, UtteranceEntry,
    VersionEntry,
};
use crate::model::{BlockKind, SKIPPED};
pub use letters::{KeyEntry, key};
use names::{Names, blocks, without};

/// The seed of the letters where none is given.
pub const SEED: u64 = 1;

/// Sentences of the report itself: what they name has no offsets, and reads better as a letter.
const PROSE: [&str; 5] = ["summary", "note", "message", "evidence", "out_of_scope"];

/// Fields that hold ids of articles. Any other text may be the same as one by chance: an outlet is called "Independent", and
/// so is a kind of origin.
const IDS: [&str; 7] = [
    "article",
    "articles",
    "a",
    "b",
    "version_of",
    "base",
    "lacking",
];

/// Fields whose values are by the ids of articles.
const BY_ID: [&str; 6] = [
    "support",
    "missing",
    "cells",
    "candidates",
    "told",
    "per_source",
];

/// What a file is called.
const A_FILE: &str = "a file";

/// What is said where settings name an outlet or a file, perhaps misspelt, that no mask knows.
const UNKNOWN_NAME: &str = "coverage.toml names something that was not found";

/// Letters of a file name that no other word of a message is taken for.
const SHORTEST_FILE: usize = 4;

/// The same report without outlets, writers, agencies, addresses and headlines.
///
/// # Errors
/// When the report cannot be written as data, which no report of this program is.
pub fn blind(report: &Report, seed: u64) -> serde_json::Result<Report> {
    let mask = Mask::of(&report.articles, seed);
    let mut value = serde_json::to_value(report)?;
    mask.walk(&mut value, "");
    let mut blinded: Report = serde_json::from_value(value)?;
    mask.articles(&mut blinded.articles, &report.articles);
    mask.alignments(&mut blinded, &report.alignments);
    mask.reuse(&mut blinded.reuse, &report.reuse);
    mask.utterances(&mut blinded.utterances, report);
    mask.diagnostics(&mut blinded.diagnostics, report);
    order(&mut blinded);
    empty::leave_out(&mut blinded);
    Ok(blinded)
}

/// Takes headlines, outlets and files out of a list of events.
pub fn blind_events(events: &mut Events) {
    for event in &mut events.events {
        event.headline = format!("Event {}", event.id);
        event.outlets = vec!["outlets not shown".to_string()];
        for article in &mut event.articles {
            article.path = A_FILE.to_string();
            article.outlet = "an outlet".to_string();
            article.headline = None;
            article.whole = None;
        }
    }
    for diagnostic in &mut events.diagnostics {
        diagnostic.path = A_FILE.to_string();
        diagnostic.message = unlisted(&diagnostic.message);
    }
}

/// A message without the list of files at its end.
fn unlisted(message: &str) -> String {
    let head = message.split_once(SKIPPED).map(|(head, _)| head);
    head.map_or(message.to_string(), |head| {
        format!("{head}{}", SKIPPED.trim_end_matches(": "))
    })
}

/// Puts the articles in the order of their letters, so that no column tells one by its place.
fn order(report: &mut Report) {
    let by_letter = |a: &String, b: &String| letters::place(a).cmp(&letters::place(b));
    report.articles.sort_by(|a, b| by_letter(&a.id, &b.id));
    for origin in &mut report.origins {
        origin.articles.sort_by(by_letter);
    }
    report.origins.sort_by(|a, b| {
        let first = |articles: &[String]| articles.first().cloned().unwrap_or_default();
        by_letter(&first(&a.articles), &first(&b.articles))
    });
    report
        .vocabulary
        .sort_by(|a, b| by_letter(&a.article, &b.article));
    report.reuse.sort_by(|a, b| (&a.a, &a.b).cmp(&(&b.a, &b.b)));
}

struct Mask {
    letters: BTreeMap<String, String>,
    /// Ids of the sentences of headlines.
    headlines: BTreeSet<String>,
    /// The headlines, in small letters.
    titles: Vec<String>,
    names: Names,
    /// The text of each article by its id, as it is and as it is shown.
    texts: BTreeMap<String, (Vec<char>, Vec<char>)>,
}

impl Mask {
    fn of(articles: &[ArticleEntry], seed: u64) -> Self {
        let letters = letters::letters(articles, seed);
        let lettered = articles
            .iter()
            .filter_map(|a| Some((a, letters.get(&a.id)?.as_str())));
        let names = Names::of(lettered);
        let headlines = || {
            let sentences = articles.iter().flat_map(|a| &a.sentences);
            sentences.filter(|s| s.kind == BlockKind::Headline)
        };
        let text = |a: &ArticleEntry| {
            let shown = names.masked(&without_headline(a)).chars().collect();
            (a.id.clone(), (a.text.chars().collect(), shown))
        };
        Self {
            headlines: headlines().map(|s| s.id.clone()).collect(),
            titles: headlines().map(|s| s.text.to_lowercase()).collect(),
            texts: articles.iter().map(text).collect(),
            letters,
            names,
        }
    }

    /// Masks a value in place; `key` is the field it stands in.
    fn walk(&self, value: &mut Value, key: &str) {
        match value {
            Value::String(text) => *text = self.text(text, key),
            Value::Array(items) => items.iter_mut().for_each(|v| self.walk(v, key)),
            Value::Object(fields) => self.object(fields, key),
            _ => {}
        }
    }

    fn object(&self, fields: &mut Map<String, Value>, of: &str) {
        let quoted = self.headline_words(&Value::Object(fields.clone()));
        for prose in ["note", "summary"] {
            if let Some(Value::String(text)) = fields.get_mut(prose) {
                for words in &quoted {
                    *text = without(text, words);
                }
            }
        }
        let old = std::mem::take(fields);
        let shown = self.shown(&old);
        for (key, mut value) in old {
            match (&mut value, &shown) {
                (Value::String(text), Some((field, words))) if *field == key => {
                    text.clone_from(words)
                }
                (other, _) => self.walk(other, &key),
            }
            let letter = self.letters.get(&key).filter(|_| BY_ID.contains(&of));
            fields.insert(letter.cloned().unwrap_or(key), value);
        }
    }

    /// What stands at the place of an excerpt in the text that is shown, and the field that holds it. A name that an
    /// excerpt cuts in two is masked this way too.
    fn shown(&self, fields: &Map<String, Value>) -> Option<(&'static str, String)> {
        let string = |key: &str| fields.get(key).and_then(Value::as_str);
        let sentence = string("sentence").or_else(|| string("id"))?;
        let field = ["text", "term"].into_iter().find(|f| string(f).is_some())?;
        let words = string(field)?;
        if self.headlines.contains(sentence) {
            return Some((field, blocks(words)));
        }
        let place = |key: &str| usize::try_from(fields.get(key)?.as_u64()?).ok();
        let range = place("start")?..place("end")?;
        let (article, _) = sentence.rsplit_once(':')?;
        let (text, masked) = self.texts.get(article)?;
        let is_there = text.get(range.clone())?.iter().copied().eq(words.chars());
        is_there.then(|| masked.get(range).map(|m| (field, m.iter().collect())))?
    }

    /// Words of headlines that an element shows as its evidence.
    fn headline_words(&self, value: &Value) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        match value {
            Value::Array(items) => items
                .iter()
                .for_each(|v| found.extend(self.headline_words(v))),
            Value::Object(fields) => {
                let field = |key: &str| fields.get(key).and_then(Value::as_str);
                if field("sentence").is_some_and(|id| self.headlines.contains(id)) {
                    found.extend(
                        ["text", "term"]
                            .iter()
                            .filter_map(|k| field(k))
                            .map(str::to_string),
                    );
                }
                fields
                    .values()
                    .for_each(|v| found.extend(self.headline_words(v)));
            }
            _ => {}
        }
        found
    }

    fn text(&self, text: &str, key: &str) -> String {
        if let Some(letter) = self.letters.get(text).filter(|_| IDS.contains(&key)) {
            return letter.clone();
        }
        let sentence = text
            .rsplit_once(':')
            .filter(|(_, index)| index.bytes().all(|b| b.is_ascii_digit()));
        if let Some((letter, index)) =
            sentence.and_then(|(id, index)| Some((self.letters.get(id)?, index)))
        {
            return format!("{letter}:{index}");
        }
        if PROSE.contains(&key) || key == "name" {
            self.names.told(text)
        } else {
            self.names.masked(text)
        }
    }

    fn is_headline(&self, sentence: &str) -> bool {
        self.headlines.contains(sentence)
    }

    fn articles(&self, blinded: &mut [ArticleEntry], originals: &[ArticleEntry]) {
        for (article, original) in blinded.iter_mut().zip(originals) {
            if let Some(letter) = self.letters.get(&original.id) {
                article.id.clone_from(letter);
            }
            self.head(article);
            article.version_of = original
                .version_of
                .as_ref()
                .and_then(|id| self.letters.get(id).cloned());
            if let Some((_, shown)) = self.texts.get(&original.id) {
                article.text = shown.iter().collect();
            }
        }
    }

    /// The head of an article: nothing of it may tell the outlet.
    fn head(&self, article: &mut ArticleEntry) {
        let letter = article.id.clone();
        article.outlet.clone_from(&letter);
        article.masthead.clone_from(&letter);
        article.path.clone_from(&letter);
        article.headline = None;
        article.byline.clear();
        article.wire.clear();
        article.url = None;
        article.boilerplate.clear();
        for (i, version) in (1..).zip(&mut article.earlier_versions) {
            version.id = format!("{letter}-{i}");
            version.path = A_FILE.to_string();
            version.headline = None;
        }
    }

    /// Why a headline was linked is told in its words.
    /// Names that two sentences share are in small letters, which no mask finds: those stay that can still be read there.
    fn alignments(&self, blinded: &mut Report, originals: &[AlignmentEntry]) {
        let sentences = blinded.articles.iter().flat_map(|a| &a.sentences);
        let shown: BTreeMap<&str, String> = sentences
            .map(|s| (s.id.as_str(), s.text.to_lowercase()))
            .collect();
        for (pair, original) in blinded.alignments.iter_mut().zip(originals) {
            let both = [pair.a.as_str(), pair.b.as_str()];
            let is_shown = |name: &String| {
                let mut texts = both.iter().filter_map(|id| shown.get(id));
                texts.any(|text| text.contains(&name.to_lowercase()))
            };
            pair.evidence.names.retain(is_shown);
            if self.is_headline(&original.a) || self.is_headline(&original.b) {
                pair.evidence.shared_words = None;
                pair.evidence.names.clear();
                pair.evidence.numbers.clear();
            }
        }
    }

    fn reuse(&self, blinded: &mut [ReuseEntry], originals: &[ReuseEntry]) {
        for (pair, original) in blinded.iter_mut().zip(originals) {
            let longest = original.longest.to_lowercase();
            let of_title = |t: &String| longest.contains(t) || t.contains(&longest);
            if self.titles.iter().any(of_title) {
                pair.longest = blocks(&pair.longest);
            }
        }
    }

    /// The differences between versions of a quotation that a headline prints are its words.
    fn utterances(&self, blinded: &mut [UtteranceEntry], report: &Report) {
        let quotes = report.quotes.iter();
        let of_headlines: BTreeSet<&str> = quotes
            .filter(|q| self.is_headline(&q.sentence))
            .map(|q| q.id.as_str())
            .collect();
        let is_one = |m: &VersionEntry| of_headlines.contains(m.quote.as_str());
        for utterance in blinded {
            let fullest_is_one = utterance.members.first().is_some_and(is_one);
            for member in &mut utterance.members {
                if fullest_is_one || is_one(member) {
                    member.changes.clear();
                }
            }
        }
    }

    fn diagnostics(&self, blinded: &mut [DiagnosticEntry], report: &Report) {
        let mut files: Vec<(&str, &str)> = Vec::new();
        for article in &report.articles {
            let letter = self.letters.get(&article.id).map_or(A_FILE, String::as_str);
            files.extend([
                (article.path.as_str(), letter),
                (name(&article.path), letter),
            ]);
        }
        for diagnostic in &report.diagnostics {
            files.extend([
                (diagnostic.path.as_str(), A_FILE),
                (name(&diagnostic.path), A_FILE),
            ]);
        }
        files.retain(|(file, _)| file.len() >= SHORTEST_FILE);
        files.sort_by_key(|(file, _)| std::cmp::Reverse(file.len()));
        for (diagnostic, original) in blinded.iter_mut().zip(&report.diagnostics) {
            let message = files
                .iter()
                .fold(unlisted(&original.message), |m, (file, stands)| {
                    m.replace(file, stands)
                });
            let of_settings = name(&original.path) == crate::config::FILE;
            diagnostic.path = A_FILE.to_string();
            diagnostic.message = if of_settings {
                UNKNOWN_NAME.to_string()
            } else {
                self.names.told(&message)
            };
        }
    }
}

/// The name of a file without its folders.
fn name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The text of an article with blocks in place of its headline.
fn without_headline(article: &ArticleEntry) -> String {
    let headlines = article
        .sentences
        .iter()
        .filter(|s| s.kind == BlockKind::Headline);
    let places: Vec<_> = headlines.filter_map(|s| Some(s.start?..s.end?)).collect();
    let masked = |(i, c): (usize, char)| {
        if places.iter().any(|place| place.contains(&i)) {
            blocks(c.encode_utf8(&mut [0; 4]))
        } else {
            c.to_string()
        }
    };
    article.text.chars().enumerate().map(masked).collect()
}
