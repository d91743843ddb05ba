//! What holds whatever the articles say: an article against itself, files in another order, a copy beside the original.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use news_coverage::model::{Article, FindingKind};
use news_coverage::report::{FindingEntry, Report};
use news_coverage::{Options, compare, diff, event};

fn stories() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories");
    let articles = fs::read_dir(root)
        .unwrap()
        .map(|e| e.unwrap().path().join("articles"));
    let mut found: Vec<PathBuf> = articles.filter(|p| p.is_dir()).collect();
    found.sort();
    found
}

fn articles(story: &Path) -> Vec<Article> {
    let event = event(&[story.to_path_buf()], &Options::default());
    event.documents.into_iter().map(|d| d.article).collect()
}

/// An article as a file of its own, without its headings, under the name of an outlet.
fn json(article: &Article, outlet: &str) -> String {
    let headline = article.headline.clone().unwrap_or_default();
    let text = article
        .text
        .strip_prefix(&headline)
        .unwrap_or(&article.text)
        .trim_start();
    let day = article.published.clone().unwrap_or_default();
    serde_json::json!({"title": headline, "text": text, "sitename": outlet, "date": day})
        .to_string()
}

/// Every finding there is, those of unproven rules included.
fn compared(files: &[(String, String)]) -> Report {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let options = Options {
        compare: compare::Options {
            unproven: true,
            ..Default::default()
        },
        ..Options::default()
    };
    diff(&[folder.path().to_path_buf()], &options).unwrap()
}

#[test]
fn an_article_against_itself_shares_its_copy_and_nothing_else() {
    for article in stories().iter().flat_map(|story| articles(story)) {
        let report = compared(&[
            ("a.json".to_string(), json(&article, "Northern Gazette")),
            ("b.json".to_string(), json(&article, "Southern Courier")),
        ]);
        let told: Vec<&FindingEntry> = report
            .findings
            .iter()
            .filter(|f| f.kind != FindingKind::Reuse)
            .collect();
        assert!(told.is_empty(), "{}: {told:#?}", article.path);
        assert!(
            report.discrepancies.is_empty() && report.framings.is_empty(),
            "{}",
            article.path
        );
    }
}

/// Findings without the ids that depend on the place of a file.
fn told(report: &Report) -> Vec<(String, Vec<String>)> {
    let evidence = |f: &FindingEntry| f.evidence.iter().map(|e| e.text.clone()).collect();
    report
        .findings
        .iter()
        .map(|f| (format!("{} {}", f.rule, f.summary), evidence(f)))
        .collect()
}

#[test]
fn neither_the_order_nor_the_names_of_files_change_a_finding() {
    for story in stories() {
        let all = articles(&story);
        let named = |number: usize, article: &Article| {
            (format!("{number:02}.json"), json(article, &article.outlet))
        };
        let forth: Vec<_> = all.iter().enumerate().map(|(i, a)| named(i, a)).collect();
        let back: Vec<_> = all
            .iter()
            .rev()
            .enumerate()
            .map(|(i, a)| named(i, a))
            .collect();
        assert_eq!(
            told(&compared(&forth)),
            told(&compared(&back)),
            "{}",
            story.display()
        );
    }
}

#[test]
fn a_copy_of_an_article_confirms_nothing() {
    for story in stories() {
        let all = articles(&story);
        let mut files: Vec<_> = all
            .iter()
            .enumerate()
            .map(|(i, a)| (format!("{i:02}.json"), json(a, &a.outlet)))
            .collect();
        let before = compared(&files);
        files.push(("99.json".to_string(), json(&all[0], "Southern Courier")));
        let after = compared(&files);
        assert_eq!(
            before.origins.len(),
            after.origins.len(),
            "{}",
            story.display()
        );
        let copies: BTreeSet<&str> = after
            .articles
            .iter()
            .filter(|a| a.text == after_text(&all[0]))
            .map(|a| a.id.as_str())
            .collect();
        assert_eq!(copies.len(), 2, "{}", story.display());
        let theirs = after
            .facts
            .iter()
            .filter(|f| f.support.keys().all(|id| copies.contains(id.as_str())));
        for fact in theirs {
            assert_eq!(fact.origins, 1, "{}: {}", story.display(), fact.statement);
        }
    }
}

/// The text of an article as it is read again from a file of its own.
fn after_text(article: &Article) -> String {
    let alone = compared(&[
        ("a.json".to_string(), json(article, "Northern Gazette")),
        ("b.json".to_string(), json(article, "Southern Courier")),
    ]);
    alone.articles[0].text.clone()
}
