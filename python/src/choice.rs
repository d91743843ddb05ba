//! Keyword arguments → what each stage is told.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use news_coverage::align::vectors::Model;
use news_coverage::cli::lexicon;
use news_coverage::compare;
use news_coverage::model::FindingKind;
use pyo3::FromPyObject;
use serde_json::Value;

use crate::working::Failure;

/// What is wanted of a comparison; the flags of `coverage diff` of the same names.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub struct Choice {
    base: Option<String>,
    only: Vec<String>,
    min_salience: f64,
    unproven: bool,
    explain_rejected: bool,
    /// Whether all articles are compared as one event, whatever they seem to tell.
    pub one_event: bool,
    model: Option<PathBuf>,
    lexicon: Vec<PathBuf>,
}

impl Choice {
    /// Adds what is wanted to what the `coverage.toml` files of these paths say.
    ///
    /// # Errors
    /// When one of those files, the lexicon or the model cannot be used, or there is no such kind of finding.
    pub fn options(self, paths: &[PathBuf]) -> Result<news_coverage::Options, Failure> {
        if !(0.0..=1.0).contains(&self.min_salience) {
            return Err(Failure(format!(
                "min_salience: {} is not between 0 and 1",
                self.min_salience
            )));
        }
        let mut options = news_coverage::config::options(paths)?;
        let mut categories = std::mem::take(&mut options.compare.categories);
        categories.extend(lexicon::read(&self.lexicon)?);
        let only: Result<_, Failure> = self.only.iter().map(|name| kind(name)).collect();
        options.compare = compare::Options {
            base: self.base,
            only: only?,
            min_salience: self.min_salience,
            categories,
            unproven: self.unproven,
            rejected: self.explain_rejected,
        };
        let named = match self.model {
            Some(folder) => Some(folder),
            None => news_coverage::config::model(paths)?,
        };
        options.align.model = named.map(|folder| model(&folder)).transpose()?;
        Ok(options)
    }
}

/// The kind of finding of this name.
fn kind(name: &str) -> Result<FindingKind, Failure> {
    serde_json::from_value(Value::from(name)).map_err(|e| Failure(format!("only: {e}")))
}

/// The language model in a folder, read once in a process.
fn model(folder: &Path) -> Result<Arc<Model>, Failure> {
    static READ: Mutex<BTreeMap<PathBuf, Arc<Model>>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(model) = read.get(folder) {
        return Ok(model.clone());
    }
    let model = Arc::new(Model::read(folder)?);
    read.insert(folder.to_path_buf(), model.clone());
    Ok(model)
}
