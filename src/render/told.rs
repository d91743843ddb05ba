//! A row of the matrix in full: what each article does with a fact, and the sentence that shows it.

use super::signs;
use super::view::View;
use crate::report::FactEntry;

/// What one article does with a fact.
pub struct Told<'a> {
    /// The sign of its cell.
    pub sign: &'static str,
    /// What the sign means.
    pub meaning: &'static str,
    /// The article, with the paragraph of the sentence where there is one: "Ledger ¶3".
    pub place: String,
    /// The sentence that comes nearest to the fact: that of the surest link to its own, else that with most of it; none where
    /// none comes near.
    pub sentence: Option<&'a str>,
}

/// The sentence of an article that comes nearest to a fact: every format shows it first.
pub fn nearest<'a>(view: &View<'a>, fact: &'a FactEntry, article: &str) -> Option<&'a str> {
    let home = fact.home.sentence.as_str();
    if view.sentence(home)?.0.id == article {
        return Some(home);
    }
    let links = view.report.alignments.iter().filter_map(|link| {
        let other = match (link.a == home, link.b == home) {
            (true, _) => &link.b,
            (_, true) => &link.a,
            _ => return None,
        };
        let is_there = view.sentence(other)?.0.id == article;
        is_there.then_some((other.as_str(), link.score))
    });
    let linked = links.max_by(|a, b| a.1.total_cmp(&b.1));
    let places = fact.support.get(article).into_iter().flatten();
    let most = places.max_by(|a, b| a.share.total_cmp(&b.share));
    let most = || most.map(|s| s.sentence.as_str());
    let near = || fact.candidates.get(article).map(String::as_str);
    linked.map(|(id, _)| id).or_else(most).or_else(near)
}

/// Every article in the order of the columns.
pub fn row<'a>(view: &View<'a>, fact: &'a FactEntry) -> Vec<Told<'a>> {
    let told = |article: &str| {
        let id = nearest(view, fact, article);
        let sentence = id.and_then(|id| Some(view.sentence(id)?.1.text.as_str()));
        let cell = view.cell(fact, article);
        Told {
            sign: signs::sign(cell),
            meaning: signs::meaning(cell),
            place: id.map_or_else(|| view.outlet(article), |id| view.place(id)),
            sentence,
        }
    };
    let articles = view.columns().into_iter();
    articles.map(|article| told(&article.id)).collect()
}
