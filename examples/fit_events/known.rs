//! Events that are known: one folder each, measured as one collection by B³, by cross-validation over events: a tenth of the
//! events is measured with the bound that served the articles of the others best.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use news_coverage::events::{self, Options, Sketch};
use news_coverage::load;
use news_coverage::model::Article;

use super::judged::{sketch, without_day};

/// Parts that the events are divided into.
const PARTS: usize = 10;

/// Prints B³ of a folder of events, with days and without, at several bounds.
pub fn measure(folder: &Path, options: impl Fn(f32) -> Options) -> anyhow::Result<()> {
    let articles = articles(folder)?;
    let undated = articles.iter().map(|(e, a)| (*e, sketch(without_day(a))));
    let undated: Vec<(usize, Sketch)> = undated.collect();
    let dated = articles.into_iter().map(|(e, a)| (e, sketch(a))).collect();
    for (name, collection) in [("with days", dated), ("without days", undated)] {
        let at = |same: f32| (same, figures(&collection, &options(same)));
        let all: Vec<(f32, Vec<Figure>)> = (1..20).map(|n| at(n as f32 / 20.0)).collect();
        println!("{name}: {}", shown(&cross_validated(&all)));
        for (same, figures) in &all {
            println!("  {same:.2} {}", shown(figures));
        }
    }
    Ok(())
}

/// Every article with the number of its event.
fn articles(folder: &Path) -> anyhow::Result<Vec<(usize, Article)>> {
    let mut folders: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        folders.push(entry?.path());
    }
    folders.sort();
    let mut found = Vec::new();
    for (event, folder) in folders.iter().filter(|f| f.is_dir()).enumerate() {
        let articles = folder.join("articles");
        let from = if articles.is_dir() {
            articles
        } else {
            folder.clone()
        };
        let loaded = load::inputs(&[from], &load::Options::default());
        found.extend(loaded.articles.into_iter().map(|a| (event, a)));
    }
    Ok(found)
}

/// B³ of one article.
#[derive(Clone, Copy)]
struct Figure {
    event: usize,
    precision: f64,
    recall: f64,
}

/// The figures of every article of a collection grouped by some nearness.
fn figures(collection: &[(usize, Sketch)], options: &Options) -> Vec<Figure> {
    let sketches: Vec<Sketch> = collection.iter().map(|(_, s)| s.clone()).collect();
    let mut of_event: BTreeMap<usize, usize> = BTreeMap::new();
    for (event, _) in collection {
        *of_event.entry(*event).or_default() += 1;
    }
    let mut found = Vec::new();
    for group in events::group(&sketches, options).groups {
        let events: Vec<usize> = group
            .members
            .iter()
            .map(|m| collection[m.article].0)
            .collect();
        for event in &events {
            let alike = events.iter().filter(|e| *e == event).count() as f64;
            found.push(Figure {
                event: *event,
                precision: alike / events.len() as f64,
                recall: alike / of_event[event] as f64,
            });
        }
    }
    found
}

/// Each part of the events measured by what was best for the others.
fn cross_validated(all: &[(f32, Vec<Figure>)]) -> Vec<Figure> {
    let mut measured = Vec::new();
    for part in 0..PARTS {
        let of = |figures: &[Figure], own: bool| -> Vec<Figure> {
            let is_own = |f: &&Figure| (f.event % PARTS == part) == own;
            figures.iter().filter(is_own).copied().collect()
        };
        let best = all
            .iter()
            .map(|(_, figures)| figures)
            .max_by(|a, b| f1(&of(a, false)).2.total_cmp(&f1(&of(b, false)).2));
        measured.extend(best.map(|figures| of(figures, true)).unwrap_or_default());
    }
    measured
}

fn f1(figures: &[Figure]) -> (f64, f64, f64) {
    let mean = |of: fn(&Figure) -> f64| figures.iter().map(of).sum::<f64>() / figures.len() as f64;
    let (precision, recall) = (mean(|f| f.precision), mean(|f| f.recall));
    (
        precision,
        recall,
        2.0 * precision * recall / (precision + recall),
    )
}

fn shown(figures: &[Figure]) -> String {
    let (precision, recall, f1) = f1(figures);
    format!("precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}")
}
