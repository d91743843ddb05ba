//! `--model` and `[align] model` of coverage.toml: the language models of a run, each read once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::align::vectors::{Model, ModelError};

/// The models read so far, by folder.
#[derive(Default)]
pub struct Models {
    named: Option<PathBuf>,
    read: BTreeMap<PathBuf, Arc<Model>>,
}

impl Models {
    /// With the model in the folder named on the command line, which goes before what any coverage.toml says.
    ///
    /// # Errors
    /// When that folder holds no model that can be used.
    pub fn new(named: Option<&Path>) -> Result<Self, ModelError> {
        let mut models = Self {
            named: named.map(Path::to_path_buf),
            read: BTreeMap::new(),
        };
        named
            .map(|folder| models.get(folder.to_path_buf()))
            .transpose()?;
        Ok(models)
    }

    /// The model for articles at these paths; none where neither the command line nor a coverage.toml names one.
    ///
    /// # Errors
    /// When a coverage.toml cannot be understood or the folder holds no model that can be used.
    pub fn of(&mut self, paths: &[PathBuf]) -> anyhow::Result<Option<Arc<Model>>> {
        let folder = self
            .named
            .clone()
            .map_or_else(|| crate::config::model(paths), |named| Ok(Some(named)))?;
        Ok(folder.map(|folder| self.get(folder)).transpose()?)
    }

    fn get(&mut self, folder: PathBuf) -> Result<Arc<Model>, ModelError> {
        if let Some(model) = self.read.get(&folder) {
            return Ok(model.clone());
        }
        let model = Arc::new(Model::read(&folder)?);
        self.read.insert(folder, model.clone());
        Ok(model)
    }
}
