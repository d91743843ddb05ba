//! What `coverage.toml` says about an article goes before what was read.

use std::path::Path;

use super::naming::site;
use super::options::{Folder, Override};
use crate::model::{Article, DateSource};

/// Whether a file is to be left out as a whole, before it is opened.
pub fn is_skipped(folders: &[Folder], path: &Path) -> bool {
    let said = folders.iter().filter_map(|f| Some((f, inside(f, path)?)));
    said.flat_map(|(folder, name)| {
        folder
            .articles
            .iter()
            .filter(move |a| a.url.is_none() && fits(a, &name, None))
    })
    .any(|a| a.skip)
}

/// Whether the user says that a file is an article, whatever it looks like.
pub fn is_kept(folders: &[Folder], path: &Path, article: &Article) -> bool {
    let url = article.url.as_deref();
    let said = folders.iter().filter_map(|f| Some((f, inside(f, path)?)));
    said.flat_map(|(folder, name)| folder.articles.iter().filter(move |a| fits(a, &name, url)))
        .any(|a| a.keep)
}

/// Applies what the user says; whether the article stays.
pub fn apply(folders: &[Folder], path: &Path, article: &mut Article) -> bool {
    for folder in folders {
        let Some(name) = inside(folder, path) else {
            continue;
        };
        if let Some(outlet) = outlet(folder, &name, article) {
            article.outlet = outlet;
        }
        let url = article.url.clone();
        for said in folder
            .articles
            .iter()
            .filter(|a| fits(a, &name, url.as_deref()))
        {
            if said.skip {
                return false;
            }
            replace(article, said);
        }
    }
    true
}

/// The name of a file inside the folder, with slashes.
pub fn inside(folder: &Folder, path: &Path) -> Option<String> {
    let here = |p: &Path| {
        p.strip_prefix(".")
            .map(Path::to_path_buf)
            .unwrap_or_else(|_| p.to_path_buf())
    };
    let (folder, path) = (here(&folder.path), here(path));
    path.strip_prefix(&folder)
        .ok()
        .map(|p| p.to_string_lossy().replace('\\', "/"))
}

/// Whether an article is the one, or one of those, that the user speaks about.
pub fn fits(said: &Override, name: &str, url: Option<&str>) -> bool {
    let by_file = said.file.as_deref().map(|pattern| is_like(pattern, name));
    let by_url = said.url.as_deref().map(|wanted| url == Some(wanted));
    by_file.unwrap_or(true) && by_url.unwrap_or(true)
}

/// Whether the name of a file is this one or fits this pattern.
pub fn is_like(pattern: &str, name: &str) -> bool {
    pattern == name || glob::Pattern::new(pattern).is_ok_and(|p| p.matches(name))
}

/// The name that the user gives to the domain, the name found, or the file of an article.
fn outlet(folder: &Folder, name: &str, article: &Article) -> Option<String> {
    let domain = article.url.as_deref().and_then(site);
    let known = |key: &str| {
        folder
            .outlets
            .iter()
            .find(|(k, _)| k.eq_ignore_ascii_case(key))
            .map(|(_, v)| v.clone())
    };
    let by_file = || {
        folder
            .outlets
            .iter()
            .find(|(k, _)| is_like(k, name))
            .map(|(_, v)| v.clone())
    };
    known(&article.outlet)
        .or_else(|| domain.as_deref().and_then(known))
        .or_else(by_file)
}

fn replace(article: &mut Article, said: &Override) {
    let set = |field: &mut Option<String>, value: &Option<String>| {
        if value.is_some() {
            field.clone_from(value);
        }
    };
    if said.published.is_some() {
        article.published_from = Some(DateSource::Metadata);
    }
    set(&mut article.published, &said.published);
    set(&mut article.updated, &said.updated);
    set(&mut article.dateline, &said.dateline);
    set(&mut article.section, &said.section);
    set(&mut article.language, &said.language);
    article.outlet = said
        .outlet
        .clone()
        .unwrap_or(std::mem::take(&mut article.outlet));
    article.byline = said
        .byline
        .clone()
        .unwrap_or(std::mem::take(&mut article.byline));
    article.wire = said
        .wire
        .clone()
        .unwrap_or(std::mem::take(&mut article.wire));
    if let Some(headline) = &said.headline {
        article.retitle(headline);
    }
}
