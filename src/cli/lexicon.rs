//! Categories of words that the user brings.

use std::path::PathBuf;

use anyhow::{Context, bail};

use crate::codebook::{self, Category};

/// Bytes a lexicon may have; word lists of whole research projects are far smaller.
const LARGEST: u64 = 1 << 20;

/// The categories of some files, in their order.
///
/// # Errors
/// When a file cannot be read, is no lexicon, or a name stands in two.
pub fn read(files: &[PathBuf]) -> anyhow::Result<Vec<Category>> {
    let mut all: Vec<Category> = Vec::new();
    for file in files {
        let size = std::fs::metadata(file)
            .with_context(|| format!("cannot read {}", file.display()))?
            .len();
        if size > LARGEST {
            bail!(
                "{} is {size} bytes; the limit for a lexicon is {LARGEST}",
                file.display()
            );
        }
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        for category in codebook::read(&text)
            .with_context(|| format!("{} is not a valid lexicon", file.display()))?
        {
            if all.iter().any(|c| c.name == category.name) {
                bail!(
                    "{}: category {} is already defined in another lexicon",
                    file.display(),
                    category.name
                );
            }
            all.push(category);
        }
    }
    Ok(all)
}
