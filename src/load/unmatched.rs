//! What a `coverage.toml` says about articles that are not there: a misspelt name would be passed over silently otherwise.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::naming::site;
use super::options::{Folder, Override};
use super::overrides::{self, fits};
use crate::model::Article;

/// What was met in a folder, before anything was corrected.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    path: PathBuf,
    url: Option<String>,
    outlet: String,
}

impl Seen {
    /// A file, whatever stands in it.
    pub fn file(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            ..Self::default()
        }
    }

    /// An article as it was found.
    pub fn article(path: &Path, article: &Article) -> Self {
        Self {
            path: path.to_path_buf(),
            url: article.url.clone(),
            outlet: article.outlet.clone(),
        }
    }
}

/// What of a folder's `coverage.toml` fits nothing that was met in the folder, each with the nearest that would.
pub fn of(folder: &Folder, seen: &[Seen]) -> Vec<String> {
    let here = |s: &Seen| Some((overrides::inside(folder, &s.path)?, s.clone()));
    let seen: Vec<(String, Seen)> = seen.iter().filter_map(here).collect();
    let articles = (1..).zip(&folder.articles);
    let articles = articles.filter_map(|(number, said)| article(number, said, &seen));
    let keys = folder.outlets.keys();
    keys.filter_map(|key| outlet(key, &seen))
        .chain(articles)
        .collect()
}

/// What to say of a key of `[outlets]` that is no name, domain or file.
fn outlet(key: &str, seen: &[(String, Seen)]) -> Option<String> {
    let domain = |s: &Seen| s.url.as_deref().and_then(site);
    let is_meant = |(name, s): &(String, Seen)| {
        let names = [Some(s.outlet.clone()), domain(s)];
        names.iter().flatten().any(|n| n.eq_ignore_ascii_case(key)) || overrides::is_like(key, name)
    };
    let valid = seen
        .iter()
        .flat_map(|(name, s)| [Some(s.outlet.clone()), domain(s), Some(name.clone())]);
    (!seen.iter().any(is_meant)).then(|| {
        let advice = advice(key, valid.flatten());
        format!("[outlets]: {key:?} matches no domain, outlet or file here{advice}")
    })
}

/// What to say of an `[[article]]` that is not here.
fn article(number: usize, said: &Override, seen: &[(String, Seen)]) -> Option<String> {
    if seen
        .iter()
        .any(|(name, s)| fits(said, name, s.url.as_deref()))
    {
        return None;
    }
    let file = said.file.as_deref().filter(|file| {
        let is_there = |(name, _): &(String, Seen)| overrides::is_like(file, name);
        said.url.is_none() || !seen.iter().any(is_there)
    });
    let (key, value, advice) = match (file, said.url.as_deref()) {
        (Some(file), _) => {
            let names = seen.iter().map(|(name, _)| name.clone());
            ("file", file, advice(file, names))
        }
        (None, Some(url)) => {
            let urls = seen.iter().filter_map(|(_, s)| s.url.clone());
            ("url", url, advice(url, urls))
        }
        (None, None) => return None,
    };
    Some(format!(
        "[[article]] number {number}: nothing matches {key} = {value:?}{advice}"
    ))
}

fn advice(wanted: &str, valid: impl Iterator<Item = String>) -> String {
    nearest(wanted, valid).map_or(String::new(), |name| format!("; did you mean {name:?}?"))
}

/// The name that is reached by the fewest changes of letters, letter case aside; none where half of its letters would change.
pub fn nearest(wanted: &str, valid: impl Iterator<Item = String>) -> Option<String> {
    let wanted: Vec<char> = wanted.to_lowercase().chars().collect();
    let distinct: BTreeSet<String> = valid.filter(|name| !name.is_empty()).collect();
    let changes = |name: String| {
        let letters: Vec<char> = name.to_lowercase().chars().collect();
        let (changes, most) = (distance(&wanted, &letters), wanted.len().max(letters.len()));
        (changes * 2 < most).then_some((changes, name))
    };
    let near = distinct.into_iter().filter_map(changes);
    near.min().map(|(_, name)| name)
}

/// Letters to put in, take out or change to get from one word to the other.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut next = vec![i + 1];
        for ((b, over), above) in to.iter().zip(&row).zip(row.iter().skip(1)) {
            let left = next.last().copied().unwrap_or_default();
            next.push((over + usize::from(a != b)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_takes_the_fewest_changes() {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        let changes = |a: &str, b: &str| distance(&letters(a), &letters(b));
        assert_eq!(changes("kitten", "sitting"), 3);
        assert_eq!((changes("", "abc"), changes("abc", "")), (3, 3));
        let valid = ["ledger.example", "torch.example", ""];
        let found = nearest("Leger.example", valid.iter().map(|v| v.to_string()));
        assert_eq!(found.as_deref(), Some("ledger.example"));
        assert_eq!(nearest("x", std::iter::empty()), None);
    }
}
