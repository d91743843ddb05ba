//! What the articles of one folder tell about each other: copies, versions, strangers, days.

mod copies;
mod days;
mod scope;
mod versions;
mod vocabulary;

use crate::model::{Article, Diagnostic};
pub use versions::{MOST as MOST_VERSIONS, all as versions, compared};

/// Articles that are compared with each other; more are a collection and no event, and comparing each with each would
/// take minutes.
const MOST: usize = 1_000;

/// Leaves out second copies, marks versions and articles of another story, and infers days of publication.
pub fn settle(articles: &mut Vec<Article>, diagnostics: &mut Vec<Diagnostic>) {
    if articles.len() > MOST {
        return;
    }
    copies::sort(articles, diagnostics);
    scope::mark(articles, diagnostics);
    days::infer(articles);
}

/// The running text of an article without its captions.
fn body(article: &Article) -> impl Iterator<Item = &str> {
    article.body()
}
