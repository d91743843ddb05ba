//! The sheets beside a gold: `coder-NAME.csv`, read back as what the coder NAME answered.

use std::fs;
use std::path::Path;

use super::fixture::Trouble;
use crate::check::gold::{self, Gold, Letters, sheet};
use crate::report::Report;

/// Adds the coders whose sheets lie in a folder, and what all agree on where the gold leaves that to them.
pub(super) fn add(folder: &Path, report: &Report, gold: Option<&mut Gold>) -> Result<(), Trouble> {
    let names = names(folder)?;
    let Some(gold) = gold else {
        return match names.first() {
            None => Ok(()),
            Some(name) => Err(Trouble::at(
                &folder.join(sheet::file_name(name)),
                1,
                "there is no gold.json to say which sentences the ids refer to".to_string(),
            )),
        };
    };
    let letters = Letters::of(report, gold);
    for name in names {
        let path = folder.join(sheet::file_name(&name));
        let failed = |line: usize, message: String| Trouble::at(&path, line, message);
        if gold.coders.contains_key(&name) {
            return Err(failed(
                1,
                format!("gold.json also has a coder named {name}"),
            ));
        }
        let bytes = fs::read(&path).map_err(|e| failed(1, format!("cannot read it: {e}")))?;
        let text = String::from_utf8_lossy(&bytes);
        let coding = gold::coded(&text, gold, &letters).map_err(|e| failed(e.line, e.message))?;
        gold.coders.insert(name, coding);
    }
    gold::agree(gold);
    Ok(())
}

/// The coders whose sheets lie in a folder, sorted.
fn names(folder: &Path) -> Result<Vec<String>, Trouble> {
    let failed = |e: std::io::Error| Trouble::at(folder, 1, format!("cannot read the folder: {e}"));
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|file| sheet::coder(&file).map(str::to_string))
        .collect();
    names.sort();
    Ok(names)
}
