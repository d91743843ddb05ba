//! One fixture: its files are read, compared, checked, and its snapshot is written anew where that is wanted.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;

use super::super::called;
use super::super::destination::write_whole;
use super::super::models::Models;
use super::sheets;
use crate::check::gold::{self, Gold, GoldError};
use crate::check::limits::Limits;
use crate::check::outcomes::{self, Expectations, Files};
use crate::check::snapshot::{Snapshot, changes};
use crate::check::verdict::{Checked, Place};
use crate::config;
use crate::report::Report;

/// What cannot be used, and where.
pub(super) struct Trouble {
    message: String,
    place: Option<Place>,
}

impl Trouble {
    pub(super) fn at(path: &Path, line: usize, message: String) -> Self {
        Self {
            message,
            place: Some(Place {
                path: path.display().to_string(),
                line: line.max(1),
            }),
        }
    }
}

/// Checks the fixture in a folder.
pub fn check(folder: &Path, tolerance: Option<f64>, update: bool, models: &mut Models) -> Checked {
    let shown = folder.display().to_string();
    match prepared(folder, tolerance, update, models) {
        Ok((report, expected, files, note)) => {
            let mut checked = outcomes::checked(&report, &expected, &files);
            checked.notes.extend(note);
            checked
        }
        Err(trouble) => Checked::unusable(&shown, trouble.message, trouble.place),
    }
}

type Prepared = (Report, Expectations, Files, Option<String>);

fn prepared(
    folder: &Path,
    tolerance: Option<f64>,
    update: bool,
    models: &mut Models,
) -> Result<Prepared, Trouble> {
    let settings = optional(&folder.join("coverage.toml"))?;
    let gold_text = optional(&folder.join("gold.json"))?;
    let files = Files {
        folder: folder.display().to_string(),
        articles: articles(&folder.join("articles"))?,
        settings: settings.clone().unwrap_or_default(),
        gold: gold_text.clone().unwrap_or_default(),
    };
    let limits = limits(folder, &files.settings)?;
    let mut gold = gold_text.map(|text| gold(folder, &text)).transpose()?;
    let report = report(folder, models)?;
    sheets::add(folder, &report, gold.as_mut())?;
    let mut expected = Expectations {
        gold,
        snapshot: stored(folder)?,
        limits,
        tolerance,
    };
    let note = if update {
        written(folder, &report, &mut expected)?
    } else {
        None
    };
    Ok((report, expected, files, note))
}

/// A file's text; none where there is no such file.
fn optional(path: &Path) -> Result<Option<String>, Trouble> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Trouble::at(
            path,
            1,
            format!("cannot read {}: {e}", path.display()),
        )),
    }
}

/// The articles' texts by file name, to find lines in; what is no text is read as far as it goes.
fn articles(folder: &Path) -> Result<BTreeMap<String, String>, Trouble> {
    let failed = |why: String| Trouble::at(folder, 1, why);
    if !folder.is_dir() {
        return Err(failed(format!("{} does not exist", folder.display())));
    }
    let entries = fs::read_dir(folder)
        .map_err(|e| failed(format!("cannot read {}: {e}", folder.display())))?;
    let paths = entries
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.is_file());
    let text = |p: &Path| Some((p.file_name()?.to_str()?.to_string(), fs::read(p).ok()?));
    let texts = paths.filter_map(|p| text(&p));
    Ok(texts
        .map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()))
        .collect())
}

fn limits(folder: &Path, settings: &str) -> Result<Limits, Trouble> {
    let path = folder.join("coverage.toml");
    let failed = |e: toml::de::Error| {
        let at = e.span().map_or(0, |s| s.start);
        let line = settings.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        Trouble::at(&path, line, e.message().to_string())
    };
    #[derive(serde::Deserialize)]
    struct Settings {
        #[serde(default)]
        check: Limits,
    }
    let Settings { check } = toml::from_str(settings).map_err(failed)?;
    check
        .verify()
        .map_err(|e| Trouble::at(&path, 1, e.to_string()))?;
    Ok(check)
}

fn gold(folder: &Path, text: &str) -> Result<Gold, Trouble> {
    let path = folder.join("gold.json");
    let line_of = |id: &str| {
        text.find(id).map_or(1, |at| {
            text.bytes().take(at).filter(|b| *b == b'\n').count() + 1
        })
    };
    gold::read(text).map_err(|e| {
        let line = match &e {
            GoldError::Form(json) => json.line(),
            GoldError::Nowhere { id, .. } | GoldError::Twice { id, .. } => line_of(id),
            GoldError::Label { a, .. } | GoldError::Within { a, .. } => line_of(a),
        };
        Trouble::at(&path, line, e.to_string())
    })
}

fn report(folder: &Path, models: &mut Models) -> Result<Report, Trouble> {
    let articles = folder.join("articles");
    let file = folder.join(config::FILE);
    let paths = [folder.to_path_buf(), articles.clone()];
    let mut options = config::options(&paths).map_err(|e| Trouble::at(&file, 1, e.to_string()))?;
    options.align.model = models
        .of(&paths)
        .map_err(|e| Trouble::at(&file, 1, e.to_string()))?;
    crate::diff(std::slice::from_ref(&articles), &options).map_err(|e| {
        let whys: Vec<String> = e
            .diagnostics()
            .iter()
            .map(|d| format!("{}: {}", d.path, d.message))
            .collect();
        let whys = if whys.is_empty() {
            String::new()
        } else {
            format!(" ({})", whys.join("; "))
        };
        Trouble::at(&articles, 1, format!("{e}{whys}"))
    })
}

fn stored(folder: &Path) -> Result<Option<Snapshot>, Trouble> {
    let path = folder.join("expected.json");
    let Some(text) = optional(&path)? else {
        return Ok(None);
    };
    let failed = |e: serde_json::Error| {
        let message = format!(
            "not valid JSON ({e}); delete {} and run `{} check --update {}`",
            path.display(),
            called::name(),
            folder.display()
        );
        Trouble::at(&path, e.line(), message)
    };
    Snapshot::parse(&text).map(Some).map_err(failed)
}

/// Writes the snapshot where there is none or its meaning changed, and expects it from then on.
fn written(
    folder: &Path,
    report: &Report,
    expected: &mut Expectations,
) -> Result<Option<String>, Trouble> {
    let path = folder.join("expected.json");
    let failed = |e: anyhow::Error| Trouble::at(&path, 1, format!("{e:#}"));
    let today = Snapshot::of(report).map_err(|e| failed(e.into()))?;
    let differ = expected
        .snapshot
        .as_ref()
        .map(|stored| changes(stored, &today, 0.0).len());
    if differ == Some(0) {
        return Ok(None);
    }
    let text = today.text().map_err(|e| failed(e.into()))?;
    write_whole(&path, text.as_bytes(), true)
        .context("expected.json was not updated")
        .map_err(failed)?;
    expected.snapshot = Some(today);
    Ok(Some(match differ {
        None => format!("wrote {}", path.display()),
        Some(1) => format!("updated {} (1 change)", path.display()),
        Some(n) => format!("updated {} ({n} changes)", path.display()),
    }))
}
